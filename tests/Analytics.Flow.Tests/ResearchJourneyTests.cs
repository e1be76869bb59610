using System.Net;
using Analytics.Flow.Tests.Datasets;
using Analytics.Models.Releases.Datasets;
using Analytics.Tests.Storage;
using Microsoft.Playwright;
using Xunit;

namespace Analytics.Flow.Tests;

/// <summary>A researcher who begins at the first page: takes some rows, loads and cites them, and comes back two releases later.</summary>
public sealed class ResearchJourneyTests(PublishedSite published, PostgresFixture postgres)
{
    private static readonly (string Language, int Width, ColorScheme Colours)[] Looks =
        [("id", 360, ColorScheme.Light), ("en", 1280, ColorScheme.Dark), ("en", 360, ColorScheme.Dark), ("id", 1280, ColorScheme.Light)];

    [Fact]
    public async Task An_extract_is_found_loaded_and_cited_and_is_the_same_two_releases_later()
    {
        await published.ReadyAsync(postgres);
        await using var web = await FlowSetting.ServeSavedPagesAsync();
        await using var setting = await FlowSetting.MakeAsync(postgres, web);
        await PublishAsync(setting, 150);
        using var site = await SiteProgram.StartAsync(setting.ConnectionString);
        using var client = new HttpClient { BaseAddress = site.Address };

        var page = await published.NewPageAsync(1280);
        await page.GotoAsync(new Uri(site.Address, "/en/").ToString());
        await ClickAsync(page, "footer a[href='/en/data'], header a[href='/en/data']");
        await ClickAsync(page, "#tables ~ .table a[href='/en/data/claims']");
        await page.SelectOptionAsync("select[name=platform]", "micro1");
        await ClickAsync(page, "form.filter button[type=submit]");
        var address = await page.Locator("#extract ~ p.cite-line a[href*='.csv']").First.GetAttributeAsync("href");
        var cited = await page.Locator("#cite + p.cite-line").InnerTextAsync();
        Assert.EndsWith(new Uri(site.Address, address).ToString(), cited, StringComparison.Ordinal);
        Assert.Contains("where platform is micro1", cited, StringComparison.Ordinal);
        var bibliography = await client.GetStringAsync(await page.Locator("#cite ~ p a", new() { HasText = "citation.bib" }).First.GetAttributeAsync("href"));
        Assert.Contains(new Uri(site.Address, address).ToString(), bibliography, StringComparison.Ordinal);

        var (rows, bytes) = await HadAsync(client, address!);
        var table = DatasetTables.Find("claims")!;
        var html = await page.ContentAsync();
        foreach (var program in LoadingSnippets.Programs)
            Assert.StartsWith($"{rows}\nid ", await ShownSnippet.On(html, table, program).RunAsync(client), StringComparison.Ordinal);

        await PublishAsync(setting, 160);
        await PublishAsync(setting, 170);
        var latest = (await setting.LatestAsync()).Head;
        Assert.Equal(3, latest.Number);
        Assert.Equal((rows, bytes), await HadAsync(client, address!));
        await SeesWhatChangedAsync(page, site, latest.Id);
        Assert.Equal(HttpStatusCode.NotModified, await AskedAgainAsync(client, address!));
        await page.Context.CloseAsync();
    }

    private async Task SeesWhatChangedAsync(IPage page, SiteProgram site, string latest)
    {
        // The site looks for a newer release every few seconds.
        await page.GotoAsync(new Uri(site.Address, "/d/perjam").ToString());
        for (var tries = 0; tries < 60 && !page.Url.Contains(latest, StringComparison.Ordinal); tries++)
        {
            await Task.Delay(1000);
            await page.GotoAsync(new Uri(site.Address, "/d/perjam").ToString());
        }

        Assert.Contains(latest, page.Url, StringComparison.Ordinal);
        await page.GotoAsync(new Uri(site.Address, "/en/data").ToString());
        await ClickAsync(page, "#releases ~ ul a[href*='...']");
        var changes = new Uri(page.Url).PathAndQuery["/en".Length..];
        var told = await page.Locator("main").InnerTextAsync();
        Assert.Contains("paid_only: 170", told, StringComparison.Ordinal);
        foreach (var (language, width, colours) in Looks)
            await PageCheck.AssertSoundAsync(published, new Uri(site.Address, $"/{language}{changes}"), language, "data/changes", width, colours);
    }

    private static async Task PublishAsync(FlowSetting setting, int dollars)
    {
        var page = await File.ReadAllTextAsync(Checkout.SavedPage("micro1-en.html"));
        setting.Web.Page("/micro1-en", page.Replace("$150 an hour", $"${dollars} an hour", StringComparison.Ordinal));
        var (code, _, notes) = await setting.IngestAsync("flow");
        Assert.True(code == 0, notes);
    }

    /// <summary>The rows that the answer's end tells, and its bytes.</summary>
    private static async Task<(string Rows, string Bytes)> HadAsync(HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var bytes = await answer.Content.ReadAsByteArrayAsync();
        var digest = $"sha-256=:{Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(bytes))}:";
        Assert.Equal(digest, answer.TrailingHeaders.GetValues("Repr-Digest").Single());
        return (answer.TrailingHeaders.GetValues("Row-Count").Single(), digest);
    }

    private static async Task<HttpStatusCode> AskedAgainAsync(HttpClient client, string address)
    {
        using var first = await client.GetAsync(address);
        using var again = new HttpRequestMessage(HttpMethod.Get, address) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var answer = await client.SendAsync(again);
        return answer.StatusCode;
    }

    private static async Task ClickAsync(IPage page, string what) =>
        await page.RunAndWaitForResponseAsync(async () => await page.Locator(what).First.ClickAsync(), answer => answer.Request.IsNavigationRequest && answer.Status is < 300 or >= 400);
}
