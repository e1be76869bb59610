using System.IO.Compression;
using System.Text;
using Analytics.Ingest.Discovery;
using Xunit;

namespace Analytics.Ingest.Tests.Discovery;

/// <summary>Each format as it is written in the field, and what it names.</summary>
public sealed class ListReaderTests
{
    private const string Rss =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom" xmlns:media="http://search.yahoo.com/mrss/" xmlns:feedburner="http://rssnamespace.org/feedburner/ext/1.0">
        <channel><title>Kerja lepas</title><link>https://blog.example/</link><image><url>https://blog.example/logo.png</url></image>
        <atom:link rel="self" href="https://blog.example/feeds/all.xml"/>
        <item><title>Gaji MTurk &amp;amp; Prolific&nbsp;2025</title><media:title>picture</media:title><link> https://blog.example/mturk </link><guid isPermaLink="false">17</guid>
          <pubDate>Mon, 03 Mar 2025 21:30:00 WIB</pubDate><description><![CDATA[<a href="https://other.example/">no link</a>]]></description></item>
        <item><link>/relative</link><pubDate>yesterday</pubDate></item>
        <item><guid>https://blog.example/by-guid</guid></item>
        <item><title>Through FeedBurner</title><link>https://feeds.example/~r/1</link><feedburner:origLink>https://blog.example/original</feedburner:origLink></item>
        <item><title>No address</title><guid isPermaLink="false">https://not-an-address.example/</guid></item>
        <item><link>javascript:alert(1)</link></item>
        </channel></rss>
        """;

    private const string Rdf =
        """
        <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
        <channel rdf:about="https://blog.example/"><title>News</title></channel>
        <item rdf:about="https://blog.example/a"><title>A</title><link>https://blog.example/a?x=1</link><dc:date>2025-03-02T10:00:00+07:00</dc:date></item>
        <item rdf:about="https://blog.example/b"><title>B</title></item></rdf:RDF>
        """;

    private const string Atom =
        """
        <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://blog.example/base/"><title>Feed</title><link href="https://blog.example/"/>
        <entry><title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Pay of <b>raters</b></div></title><id>tag:1</id>
          <link rel="replies" href="/comments"/><link rel="alternate" type="application/pdf" href="a.pdf"/><link type="text/html" href="a"/>
          <published>2025-01-31T23:30:00-05:00</published><updated>2025-03-01T00:00:00Z</updated>
          <source><title>Elsewhere</title><link href="https://else.example/"/></source></entry>
        <entry><title>B</title><link href="https://blog.example/b"/><updated>2025-02-01T00:00:00Z</updated></entry></feed>
        """;

    private const string Json =
        """
        {"version":"https://jsonfeed.org/version/1.1","title":"Feed","items":[
          {"id":"1","url":"https://blog.example/1","title":"One","date_published":"2025-02-03T04:05:06+07:00","date_modified":"2025-03-03T00:00:00Z"},
          {"id":"2","url":"/2"}, {"id":3,"url":4}, "five", {"id":"6"}]}
        """;

    private const string Sitemap =
        """
        <?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9" xmlns:image="http://www.google.com/schemas/sitemap-image/1.1">
        <url><loc>https://blog.example/a?x=1&amp;y=2</loc><lastmod>2025-03-04</lastmod><changefreq>daily</changefreq><priority>0.5</priority>
          <image:image><image:loc>https://blog.example/picture.png</image:loc></image:image></url>
        <url><loc>https://blog.example/b</loc><lastmod>2025-03-04T05:06:07.89+07:00</lastmod></url>
        <url><loc>https://blog.example/c</loc><lastmod>soon</lastmod></url><url><lastmod>2025-03-04</lastmod></url><url/></urlset>
        """;

    [Fact]
    public void Rss_2_items_by_link_guid_or_original_link() => Equal(Rss,
        "https://blog.example/mturk | Gaji MTurk & Prolific 2025 | 2025-03-03 | 2025-03-03T14:30:00Z",
        "https://blog.example/relative | | |",
        "https://blog.example/by-guid | | |",
        "https://blog.example/original | Through FeedBurner | |");

    [Fact]
    public void Rss_1_items_by_link_or_about() => Equal(Rdf,
        "https://blog.example/a?x=1 | A | 2025-03-02 | 2025-03-02T03:00:00Z",
        "https://blog.example/b | B | |");

    [Fact]
    public void Atom_entries_by_their_alternate_page() => Equal(Atom,
        "https://blog.example/base/a | Pay of raters | 2025-01-31 | 2025-03-01T00:00:00Z",
        "https://blog.example/b | B | | 2025-02-01T00:00:00Z");

    [Fact]
    public void Json_feed_items() => Equal(Json,
        "https://blog.example/1 | One | 2025-02-03 | 2025-03-03T00:00:00Z",
        "https://blog.example/2 | | |");

    [Fact]
    public void A_sitemap_states_changes_and_a_day_lasts_to_its_end() => Equal(Sitemap,
        "https://blog.example/a?x=1&y=2 | | | 2025-03-05T00:00:00Z",
        "https://blog.example/b | | | 2025-03-03T22:06:07Z",
        "https://blog.example/c | | |");

    [Fact]
    public void A_sitemap_of_plain_text() => Equal("\uFEFFhttps://blog.example/a\r\n\r\n  https://blog.example/b  \nnot an address\n",
        "https://blog.example/a | | |", "https://blog.example/b | | |");

    [Fact]
    public void An_index_names_sitemaps_not_pages()
    {
        var index = Lists.Read("""
            <sitemapindex><sitemap><loc>https://blog.example/one.xml.gz</loc><lastmod>2025-03-04T00:00:00Z</lastmod></sitemap>
            <sitemap><loc>https://blog.example/two.xml</loc></sitemap></sitemapindex>
            """);
        Assert.Equal((0, null), (index.Pages.Count, index.Trouble));
        Assert.Equal(["https://blog.example/one.xml.gz | | | 2025-03-04T00:00:00Z", "https://blog.example/two.xml | | |"], index.Sitemaps.Select(Line));
    }

    [Fact]
    public void A_packed_sitemap_is_unpacked()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Encoding.UTF8.GetBytes(Sitemap));
        Assert.Equal(3, Lists.Read(packed.ToArray()).Pages.Count);
    }

    [Theory]
    [InlineData("windows-1252", null, "windows-1252")]
    [InlineData("iso-8859-1", "utf-8-ish", "windows-1252")]
    [InlineData("utf-16", null, "utf-16")]
    [InlineData("utf-8", "iso-8859-1", "windows-1252")]
    [InlineData("no-such-charset", null, "utf-8")]
    public void Charset_by_the_standard_order(string declared, string? http, string actual)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = Encoding.GetEncoding(actual);
        var text = $"<?xml version=\"1.0\" encoding=\"{declared}\"?><rss><channel><item><title>Café für Rater</title><link>https://blog.example/a</link></item></channel></rss>";
        var read = Lists.Read([.. encoding.GetPreamble().Length > 0 && actual == "utf-16" ? encoding.GetPreamble() : [], .. encoding.GetBytes(text)], http);
        Assert.Equal("Café für Rater", Assert.Single(read.Pages).Title);
    }

    [Theory]
    [InlineData("<!doctype html><html><body>Welcome<br></body></html>", "is a web page, not a feed or sitemap")]
    [InlineData("<opml/>", "is no feed or sitemap: its root element is 'opml'")]
    [InlineData("{\"items\":[]}", "no JSON Feed")]
    [InlineData("{\"version\":\"https://jsonfeed.org/version/1\",\"items\":[{", "broken JSON")]
    [InlineData("Not found", "is neither XML, JSON Feed nor a list of addresses")]
    [InlineData("", "is empty")]
    [InlineData("<rss><channel", "is broken XML")]
    [InlineData("<", "is broken XML")]
    public void What_is_no_list_says_so(string text, string said)
    {
        var read = Lists.Read(text);
        Assert.True(read.IsUnreadable);
        Assert.Contains(said, read.Trouble, StringComparison.Ordinal);
    }

    [Fact]
    public void A_feed_that_breaks_off_is_read_up_to_there_and_says_where()
    {
        var read = Lists.Read("<rss><channel>\n<item><link>https://blog.example/a</link></item>\n<item><title>R & D</title><link>https://blog.example/b</link></item></channel></rss>");
        Assert.Equal("https://blog.example/a", Assert.Single(read.Pages).Address.AbsoluteUri);
        Assert.Contains("is broken XML", read.Trouble, StringComparison.Ordinal);
        Assert.Contains("Line 3", read.Trouble, StringComparison.OrdinalIgnoreCase);
        Assert.False(read.IsUnreadable);
    }

    private static void Equal(string text, params string[] wanted)
    {
        var read = Lists.Read(text);
        Assert.Null(read.Trouble);
        Assert.Empty(read.Sitemaps);
        Assert.Equal(wanted, read.Pages.Select(Line));
    }

    private static string Line(ListEntry e) =>
        string.Join(" |", [e.Address.AbsoluteUri, e.Title is { } t ? " " + t : "", e.Published is { } d ? $" {d:yyyy-MM-dd}" : "", e.ChangedAt is { } c ? $" {c.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}" : ""]);
}
