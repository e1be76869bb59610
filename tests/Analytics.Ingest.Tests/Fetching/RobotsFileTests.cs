using System.Text;
using Analytics.Ingest.Fetching;
using Xunit;

namespace Analytics.Ingest.Tests.Fetching;

/// <summary>RFC 9309 and what matchers commonly disagree on.</summary>
public sealed class RobotsFileTests
{
    [Theory]
    // Groups and names (RFC 9309 §2.2.1)
    [InlineData("User-agent: PerJam\nDisallow: /a", "/a", false)]
    [InlineData("user-AGENT: perjam\nDISALLOW: /a", "/a", false)]
    [InlineData("User-agent: PerJam/2.0 (x)\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: PerJamBot\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: Per\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: PerJam\nDisallow: /b", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: PerJam\nDisallow:", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /\n\nUser-agent: PerJam", "/a", true)]
    [InlineData("User-agent: PerJam\nDisallow: /a\n\nUser-agent: Other\nDisallow: /c\n\nUser-agent: perjam\nDisallow: /b", "/b", false)]
    [InlineData("User-agent: PerJam\nDisallow: /a\n\nUser-agent: perjam\nDisallow: /b", "/a", false)]
    [InlineData("User-agent: Other\nUser-agent: PerJam\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: PerJam\n\n\nUser-agent: Other\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: PerJam\nSitemap: http://s.example/x\nUser-agent: Other\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: PerJam\nDisallow: /a\nSitemap: http://s.example/x\nDisallow: /b", "/b", false)]
    [InlineData("User-agent: PerJam\nCrawl-delay: 5\nUser-agent: Other\nDisallow: /a", "/a", false)]
    [InlineData("Disallow: /a\nUser-agent: Other\nDisallow: /", "/a", true)]
    [InlineData("", "/a", true)]
    [InlineData("<html><body>Not found</body></html>", "/a", true)]
    // Longest match, allow on a tie (§2.2.2)
    [InlineData("User-agent: *\nDisallow: /\nAllow: /a", "/ab", true)]
    [InlineData("User-agent: *\nAllow: /a\nDisallow: /ab", "/ab", false)]
    [InlineData("User-agent: *\nDisallow: /ab\nAllow: /a", "/ab", false)]
    [InlineData("User-agent: *\nDisallow: /a\nAllow: /a", "/a", true)]
    [InlineData("User-agent: *\nAllow: /a\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: *\nAllow: /p\nDisallow: /", "/page", true)]
    [InlineData("User-agent: *\nAllow: /folder\nDisallow: /folder", "/folder/page", true)]
    [InlineData("User-agent: *\nAllow: /page\nDisallow: /*.htm", "/page.htm", false)]
    [InlineData("User-agent: *\nAllow: /page\nDisallow: /*.ph", "/page.php5", true)]
    [InlineData("User-agent: *\nAllow: /$\nDisallow: /", "/", true)]
    [InlineData("User-agent: *\nAllow: /$\nDisallow: /", "/page.htm", false)]
    // Paths are case-sensitive and matched from the first octet
    [InlineData("User-agent: *\nDisallow: /A", "/a", true)]
    [InlineData("User-agent: *\nDisallow: a", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /b", "/a/b", true)]
    [InlineData("User-agent: *\nDisallow: /fish", "/fish.html", false)]
    [InlineData("User-agent: *\nDisallow: /fish/", "/fish", true)]
    [InlineData("User-agent: *\nDisallow: /fish/", "/fish/salmon", false)]
    [InlineData("User-agent: *\nDisallow: /fish*", "/fishheads", false)]
    // Wildcard and end (§2.2.3)
    [InlineData("User-agent: *\nDisallow: *", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /*.php", "/folder/index.php?x=1", false)]
    [InlineData("User-agent: *\nDisallow: /*.php$", "/index.php", false)]
    [InlineData("User-agent: *\nDisallow: /*.php$", "/index.php?x=1", true)]
    [InlineData("User-agent: *\nDisallow: /*.php$", "/a.php.php", false)]
    [InlineData("User-agent: *\nDisallow: /fish*.php", "/fishheads/catfish.php?id=1", false)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/aXbYc", false)]
    [InlineData("User-agent: *\nDisallow: /a*b*c", "/aXcYb", true)]
    [InlineData("User-agent: *\nDisallow: /a**b", "/a/x/b", false)]
    [InlineData("User-agent: *\nDisallow: /a$b", "/a$b", false)]
    [InlineData("User-agent: *\nDisallow: /a$", "/ab", true)]
    [InlineData("User-agent: *\nDisallow: /*?", "/a?b", false)]
    [InlineData("User-agent: *\nDisallow: /*?", "/a", true)]
    // Percent-encoding
    [InlineData("User-agent: *\nDisallow: /foo/bar?baz=https://foo.bar", "/foo/bar?baz=https%3A%2F%2Ffoo.bar", false)]
    [InlineData("User-agent: *\nDisallow: /foo/bar?baz=https%3A%2F%2Ffoo.bar", "/foo/bar?baz=https://foo.bar", false)]
    [InlineData("User-agent: *\nDisallow: /foo/bar/ツ", "/foo/bar/%E3%83%84", false)]
    [InlineData("User-agent: *\nDisallow: /foo/bar/%E3%83%84", "/foo/bar/ツ", false)]
    [InlineData("User-agent: *\nDisallow: /foo/bar/%e3%83%84", "/foo/bar/%E3%83%84", false)]
    [InlineData("User-agent: *\nDisallow: /foo/bar/%62%61%7A", "/foo/bar/baz", false)]
    [InlineData("User-agent: *\nDisallow: /foo/bar/baz", "/foo/bar/%62%61%7A", false)]
    [InlineData("User-agent: *\nDisallow: /a%2Fb", "/a/b", true)]
    [InlineData("User-agent: *\nDisallow: /path/file-with-a-%2A.html", "/path/file-with-a-*.html", false)]
    [InlineData("User-agent: *\nDisallow: /path/file-with-a-%2A.html", "/path/file-with-a-b.html", true)]
    [InlineData("User-agent: *\nDisallow: /path/foo-%24", "/path/foo-$", false)]
    // Lines
    [InlineData("User-agent: *\rDisallow: /a", "/a", false)]
    [InlineData("User-agent: *\r\nDisallow: /a\r\n", "/a", false)]
    [InlineData("\uFEFFUser-agent: *\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: * # everyone\nDisallow: /a # not here", "/a", false)]
    [InlineData("  User-agent :  *  \n  Disallow :  /a  ", "/a", false)]
    [InlineData("User-agent: *\nnonsense\n: :\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: *\nAllow:\nDisallow: /", "/a", false)]
    [InlineData("User-agent:*\nDisallow:/a", "/a", false)]
    [InlineData("User-agent:\t*\t\nDisallow:\t/a\t", "/a", false)]
    [InlineData("User-agent: *\n\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: *\n# between\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /a#b", "/ac", false)]
    [InlineData("User-agent: *\nDisallow: /a b", "/a b", false)]
    [InlineData("User-agent: *\nDisallow /a", "/a", true)]
    [InlineData("User-agent: *\nDissallow: /a", "/a", true)]
    [InlineData("User agent: *\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: *\nNoindex: /a\nDisallow: /b", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /a: b", "/a:%20b", false)]
    // The examples of RFC 9309 §5, and groups as its §2.2.1 puts them together
    [InlineData("User-Agent: *\nDisallow: *.gif$\nDisallow: /example/\nAllow: /publications/", "/x/y.gif", false)]
    [InlineData("User-Agent: *\nDisallow: *.gif$\nDisallow: /example/\nAllow: /publications/", "/example/a", false)]
    [InlineData("User-Agent: *\nDisallow: *.gif$\nDisallow: /example/\nAllow: /publications/", "/publications/a", true)]
    [InlineData("User-Agent: other\nDisallow: /\nUser-Agent: perjam\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif", "/example/page/", true)]
    [InlineData("User-Agent: other\nDisallow: /\nUser-Agent: perjam\nAllow: /example/page/\nDisallow: /example/page/disallowed.gif", "/example/page/disallowed.gif", false)]
    [InlineData("User-Agent: a\nUser-Agent: perjam\nUser-Agent: b\nDisallow: /x", "/x", false)]
    [InlineData("User-agent: perjam\nDisallow: /a\nUser-agent: *\nDisallow: /b\nUser-agent: perjam\nAllow: /a/b", "/a/b", true)]
    [InlineData("User-agent: *\nDisallow: /a\nUser-agent: *\nDisallow: /b", "/a", false)]
    [InlineData("User-agent: perjam other\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: PerJam*\nDisallow: /a", "/a", false)]
    [InlineData("User-agent: *Jam\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: * everyone\nDisallow: /a", "/a", false)]
    [InlineData("User-agent:\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: not-perjam\nDisallow: /a", "/a", true)]
    [InlineData("User-agent: *\nAllow: /\nUser-agent: PerJam\nDisallow: /", "/a", false)]
    // What matchers disagree on: ends, empty parts, queries, parameters, octets
    [InlineData("User-agent: *\nDisallow: $", "/", true)]
    [InlineData("User-agent: *\nDisallow: /*$", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /$", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /a$$", "/a$", false)]
    [InlineData("User-agent: *\nDisallow: *.gif$", "/a.gifx", true)]
    [InlineData("User-agent: *\nDisallow: /***", "/a", false)]
    [InlineData("User-agent: *\nDisallow: /*a*a*a$", "/xaa", true)]
    [InlineData("User-agent: *\nDisallow: /search?q=", "/search?q=pay", false)]
    [InlineData("User-agent: *\nDisallow: /search?q=", "/search", true)]
    [InlineData("User-agent: *\nDisallow: /search?", "/search?", false)]
    [InlineData("User-agent: *\nDisallow: /fish;", "/fish;a=1", false)]
    [InlineData("User-agent: *\nDisallow: //", "//a", false)]
    [InlineData("User-agent: *\nDisallow: //", "/a", true)]
    [InlineData("User-agent: *\nDisallow: /100%", "/100%25", false)]
    [InlineData("User-agent: *\nDisallow: /a%7eb", "/a~b", false)]
    [InlineData("User-agent: *\nDisallow: /a%zz", "/a%zz", false)]
    [InlineData("User-agent: *\nDisallow: /ツ\nAllow: /%E3%83%84", "/ツ", true)]
    [InlineData("User-agent: *\nDisallow: /a*\nAllow: /ツ", "/ツ", true)]
    [InlineData("User-agent: *\nDisallow: /x/page\nAllow: /x/*.html", "/x/page.html", true)]
    [InlineData("User-agent: *\nAllow: /p*\nDisallow: /pa", "/page", true)]
    [InlineData("User-agent: *\nDisallow: /ALLOW\nAllow: /allow", "/allow", true)]
    // robots.txt itself is always allowed
    [InlineData("User-agent: *\nDisallow: /", "/robots.txt", true)]
    [InlineData("User-agent: *\nDisallow: /robots.txt", "/robots.txt", true)]
    public void Matches_by_the_standard(string file, string path, bool allowed) =>
        Assert.Equal(allowed, RobotsFile.Parse(Encoding.UTF8.GetBytes(file)).Allows("PerJam", new Uri("http://a.example" + path)));

    [Theory]
    [InlineData("User-agent: *\nCrawl-delay: 7", 7.0)]
    [InlineData("User-agent: *\nCrawl-delay: 0.5", 0.5)]
    [InlineData("User-agent: *\nCrawl-delay: 7\nUser-agent: PerJam\nDisallow: /x", 7.0)]
    [InlineData("User-agent: *\nCrawl-delay: 7\nDisallow: /y\nUser-agent: PerJam\nCrawl-delay: 3", 3.0)]
    [InlineData("User-agent: *\nCrawl-delay: soon", null)]
    [InlineData("User-agent: *\nCrawl-delay: -4", null)]
    public void Reads_the_delay(string file, double? seconds) =>
        Assert.Equal(seconds, RobotsFile.Parse(Encoding.UTF8.GetBytes(file)).CrawlDelay("PerJam")?.TotalSeconds);

    [Fact]
    public void Reads_at_least_500_KiB()
    {
        var file = "User-agent: *\n" + new string('#', 500 * 1024 - 60) + "\nDisallow: /late\n";
        Assert.False(RobotsFile.Parse(Encoding.UTF8.GetBytes(file)).Allows("PerJam", new Uri("http://a.example/late")));
    }

    [Fact]
    public void A_line_cut_off_where_the_parsing_ends_is_no_rule()
    {
        var start = "User-agent: *\nDisallow: /\n#";
        var file = start + new string('#', RobotsFile.ParsedBytes - start.Length - "\nAllow: /".Length) + "\nAllow: /only/this\n";
        Assert.False(RobotsFile.Parse(Encoding.UTF8.GetBytes(file)).Allows("PerJam", new Uri("http://a.example/a")));
    }

    [Fact]
    public void A_pattern_of_many_wildcards_is_matched_at_once()
    {
        var file = RobotsFile.Parse(Encoding.UTF8.GetBytes("User-agent: *\nDisallow: /" + string.Concat(Enumerable.Repeat("*a", 50_000)) + "b$"));
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Assert.True(file.Allows("PerJam", new Uri("http://a.example/" + new string('a', 20_000))));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"took {watch.Elapsed}");
    }
}
