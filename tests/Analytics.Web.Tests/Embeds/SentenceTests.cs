using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Web.Embeds;
using Analytics.Web.Releases;
using Analytics.Web.Text;

namespace Analytics.Web.Tests.Embeds;

/// <summary>
/// The sentences word for word. They are published as frozen: where one of these changes, sentences that stand in articles change too, so words may be added to
/// <c>Text/*/sentence.json</c> under new keys and not changed.
/// </summary>
public sealed class SentenceTests
{
    private static readonly Release Real = SampleRelease.Make(simulated: false, [.. SampleRelease.Reports()]) is var r ? r with { Head = r.Head with { Id = "8c1f", Number = 3 } } : null!;
    private static readonly ShownRelease Shown = new(Real);

    [Theory]
    [InlineData("paid-only.prolific.all.all.all.all", "?", "?")]
    [InlineData("paid-only.prolific.all.under-one-month.all.all", "?", "?")]
    [InlineData("paid-only.prolific.all.all.all.2026Q3", "?", "?")]
    [InlineData("paid-only.trymata.all.all.all.all", "?", "?")]
    [InlineData("paid-only.mturk.all.all.all.all", "?", "?")]
    [InlineData("all-in.mturk.all.all.all.all", "?", "?")]
    [InlineData("paid-only.all.user-testing.all.all.all", "?", "?")]
    [InlineData("paid-only.upwork.all.all.all.all", "?", "?")]
    public void A_sentence_says_what_the_release_says(string cell, string english, string indonesian)
    {
        Assert.Equal(english, Words($"8c1f.en.{cell}"));
        Assert.Equal(indonesian, Words($"8c1f.id.{cell}"));
    }

    [Fact]
    public void What_may_not_be_shown_has_no_sentence()
    {
        var survey = new Cell("prolific", TaskType.Survey, null, null, null);
        Assert.Equal("SUPPRESSED_K", Shown.CellOf(survey, PayMeasure.PaidOnly)?.Blank);
        Assert.Null(Sentence.Of(Shown, new("8c1f", SiteLanguage.English, PayMeasure.PaidOnly, survey)));
        Assert.Null(Sentence.Of(Shown, new("8c1f", SiteLanguage.English, PayMeasure.PaidOnly, new("none", null, null, null, null))));
    }

    [Fact]
    public void A_figure_of_simulated_reports_says_so_in_the_sentence_itself()
    {
        var demo = new ShownRelease(SampleRelease.Make(simulated: true, [.. SampleRelease.Reports()]));
        foreach (var (language, start) in new[] { (SiteLanguage.English, "Simulated data, earned by nobody: "), (SiteLanguage.Indonesian, "Data simulasi, bukan upah siapa pun: ") })
            Assert.StartsWith(start, Sentence.Of(demo, new(demo.Head.Id, language, PayMeasure.PaidOnly, SentenceSite.Prolific))?.Words, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_figure_that_is_published_has_a_sentence_without_a_place_left_open()
    {
        var n = 0;
        foreach (var row in Real.Cells)
        {
            foreach (var language in SiteLanguage.All)
            {
                if (Sentence.Of(Shown, new("8c1f", language, row.Measure, row.Cell)) is not { } sentence)
                    continue;
                n++;
                Assert.DoesNotMatch(@"[{}]|  |\(;|; ;|\( |NaN", sentence.Words);
                Assert.Contains(sentence.Pay, sentence.Words, StringComparison.Ordinal);
                Assert.True(SentenceId.Find(sentence.Id.ToString()) == sentence.Id, sentence.Id.ToString());
            }
        }

        Assert.True(n > 20, $"only {n} sentences");
    }

    private static string? Words(string id) => Sentence.Of(Shown, SentenceId.Find(id)!.Value)?.Words.Replace('\u00a0', ' ');
}
