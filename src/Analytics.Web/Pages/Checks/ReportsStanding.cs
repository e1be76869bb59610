using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Web.Releases;

namespace Analytics.Web.Pages.Checks;

/// <summary>An amount held against the published quantiles of workers' reports.</summary>
/// <param name="Work">The work that the reports are of.</param>
/// <param name="Country">Their country; null for all.</param>
public sealed record ReportsStanding(Work Work, string? Country, CellRow Cell, HourlyPay Amount)
{
    /// <summary>The quantiles that may be published, the lowest first: percentage of reports up to it, and US dollars an hour.</summary>
    public IReadOnlyList<(int Percent, decimal Usd)> Quantiles =>
        [.. new (int, decimal?)[] { (10, Cell.P10), (25, Cell.P25), (50, Cell.Median), (75, Cell.P75), (90, Cell.P90) }.Where(q => q.Item2 is not null).Select(q => (q.Item1, q.Item2!.Value))];

    /// <summary>The highest quantile that the whole amount lies above; null where it lies above none.</summary>
    public (int Percent, decimal Usd)? Above => Quantiles.Where(q => q.Usd < Amount.Low).Select(q => ((int, decimal)?)q).LastOrDefault();

    /// <summary>The lowest quantile that the whole amount lies below; null where it lies below none.</summary>
    public (int Percent, decimal Usd)? Below => Quantiles.Where(q => q.Usd > Amount.High).Select(q => ((int, decimal)?)q).FirstOrDefault();

    /// <summary>
    /// The amount against the nearest reports that may be published: of the country before all countries. One standing for each kind of work that is
    /// meant; none where there are no reports.
    /// </summary>
    public static IEnumerable<ReportsStanding> Of(ShownRelease release, IReadOnlyList<Work> near, string? country, HourlyPay amount) =>
        near.Select(work => work.Kinds().Select(one => Nearest(release, one, country, amount)).OfType<ReportsStanding>().ToList()).FirstOrDefault(found => found.Count > 0) ?? [];

    private static ReportsStanding? Nearest(ShownRelease release, Work work, string? country, HourlyPay amount)
    {
        var cells =
            from place in country is not null && (work.Platform is null || work.Task is null) ? [country, null] : new string?[] { null }
            from measure in Enum.GetValues<PayMeasure>()
            from cell in release.CellsOf(work.Platform)
            where cell is { Contributors: not null, Blank: null, Median: not null } && cell.Measure == measure && cell.Cell == new Cell(work.Platform, work.Task, null, place, null)
            select new ReportsStanding(work, place, cell, amount);
        return cells.FirstOrDefault();
    }
}
