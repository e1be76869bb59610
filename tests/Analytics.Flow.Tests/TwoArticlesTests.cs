using System.Net;
using System.Text.RegularExpressions;
using Analytics.Tests.Storage;
using Xunit;

namespace Analytics.Flow.Tests;

/// <summary>
/// The two articles that the project began with, from the files in <c>../shared/corpus</c> (evaluate only, so they are not shipped) to the pages.
/// Skipped where that folder is not.
/// </summary>
public sealed partial class TwoArticlesTests(PostgresFixture postgres)
{
    private static readonly (string File, string Address, string Date)[] Articles =
    [
        ("seed-000_dd8f7a05d12c2bf5.txt", "https://news.example/mturk-2025", "2025-02-23"),
        ("seed-004_231de6692750c059.txt", "https://news.example/micro1-2025", "2025-09-20"),
    ];

    [Fact]
    public async Task The_pages_show_exactly_their_figures_in_both_languages_with_quotes()
    {
        var corpus = Path.Combine(Checkout.Root, "..", "shared", "corpus");
        if (!Directory.Exists(corpus))
            Assert.Skip("../shared/corpus is not here.");
        await using var web = await FlowSetting.ServeSavedPagesAsync();
        await using var setting = await FlowSetting.MakeAsync(postgres, web);
        foreach (var (file, address, date) in Articles)
            Assert.Equal(0, (await setting.IngestAsync("collect", Path.Combine(corpus, file), "--address", address, "--date", date, "--language", "id")).Code);
        foreach (var step in new[] { "read", "accept", "normalise", "rollup", "estimate", "publish" })
            Assert.Equal(0, (await setting.IngestAsync("step", step)).Code);
        using var site = await SiteProgram.StartAsync(setting.ConnectionString);

        await SaysAsync(site, "/en/platforms/mturk",
            "more than $600 in total for more than 2,500 tasks", "about $0.24 a task", "the hours are not stated", "2500 tugas dan menghasilkan lebih dari $600");
        await SaysAsync(site, "/id/platforms/mturk?currency=USD",
            "lebih dari $600", "lebih dari 2.500 tugas", "$0,24", "2500 tugas dan menghasilkan lebih dari $600");
        await SaysAsync(site, "/en/platforms/micro1",
            "$200 per hour", "US$200 per jam", "almost $300,000", "hampir menyentuh US$300.000", "CNBC Make It", "3,5 jam setiap malam", "1,500", "429", "$256,200", "$43,800");
        await SaysAsync(site, "/id/platforms/micro1?currency=USD",
            "$200 per jam", "hampir $300.000", "3,5 jam setiap malam", "1.500", "429", "$256.200", "$43.800");
        foreach (var language in new[] { "en", "id" })
        {
            await StateAsync(site, $"/{language}/platforms/mturk",
                ("payout-method", "deposit bank"), ("payout-method", "kartu hadiah Amazon"), ("qualification", "sistem kualifikasi"), ("qualification", "Semakin tinggi kualifikasi"),
                ("newcomers", "Pengguna baru"), ("work-content", "pelabelan gambar"), ("tasks-done", "2500 tugas"));
            await StateAsync(site, $"/{language}/platforms/micro1",
                ("working-time", "3,5 jam setiap malam"), ("who-may-join", "merekrut para ahli"), ("work-content", "Menguji respons AI"), ("work-content", "Menyempurnakan dataset"));
            var page = await ReadAsync(site, $"/{language}/platforms/micro1");
            Assert.DoesNotContain("5.000.000.000", page, StringComparison.Ordinal);
            Assert.DoesNotContain("5,000,000,000", page, StringComparison.Ordinal);
        }
    }

    private static async Task SaysAsync(SiteProgram site, string path, params string[] wanted)
    {
        var page = await ReadAsync(site, path);
        foreach (var words in wanted)
            Assert.True(page.Contains(words, StringComparison.Ordinal), $"{path} does not say '{words}': {page}");
        Assert.Contains("https://news.example/", await new HttpClient().GetStringAsync(new Uri(site.Address, path)), StringComparison.Ordinal);
    }

    /// <summary>Each statement stands under its topic, with the address and date of its article.</summary>
    private static async Task StateAsync(SiteProgram site, string path, params (string Topic, string Words)[] wanted)
    {
        var page = await site.PageAsync(path);
        foreach (var (topic, words) in wanted)
        {
            var part = Regex.Match(page, $"<div id=\"fact-{topic}\">.*?(?=<div id=\"fact-|</dl>)", RegexOptions.Singleline).Value;
            Assert.Contains(words, WebUtility.HtmlDecode(part), StringComparison.Ordinal);
            Assert.Contains("href=\"https://news.example/", part, StringComparison.Ordinal);
            Assert.Contains("2025", part, StringComparison.Ordinal);
        }
    }

    // What a reader sees: the text without markup, white space folded.
    private static async Task<string> ReadAsync(SiteProgram site, string path)
    {
        using var client = new HttpClient();
        var markup = await client.GetStringAsync(new Uri(site.Address, path));
        return Spaces().Replace(WebUtility.HtmlDecode(Tag().Replace(markup, " ")).Replace('\u00a0', ' '), " ");
    }

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
