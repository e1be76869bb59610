using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Analytics.Models;
using Analytics.Models.Observations;
using Analytics.Models.Releases;
using Analytics.Tests.Storage;
using Xunit;

namespace Analytics.Flow.Tests;

/// <summary>
/// Own-written help and job pages, a forum thread and a table of rates, collected from a local web and carried to the platform pages. Beside each
/// page stands what a careful reader takes from it; most of that, and little else, must arrive, word for word, in both languages.
/// </summary>
public sealed partial class StatementFlowTests(PostgresFixture postgres)
{
    private const double Least = 0.9;

    // Written before the reader was, and after it; the latter it has never been made better on.
    private const string First = "StatementPages", Blind = "BlindStatementPages";
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow };

    [Fact]
    public async Task What_the_pages_say_stands_under_its_platform_and_topic_with_its_words_and_source()
    {
        IReadOnlyList<(string Name, ExpectedPage Expected)> pages = [.. Pages(First), .. Pages(Blind)];
        Assert.True(pages.Count >= 30);
        await using var web = await FlowSetting.ServeSavedPagesAsync();
        await using var setting = await FlowSetting.MakeAsync(postgres, web);
        foreach (var folder in new[] { First, Blind })
            await setting.CollectAsync(folder, Pages(folder).Select(p => (p.Name, p.Expected.Address)));
        await setting.StepsAsync("read", "accept", "normalise", "rollup", "estimate", "publish");
        var release = await setting.LatestAsync();

        var (expected, found) = (Told(pages, web), Found(release, web));
        var right = expected.Intersect(found).ToList();
        foreach (var (name, isBlind) in new[] { ("statements", false), ("blind_statements", true) })
        {
            bool Counts(Said s) => s.Page.StartsWith("/blind/", StringComparison.Ordinal) == isBlind;
            Figure(name + "_expected", expected.Count(Counts));
            Figure(name + "_found", found.Count(Counts));
            Figure(name + "_right", right.Count(Counts));
        }

        var wrong = string.Join('\n', found.Except(expected).Select(s => "+ " + s).Concat(expected.Except(found).Select(s => "- " + s)));
        Assert.True(right.Count >= Least * found.Count && right.Count >= Least * expected.Count, $"Of {expected.Count} expected {right.Count} are among {found.Count} found.\n{wrong}");
        var titles = release.Statements.Where(s => s.SourceAddress?.StartsWith(web.Address.ToString(), StringComparison.Ordinal) == true)
            .Select(s => (new Uri(s.SourceAddress!).PathAndQuery, s.SourceTitle)).ToHashSet();
        Assert.Equal("", string.Join('\n', pages.Select(p => (p.Expected.Address, p.Expected.Title)).Except(titles)));
        ClaimsAreThere(release, pages, web);
        await StandOnThePagesAsync(setting, release, pages, web);
    }

    private static void ClaimsAreThere(Release release, IReadOnlyList<(string Name, ExpectedPage Expected)> pages, SavedWeb web)
    {
        foreach (var (_, page) in pages)
        {
            var claims = release.Claims.Where(c => c.PageAddress == new Uri(web.Address, page.Address).ToString())
                .Select(c => (Term.Of(c.Kind), c.Platform, c.AmountMin, c.AmountMax, c.Currency, Term.Of(c.Unit))).Order().ToList();
            Assert.Equal(page.Claims.Select(c => (c.Kind, (string?)c.Platform, c.Min, c.Max, c.Currency, c.Unit)).Order(), claims);
        }
    }

    /// <summary>Each statement that is in the release is on its platform's page, under its topic, with its source's title, address and dates.</summary>
    private static async Task StandOnThePagesAsync(FlowSetting setting, Release release, IReadOnlyList<(string Name, ExpectedPage Expected)> pages, SavedWeb web)
    {
        var byAddress = pages.ToDictionary(p => new Uri(web.Address, p.Expected.Address).ToString(), p => p.Expected);
        using var site = await SiteProgram.StartAsync(setting.ConnectionString);
        foreach (var language in new[] { "en", "id" })
        {
            foreach (var platform in release.Statements.Where(s => s.SourceAddress is { } a && byAddress.ContainsKey(a)).GroupBy(s => s.Platform))
            {
                var page = await site.PageAsync($"/{language}/platforms/{platform.Key}");
                foreach (var said in platform)
                {
                    var topic = Regex.Match(page, $"<div id=\"fact-{Term.Of(said.Topic)}\">.*?(?=<div id=\"fact-|</dl>)", RegexOptions.Singleline).Value;
                    var text = Spaces().Replace(WebUtility.HtmlDecode(Tag().Replace(topic, " ")), " ");
                    Assert.Contains(said.Quote!, text, StringComparison.Ordinal);
                    Assert.Contains(byAddress[said.SourceAddress!].Title, text, StringComparison.Ordinal);
                    Assert.Contains($"href=\"{said.SourceAddress}\"", topic, StringComparison.Ordinal);
                    Assert.Contains(said.Published!.Value.Year.ToString(CultureInfo.InvariantCulture), text, StringComparison.Ordinal);
                    Assert.Contains(said.Seen.Year.ToString(CultureInfo.InvariantCulture), text, StringComparison.Ordinal);
                }
            }

            Assert.Contains(language == "en" ? "Sources differ" : "Sumber berbeda", await site.PageAsync($"/{language}/platforms/prolific"), StringComparison.Ordinal);
        }
    }

    private static HashSet<Said> Told(IReadOnlyList<(string Name, ExpectedPage Expected)> pages, SavedWeb web) =>
        [.. from page in pages
            from s in page.Expected.Statements
            select new Said(new Uri(web.Address, page.Expected.Address).PathAndQuery, s.Platform ?? page.Expected.Platform, s.Topic, s.Value, s.Method,
                string.Join(' ', s.Countries.Order(StringComparer.Ordinal)), s.Quote, page.Expected.Language, page.Expected.Date)];

    private static HashSet<Said> Found(Release release, SavedWeb web) =>
        [.. from s in release.Statements
            where s.Quote is not null && s.SourceAddress!.StartsWith(web.Address.ToString(), StringComparison.Ordinal)
            select new Said(new Uri(s.SourceAddress!).PathAndQuery, s.Platform, Term.Of(s.Topic), s.Value, s.Method,
                string.Join(' ', s.Countries.Order(StringComparer.Ordinal)), s.Quote!, s.QuoteLanguage, s.Published?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))];

    private static IReadOnlyList<(string Name, ExpectedPage Expected)> Pages(string folder) =>
        [.. Directory.GetFiles(Checkout.Fixture(folder, ""), "*.json").Order(StringComparer.Ordinal)
            .Select(f => (Path.GetFileNameWithoutExtension(f), JsonSerializer.Deserialize<ExpectedPage>(File.ReadAllText(f), Json)!))];

    // ./measure reads these lines.
    private static void Figure(string name, int value) => Console.WriteLine($"figure {name} {value.ToString(CultureInfo.InvariantCulture)}");

    private sealed record Said(string Page, string Platform, string Topic, string? Value, string? Method, string Countries, string Quote, string? Language, string? Date);

    private sealed record ExpectedPage(
        string Address, string Title, string Language, string? Date, string Platform, IReadOnlyList<ExpectedStatement> Statements, IReadOnlyList<ExpectedClaim> Claims);

    private sealed record ExpectedStatement(string Topic, string? Value, string Quote)
    {
        public string? Platform { get; init; }
        public string? Method { get; init; }
        public IReadOnlyList<string> Countries { get; init; } = [];
    }

    private sealed record ExpectedClaim(string Kind, string Platform, decimal Min, decimal Max, string Currency, string Unit);

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
