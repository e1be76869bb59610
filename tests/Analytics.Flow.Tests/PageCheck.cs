using System.Globalization;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Analytics.Flow.Tests;

/// <summary>What every page must be: accessible, free of faults, still while it loads, no wider than the screen, and asking no other host for anything.</summary>
internal static class PageCheck
{
    /// <summary>What WCAG 2.2 asks for, A and AA.</summary>
    public static readonly AxeRunOptions Wcag = new() { RunOnly = RunOnlyOptions.Tags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]) };

    // The most that may move while a page loads, as browsers count it (Layout Instability).
    private const double MostShift = 0.01;

    /// <summary>Opens <paramref name="address"/> and looks; keeps a picture for a person under <paramref name="name"/>.</summary>
    /// <param name="whole">Also by keyboard alone, at 320 px, and at 200 %.</param>
    /// <param name="reach">Goes on from the address to the page that is meant, which has no address of its own to begin with.</param>
    public static async Task AssertSoundAsync(PublishedSite site, Uri address, string language, string name, int width, ColorScheme colours, bool whole = false, Func<IPage, Task>? reach = null)
    {
        var page = await site.NewPageAsync(width, colours);
        await page.AddInitScriptAsync(LayoutShift.Watch);
        var faults = new List<string>();
        page.Console += (_, line) => { if (line.Type is "error" or "warning") faults.Add(line.Text); };
        page.PageError += (_, error) => faults.Add(error);
        page.Request += (_, request) => { if (new Uri(request.Url) is { Scheme: not "data" } to && to.Authority != address.Authority) faults.Add("asked " + request.Url); };
        page.RequestFailed += (_, request) => faults.Add("failed " + request.Url);
        page.Response += (_, answer) => { if (answer.Status >= 400) faults.Add($"{answer.Status} {answer.Url}"); };
        await page.GotoAsync(address.ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });
        if (reach is not null)
        {
            await reach(page);
            await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        }

        await KeepPictureAsync(page, language, name, width, colours);
        Assert.Empty(faults);
        Assert.InRange(await LayoutShift.SumAsync(page), 0, MostShift);
        Assert.Equal(language, await page.GetAttributeAsync("html", "lang"));
        Assert.Equal(width, await page.EvaluateAsync<int>("Math.max(document.documentElement.scrollWidth, innerWidth)"));
        var axe = await page.RunAxe(Wcag);
        Assert.Equal("", string.Join('\n', axe.Violations.Select(v => $"{v.Id}: {v.Help} at {string.Join(", ", v.Nodes.Take(3).Select(n => n.Html))}")));
        Assert.NotEmpty(axe.Passes);
        if (whole)
        {
            await KeyboardWalk.AssertReachesAllAsync(page);
            await Reflow.AssertHoldsAsync(page);
        }

        await page.Context.CloseAsync();
    }

    private static string Sanitised(string path) => string.Concat(path.Select(c => char.IsLetterOrDigit(c) ? c : '-'));

    // No test reads them.
    private static Task KeepPictureAsync(IPage page, string language, string path, int width, ColorScheme colours)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{(path.Length == 0 ? "compare" : Sanitised(path))}.{language}.{width}.{colours}.png");
        return page.ScreenshotAsync(new() { Path = Path.Combine(Checkout.Root, "artifacts", "screenshots", name.ToLowerInvariant()), FullPage = true });
    }
}
