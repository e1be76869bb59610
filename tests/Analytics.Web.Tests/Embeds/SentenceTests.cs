using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Web.Embeds;
using Analytics.Web.Releases;
using Analytics.Web.Text;

namespace Analytics.Web.Tests.Embeds;

/// <summary>
/// The sentences word for word. They are published as frozen: where one changes here, the page of a sentence no longer says what the article says. So the words of
/// <c>Text/*/sentence.json</c> may be added to, under new keys, and not changed.
/// </summary>
public sealed class SentenceTests
{
    private static readonly Release Real = SampleRelease.Make(simulated: false, [.. SampleRelease.Reports()]) is var r ? r with { Head = r.Head with { Id = "8c1f", Number = 3 } } : null!;
    private static readonly ShownRelease Shown = new(Real);

    [Fact]
    public void Every_sentence_stays_word_for_word() => Snapshot.Matches("sentences", "txt", string.Concat(
        from row in Real.Cells.OrderBy(c => c.Cell.ToString(), StringComparer.Ordinal).ThenBy(c => c.Measure)
        from language in SiteLanguage.All
        let id = new SentenceId("8c1f", language, row.Measure, row.Cell)
        let sentence = Sentence.Of(Shown, id)
        where sentence is not null
        select $"{id}\n{sentence.Title}\n{sentence.Words}\n\n"));

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
}
