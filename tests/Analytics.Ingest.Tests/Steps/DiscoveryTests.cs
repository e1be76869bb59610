using System.IO.Compression;
using System.Text;
using Analytics.Models.Sources;
using Analytics.Models.Storage;
using Analytics.Tests.Storage;
using Dapper;
using Xunit;

namespace Analytics.Ingest.Tests.Steps;

/// <summary>Feeds and sitemaps over nights, on a real database and a real web on loopback.</summary>
public sealed class DiscoveryTests(PostgresFixture postgres)
{
    private const string Page = "<!doctype html><html lang=\"en\"><body><article><h1>Evenings</h1><p>Dewi, a nurse, earned ${0} an hour on Prolific last spring, answering surveys after her shift.</p></article></body></html>";

    [Fact]
    public async Task Pages_of_a_feed_are_found_read_looked_at_again_and_marked_when_gone()
    {
        var connection = await postgres.CreateConnectionStringAsync();
        await using var web = await NightlyWeb.StartAsync(connection);
        await web.WatchAsync("/feed", SourceKind.Feed);
        Feed(web, "a", "b", "c");
        foreach (var name in (string[])["a", "b", "c"])
            web.Put($"/{name}", Page.Replace("{0}", $"1{name[0] - 'a'}", StringComparison.Ordinal));

        var first = (await web.NightAsync("collect", "read"))[0];
        Assert.Equal("/feed 200 /a 200 /b 200 /c 200", web.Asked());
        Assert.Equal("4 of 4 addresses answered. Lists name 3 pages: 3 new, 0 changed.", first.Sentence);
        Assert.Equal((true, 3, 3, 4), (first.Changed, first.Counts["named"], first.Counts["new"], first.Counts["fetched"]));
        Assert.Equal([$"{web.At("/a")} by {web.At("/feed")} page 'About a' en", $"{web.At("/b")} by {web.At("/feed")} page 'About b' en", $"{web.At("/c")} by {web.At("/feed")} page 'About c' en"],
            await TextsAsync(connection, "select address || ' by ' || found_by || ' ' || kind || ' ''' || title || ''' ' || language from perjam.source where origin = 'found' order by address"));
        Assert.Equal("3 claims on 3 pages", await ClaimsAsync(connection));

        var second = (await web.NightAsync("collect", "read"))[0];
        Assert.Equal("/feed 304 /a 304 /b 304 /c 304", web.Asked());
        Assert.False(second.Changed);

        web.Put("/a", Page.Replace("{0}", "25", StringComparison.Ordinal));
        web.Remove("/b");
        var third = await web.NightAsync("collect", "read");
        Assert.Equal("/feed 304 /a 200 /b 404 /c 304", web.Asked());
        Assert.True(third[0].Changed);
        Assert.Contains(web.At("/b"), Assert.Single(third[0].Troubles), StringComparison.Ordinal);
        Assert.Equal(1, third[1].Counts["pages"]);
        Assert.Equal([$"{web.At("/b")} vanished without text"], await TextsAsync(connection,
            "select address || ' vanished ' || case when content is null then 'without text' else 'with text' end from perjam.source_page where vanished_at is not null"));
        Assert.Equal("4 claims on 4 pages", await ClaimsAsync(connection));

        // Named no more, it stays; gone, it is asked for less and less.
        Feed(web, "c");
        await web.CollectAsync();
        Assert.Equal("/feed 200 /a 304 /b 404 /c 304", web.Asked().Replace("/c 304 /a 304 /b 404", "/a 304 /b 404 /c 304", StringComparison.Ordinal));
        await web.CollectAsync();
        Assert.DoesNotContain("/b", web.Asked(), StringComparison.Ordinal);
        await web.CollectAsync();
        Assert.Contains("/b 404", web.Asked(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_is_read_again_when_the_readers_version_rose()
    {
        var connection = await postgres.CreateConnectionStringAsync();
        await using var web = await NightlyWeb.StartAsync(connection);
        await web.WatchAsync("/a", SourceKind.Page);
        web.Put("/a", Page.Replace("{0}", "11", StringComparison.Ordinal));
        await web.NightAsync("collect", "read");
        Assert.Equal(0, (await web.NightAsync("collect", "read"))[1].Counts["pages"]);

        // As if another version had read it.
        await ExecuteAsync(connection, "begin; alter table perjam.claim disable trigger all; update perjam.claim set reader_version = '0'; alter table perjam.statement disable trigger all; update perjam.statement set reader_version = '0'; update perjam.page_reading set reader_version = '0'; commit");
        web.Asked();
        var again = await web.NightAsync("collect", "read");
        Assert.Equal("/a 304", web.Asked());
        Assert.Equal((1, 1), (again[1].Counts["pages"], again[1].Counts["claims"]));
    }

    [Fact]
    public async Task A_page_whose_list_states_a_change_is_read_at_once_and_an_old_one_rests()
    {
        await using var web = await NightlyWeb.StartAsync(await postgres.CreateConnectionStringAsync());
        await web.WatchAsync("/sitemap.xml", SourceKind.Sitemap);
        web.Put("/old", Page);
        web.Put("/new", Page);
        Sitemap(web, ("/old", web.Now.AddDays(-500)), ("/new", web.Now));
        await web.CollectAsync();
        Assert.Equal("/sitemap.xml 200 /new 200 /old 200", web.Asked());
        await web.CollectAsync();
        Assert.Equal("/sitemap.xml 304 /new 304", web.Asked());

        Sitemap(web, ("/old", web.Now), ("/new", web.Now.AddDays(-1)));
        var changed = await web.CollectAsync();
        Assert.Equal("/sitemap.xml 200 /old 304 /new 304", web.Asked());
        Assert.Equal((2, 0, 2), (changed.Counts["named"], changed.Counts["new"], changed.Counts["changed"]));
    }

    [Fact]
    public async Task An_index_leads_to_its_sitemaps_packed_or_nested_and_only_to_those_that_changed()
    {
        await using var web = await NightlyWeb.StartAsync(await postgres.CreateConnectionStringAsync());
        await web.WatchAsync("/index.xml", SourceKind.Sitemap);
        void Index(string path, params string[] entries) => web.Put(path, $"<sitemapindex>{string.Concat(entries.Select(e => $"<sitemap>{e}</sitemap>"))}</sitemapindex>", "application/xml");
        string Dated(string path, DateTimeOffset at) => $"<loc>{{site}}{path}</loc><lastmod>{at:yyyy-MM-ddTHH:mm:ssZ}</lastmod>";
        Index("/index.xml", Dated("/one.xml.gz", web.Now.AddDays(-3)), "<loc>{site}/two.xml</loc>", "<loc>https://elsewhere.example/three.xml</loc>", "<loc>{site}/nested.xml</loc>", "<loc>{site}/index.xml</loc>");
        Index("/nested.xml", "<loc>{site}/deep.xml</loc>", "<loc>{site}/index.xml</loc>");
        Index("/deep.xml", "<loc>{site}/too-deep.xml</loc>");
        web.Put("/one.xml.gz", Packed($"<urlset><url><loc>{web.At("/a")}</loc></url></urlset>"), "application/x-gzip");
        web.Put("/two.xml", "<urlset><url><loc>{site}/b</loc></url></urlset>", "application/xml");
        web.Put("/a", Page);
        web.Put("/b", Page);

        var first = await web.CollectAsync();
        Assert.Equal("/index.xml 200 /one.xml.gz 200 /nested.xml 200 /two.xml 200 /deep.xml 200 /b 200 /a 200", web.Asked());
        Assert.Equal((2, true), (first.Counts["new"], first.Troubles.Count == 0));
        await web.CollectAsync();
        Assert.Equal("/index.xml 304 /nested.xml 304 /two.xml 304 /deep.xml 304 /b 304 /a 304", web.Asked());

        // One changed by its index, one not named any more.
        Index("/index.xml", Dated("/one.xml.gz", web.Now.AddHours(1)));
        await web.CollectAsync();
        Assert.Equal("/index.xml 200 /one.xml.gz 304 /b 304 /a 304", web.Asked());

        web.Bounds = new() { DocumentsPerList = 2 };
        Index("/index.xml", "<loc>{site}/two.xml</loc>", "<loc>{site}/nested.xml</loc>");
        var left = await web.CollectAsync();
        Assert.Equal(2, left.Counts["left-sitemaps"]);
        Assert.Contains("Left for another night: 2 (sitemaps", left.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_large_sitemap_does_not_flood_the_night()
    {
        var connection = await postgres.CreateConnectionStringAsync();
        await using var web = await NightlyWeb.StartAsync(connection);
        web.Bounds = new() { PagesPerHost = 3, PagesPerList = 2_000 };
        await web.WatchAsync("/sitemap.xml", SourceKind.Sitemap);
        Sitemap(web, [.. Enumerable.Range(0, 2_500).Select(i => ($"/{i}", web.Now.AddDays(-1).AddMinutes(-i)))]);
        for (var i = 0; i < 10; i++)
            web.Put($"/{i}", Page);

        var first = await web.CollectAsync();
        Assert.Equal("/sitemap.xml 200 /0 200 /1 200 /2 200", web.Asked());
        Assert.Equal((2_500, 2_000, 1_997), (first.Counts["named"], first.Counts["new"], first.Counts["left-host"]));
        Assert.Contains("1997 (a host is asked for at most 3 a night)", first.Sentence, StringComparison.Ordinal);
        Assert.Contains("names 500 more pages than the 2000", Assert.Single(first.Troubles), StringComparison.Ordinal);
        Assert.Equal(["1999"], await TextsAsync(connection, "select max(substring(address from '[0-9]+$')::int)::text from perjam.source where origin = 'found'"));

        // Asked for again the same night, nothing more; the next night goes on, looking at one known page beside.
        await web.DoAsync(session => session.Step("collect")!.RunAsync(new Progress<Ingest.Steps.StepProgress>(), CancellationToken.None));
        Assert.Equal("/sitemap.xml 304", web.Asked());
        web.Bounds = new() { PagesPerHost = 4, PagesPerList = 2_000 };
        await web.CollectAsync();
        Assert.Equal("/sitemap.xml 304 /3 200 /4 200 /5 200 /0 304", web.Asked());
    }

    [Theory]
    [InlineData("<rss><channel><item>", "unreadable", "is broken XML")]
    [InlineData("<html><body>Moved</body></html>", "unreadable", "is a web page, not a feed or sitemap")]
    [InlineData("<rss><channel><item><link>{site}/a</link></item><item><title>R & D", "fetched", "is broken XML")]
    public async Task A_broken_feed_is_told_and_read_when_it_is_mended(string broken, string outcome, string said)
    {
        await using var web = await NightlyWeb.StartAsync(await postgres.CreateConnectionStringAsync());
        await web.WatchAsync("/feed", SourceKind.Feed);
        web.Put("/feed", broken, "application/rss+xml");
        var told = await web.CollectAsync();
        Assert.Contains($"{web.At("/feed")} {said}", told.Troubles[0], StringComparison.Ordinal);
        await web.DoAsync(async session =>
        {
            var state = Assert.Single(await session.Sources.StatesAsync(CancellationToken.None));
            Assert.Equal(outcome, state.Outcome);
            Assert.Contains(said, state.Sentence, StringComparison.Ordinal);
        });
        Feed(web, "a", "b");
        Assert.Equal(outcome == "fetched" ? 1 : 2, (await web.CollectAsync()).Counts["new"]);
    }

    [Fact]
    public async Task Words_hosts_and_tracking_decide_what_is_found()
    {
        var connection = await postgres.CreateConnectionStringAsync();
        await using var web = await NightlyWeb.StartAsync(connection);
        web.Bounds = new() { PagesPerHost = 0 };
        Task<List<string>> FoundAsync() => TextsAsync(connection, "select address from perjam.source where origin = 'found' order by address");
        await web.WatchAsync("/feed", SourceKind.Feed, words: "mturk");
        web.Put("/feed", """
            <rss><channel><item><title>MTurk pay</title><link>{site}/1?utm_source=rss#top</link></item><item><title>MTurk pay</title><link>{site}/1?fbclid=2</link></item>
            <item><title>Chili prices</title><link>{site}/2</link></item><item><title>MTurk elsewhere</title><link>https://other.example/mturk</link></item>
            <item><title>MTurk inside</title><link>http://user:pass@other.example/mturk</link></item><item><title>MTurk port</title><link>http://other.example:8080/mturk</link></item></channel></rss>
            """, "text/xml");
        var first = await web.CollectAsync();
        Assert.Equal([web.At("/1")], await FoundAsync());
        await web.DoAsync(async session => Assert.Contains("names 6 pages; 1 new, 0 changed, 3 that it may not name, 1 passed over by its words",
            (await session.Sources.StatesAsync(CancellationToken.None))[0].Sentence, StringComparison.Ordinal));

        // Other words, and the same feed is read in full again.
        await web.WatchAsync("/feed", SourceKind.Feed, words: "mturk|chili", otherHosts: true);
        web.Asked();
        await web.CollectAsync();
        Assert.Equal("/feed 200", web.Asked());
        Assert.Equal([web.At("/1"), web.At("/2"), "https://other.example/mturk"], await FoundAsync());
        await web.CollectAsync();
        Assert.Equal("/feed 304", web.Asked());
    }

    [Fact]
    public async Task A_list_unwatched_takes_its_pages_along_but_for_those_another_names()
    {
        await using var web = await NightlyWeb.StartAsync(await postgres.CreateConnectionStringAsync());
        await web.WatchAsync("/feed", SourceKind.Feed);
        await web.WatchAsync("/sitemap.xml", SourceKind.Sitemap);
        Feed(web, "a", "b", "c");
        Sitemap(web, ("/b", web.Now), ("/c", web.Now));
        foreach (var path in (string[])["/a", "/b", "/c"])
            web.Put(path, Page);
        await web.CollectAsync();
        await web.DoAsync(async session =>
        {
            Assert.True(await session.Sources.UnwatchAsync(web.At("/feed"), CancellationToken.None));
            Assert.True(await session.Sources.UnwatchAsync(web.At("/c"), CancellationToken.None));
            Assert.False(await session.Sources.UnwatchAsync(web.At("/unknown"), CancellationToken.None));
        });
        web.Asked();
        await web.CollectAsync();
        Assert.Equal("/sitemap.xml 200 /b 304", web.Asked());

        await web.WatchAsync("/feed", SourceKind.Feed);
        await web.CollectAsync();
        Assert.Equal("/feed 200 /sitemap.xml 304 /a 304 /b 304", web.Asked().Replace("/b 304 /a 304", "/a 304 /b 304", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_page_under_two_addresses_tells_its_story_once()
    {
        var connection = await postgres.CreateConnectionStringAsync();
        await using var web = await NightlyWeb.StartAsync(connection);
        string Titled(string title, string canonical) => Page.Replace("<body>", $"<head><title>{title}</title><link rel=\"canonical\" href=\"{canonical}\"></head><body>", StringComparison.Ordinal).Replace("Evenings", title, StringComparison.Ordinal).Replace("{0}", "11", StringComparison.Ordinal);
        web.Put("/a", Titled("Evenings", "/a?utm_source=x"));
        web.Put("/a?page=1", Titled("Evenings", "/a"));
        web.Put("/other", Titled("Mornings", "/a"));
        web.Put("/round", Titled("Evenings", "/trip"));
        web.Put("/trip", Titled("Evenings", "/round"));
        foreach (var path in (string[])["/a", "/a?page=1", "/other", "/round", "/trip"])
            await web.WatchAsync(path, SourceKind.Page);
        async Task<string> ToldAsync()
        {
            await using var database = Database.Open(connection);
            return string.Join(' ', (await new Models.Claims.ClaimStore(database).ClaimsAsync(CancellationToken.None)).Where(c => !c.Vanished).Select(c => new Uri(c.Address).PathAndQuery).Order(StringComparer.Ordinal));
        }

        await web.NightAsync("collect", "read");
        Assert.Equal("/a /other /round /trip", await ToldAsync());
        web.Remove("/a");
        await web.NightAsync("collect", "read");
        Assert.Equal("/a?page=1 /other /round /trip", await ToldAsync());
    }

    [Fact]
    public async Task A_host_that_asks_to_be_left_alone_is_not_asked_for_its_other_pages()
    {
        await using var web = await NightlyWeb.StartAsync(await postgres.CreateConnectionStringAsync());
        await web.WatchAsync("/feed", SourceKind.Feed, otherHosts: true);
        web.Put("/feed", "<rss><channel>" + string.Concat(Enumerable.Range(0, 5).Select(i => $"<item><link>http://no-such-host.invalid/{i}</link></item>")) + "</channel></rss>", "text/xml");
        var night = await web.CollectAsync();
        Assert.Equal((1, 4), (night.Counts["name-not-found"], night.Counts["left-silent"]));
        Assert.Contains("4 (their host did not answer)", night.Sentence, StringComparison.Ordinal);
    }

    private static void Feed(NightlyWeb web, params string[] names) => web.Put("/feed",
        $"<feed xmlns=\"http://www.w3.org/2005/Atom\">{string.Concat(names.Select(n => $"<entry><title>About {n}</title><link href=\"/{n}\"/></entry>"))}</feed>", "application/atom+xml");

    private static void Sitemap(NightlyWeb web, params (string Path, DateTimeOffset Changed)[] pages) => web.Put("/sitemap.xml",
        $"<urlset>{string.Concat(pages.Select(p => $"<url><loc>{{site}}{p.Path}</loc><lastmod>{p.Changed:yyyy-MM-ddTHH:mm:ssZ}</lastmod></url>"))}</urlset>", "application/xml");

    private static byte[] Packed(string text)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(text));
        return packed.ToArray();
    }

    private static async Task<string> ClaimsAsync(string connection) =>
        Assert.Single(await TextsAsync(connection, "select count(*) || ' claims on ' || count(distinct page_id) || ' pages' from perjam.claim"));

    private static async Task<List<string>> TextsAsync(string connectionString, string sql)
    {
        await using var database = Database.Open(connectionString);
        await using var connection = await database.ConnectAsync(CancellationToken.None);
        return [.. await connection.QueryAsync<string>(sql)];
    }

    private static async Task ExecuteAsync(string connectionString, string sql)
    {
        await using var database = Database.Open(connectionString);
        await using var connection = await database.ConnectAsync(CancellationToken.None);
        await connection.ExecuteAsync(sql);
    }
}
