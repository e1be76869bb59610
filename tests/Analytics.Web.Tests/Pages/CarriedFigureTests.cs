using Analytics.Models.Platforms;
using Analytics.Models.Privacy;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Web.Pages.Compare;
using Analytics.Web.Pages.Shared;
using Analytics.Web.Releases;
using Analytics.Web.Text;

namespace Analytics.Web.Tests.Pages;

/// <summary>Figures of reports that an earlier release computed, and those that may not be shown.</summary>
public sealed class CarriedFigureTests
{
    private static readonly Release Sample = SampleRelease.Make();

    [Theory]
    [InlineData("en", "as of release 3")]
    [InlineData("id", "per rilis 3")]
    public void A_figure_of_an_earlier_release_names_it(string language, string words)
    {
        var asked = new Asked(
            SiteText.Of(language == "en" ? SiteLanguage.English : SiteLanguage.Indonesian),
            new ShownRelease(Sample, [Sample.Head, new("0ld", 3, Sample.Head.MadeAt, false)]), ShownCurrency.Dollar, new DateOnly(2026, 11, 22), Frozen: false);
        ComparedFigure Row(string? from) => ComparedFigures.Row(
            "Prolific", new CellRow { Cell = new("prolific", TaskType.Survey, null, null, null), Measure = PayMeasure.PaidOnly, Contributors = 20, Median = 8, FromRelease = from }, newest: null);
        Assert.Equal(words, asked.AsOf(Row("0ld")));
        Assert.Null(asked.AsOf(Row(Sample.Head.Id)));
        Assert.Equal(language == "en" ? " Computed in release 3." : " Dihitung pada rilis 3.", asked.AsOfSentence("0ld"));
        Assert.Empty(asked.AsOfSentence(Sample.Head.Id));
        Assert.Null(asked.AsOf(Row(null)));
        Assert.EndsWith("l0st", asked.AsOf(Row("l0st")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Disclosure.SuppressedK)]
    [InlineData(Disclosure.SuppressedComplement)]
    [InlineData(Disclosure.Withdrawn)]
    [InlineData(Disclosure.Unstable)]
    public void Every_reason_of_a_blank_has_words(string reason) => Assert.All(
        new[] { (SiteLanguage.English, "not shown: "), (SiteLanguage.Indonesian, "tidak ditampilkan: ") },
        told => Assert.StartsWith(told.Item2, SiteText.Of(told.Item1)[$"cells.suppressed.{reason}"], StringComparison.Ordinal));
}
