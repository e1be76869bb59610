using System.Diagnostics;
using System.Text;
using Analytics.Ingest.Pages;
using Xunit;

namespace Analytics.Ingest.Tests.Pages;

/// <summary>What has killed or hung HTML parsers is read or refused soon, and never ends the process.</summary>
public sealed class HostilePageTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(10);

    public static TheoryData<string, string> Pages => new()
    {
        { "nested div", Repeat("<div>", 100_000) },
        { "nested div, closed", Repeat("<div>", 100_000) + "x" + Repeat("</div>", 100_000) },
        { "nested b", Repeat("<b>", 50_000) + "x" },
        { "nested a", Repeat("<a>", 50_000) + "x" },
        { "nested font with attributes", Repeat("<font color=red size=1>", 20_000) + "x" },
        { "formatting in paragraphs", Repeat("<p><b><i><u>", 900) + "x" },
        { "nested tables", Repeat("<table><tr><td>", 30_000) + "x" },
        { "nested lists", Repeat("<ul><li>", 30_000) + "x" },
        { "nested paragraphs in buttons", Repeat("<button><p>", 30_000) + "x" },
        { "nested svg", "<svg>" + Repeat("<g>", 60_000) },
        { "nested math", "<math>" + Repeat("<mrow>", 60_000) },
        { "nested template", Repeat("<template>", 60_000) },
        { "nested select", Repeat("<select><option>", 30_000) },
        { "nested blockquote, li unclosed", Repeat("<blockquote><li>", 20_000) },
        { "list, table and template", "<li><table><template><td></li></table>" },
        { "list, table and template often", Repeat("<li><table><template><td></li></table>", 300) },
        { "a and slashes", "<a" + Repeat("/", 10_000) },
        { "invalid tags", Repeat("<!x>", 21_000) },
        { "invalid tags with letters", Repeat("<x:y z", 21_000) },
        { "unknown elements", Repeat("<q1>", 21_000) + "x" },
        { "unclosed comment", "<!--" + Repeat("<p>--", 50_000) },
        { "one attribute, long", "<p title=\"" + Repeat("x", 2_000_000) + "\">x" },
        { "many attributes", "<p " + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"a{i}=1 ")) + ">x" },
        { "many different elements", string.Concat(Enumerable.Range(0, 20_000).Select(i => $"<e{i}>x</e{i}>")) },
        { "many entities", Repeat("&amp;&#x41;&bogus", 100_000) },
        { "many closing tags", "<p>x" + Repeat("</p>", 200_000) },
        { "many broken doctypes", Repeat("<!DOCTYPE x>", 50_000) + "x" },
        { "many cells", "<table><tr>" + Repeat("<td colspan=1000 rowspan=65000>x", 5_000) },
        { "many rows", "<table>" + Repeat("<tr><td>Rate<td>5", 50_000) },
        { "many paragraphs", Repeat("<p>Twelve dollars an hour for a task of nine minutes in all.", 60_000) },
        { "many posts", Repeat("<div class=post><span class=author>a</span><time>b</time><p>some words of a post here</p></div>", 5_000) },
        { "many declared bodies", Repeat("<div class=entry-content><p>some words of a text which is long enough to count</p></div>", 5_000) },
        { "deep declared bodies", Repeat("<div class=entry-content><p>some words of a text which is long enough to count</p>", 800) },
        { "script without end", "<script>" + Repeat("<p>", 100_000) },
        { "plaintext", "<plaintext>" + Repeat("<p>", 100_000) },
        { "frameset", "<frameset>" + Repeat("<frame>", 10_000) },
        { "zero bytes", "<p>\0\0x\0</p>" },
        { "deep JSON-LD", "<script type=application/ld+json>" + Repeat("[", 100_000) + "</script><p>x" },
        { "deep JSON-LD things", "<script type=application/ld+json>" + Repeat("{\"@graph\":", 20_000) + "</script><p>x" },
        { "broken JSON-LD", "<script type=application/ld+json>{\"@type\":\"JobPosting\",</script><p>x" },
        { "one long line of links", "<p>" + Repeat("<a href=x>y</a> ", 40_000) },
        { "a page number that is none", "<p>A text of some words.<p>Page " + Repeat("1", 100) + " x" },
        { "names of elements without end", "<p>" + Repeat("<a", 5_000_000) },
        { "text cut in pieces", Repeat("a<!>", 2_500_000) },
        { "headings that end the article", string.Concat(Enumerable.Range(0, 70_000).Select(i => $"<h2>Related articles</h2><p>x{i}")) },
        { "scripts without end", Repeat("<script>", 999) + Repeat("x", 9_000_000) },
        { "one long word for the phrases", "<p>" + Repeat("by by ", 100_000) + "<p>" + Repeat("-", 100_000) },
    };

    [Theory, MemberData(nameof(Pages))]
    public async Task It_is_over_soon(string what, string markup)
    {
        var watch = Stopwatch.StartNew();
        var reading = await new PageReader(TimeProvider.System).ReadAsync(Encoding.UTF8.GetBytes("<!doctype html>" + markup), "text/html", "utf-8", null, default);
        Assert.True(watch.Elapsed < Soon, $"{what}: {watch.Elapsed}");
        if (reading is PageReading.Refused refused)
            Assert.EndsWith(".", refused.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nesting_is_refused_before_parsing()
    {
        var refused = Assert.IsType<PageReading.Refused>(
            await new PageReader(TimeProvider.System).ReadAsync(Encoding.UTF8.GetBytes(Repeat("<div>", 100_000)), "text/html", null, new Uri("http://a.example/b"), default));
        Assert.Equal(UnreadableReason.TooManyOpenTags, refused.Reason);
        Assert.Contains("http://a.example/b", refused.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_deadline_ends_a_long_parse()
    {
        var refused = Assert.IsType<PageReading.Refused>(await new PageReader(TimeSpan.FromMilliseconds(1), TimeProvider.System)
            .ReadAsync(Encoding.UTF8.GetBytes(Repeat("<p>Twelve dollars an hour.</p>", 100_000)), "text/html", null, null, default));
        Assert.Equal(UnreadableReason.DeadlinePassed, refused.Reason);
    }

    [Theory]
    [InlineData("application/pdf", "%PDF-1.7")]
    [InlineData("image/png", "x")]
    [InlineData(null, "%PDF-1.7")]
    [InlineData(null, "\0\u0001\0\u0002\0\u0003")]
    [InlineData("application/json", "{}")]
    public async Task What_is_no_page_is_refused(string? type, string content) =>
        Assert.Equal(UnreadableReason.NotText, Assert.IsType<PageReading.Refused>(
            await new PageReader(TimeProvider.System).ReadAsync(Encoding.UTF8.GetBytes(content), type, null, null, default)).Reason);

    [Theory]
    [InlineData("")]
    [InlineData("<html><body></body></html>")]
    [InlineData("<!doctype html><title>Only a title</title><script>var a = 'text';</script>")]
    public async Task What_is_empty_is_refused(string content) =>
        Assert.Equal(UnreadableReason.Empty, Assert.IsType<PageReading.Refused>(
            await new PageReader(TimeProvider.System).ReadAsync(Encoding.UTF8.GetBytes(content), "text/html", null, null, default)).Reason);

    private static string Repeat(string text, int times) => new StringBuilder(text.Length * times).Insert(0, text, times).ToString();
}
