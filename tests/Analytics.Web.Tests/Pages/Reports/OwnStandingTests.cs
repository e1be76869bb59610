using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Web.Pages.Reports;
using Analytics.Web.Pages.Shared;
using Analytics.Web.Releases;
using Analytics.Web.Text;

namespace Analytics.Web.Tests.Pages.Reports;

public sealed class OwnStandingTests
{
    private static readonly CellRow Whole = new()
    {
        Cell = new("mturk", TaskType.Survey, null, null, null),
        Measure = PayMeasure.PaidOnly,
        Contributors = 35,
        P25 = 2,
        Median = 3.2m,
        P75 = 5,
    };

    [Theory]
    [InlineData(1.99, "lowest")]
    [InlineData(2, "lower")]
    [InlineData(3.2, "middle")]
    [InlineData(5, "upper")]
    [InlineData(5.01, "highest")]
    public void Where_one_stands_is_by_quartile(double own, string place) => Assert.Equal(place, OwnStanding.Place((decimal)own, Whole));

    [Theory]
    [InlineData(3, "below")]
    [InlineData(3.2, "middle")]
    [InlineData(4, "above")]
    public void Without_quartiles_it_is_by_the_middle(double own, string place) => Assert.Equal(place, OwnStanding.Place((decimal)own, Whole with { P25 = null, P75 = null }));

    [Fact]
    public void The_sentence_is_made_from_the_figures_in_both_languages()
    {
        Assert.Equal(
            "On paid time your $4.10 an hour is above the middle, below the highest quarter: Surveys on Amazon Mechanical Turk, about 35 contributors, typically $3.20. Half of them make between $2 and $5.",
            Asked(SiteLanguage.English).Sentence(4.1m, Whole));
        Assert.Equal(
            "Bila semua waktu dihitung, $1,50 per jam Anda di bawah nilai tengah: Survei, sekitar 35 pelapor, umumnya $3,20.",
            Asked(SiteLanguage.Indonesian).Sentence(1.5m, Whole with { Cell = new(null, TaskType.Survey, null, null, null), Measure = PayMeasure.AllIn, P25 = null, P75 = null }));
    }

    private static Asked Asked(SiteLanguage language) =>
        new(SiteText.Of(language), new ShownRelease(SampleRelease.Make()), ShownCurrency.Dollar, new DateOnly(2026, 11, 22), Frozen: false);
}
