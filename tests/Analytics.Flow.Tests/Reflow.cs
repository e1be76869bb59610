using Microsoft.Playwright;
using Xunit;

namespace Analytics.Flow.Tests;

/// <summary>A page on 320 px, on half of 1,280 px (what zooming to 200 % leaves), and with letters of twice the size.</summary>
internal static class Reflow
{
    // What runs out of the page or out of a box that cuts it off. What scrolls by itself, as a field does, or is kept for screen readers
    // alone, may.
    private const string CutOff = """
        () => {
          const scrolls = element => element && element !== document.documentElement && (/(auto|scroll)/.test(getComputedStyle(element).overflowX) || scrolls(element.parentElement));
          const cut = [];
          for (const element of document.body.querySelectorAll('*')) {
            if (!element.checkVisibility({ visibilityProperty: true }) || element.closest('svg, .skip')) continue;
            const style = getComputedStyle(element), place = element.getBoundingClientRect();
            if (place.width <= 1 || place.height <= 1 || style.clipPath !== 'none') continue;
            if (place.right > innerWidth + 1 && !scrolls(element)) cut.push('runs out: ' + element.outerHTML.slice(0, 120));
            if (!element.matches('input, select, textarea') && /(hidden|clip)/.test(style.overflowX + style.overflowY) && (element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1))
              cut.push('cut off: ' + element.outerHTML.slice(0, 120));
          }
          return cut;
        }
        """;

    /// <summary>Nothing is cut off, and nobody has to scroll sideways.</summary>
    public static async Task AssertHoldsAsync(IPage page)
    {
        await page.SetViewportSizeAsync(320, 640);
        await AssertFitsAsync(page, "at 320 px");
        await page.SetViewportSizeAsync(640, 450);
        await AssertFitsAsync(page, "at 1,280 px zoomed to 200 %");
        await page.SetViewportSizeAsync(1280, 900);
        await page.EvaluateAsync("document.documentElement.style.fontSize = '200%'");
        await AssertFitsAsync(page, "with letters of twice the size");
        await page.EvaluateAsync("document.documentElement.style.fontSize = ''");
    }

    private static async Task AssertFitsAsync(IPage page, string where)
    {
        var cut = await page.EvaluateAsync<string[]>(CutOff);
        Assert.True(cut.Length == 0, $"{cut.Length} {where}: {string.Join("; ", cut.Take(4))}");
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= innerWidth"), $"The page scrolls sideways {where}.");
    }
}
