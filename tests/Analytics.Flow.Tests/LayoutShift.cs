using Microsoft.Playwright;

namespace Analytics.Flow.Tests;

/// <summary>How much of a page moves after it was first drawn.</summary>
internal static class LayoutShift
{
    /// <summary>To be run before the page: adds up what the browser counts.</summary>
    public const string Watch = """
        window.layoutShift = 0;
        new PerformanceObserver(list => { for (const entry of list.getEntries()) if (!entry.hadRecentInput) window.layoutShift += entry.value; })
          .observe({ type: 'layout-shift', buffered: true });
        """;

    /// <summary>The sum until the fonts are there and two more frames are drawn.</summary>
    public static Task<double> SumAsync(IPage page) => page.EvaluateAsync<double>("""
        async () => {
          await document.fonts.ready;
          await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
          return window.layoutShift;
        }
        """);
}
