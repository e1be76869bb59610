using Analytics.Ingest.Discovery;
using Xunit;

namespace Analytics.Ingest.Tests.Discovery;

public sealed class WordFilterTests
{
    [Theory]
    [InlineData(null, "https://a.example/x", null, true)]
    [InlineData("mturk|outlier|penghasilan", "https://a.example/2025/review-mturk.html", null, true)]
    [InlineData("mturk|outlier|penghasilan", "https://a.example/17", "Penghasilan Sampingan", true)]
    [InlineData("mturk|outlier|penghasilan", "https://a.example/17", "Harga cabai", false)]
    [InlineData("earn", "https://a.example/my-earnings", null, true)]
    [InlineData("earn", "https://a.example/learn", null, false)]
    [InlineData("data annotation", "https://a.example/data-annotation_pay", null, true)]
    [InlineData("data annotation", "https://a.example/data", "Annotation", true)]
    [InlineData("gaji|-kursus", "https://a.example/gaji-kursus", null, false)]
    [InlineData("-kursus|-/tag/", "https://a.example/gaji", null, true)]
    [InlineData("-kursus|-/tag/", "https://a.example/tag/gaji", null, false)]
    [InlineData("/blog/*pay", "https://a.example/blog/2025/payday?x", null, true)]
    [InlineData("/blog/*pay", "https://a.example/news/blog/pay", null, false)]
    [InlineData("/*.html$", "https://a.example/a.html?x", null, false)]
    [InlineData("gehälter", "https://a.example/geh%C3%A4lter", null, true)]
    [InlineData(" MTurk | Prolific ", "https://a.example/", "prolific", true)]
    public void Words_choose_pages(string? words, string address, string? title, bool wanted) =>
        Assert.Equal(wanted, WordFilter.Parse(words).Wants(new Uri(address), title));

    [Theory]
    [InlineData("", "hold ''")]
    [InlineData("mturk||prolific", "hold ''")]
    [InlineData("mturk|-", "hold '-'")]
    [InlineData("a|b", "hold 'a'")]
    public void What_is_no_filter_is_refused(string words, string said) =>
        Assert.Contains(said, Assert.Throws<FormatException>(() => WordFilter.Parse(words)).Message, StringComparison.Ordinal);
}
