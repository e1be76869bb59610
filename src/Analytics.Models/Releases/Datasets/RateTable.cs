using Analytics.Models.Estimates;
using Analytics.Models.Evidence;
using Analytics.Models.Privacy;
using Analytics.Models.Rollups;

namespace Analytics.Models.Releases.Datasets;

/// <summary>The table <c>rates</c>: published cells with what reports say, and the typical rate with its interval.</summary>
internal static class RateTable
{
    // What reports may be, whatever each is: of a cell the mixture is not told.
    private static readonly IReadOnlyList<string> OfReports = [Term.Of(FigureKind.SelfReport), Term.Of(FigureKind.TrackerLog)];
    private static readonly IReadOnlyList<string> ReportTiers = [Term.Of(EvidenceTier.A), Term.Of(EvidenceTier.B), Term.Of(EvidenceTier.C)];

    private sealed record Rate(CellRow Row, IReadOnlyList<FigureRow> Studies)
    {
        public bool IsOfStudies => Row.Basis == EstimateBasis.Studies;
    }

    public static DatasetTable Create() => new DatasetTable<Rate>("rates", ["cell", "measure"], Read)
        .Always("cell", r => r.Row.Cell.ToString())
        .Word<PayMeasure>("measure", r => r.Row.Measure)
        .Dimensions(r => r.Row.Cell)
        .Several("kind", [.. Enum.GetValues<FigureKind>().Select(Term.Of)], r => r.IsOfStudies ? r.Studies.Select(f => Term.Of(f.Kind)).Distinct().Order(StringComparer.Ordinal) : OfReports)
        .Several("tier", [.. Enum.GetValues<EvidenceTier>().Select(Term.Of)], r => r.IsOfStudies ? r.Studies.Select(f => Term.Of(f.Tier)).Distinct().Order(StringComparer.Ordinal) : ReportTiers)
        .Integer("contributors", r => r.Row.Contributors, blank: "median_blank")
        .Number("p10", r => r.Row.P10, DatasetTables.PerHour, blank: "tails_blank")
        .Number("p25", r => r.Row.P25, DatasetTables.PerHour, blank: "quartiles_blank")
        .Number("median", r => r.Row.Median, DatasetTables.PerHour, blank: "median_blank")
        .Number("p75", r => r.Row.P75, DatasetTables.PerHour, blank: "quartiles_blank")
        .Number("p90", r => r.Row.P90, DatasetTables.PerHour, blank: "tails_blank")
        .OneOf("median_blank", BlankReason.All, r => Why(r.Row, r.Row.Median, 0.5))
        .OneOf("quartiles_blank", BlankReason.All, r => Why(r.Row, r.Row.P25, 0.25))
        .OneOf("tails_blank", BlankReason.All, r => Why(r.Row, r.Row.P10, 0.1))
        .Word("basis", r => r.Row.Basis, blank: "typical_blank")
        .Number("typical", r => r.Row.Typical, DatasetTables.PerHour, blank: "typical_blank")
        .Number("low", r => r.Row.Low, DatasetTables.PerHour, blank: "typical_blank")
        .Number("high", r => r.Row.High, DatasetTables.PerHour, blank: "typical_blank")
        .OneOf("interval", ["median-90", "studies-range"], r => r.Row.Basis is null ? null : r.IsOfStudies ? "studies-range" : "median-90")
        .Integer("workers", r => r.Row.Workers, blank: "typical_blank")
        .OneOf("typical_blank", BlankReason.All, r => r.Row.Typical is not null ? null : r.Row.Blank ?? BlankReason.NotEstimated)
        .Boolean("imputed", r => r.Row.Imputed)
        .Several("claim_ids", [], r => r.Row.FigureIds)
        .Text("from_release", r => r.Row.FromRelease);

    private static IEnumerable<Rate> Read(Release release)
    {
        var figures = release.Figures.ToDictionary(f => f.Id);
        return release.Cells.Select(c => new Rate(c, [.. c.FigureIds.Select(id => figures.GetValueOrDefault(id)).OfType<FigureRow>()]));
    }

    // Of a cell that is told of at all, a quantile is missing for too few contributors or because one of them alone moves it.
    private static string? Why(CellRow row, decimal? value, double quantile) => value is not null ? null
        : row.Blank ?? (row.Contributors is not { } n ? BlankReason.NoReports : Disclosure.MayPublish(quantile, n - 3) ? Disclosure.Unstable : Disclosure.SuppressedK);
}
