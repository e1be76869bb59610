using Analytics.Tests.Storage;
using Microsoft.Playwright;
using Xunit;

namespace Analytics.Flow.Tests;

/// <summary>The pages as a reader meets them: in real Chromium, both languages, narrow and wide, light and dark.</summary>
public sealed class BrowserTests(PublishedSite published, SimulatedSite simulated, PostgresFixture postgres)
{
    /// <summary>An address of every page template, after the language.</summary>
    internal static readonly string[] Paths =
    [
        "", "?task=survey&task=data-entry&platform=mturk&platform=prolific", "estimate", "estimate?task=survey&country=ID&hours=15",
        "check", "check?text=earn+up+to+%2415+an+hour+on+Prolific",
        "report", "receipt", "operations/login", "platforms", "platforms/mturk", "platforms/micro1", "tasks", "tasks/ai-training-expert", "countries", "countries/id",
        "methods", "methods/model-card", "methods/evidence", "methods/coverage", "methods/citing",
        "data", "data/api", "data/rates?platform=mturk", "data/claims", "charts", "charts/interval?platform=mturk&platform=prolific", "corrections", "corrections/report/reply", "report/import", "privacy", "search?q=data", "search?q=mekanikalterk",
    ];

    // ./measure 2.4 and 5.1 look at every combination.
    private static readonly bool All = Environment.GetEnvironmentVariable("PERJAM_VIEWS") == "all";

    // In short each page twice: Indonesian on a phone in the light, English on a desk in the dark.
    private static readonly (string Language, int Width, ColorScheme Colours)[] Looks = All
        ? [.. from language in new[] { "en", "id" } from width in new[] { 360, 1280 } from colours in new[] { ColorScheme.Light, ColorScheme.Dark } select (language, width, colours)]
        : [("id", 360, ColorScheme.Light), ("en", 1280, ColorScheme.Dark)];

    public static TheoryData<string, string, int, ColorScheme> Views()
    {
        var views = new TheoryData<string, string, int, ColorScheme>();
        foreach (var path in Paths)
        {
            foreach (var (language, width, colours) in Looks)
                views.Add(language, path, width, colours);
        }

        return views;
    }

    /// <summary>On the simulated site: in short the pages that change with reports.</summary>
    public static TheoryData<string, string, int, ColorScheme> SimulatedViews() => All ? Views() : new()
    {
        { "en", "", 360, ColorScheme.Dark },
        { "id", "", 1280, ColorScheme.Light },
        { "id", "platforms/prolific", 360, ColorScheme.Light },
    };

    [Theory, MemberData(nameof(Views))]
    public async Task A_page_is_accessible_quiet_and_at_home(string language, string path, int width, ColorScheme colours)
    {
        var site = await published.ReadyAsync(postgres);
        // By keyboard takes its time: in short once for each page.
        await PageCheck.AssertSoundAsync(site, new(site.Address, $"/{language}/{path}"), language, path, width, colours, whole: All || (language, width) == ("id", 360));
    }

    public static TheoryData<string, string, int, ColorScheme> ReachedViews()
    {
        var views = new TheoryData<string, string, int, ColorScheme>();
        foreach (var (name, _, _) in ReachedPage.All)
        {
            foreach (var (language, width, colours) in Looks)
                views.Add(language, name, width, colours);
        }

        return views;
    }

    [Theory, MemberData(nameof(ReachedViews))]
    public async Task So_is_a_page_that_one_comes_to_by_a_form(string language, string name, int width, ColorScheme colours)
    {
        var site = await published.ReadyAsync(postgres);
        await ReachedPage.SetUpAsync(site, link => PageCheck.AssertSoundAsync(site, link, "id", "operations-set-up", 360, ColorScheme.Light, whole: true));
        var reached = ReachedPage.All.Single(p => p.Name == name);
        await PageCheck.AssertSoundAsync(site, new(site.Address, $"/{language}/{reached.Path}"), language, name, width, colours, whole: All || (language, width) == ("id", 360), reached.Reach);
    }

    [Theory, MemberData(nameof(SimulatedViews))]
    public async Task So_is_a_page_with_simulated_reports(string language, string path, int width, ColorScheme colours)
    {
        var browser = await published.ReadyAsync(postgres);
        var address = await simulated.ReadyAsync(postgres);
        await PageCheck.AssertSoundAsync(browser, new(address, $"/{language}/{path}"), language, "simulated-" + (path.Length == 0 ? "compare" : path), width, colours, whole: All || width == 360);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("id")]
    public async Task From_a_figure_on_compare_a_reader_walks_back_to_the_very_words(string language)
    {
        var site = await published.ReadyAsync(postgres);
        var page = await site.NewPageAsync(1280, script: false);
        await page.GotoAsync(new Uri(site.Address, $"/{language}/platforms/micro1").ToString());
        var told = page.Locator("blockquote", new() { HasText = "$150 an hour" });
        Assert.Equal(1, await told.CountAsync());
        var text = await page.InnerTextAsync("main");
        Assert.Contains("150", text, StringComparison.Ordinal);
        Assert.Contains(language == "en" ? "90,000" : "90.000", text, StringComparison.Ordinal);
        Assert.True(await page.Locator("a[href*='/micro1-en']").CountAsync() > 0, "No link to the page the words are on.");

        await page.GotoAsync(new Uri(site.Address, $"/{language}/").ToString());
        var link = page.Locator("main a[href*='/platforms/mturk']").First;
        await link.ClickAsync();
        Assert.Contains("/platforms/mturk", page.Url, StringComparison.Ordinal);
        Assert.True(await page.Locator("main a[rel~=external], main a[href^='http']").CountAsync() > 5, "No citations to follow.");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task The_Indonesian_menu_takes_two_rows_on_a_phone()
    {
        var site = await published.ReadyAsync(postgres);
        var page = await site.NewPageAsync(360);
        await page.GotoAsync(new Uri(site.Address, "/id/").ToString());
        Assert.InRange(await page.EvaluateAsync<int>("new Set([...document.querySelectorAll('.menu a')].map(a => a.offsetTop)).size"), 1, 2);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task Filters_sort_and_currency_work_without_script()
    {
        var site = await published.ReadyAsync(postgres);
        var page = await site.NewPageAsync(360, script: false);
        await page.GotoAsync(new Uri(site.Address, "/en/").ToString());
        await page.Locator("details.picks summary").First.ClickAsync();
        await page.CheckAsync("input[name=task][value=ride-delivery]");
        await page.SelectOptionAsync("select[name=currency]", "IDR");
        await page.Locator("form.filter button[type=submit]").First.ClickAsync();
        Assert.Contains("task=ride-delivery", page.Url, StringComparison.Ordinal);
        var text = await page.InnerTextAsync("main");
        Assert.Contains("Rp", text, StringComparison.Ordinal);
        Assert.Contains("Grab", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Prolific", await page.InnerTextAsync("main table"), StringComparison.Ordinal);
        await page.Context.CloseAsync();
    }
}
