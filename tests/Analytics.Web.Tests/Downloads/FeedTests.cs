using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Analytics.Models.Corrections;
using Analytics.Web.Downloads;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Web.Tests.Downloads;

/// <summary>The feed, held against RFC 4287.</summary>
public sealed class FeedTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.FromHours(7));

    [Fact]
    public void A_feed_is_valid_whatever_its_words_are()
    {
        var feed = new AtomFeed("a", "id", "T & <b>", "PerJam", "CC", "http://x.example/feed.xml?lang=id&a=1", "http://x.example/id/",
            [new("one", "]]> ", "<p>&amp;", "http://x.example/?a&b", Now, Now.AddHours(1)), new("two", "", "ü", "http://x.example/#c", Now, Now)]).Write();
        var read = XDocument.Parse(feed.ToString());
        IsValid(read, "id");
        Assert.Equal("2026-11-23T04:00:00Z", read.Root!.Element(Atom + "updated")!.Value);
        Assert.Equal(["]]> ", ""], read.Root.Elements(Atom + "entry").Select(e => e.Element(Atom + "title")!.Value));
    }

    [Fact]
    public void A_feed_without_entries_is_as_old_as_its_beginning()
    {
        var feed = new AtomFeed("a", "en", "T", "PerJam", "CC", "http://x.example/a.xml", "http://x.example/", []) { Begun = Now }.Write();
        IsValid(XDocument.Parse(feed.ToString()), "en", "2026-11-23T03:00:00Z");
    }

    [Theory]
    [InlineData("en", "PerJam: corrections", "Error corrected: Prolific", "It paid less.")]
    [InlineData("id", "PerJam: koreksi", "Kekeliruan dikoreksi: Prolific", "Upahnya kurang dari itu.")]
    public async Task What_was_put_right_has_a_feed_of_its_own(string lang, string title, string correction, string sentence)
    {
        var store = site.Services.GetRequiredService<CorrectionStore>();
        var corrected = Correction.Receive(CorrectionWay.Error, "/platforms/prolific", "private words", lang, Now);
        var refused = Correction.Receive(CorrectionWay.Error, "/platforms/prolific", "private words", lang, Now);
        foreach (var (request, state) in new[] { (corrected, CorrectionState.Corrected), (refused, CorrectionState.Refused) })
        {
            await store.ReceiveAsync(request, CancellationToken.None);
            await store.AnswerAsync(request.Receipt, new(state, "It paid less.", "Upahnya kurang dari itu.", null, null, site.Release!.Head.Id), Now, CancellationToken.None);
        }

        // Another site process, which has not read the log yet.
        await using var fresh = site.WithWebHostBuilder(_ => { });
        using var answer = await fresh.CreateClient().GetAsync(new Uri($"/corrections.xml?lang={lang}", UriKind.Relative));
        var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync());
        IsValid(feed, lang);
        Assert.Equal("public, max-age=60", answer.Headers.CacheControl?.ToString());
        Assert.Equal((title, $"http://localhost/corrections.xml?lang={lang}", $"http://localhost/{lang}/corrections"), (feed.Root!.Element(Atom + "title")!.Value, Link(feed.Root, "self"), Link(feed.Root, "alternate")));
        var entry = feed.Root.Elements(Atom + "entry").Single(e => Link(e, "alternate").EndsWith(corrected.Id, StringComparison.Ordinal));
        Assert.Equal((correction, sentence), (entry.Element(Atom + "title")!.Value, entry.Element(Atom + "summary")!.Value));
        Assert.DoesNotContain(refused.Id, feed.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain($"release={site.Release!.Head.Id}", feed.ToString(), StringComparison.Ordinal);
        Assert.Contains($"href=\"/corrections.xml?lang={lang}\"", await site.PageAsync($"/{lang}/corrections"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_id_is_made_from_what_it_names_and_stays()
    {
        Assert.Equal("urn:uuid:378d73d8-637e-8a91-ba88-1b750792c6e5", AtomFeed.IdOf("release a en"));
        Assert.NotEqual(AtomFeed.IdOf("release a en"), AtomFeed.IdOf("release a id"));
        Assert.Matches("^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$", AtomFeed.IdOf("feed en"));
    }

    [Theory]
    [InlineData("en", "Release 1", "Error corrected: /data", "It was <wrong> & is right.")]
    [InlineData("id", "Rilis 1", "Kekeliruan dikoreksi: /data", "Dulu <keliru> & kini benar.")]
    public async Task Releases_and_corrections_are_in_it_and_lead_to_their_pages(string lang, string release, string correction, string sentence)
    {
        var store = site.Services.GetRequiredService<CorrectionStore>();
        var request = Correction.Receive(CorrectionWay.Error, "/data", "private words", lang, Now) with { Contact = "private@b.example" };
        await store.ReceiveAsync(request, CancellationToken.None);
        await store.ReceiveAsync(Correction.Receive(CorrectionWay.Error, "/", "open words", lang, Now), CancellationToken.None);
        await store.AnswerAsync(request.Receipt, new(CorrectionState.Corrected, "It was <wrong> & is right.", "Dulu <keliru> & kini benar.", null, null, site.Release!.Head.Id), Now, CancellationToken.None);

        // An encoding of its own keeps each asking apart from what was kept for others.
        using var asking = new HttpRequestMessage(HttpMethod.Get, new Uri($"/feed.xml?lang={lang}", UriKind.Relative));
        asking.Headers.TryAddWithoutValidation("Accept-Encoding", $"{request.Id};q=1");
        using var answer = await site.Browser().SendAsync(asking);
        var feed = XDocument.Parse(await answer.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        IsValid(feed, lang);
        Assert.Equal($"http://localhost/feed.xml?lang={lang}", Link(feed.Root!, "self"));
        var entries = feed.Root!.Elements(Atom + "entry").ToList();
        Assert.Equal($"http://localhost/{lang}/?release={site.Release.Head.Id}", Link(entries.Single(e => e.Element(Atom + "title")!.Value == release), "alternate"));
        var corrected = entries.Single(e => e.Element(Atom + "title")!.Value == correction && Link(e, "alternate").EndsWith(request.Id, StringComparison.Ordinal));
        Assert.Equal(($"http://localhost/{lang}/corrections#c-{request.Id}", sentence), (Link(corrected, "alternate"), corrected.Element(Atom + "summary")!.Value));
        Assert.DoesNotMatch("private|open words", feed.ToString());
        Assert.DoesNotContain(request.Receipt, feed.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unchanged_feed_is_not_sent_again()
    {
        using var browser = site.Browser();
        using var first = await browser.GetAsync(new Uri("/feed.xml?lang=id", UriKind.Relative));
        using var again = new HttpRequestMessage(HttpMethod.Get, new Uri("/feed.xml?lang=id", UriKind.Relative)) { Headers = { IfNoneMatch = { first.Headers.ETag! } } };
        using var second = await browser.SendAsync(again);
        Assert.Equal((HttpStatusCode.NotModified, 0), (second.StatusCode, (await second.Content.ReadAsByteArrayAsync()).Length));
    }

    [Theory]
    [InlineData("en")]
    [InlineData("id")]
    public async Task Every_page_names_the_feed_of_its_language(string lang) => Assert.Matches(
        $"<link rel=\"alternate\" type=\"application/atom\\+xml\" title=\"[^\"]+\" href=\"/feed.xml\\?lang={lang}\">", await site.PageAsync($"/{lang}/"));

    // RFC 4287, sections 4.1.1 and 4.1.2: what must be there once, what may be there once, and what the values are.
    private static void IsValid(XDocument document, string lang, string? begun = null)
    {
        var feed = document.Root!;
        Assert.Equal((Atom + "feed", lang), (feed.Name, feed.Attribute(XNamespace.Xml + "lang")!.Value));
        Assert.Single(feed.Elements(Atom + "author").Elements(Atom + "name"));
        Assert.Single(Links(feed, "self"));
        var all = feed.Elements(Atom + "entry").Append(feed).ToList();
        foreach (var one in all)
        {
            foreach (var name in new[] { "id", "title", "updated" })
                Assert.Single(one.Elements(Atom + name));
            Assert.True(Uri.IsWellFormedUriString(one.Element(Atom + "id")!.Value, UriKind.Absolute));
            Assert.Single(Links(one, "alternate"));
            Assert.All(one.Elements(Atom + "link"), l => Assert.True(Uri.TryCreate(l.Attribute("href")!.Value, UriKind.Absolute, out _)));
            Assert.All(one.Elements(Atom + "updated").Concat(one.Elements(Atom + "published")), t => Assert.True(
                DateTimeOffset.TryParseExact(t.Value, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _), t.Value));
        }

        Assert.Equal(all.Count, all.Select(e => e.Element(Atom + "id")!.Value).Distinct().Count());
        Assert.Equal(feed.Element(Atom + "updated")!.Value, begun ?? feed.Elements(Atom + "entry").Max(e => e.Element(Atom + "updated")!.Value));
        Assert.All(feed.Descendants().Where(e => e.Name.LocalName is "title" or "summary" or "rights"), e => Assert.True(e.Attribute("type") is null && !e.HasElements));
    }

    private static IEnumerable<XElement> Links(XElement of, string rel) => of.Elements(Atom + "link").Where(l => l.Attribute("rel")!.Value == rel);

    private static string Link(XElement of, string rel) => Links(of, rel).Single().Attribute("href")!.Value;
}

/// <summary>The feed before there is anything to tell.</summary>
public sealed class EmptyFeedTests(NewSite site) : IClassFixture<NewSite>
{
    [Fact]
    public async Task Before_the_first_release_the_feed_asks_for_patience()
    {
        using var answer = await site.Browser().GetAsync(new Uri("/feed.xml", UriKind.Relative));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
    }
}
