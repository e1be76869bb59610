using Analytics.Models.Estimates;
using Analytics.Models.Privacy;
using Analytics.Models.Rollups;

namespace Analytics.Models.Releases;

/// <summary>Makes the published row of a cell: rounded, and blank where too few contributors stand behind it.</summary>
internal static class CellRows
{
    /// <summary>The row of a cell from its reports, its estimate, or both.</summary>
    /// <param name="figures">Ids of the published figures; an estimate cites only those.</param>
    public static CellRow Of(Rollup? rollup, Estimate? estimate, IReadOnlySet<string> figures)
    {
        var row = rollup is null
            ? new CellRow { Cell = estimate!.Cell, Measure = estimate.Measure }
            : OfReports(rollup);
        if (estimate is null || (row.Blank is not null && estimate.Basis != EstimateBasis.Studies))
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

    private static CellRow OfReports(Rollup rollup)
    {
        var row = new CellRow { Cell = rollup.Cell, Measure = rollup.Measure };
        if (!Disclosure.MayPublish(rollup))
            return row with { Blank = Disclosure.SuppressedK };
        decimal? Quantile(double q, double value) => Disclosure.MayPublish(q, rollup.Contributors) ? Disclosure.Value(value) : null;
        return row with
        {
            Contributors = Disclosure.Count(rollup.Contributors),
            Imputed = rollup.Imputed > 0,
            P10 = Quantile(0.10, rollup.P10),
            P25 = Quantile(0.25, rollup.P25),
            Median = Quantile(0.50, rollup.Median),
            P75 = Quantile(0.75, rollup.P75),
            P90 = Quantile(0.90, rollup.P90),
        };
    }
}
