using Analytics.Models.Estimates;
using Analytics.Models.Privacy;
using Analytics.Models.Rollups;

namespace Analytics.Models.Releases;

/// <summary>Makes the published row of a cell: new, as the latest release has it, or blank with the reason, as the verdict on it says.</summary>
internal static class CellRows
{
    /// <summary>The row of a cell from its reports, its estimate, or both.</summary>
    /// <param name="figures">Ids of the published figures; an estimate cites only those.</param>
    /// <param name="last">The row that the latest release has.</param>
    public static CellRow Of(Rollup? rollup, Estimate? estimate, IReadOnlySet<string> figures, Verdict verdict, CellRow? last)
    {
        // What studies say is not of reports: it is always as it is now.
        var studies = estimate is { Basis: EstimateBasis.Studies } ? estimate : null;
        if (verdict.Kind == VerdictKind.Carried && last is not null)
            return last.Basis is null or EstimateBasis.Studies ? WithEstimate(WithoutEstimate(last), studies, figures) : last;
        if (rollup is null)
            return WithEstimate(new() { Cell = estimate!.Cell, Measure = estimate.Measure }, studies, figures);
        var blank = verdict.Kind != VerdictKind.Fresh ? verdict.Blank ?? Disclosure.SuppressedK : rollup.Steadiness == Steadiness.Unsteady ? Disclosure.Unstable : null;
        return blank is null
            ? WithEstimate(OfReports(rollup), estimate, figures)
            : WithEstimate(new() { Cell = rollup.Cell, Measure = rollup.Measure, Blank = blank }, studies, figures);
    }

    private static CellRow OfReports(Rollup rollup)
    {
        decimal? Quantile(double q, double value) => Disclosure.MayPublish(q, rollup.Contributors) && (q == 0.50 || rollup.Steadiness == Steadiness.Steady) ? Disclosure.Value(value) : null;
        return new()
        {
            Cell = rollup.Cell,
            Measure = rollup.Measure,
            Contributors = Disclosure.Count(rollup.Contributors),
            Imputed = rollup.Imputed > 0,
            P10 = Quantile(0.10, rollup.P10),
            P25 = Quantile(0.25, rollup.P25),
            Median = Quantile(0.50, rollup.Median),
            P75 = Quantile(0.75, rollup.P75),
            P90 = Quantile(0.90, rollup.P90),
        };
    }

    private static CellRow WithEstimate(CellRow row, Estimate? estimate, IReadOnlySet<string> figures)
    {
        if (estimate is null)
            return row;
        var rounded = estimate.Basis != EstimateBasis.Studies;
        return row with
        {
            Basis = estimate.Basis,
            Typical = rounded ? Disclosure.Value((double)estimate.Typical) : estimate.Typical,
            Low = rounded ? Disclosure.Value((double)estimate.Low) : estimate.Low,
            High = rounded ? Disclosure.Value((double)estimate.High) : estimate.High,
            Workers = rounded ? Disclosure.Count(estimate.Workers) : estimate.Workers,
            Imputed = estimate.Imputed,
            FigureIds = [.. estimate.ObservationIds.Where(figures.Contains)],
        };
    }

    private static CellRow WithoutEstimate(CellRow row) => row with { Basis = null, Typical = null, Low = null, High = null, Workers = null, FigureIds = [] };
}
