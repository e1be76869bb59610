using System.Net;
using System.Text.RegularExpressions;
using Analytics.Tests.Storage;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Analytics.Flow.Tests;

/// <summary>Charts in articles on another origin, by what the site gives to paste and by what newsrooms already have: the right height at every width, nothing cut, nothing scrolls.</summary>
public sealed partial class EmbedTests(PublishedSite published, SimulatedSite simulated, PostgresFixture postgres)
{
    private static readonly int[] Columns = [320, 600, 1000];

    /// <summary>A parent as Datawrapper's pages have it, written from the description of its messages: whichever frame speaks is given its height.</summary>
    private const string LikeDatawrapper = """
        <script>
        addEventListener("message", event => {
          const heights = event.data["datawrapper-height"];
          if (heights === undefined) return;
          for (const frame of document.querySelectorAll("iframe"))
            if (frame.contentWindow === event.source)
              for (const id in heights) frame.style.height = heights[id] + "px";
        });
        </script>
        """;

    /// <summary>A parent as pym.js makes it, written from the description of its messages: it makes the frame itself and adds to its address who it is.</summary>
    private const string LikePym = """
        <div id="chart-1"></div>
        <script>
        const place = document.getElementById("chart-1"), frame = document.createElement("iframe");
        const address = new URL("{embed}");
        address.searchParams.set("initialWidth", place.offsetWidth);
        address.searchParams.set("childId", "chart-1");
        address.searchParams.set("parentTitle", document.title);
        address.searchParams.set("parentUrl", location.href);
        Object.assign(frame, { src: address.href, width: "100%", height: 100, scrolling: "no", title: "Chart" });
        frame.style.border = "0";
        place.append(frame);
        const told = /^pymxPYMxchart-1xPYMx(\S+)xPYMx(.*)$/;
        addEventListener("message", event => {
          const match = typeof event.data === "string" ? event.data.match(told) : null;
          if (match && match[1] === "height") frame.height = parseInt(match[2]);
        });
        </script>
        """;

    /// <summary>How the page in a frame stands in it, in pixels.</summary>
    private const string Standing = """
        () => {
          const root = document.documentElement, body = document.body.getBoundingClientRect();
          return { frame: innerHeight, content: Math.ceil(body.height), overflow: Math.max(root.scrollWidth - innerWidth, 0), drawings: [...document.querySelectorAll('svg')].filter(svg => svg.getClientRects().length > 0).length };
        }
        """;

    public static TheoryData<string> Charts() => [.. ShownCharts.All];

    [Theory, MemberData(nameof(Charts))]
    public async Task What_the_site_gives_to_paste_has_the_right_height_at_every_width(string chart)
    {
        var site = await ShownCharts.SiteAsync(chart, published, simulated, postgres);
        await ShowAsync(await SnippetAsync(site, chart), Columns, exact: true);
    }

    [Theory]
    [InlineData("interval", false)]
    [InlineData("interval", true)]
    [InlineData("experience?task=survey", false)]
    [InlineData("distribution?platform=mturk", true)]
    public async Task Without_any_script_of_the_article_nothing_is_cut(string chart, bool scriptless)
    {
        var site = await ShownCharts.SiteAsync(chart, published, simulated, postgres);
        await ShowAsync(Script().Replace(await SnippetAsync(site, chart), ""), Columns, exact: false, script: !scriptless);
    }

    [Theory]
    [InlineData("interval")]
    [InlineData("history?platform=toptal")]
    public async Task A_page_that_sizes_frames_of_Datawrapper_sizes_ours(string chart)
    {
        var site = await ShownCharts.SiteAsync(chart, published, simulated, postgres);
        await ShowAsync($"<iframe src=\"{new Uri(site, ShownCharts.Embed(chart))}\" title=\"Chart\" style=\"width:0;min-width:100%;border:0\" height=\"100\"></iframe>{LikeDatawrapper}", Columns, exact: true);
    }

    [Fact]
    public async Task So_does_a_page_that_speaks_as_pym_does()
    {
        var site = await ShownCharts.SiteAsync("interval", published, simulated, postgres);
        await ShowAsync(LikePym.Replace("{embed}", new Uri(site, ShownCharts.Embed("interval")).ToString(), StringComparison.Ordinal), Columns, exact: true);
    }

    [Fact]
    public async Task A_sentence_stands_in_a_frame_too()
    {
        var site = await published.ReadyAsync(postgres);
        using var client = new HttpClient();
        var platform = await client.GetStringAsync(new Uri(site.Address, "/en/platforms/mturk"));
        var frame = Regex.Match(platform, "<textarea id=\"cite-frame-0\"[^>]*>(?<code>[^<]*)").Groups["code"].Value;
        Assert.NotEmpty(frame);
        await ShowAsync(WebUtility.HtmlDecode(frame), [600, 1000], exact: false);
    }

    [Theory]
    [InlineData("en", ColorScheme.Light)]
    [InlineData("id", ColorScheme.Dark)]
    public async Task An_embed_is_accessible_and_asks_no_other_host(string language, ColorScheme colours)
    {
        var browser = await published.ReadyAsync(postgres);
        foreach (var chart in ShownCharts.All)
        {
            var site = await ShownCharts.SiteAsync(chart, published, simulated, postgres);
            var page = await browser.NewPageAsync(600, colours);
            var asked = new List<string>();
            page.Request += (_, request) => asked.Add(new Uri(request.Url).Authority);
            page.PageError += (_, error) => asked.Add(error);
            await page.GotoAsync(new Uri(site, ShownCharts.Embed(chart, $"lang={language}")).ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });
            Assert.True(await page.Locator("summary").CountAsync() == 1, $"{chart} shows nothing.");
            await page.Locator("summary").ClickAsync();
            Assert.All(asked, host => Assert.Equal(site.Authority, host));
            Assert.Equal(language, await page.GetAttributeAsync("html", "lang"));
            var axe = await page.RunAxe(PageCheck.Wcag);
            Assert.Equal("", string.Join('\n', axe.Violations.Select(v => $"{chart} {v.Id}: {v.Help} at {v.Nodes[0].Html}")));
            await page.ScreenshotAsync(new() { Path = Path.Combine(Checkout.Root, "artifacts", "screenshots", "charts", $"embed-{chart.Split('?')[0]}.{language}.{colours}.png"), FullPage = true });
            await page.Context.CloseAsync();
        }
    }

    /// <summary>An article on another origin: in each column, and turned from the widest to the narrowest.</summary>
    private async Task ShowAsync(string snippet, int[] columns, bool exact, bool script = true)
    {
        var browser = await published.ReadyAsync(postgres);
        await using var newspaper = await SavedWeb.StartAsync();
        var article = newspaper.Page("/article", $"<!doctype html><html lang=\"en\"><meta name=\"viewport\" content=\"width=device-width\"><title>An article</title><style>body{{margin:0}}</style><p>Above.</p>{snippet}<p>Below.</p></html>");
        foreach (var column in columns)
        {
            var page = await browser.NewPageAsync(column, script: script);
            await page.GotoAsync(article.ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });
            await AssertStandsAsync(page, column, exact);
            // Turned: the frame is laid out anew.
            var turned = column == columns[0] ? columns[^1] : columns[0];
            await page.SetViewportSizeAsync(turned, 700);
            await AssertStandsAsync(page, turned, exact);
            await page.Context.CloseAsync();
        }
    }

    /// <summary>The frame is as high as its page, or at least as high where nobody can tell it; nothing is wider than it; one drawing is seen.</summary>
    private static async Task AssertStandsAsync(IPage page, int column, bool exact)
    {
        await page.Locator("iframe").ScrollIntoViewIfNeededAsync();
        Stood stood = new();
        // The height is told after fonts and layout, at the latest a second later.
        for (var tries = 0; tries < 100; tries++)
        {
            if (page.Frames.Count > 1 && page.Frames[1].Url != "about:blank")
            {
                await page.Frames[1].WaitForLoadStateAsync(LoadState.Load);
                stood = await page.Frames[1].EvaluateAsync<Stood>(Standing);
                if (stood.IsWhole(exact))
                    return;
            }

            await Task.Delay(100);
        }

        Assert.Fail($"At {column} px: the frame is {stood.Frame} high, its page {stood.Content}; {stood.Overflow} px stand out; {stood.Drawings} drawings are seen.");
    }

    private static async Task<string> SnippetAsync(Uri site, string chart)
    {
        using var client = new HttpClient();
        var page = await client.GetStringAsync(new Uri(site, $"/en/charts/{chart}"));
        var code = WebUtility.HtmlDecode(Regex.Match(page, "<textarea[^>]*>(?<code>.*?)</textarea>", RegexOptions.Singleline).Groups["code"].Value);
        Assert.Contains("<iframe", code, StringComparison.Ordinal);
        Assert.Contains(site.Authority, code, StringComparison.Ordinal);
        return code;
    }

    [GeneratedRegex("<script[^>]*></script>")]
    private static partial Regex Script();

    // Filled by Playwright.
    private sealed class Stood
    {
        public int Frame { get; set; }

        public int Content { get; set; }

        public int Overflow { get; set; }

        public int Drawings { get; set; } = -1;

        /// <param name="exact">Whether the frame is told the height; else it may be higher by what is kept for marks, and never lower.</param>
        public bool IsWhole(bool exact) => Overflow == 0 && Drawings is 0 or 1 && Frame >= Content && Content > 50 && (!exact || Frame <= Content + 1);
    }
}
