using Analytics.Models.Evidence;
using Analytics.Web.Charts;
using Analytics.Web.Pages.Shared;
using Analytics.Web.Text;

namespace Analytics.Web.Tests.Pages;

public sealed class PartTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private static readonly SiteText English = SiteText.Of(SiteLanguage.English);
    private static readonly SiteText Indonesian = SiteText.Of(SiteLanguage.Indonesian);

    [Theory]
    [InlineData("$2.83", "40,903 tasks", "3 years old")]
    [InlineData(null, null, null)]
    public async Task A_figure_never_stands_without_kind_tier_count_and_age(string? value, string? count, string? age)
    {
        var card = await site.PartAsync("_Figure", new FigureCard(
            English, "Amazon Mechanical Turk", value, "per hour", FigureKind.StudyStatistic, EvidenceTier.C, count, age));
        Says(card, value ?? "not known", count ?? "n not stated", age ?? "age unknown", "Study of observed work", "Evidence C");
        Says(card, KindMark.Of(FigureKind.StudyStatistic).Path);
    }

    [Fact]
    public async Task A_quote_keeps_its_words_its_language_and_where_it_stands()
    {
        var quote = await site.PartAsync("_Quote", new EvidenceQuote(
            Indonesian, "Paid <b>$5</b> & more", "en", "A page", new Uri("https://example.org/a?b=1&c=2"), new DateOnly(2025, 5, 5)));
        Says(quote, "lang=\"en\"", "Paid &lt;b&gt;$5&lt;/b&gt; &amp; more", "href=\"https://example.org/a?b=1&amp;c=2\"", "dilihat 5\u00a0Mei 2025");
    }

    [Fact]
    public async Task A_fact_that_was_not_found_is_unknown()
    {
        var facts = await site.PartAsync("_Facts", new FactList(Indonesian, [new Fact("Biaya", null), new Fact("Minimum", "Rp 5.000")]));
        Says(facts, "<dd class=\"unknown\">tidak diketahui</dd>", "Rp 5.000");
    }

    [Theory]
    [InlineData("descending", "↓")]
    [InlineData("ascending", "↑")]
    [InlineData(null, null)]
    public async Task A_sorted_column_says_so(string? direction, string? arrow)
    {
        var head = await site.PartAsync("_SortHeader", new SortHeader(English, "Pay", "?sort=pay", direction, Numeric: true));
        Says(head, $"aria-sort=\"{direction ?? "none"}\"", "href=\"?sort=pay\"");
        Assert.Equal(arrow is not null, head.Contains("sort-arrow", StringComparison.Ordinal));
        if (arrow is not null)
            Says(head, arrow);
    }

    private static void Says(string part, params ReadOnlySpan<string> wanted)
    {
        foreach (var words in wanted)
            Assert.Contains(words, part.Replace("&#xA0;", "\u00a0", StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
