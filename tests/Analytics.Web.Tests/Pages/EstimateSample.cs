using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Web.Pages.Shared;
using Analytics.Web.Releases;
using Analytics.Web.Text;

namespace Analytics.Web.Tests.Pages;

/// <summary>A release in which the model says round things of persons who answer surveys, so that sentences can be checked by hand.</summary>
internal static class EstimateSample
{
    public static readonly ShownRelease Release = Of(
        [
            Paid(4, 2, 9), Paid(6, 3, 12, country: "US"), Paid(3, 1.5m, 7, country: "ID"),
            Paid(5, 2.5m, 11, platform: "prolific"), Paid(6, 3, 13, platform: "clickworker"), Paid(7.5m, 4, 16, platform: "prolific", country: "US"),
            Paid(3.6m, 1.8m, 8, platform: "prolific", country: "ID"), Paid(4.5m, 2.2m, 10, platform: "clickworker", country: "ID"),
            Paid(2, 1, 4.5m, band: ExperienceBand.UnderOneMonth), Paid(1.5m, 0.7m, 3, band: ExperienceBand.UnderOneMonth, country: "ID"),
            Paid(8, 4, 16, band: ExperienceBand.OverTwentyFourMonths), Paid(6, 3, 12, band: ExperienceBand.OverTwentyFourMonths, country: "ID"),
            Paid(20, 10, 40, TaskType.Coding, country: "ID"), Paid(16, 8, 30, TaskType.Coding),
            Paid(3, 1.4m, 6.4m) with { Measure = PayMeasure.AllIn }, Paid(2.2m, 1, 5, country: "ID") with { Measure = PayMeasure.AllIn },
        ],
        [
            new(new(null, TaskType.Survey, null, null, null), 85, 23, 28, 36, 0.25m),
            new(new("prolific", TaskType.Survey, null, null, null), 10, null, 12, null, null),
        ]);

    public static Asked Asked(SiteLanguage language, ShownRelease? release = null, string? currency = null) =>
        new(SiteText.Of(language), release ?? Release, ShownCurrency.Find(currency, release ?? Release, SampleRelease.Fetched)!, SampleRelease.Fetched, Frozen: false);

    /// <summary>The sample release with these rows.</summary>
    public static ShownRelease Of(IReadOnlyList<PersonalRow> personal, IReadOnlyList<WorkHoursRow> hours)
    {
        var made = SampleRelease.Make(simulated: true);
        return new(new Release
        {
            Head = made.Head,
            Platforms = made.Platforms,
            Figures = made.Figures,
            Claims = made.Claims,
            Statements = made.Statements,
            Cells = [.. made.Cells, From("clickworker", "ID"), From("clickworker", "US"), From("prolific", "US")],
            Reports = made.Reports,
            ReportQuarters = made.ReportQuarters,
            Checks = made.Checks,
            AdvertGaps = made.AdvertGaps,
            ModelCards = made.ModelCards,
            Personal = personal,
            WorkHours = hours,
            ExchangeRates = made.ExchangeRates,
            MinimumWages = made.MinimumWages,
        });
    }

    // That people from there work on it.
    private static CellRow From(string platform, string country) => new() { Cell = new(platform, null, null, country, null), Measure = PayMeasure.PaidOnly, Contributors = 20, Median = 4 };

    private static PersonalRow Paid(decimal typical, decimal low, decimal high, TaskType work = TaskType.Survey, string? platform = null, ExperienceBand? band = null, string? country = null) =>
        new(PayMeasure.PaidOnly, work, platform, band, country, low, typical, high);
}
