using Analytics.Models.Corrections;
using Analytics.Web.Embeds;

namespace Analytics.Web.Tests.Embeds;

/// <summary>How a figure stands, and what a correction touches.</summary>
public sealed class FigureStatusTests
{
    private static readonly string[] Pages = ["/platforms/prolific", "/tasks/survey", "/platforms/prolific#f-1a"];
    private static readonly SentenceFigure Shown = new() { Value = 9.4m, Low = 8, High = 10, P25 = 7, P75 = 12, N = 120 };

    [Fact]
    public void The_same_figure_is_current() => Assert.Equal(FigureStatus.Current, FigureStanding.Of(Shown, Shown with { }, []).Status);

    [Fact]
    public void Another_value_range_or_n_supersedes_it()
    {
        foreach (var latest in new[] { Shown with { Value = 9.5m }, Shown with { Low = null }, Shown with { High = 11 }, Shown with { P25 = 6 }, Shown with { N = 125 }, Shown with { Imputed = true } })
            Assert.Equal(FigureStatus.Superseded, FigureStanding.Of(Shown, latest, []).Status);
    }

    [Fact]
    public void A_figure_that_the_latest_release_has_not_is_withdrawn() => Assert.Equal(FigureStatus.Withdrawn, FigureStanding.Of(Shown, null, []).Status);

    [Fact]
    public void A_correction_stands_before_all_else()
    {
        var corrections = new[] { Case() };
        foreach (var latest in new[] { Shown, Shown with { Value = 1 }, null })
            Assert.Equal((FigureStatus.Corrected, "c"), (FigureStanding.Of(Shown, latest, corrections).Status, FigureStanding.Of(Shown, latest, corrections).Corrections.Single().Id));
    }

    [Theory]
    [InlineData(null, null, 1, true)]
    [InlineData(null, null, 9, true)]
    [InlineData(3, null, 2, false)]
    [InlineData(3, null, 3, true)]
    [InlineData(3, null, 9, true)]
    [InlineData(null, 5, 1, true)]
    [InlineData(null, 5, 4, true)]
    [InlineData(null, 5, 5, false)]
    [InlineData(3, 5, 2, false)]
    [InlineData(3, 5, 3, true)]
    [InlineData(3, 5, 4, true)]
    [InlineData(3, 5, 5, false)]
    [InlineData(3, 3, 3, false)]
    public void A_case_touches_the_releases_that_had_it_wrong(int? since, int? right, int release, bool touched) =>
        Assert.Equal(touched, TouchingCorrections.CorrectionsOf(release, Pages, [Case() with { Since = since, In = right }]).Count == 1);

    [Theory]
    [InlineData("/platforms/prolific", true)]
    [InlineData("/platforms/Prolific", true)]
    [InlineData("/platforms/prolific#reports", true)]
    [InlineData("/platforms/prolific#f-1a", true)]
    [InlineData("/tasks/survey", true)]
    [InlineData("/platforms/prolific#f-2b", false)]
    [InlineData("/platforms/prolific#fact-payout", false)]
    [InlineData("/platforms/pro", false)]
    [InlineData("/platforms", false)]
    [InlineData("/methods", false)]
    [InlineData("/", false)]
    [InlineData(null, false)]
    public void A_case_touches_the_figures_of_its_page(string? page, bool touched)
    {
        Assert.Equal(touched, TouchingCorrections.CorrectionsOf(3, Pages, [Case() with { Page = page }]).Count == 1);
        Assert.Equal(touched, TouchingCorrections.CorrectionsOf(3, Pages, [Case() with { Page = page, In = 4 }]).Count == 1);
        // Of the whole site it touches every figure where it says since when they were wrong.
        var whole = page is null or "/";
        Assert.Equal(touched || whole, TouchingCorrections.CorrectionsOf(3, Pages, [Case() with { Page = page, Since = 2, In = 4 }]).Count == 1);
        Assert.Empty(TouchingCorrections.CorrectionsOf(4, Pages, [Case() with { Page = page, Since = 2, In = 4 }]));
    }

    [Theory]
    [InlineData(CorrectionState.Answered)]
    [InlineData(CorrectionState.Refused)]
    [InlineData(CorrectionState.Received)]
    public void A_case_that_put_nothing_right_touches_nothing(CorrectionState state) =>
        Assert.Empty(TouchingCorrections.CorrectionsOf(1, Pages, [Case() with { State = state, Since = 1 }]));

    [Fact]
    public void A_quote_taken_down_was_not_wrong_for_that()
    {
        Assert.Empty(TouchingCorrections.CorrectionsOf(1, Pages, [Case() with { Way = CorrectionWay.TakeDown }]));
        Assert.Empty(TouchingCorrections.CorrectionsOf(1, Pages, [Case() with { Way = CorrectionWay.TakeDown, In = 2 }]));
        Assert.Single(TouchingCorrections.CorrectionsOf(1, Pages, [Case() with { Way = CorrectionWay.TakeDown, Since = 1, In = 2 }]));
    }

    [Fact]
    public void The_order_of_the_log_stays() => Assert.Equal(
        ["b", "a"], TouchingCorrections.CorrectionsOf(1, Pages, [Case() with { Id = "b" }, Case() with { Page = "/data" }, Case() with { Id = "a" }]).Select(c => c.Id));

    private static PublishedCorrection Case() => new(
        "c", CorrectionWay.Error, CorrectionState.Corrected, "/platforms/prolific", null, null, "en", default, default, "It was wrong.", "Dulu keliru.", null, null, null, null);
}
