using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Analytics.Models.Storage;
using Analytics.Web.Embeds;
using Analytics.Web.Releases;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;

namespace Analytics.Web.Tests.Embeds;

/// <summary>The page of a sentence, its status, and where it is offered.</summary>
public sealed class SentencePageTests(SentenceSite site) : IClassFixture<SentenceSite>
{
    private const string Cell = "paid-only.prolific.all.all.all.all";

    [Theory]
    [InlineData("en", "What an hour on Prolific pays")]
    [InlineData("id", "Upah satu jam di Prolific")]
    public async Task A_sentence_stands_alone_in_any_frame_and_needs_nothing_else(string lang, string title)
    {
        using var answer = await GetAsync(Id(lang));
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Equal((HttpStatusCode.OK, "text/html"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Equal("public, max-age=300", answer.Headers.CacheControl?.ToString());
        Assert.InRange(page.Length, 500, 15_000);
        Assert.StartsWith("<!DOCTYPE html>", page.TrimStart(), StringComparison.Ordinal);
        Assert.Contains($"<html lang=\"{lang}\">", page, StringComparison.Ordinal);
        Assert.Contains($"<h1>{title}</h1>", page, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(page, "<main>"));
        Assert.Contains($"<title>{title} · PerJam</title>", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotMatch("<script|<img|stylesheet|style=|@import|url\\(", page);
        Assert.Contains(site.Release!.Head.Id, SiteFixture.TextOf(page), StringComparison.Ordinal);
        // A link within the frame would lead to a page that may not stand in one.
        Assert.All(Regex.Matches(page, "<a [^>]*>"), a => Assert.Contains("target=\"_blank\" rel=\"noopener\"", a.Value, StringComparison.Ordinal));
        foreach (Match link in Regex.Matches(page, "<a [^>]*?href=\"(http://localhost)([^\"]*)\""))
            await site.PageAsync(WebUtility.HtmlDecode(link.Groups[2].Value));
        Assert.DoesNotContain("class=\"mark", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_this_page_may_be_framed_and_only_its_own_style_applies()
    {
        using var answer = await GetAsync(Id("en"));
        var policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        Assert.Contains("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors *", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        var style = Regex.Match(await answer.Content.ReadAsStringAsync(), "<style>(.*?)</style>", RegexOptions.Singleline).Groups[1].Value;
        var hash = Convert.ToBase64String(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(style)));
        Assert.Contains($"style-src 'sha256-{hash}'", policy, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("X-Frame-Options"));
        // What is shown in an article where a sentence is missing must be shown there too.
        using var missing = await GetAsync("none");
        Assert.Equal(policy, Assert.Single(missing.Headers.GetValues("Content-Security-Policy")));
        foreach (var other in new[] { $"/e/{Id("en")}/status.json", "/en/platforms/prolific", "/en/corrections", "/e/none/other" })
        {
            using var closed = await site.Browser().GetAsync(new Uri(other, UriKind.Relative));
            Assert.Contains("frame-ancestors 'none'", Assert.Single(closed.Headers.GetValues("Content-Security-Policy")), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task An_unchanged_page_and_status_are_not_sent_again()
    {
        foreach (var address in new[] { Id("id"), Id("id") + "/status.json" })
        {
            using var first = await GetAsync(address);
            using var asking = new HttpRequestMessage(HttpMethod.Get, new Uri("/e/" + address, UriKind.Relative)) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
            using var second = await site.Browser().SendAsync(asking);
            Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        }
    }

    [Fact]
    public async Task The_status_tells_figure_and_release_to_any_origin()
    {
        using var answer = await GetAsync(Id("en") + "/status.json");
        Assert.Equal(("application/json", "public, max-age=60"), (answer.Content.Headers.ContentType?.MediaType, answer.Headers.CacheControl?.ToString()));
        Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        var status = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(
            ["id", "status", "language", "sentence", "figure", "release", "latest", "corrections", "address", "page", "corrections_feed"], status.EnumerateObject().Select(p => p.Name));
        var cell = site.Release!.Cells.Single(c => c.Cell == SentenceSite.Prolific && c.Measure == Models.Rollups.PayMeasure.PaidOnly);
        var figure = status.GetProperty("figure");
        Assert.Equal(("current", "en", Id("en")), (Text(status, "status"), Text(status, "language"), Text(status, "id")));
        Assert.Equal((cell.Typical, cell.Low, cell.High, cell.P25, cell.P75), (Number(figure, "value"), Number(figure, "low"), Number(figure, "high"), Number(figure, "p25"), Number(figure, "p75")));
        Assert.Equal((cell.Contributors, "USD", "hour", "paid-only", "self-report", "direct"),
            (figure.GetProperty("n").GetInt32(), Text(figure, "currency"), Text(figure, "unit"), Text(figure, "measure"), Text(figure, "kind"), Text(figure, "basis")));
        Assert.Equal((site.Release.Head.Id, 1, "2026-11-21"), (Text(status.GetProperty("release"), "id"), status.GetProperty("release").GetProperty("number").GetInt32(), Text(status.GetProperty("release"), "date")));
        Assert.True(JsonElement.DeepEquals(figure, status.GetProperty("latest").GetProperty("figure")));
        Assert.Empty(status.GetProperty("corrections").EnumerateArray());
        Assert.Contains(Text(status, "sentence")!, WebUtility.HtmlDecode(await site.PageAsync("/e/" + Id("en"))), StringComparison.Ordinal);
        foreach (var name in new[] { "address", "page", "corrections_feed" })
            await site.PageAsync(Text(status, name)!);
    }

    [Theory]
    [InlineData("{release}.fr.paid-only.prolific.all.all.all.all", 400)]
    [InlineData("{release}.en.paid-only.%3Cscript%3Ealert(1)%3C%2Fscript%3E.all.all.all.all", 400)]
    [InlineData("%3Cimg%20src=x%20onerror=alert(1)%3E", 400)]
    [InlineData("..%2F..%2Fetc%2Fpasswd", 400)]
    [InlineData("{release}.en.paid-only.prolific.all.all.all.all%0A", 400)]
    [InlineData("{release}.en.paid-only.prolific.all.all.all.all'%20or%201=1", 400)]
    [InlineData("none.en.paid-only.prolific.all.all.all.all", 404)]
    [InlineData("{release}.en.paid-only.none.all.all.all.all", 404)]
    [InlineData("{release}.id.paid-only.prolific.survey.all.all.all", 404)]
    [InlineData("{release}.en.all-in.prolific.all.all.all.2026Q3", 404)]
    public async Task What_is_no_sentence_is_said_so_and_nothing_of_it_comes_back(string id, int status)
    {
        id = id.Replace("{release}", site.Release!.Head.Id, StringComparison.Ordinal);
        using var page = await GetAsync(id);
        using var json = await GetAsync(id + "/status.json");
        Assert.Equal((status, status), ((int)page.StatusCode, (int)json.StatusCode));
        Assert.Equal(("text/html", "application/problem+json"), (page.Content.Headers.ContentType?.MediaType, json.Content.Headers.ContentType?.MediaType));
        foreach (var answer in new[] { page, json })
        {
            var content = await answer.Content.ReadAsStringAsync();
            Assert.Equal("no-cache", answer.Headers.CacheControl?.ToString());
            Assert.DoesNotMatch("alert|onerror|passwd|1=1", content);
            Assert.InRange(content.Length, 100, 5_000);
        }

        Assert.Contains(status == 400 ? "This is no sentence’s address" : "There is no such sentence", await json.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_very_long_address_is_refused_at_once()
    {
        using var answer = await GetAsync(new string('a', 10_000));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.InRange((await answer.Content.ReadAsStringAsync()).Length, 100, 5_000);
    }

    [Fact]
    public async Task A_missing_sentence_is_told_in_its_language_and_what_is_none_in_the_readers()
    {
        using var missing = await GetAsync("none.id.paid-only.prolific.all.all.all.all");
        Assert.Contains("Kalimat ini tidak ada", await missing.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var asking = new HttpRequestMessage(HttpMethod.Get, new Uri("/e/x", UriKind.Relative));
        asking.Headers.TryAddWithoutValidation("Accept-Language", "id");
        using var malformed = await site.Browser().SendAsync(asking);
        Assert.Contains("<html lang=\"id\">", await malformed.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Accept-Language", malformed.Headers.Vary);
    }

    [Theory]
    [InlineData("/en/platforms/prolific", 1)]
    [InlineData("/id/platforms/mturk", 2)]
    [InlineData("/en/platforms/none-known", 0)]
    [InlineData("/id/tasks/survey", 2)]
    public async Task A_page_offers_the_sentences_of_its_headline_to_be_copied(string address, int n)
    {
        if (n == 0)
            address = $"/en/platforms/{site.Release!.Platforms.First(p => !site.Release.Cells.Any(c => c.Cell.Platform == p.Slug)).Slug}";
        var page = await site.PageAsync(address);
        var offered = Regex.Matches(page, "<blockquote cite=\"http://localhost(/e/[^\"]+)\"><p id=\"cite-\\d\">(.*?)</p>", RegexOptions.Singleline);
        Assert.Equal(n, offered.Count);
        foreach (Match one in offered)
        {
            var shown = await site.PageAsync(one.Groups[1].Value);
            var words = WebUtility.HtmlDecode(one.Groups[2].Value);
            Assert.Equal(words, Words(shown));
            Assert.Equal(SentenceId.Find(one.Groups[1].Value[3..])?.Language.Code, address[1..3]);
            // What is pasted is HTML of its own.
            var pasted = XElement.Parse(WebUtility.HtmlDecode(Regex.Matches(page, "<textarea[^>]*>(.*?)</textarea>", RegexOptions.Singleline)
                .Select(t => t.Groups[1].Value).First(t => t.Contains(one.Groups[1].Value, StringComparison.Ordinal) && t.StartsWith("&lt;p", StringComparison.Ordinal))));
            Assert.StartsWith(words, pasted.Value, StringComparison.Ordinal);
            Assert.EndsWith(one.Groups[1].Value, pasted.Element("a")!.Attribute("href")!.Value, StringComparison.Ordinal);
        }

        Assert.Equal(n, Regex.Count(page, "&lt;iframe src="));
    }

    [Theory]
    [InlineData("en", "Not checked just now.")]
    [InlineData("id", "Belum diperiksa saat ini.")]
    public async Task Where_the_log_cannot_be_read_nothing_is_claimed(string lang, string words)
    {
        var release = new ShownRelease(site.Release!);
        var sentence = Sentence.Of(release, SentenceId.Find(Id(lang))!.Value)!;
        var shown = new ShownSentence(sentence, null, release, sentence, null);
        Assert.Null(SentenceStatus.Of(shown, "http://localhost"));
        Assert.Equal(words, Assert.Single(SentenceView.Of(shown, "http://localhost").Marks).Title + ".");

        // The log is away; the release is in memory.
        await using var away = site.WithWebHostBuilder(host => host.ConfigureTestServices(services => services.AddSingleton(
            new PublishedLog(new(Database.Open("Host=127.0.0.1;Port=1;Username=none;Database=none;Timeout=1")), TimeProvider.System, NullLogger<PublishedLog>.Instance))));
        using var browser = away.CreateClient();
        using var page = await browser.GetAsync(new Uri("/e/" + Id(lang), UriKind.Relative));
        Assert.Equal((HttpStatusCode.OK, "no-cache"), (page.StatusCode, page.Headers.CacheControl?.ToString()));
        Assert.Contains(words, await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var status = await browser.GetAsync(new Uri($"/e/{Id(lang)}/status.json", UriKind.Relative));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "no-cache"), (status.StatusCode, status.Headers.CacheControl?.ToString()));
        using var feed = await browser.GetAsync(new Uri("/corrections.xml", UriKind.Relative));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, feed.StatusCode);
    }

    private static string Words(string page) => WebUtility.HtmlDecode(Regex.Match(page, "<p id=\"sentence\">(.*?)</p>", RegexOptions.Singleline).Groups[1].Value);

    private string Id(string lang) => $"{site.Release!.Head.Id}.{lang}.{Cell}";

    private async Task<HttpResponseMessage> GetAsync(string id) => await site.Browser().GetAsync(new Uri("/e/" + id, UriKind.Relative));

    private static string? Text(JsonElement of, string name) => of.GetProperty(name).GetString();

    private static decimal? Number(JsonElement of, string name) => of.GetProperty(name) is { ValueKind: JsonValueKind.Number } number ? number.GetDecimal() : null;
}

/// <summary>Sentences before there is a release.</summary>
public sealed class NoSentenceYetTests(NewSite site) : IClassFixture<NewSite>
{
    [Fact]
    public async Task Before_the_first_release_patience_is_asked_for()
    {
        foreach (var (address, type) in new[] { ("/e/8c1f.en.paid-only.mturk.all.all.all.all", "text/html"), ("/e/8c1f.en.paid-only.mturk.all.all.all.all/status.json", "application/problem+json") })
        {
            using var answer = await site.Browser().GetAsync(new Uri(address, UriKind.Relative));
            Assert.Equal((HttpStatusCode.ServiceUnavailable, type), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        }
    }
}

/// <summary>Sentences of simulated reports.</summary>
public sealed class SimulatedSentenceTests(DemoSite site) : IClassFixture<DemoSite>
{
    [Theory]
    [InlineData("en", "Simulated data")]
    [InlineData("id", "Data simulasi")]
    public async Task The_page_says_so_outside_the_sentence_too(string lang, string words)
    {
        var page = await site.PageAsync($"/e/{site.Release!.Head.Id}.{lang}.paid-only.prolific.all.all.all.all");
        Assert.Contains($"<strong>{words}.</strong>", page, StringComparison.Ordinal);
        Assert.Contains($"<p id=\"sentence\">{words}", page, StringComparison.Ordinal);
    }
}
