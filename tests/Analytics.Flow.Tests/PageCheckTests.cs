using Analytics.Tests.Storage;
using Microsoft.Playwright;
using Xunit;

namespace Analytics.Flow.Tests;

/// <summary>That what looks at pages sees what is wrong with one.</summary>
public sealed class PageCheckTests(PublishedSite published, PostgresFixture postgres)
{
    private const string Links = "<a href='/1'>one</a> <a href='/2'>two</a> <a href='/3'>three</a> <a href='/4'>four</a> <a href='/5'>five</a> <a href='/6'>six</a>";
    private const string Ring = "<style>:focus-visible { outline: 3px solid red }</style>";

    [Theory]
    [InlineData(Ring + Links, null)]
    [InlineData("<style>a { outline: none !important }</style>" + Links, "no focus ring")]
    [InlineData(Ring + Links + "<button onfocus='this.blur(); document.links[0].focus()'>trap</button><a href='/7'>never</a>", "does not reach")]
    [InlineData(Ring + Links + "<a href='/7' style='position: fixed; top: -99px'>above</a>", "out of view")]
    public async Task The_walk_by_keyboard(string body, string? fault)
    {
        var page = await OpenAsync(body);
        await AssertFaultAsync(fault, () => KeyboardWalk.AssertReachesAllAsync(page));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("<p>Words that go on the next line.</p>", null)]
    [InlineData("<p style='width: 500px'>Wide.</p>", "runs out")]
    [InlineData("<p style='height: 1em; overflow: hidden'>Words that go on the next line, and on the one after it, as they do on a narrow screen.</p>", "cut off")]
    [InlineData("<div style='overflow-x: auto'><p style='width: 500px'>Scrolls by itself.</p></div>", null)]
    public async Task The_look_at_320_px(string body, string? fault)
    {
        var page = await OpenAsync(body);
        await AssertFaultAsync(fault, () => Reflow.AssertHoldsAsync(page));
        await page.Context.CloseAsync();
    }

    [Theory]
    [InlineData("<p>Still.</p>", false)]
    [InlineData("<div id='late'></div><p>Moved.</p><script>requestAnimationFrame(() => setTimeout(() => document.getElementById('late').style.height = '300px', 50))</script>", true)]
    public async Task The_sum_of_what_moves(string body, bool moves)
    {
        var page = await OpenAsync(body);
        await page.WaitForTimeoutAsync(300);
        Assert.Equal(moves, await LayoutShift.SumAsync(page) > 0.01);
        await page.Context.CloseAsync();
    }

    private static async Task AssertFaultAsync(string? fault, Func<Task> check)
    {
        var found = await Record.ExceptionAsync(check);
        if (fault is null)
            Assert.Null(found);
        else
            Assert.Contains(fault, Assert.IsType<Xunit.Sdk.TrueException>(found).Message, StringComparison.Ordinal);
    }

    private async Task<IPage> OpenAsync(string body)
    {
        var page = await (await published.ReadyAsync(postgres)).NewPageAsync(360);
        await page.AddInitScriptAsync(LayoutShift.Watch);
        await page.RouteAsync("**/*", route => route.FulfillAsync(new() { ContentType = "text/html", Body = $"<!doctype html><meta name='viewport' content='width=device-width'><title>page</title>{body}" }));
        await page.GotoAsync("http://page.test/");
        return page;
    }
}
