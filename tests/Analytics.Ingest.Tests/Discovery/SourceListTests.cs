using Analytics.Models.Sources;
using Xunit;

namespace Analytics.Ingest.Tests.Discovery;

public sealed class SourceListTests
{
    [Fact]
    public void The_shipped_list_can_be_read() => Assert.All(SourceList.Shipped(), s => Assert.Equal((SourceOrigin.Default, true), (s.Origin, s.Active)));

    [Fact]
    public void A_list_of_all_kinds()
    {
        var list = SourceList.Read("list.json", """
            [ { "address": "HTTPS://A.example:443/page?utm_source=x#top" }, // read every night
              { "address": "https://a.example/feed.xml", "kind": "feed", "language": "id", "words": "mturk|-kursus", "otherHosts": true, "note": "News" },
              { "address": "https://a.example/sitemap.xml.gz", "kind": "sitemap" } ]
            """);
        Assert.Equal(
        [
            new("https://a.example/page", SourceKind.Page, null, null, SourceOrigin.Default),
            new("https://a.example/feed.xml", SourceKind.Feed, "id", "News", SourceOrigin.Default) { Words = "mturk|-kursus", OtherHosts = true },
            new("https://a.example/sitemap.xml.gz", SourceKind.Sitemap, null, null, SourceOrigin.Default),
        ], list);
    }

    [Theory]
    [InlineData("{ \"address\": \"a.example\" }", "line 3: address 'a.example' is not a web address")]
    [InlineData("{ \"note\": \"none\" }", "line 3: address '' is not a web address")]
    [InlineData("{ \"address\": \"ftp://a.example/\" }", "line 3: address 'ftp://a.example/'")]
    [InlineData("{ \"address\": \"https://a.example/\", \"kind\": \"rss\" }", "line 3: kind 'rss' is none of page, feed, sitemap")]
    [InlineData("{ \"address\": \"https://a.example/\", \"kind\": \"file\" }", "line 3: kind 'file' is none of page, feed, sitemap")]
    [InlineData("{ \"address\": \"https://a.example/\", \"language\": \"Indonesian\" }", "line 3: language 'Indonesian'")]
    [InlineData("{ \"address\": \"https://a.example/\", \"words\": \"pay\" }", "line 3: words choose among the pages")]
    [InlineData("{ \"address\": \"https://a.example/\", \"kind\": \"feed\", \"words\": \"pay||x\" }", "line 3: words 'pay||x' hold ''")]
    [InlineData("{ \"address\": \"https://a.example/\", \"kind\": \"sitemap\", \"otherHosts\": true }", "line 3: otherHosts goes with a feed")]
    [InlineData("{ \"address\": \"https://first.example\" }", "line 3: address 'https://first.example/' is there twice")]
    [InlineData("{ \"adress\": \"https://a.example/\" }", "line 3: no list of sources")]
    [InlineData("{ \"address\": ", "no list of sources")]
    public void What_is_wrong_is_said_with_its_line_and_field(string entry, string said)
    {
        var fault = Assert.Throws<FormatException>(() => SourceList.Read("list.json", $"[\n{{ \"address\": \"https://first.example/\" }},\n{entry}\n]"));
        Assert.StartsWith("list.json", fault.Message, StringComparison.Ordinal);
        Assert.Contains(said, fault.Message, StringComparison.Ordinal);
    }
}
