using Analytics.Models.Evidence;
using Analytics.Models.Hourly;
using Analytics.Models.Money;
using Analytics.Models.Observations;
using Analytics.Models.Rollups;

namespace Analytics.Models.Estimates;

/// <summary>A figure measured over many workers, with its hourly rate.</summary>
/// <param name="Source">The work it is from: several figures of one work speak of the same workers.</param>
public sealed record StudyFigure(Observation Seen, HourlyRate Rate, string Source)
{
    /// <summary>Whether it is a figure of workers' pay that stands for its cell: measured, and no bound.</summary>
    public bool IsMeasured => Seen.Kind.Coarse() == CoarseKind.Measured && Seen.Bound is not (Bound.AtLeast or Bound.UpTo);

    /// <summary>The workers it had; a study that does not say counts as one.</summary>
    public int Weight => Math.Max(1, Seen.Workers ?? 1);
}

/// <summary>
/// Typical rates: a cell's own median where its reports suffice, else what the model of reports says, else what studies measured. Values in, values out.
/// </summary>
public static class CellEstimator
{
    /// <summary>Rises whenever the same input would give another estimate.</summary>
    public const string Version = "modelled-3";

    /// <summary>Contributors below which a cell's own median is not given as direct (METHOD.md §2).</summary>
    public const int LeastContributors = 30;

    /// <summary>Contributors below which a cell of reports is not published (METHOD.md §5), so that the model has nothing to say of it.</summary>
    public const int LeastModelled = 10;

    /// <summary>Relative standard error above which it is not (METHOD.md §2, after the ONS).</summary>
    public const double MostVariation = 0.20;

    /// <summary>The estimates of the cells that have enough reports, of those that the model tells, and of those that studies speak of; one for a cell.</summary>
    /// <param name="modelled">Of cells of reports.</param>
    public static IReadOnlyList<Estimate> Estimate(IReadOnlyList<Rollup> rollups, IReadOnlyList<StudyFigure> studies, IReadOnlyList<Estimate> modelled)
    {
        var direct = rollups.Where(Suffices).Select(Direct);
        var studied = Enum.GetValues<PayMeasure>().SelectMany(m => Studied(studies, m));
        var told = modelled.Where(e => e.Workers >= LeastModelled);
        return [.. direct.Concat(told).Concat(studied).DistinctBy(e => (e.Cell, e.Measure)).OrderBy(e => e.Key, StringComparer.Ordinal).ThenBy(e => e.Measure)];
    }

    private static bool Suffices(Rollup cell) => cell.Contributors >= LeastContributors && cell.Steadiness != Steadiness.Unsteady && cell.MedianVariation <= MostVariation;

    private static Estimate Direct(Rollup cell) => new()
    {
        Cell = cell.Cell,
        Measure = cell.Measure,
        Basis = EstimateBasis.Direct,
        Typical = Cents(cell.Median),
        Low = Cents(cell.MedianLow),
        High = Cents(cell.MedianHigh),
        Workers = cell.Contributors,
        Imputed = cell.Imputed > 0,
    };

    private static IEnumerable<Estimate> Studied(IReadOnlyList<StudyFigure> studies, PayMeasure measure) =>
        studies
            .Where(s => s.IsMeasured)
            .Select(s => new Study(s, s.Rate.Of(measure), measure == PayMeasure.AllIn && s.Rate.AllInImputed))
            .Where(s => s.Rate is not null)
            .SelectMany(s => CellsOf(s.Figure.Seen).Select(cell => (Cell: cell, Study: s)))
            .GroupBy(x => x.Cell, x => x.Study)
            .Select(cell => FromStudies(cell.Key, measure, [.. cell]));

    private static IEnumerable<Cell> CellsOf(Observation seen)
    {
        if (seen.Platform is { } platform)
            yield return new(platform, null, null, null, null);
        if (seen.TaskType is { } task)
            yield return new(null, task, null, null, null);
        if (seen is { Platform: { } both, TaskType: { } of })
            yield return new(both, of, null, null, null);
    }

    /// <summary>
    /// The study's figure in the middle, each weighted by its workers, so that the typical rate is always one that a named study states.
    /// Where there are both, measured all-in pay stands before pay with assumed unpaid time, medians before means, and figures of all countries
    /// and experience before those of one.
    /// </summary>
    private static Estimate FromStudies(Cell cell, PayMeasure measure, IReadOnlyList<Study> all)
    {
        var medians = Prefer(Prefer(all, s => !s.Imputed), s => s.Seen.Statistic is Statistic.Median or Statistic.Quantiles);
        var studies = Prefer(medians, s => s.Seen is { Country: null, Experience: null })
            .OrderBy(s => s.Typical).ThenBy(s => s.Seen.Id, StringComparer.Ordinal).ToList();
        var half = studies.Sum(s => s.Figure.Weight) / 2m;
        var reached = 0m;
        var middle = studies.First(s => (reached += s.Figure.Weight) >= half);
        return new()
        {
            Cell = cell,
            Measure = measure,
            Basis = EstimateBasis.Studies,
            Typical = Math.Round(middle.Typical, 2),
            Low = Math.Round(studies[0].Typical, 2),
            High = Math.Round(studies[^1].Typical, 2),
            Workers = studies.GroupBy(s => s.Figure.Source).Sum(of => of.Max(s => s.Seen.Workers ?? 0)),
            Imputed = studies.All(s => s.Imputed),
            ObservationIds = [.. studies.Select(s => s.Seen.Id)],
        };
    }

    private static IReadOnlyList<Study> Prefer(IReadOnlyList<Study> studies, Func<Study, bool> better) =>
        studies.Any(better) ? [.. studies.Where(better)] : studies;

    internal static RateRange? Of(this HourlyRate rate, PayMeasure measure) => measure == PayMeasure.PaidOnly ? rate.PaidOnly : rate.AllIn;

    internal static decimal Cents(double value) => Math.Round((decimal)Math.Min(value, 1e9), 2);

    private sealed record Study(StudyFigure Figure, RateRange? Rate, bool Imputed)
    {
        public decimal Typical => Rate!.Value.Typical;

        public Observation Seen => Figure.Seen;
    }
}
