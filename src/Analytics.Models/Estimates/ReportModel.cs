using Analytics.Models.Rollups;

namespace Analytics.Models.Estimates;

/// <summary>What became of a model of reports.</summary>
public enum ModelFate
{
    Published,

    /// <summary>Fewer than a hundred contributors: no model of persons yet (METHOD.md §2).</summary>
    TooFew,

    /// <summary>Its interval of 80 in a hundred holds for less than 75 or more than 85 of a hundred left-out reports.</summary>
    BadCoverage,

    /// <summary>It predicts left-out reports worse than a look-up does.</summary>
    WorseThanLookUp,
}

/// <summary>The model of one measure's reports, evaluated before it is used.</summary>
public sealed record ReportModel
{
    public const int Seed = 1;

    private const double LeastCoverage = 0.75, MostCoverage = 0.85;

    public required PayMeasure Measure { get; init; }

    public required ModelFate Fate { get; init; }

    /// <summary>Its figures; null for <see cref="ModelFate.TooFew"/>.</summary>
    public Evaluation? Evaluation { get; init; }

    /// <summary>Estimates of the cells of reports; empty unless <see cref="ModelFate.Published"/>.</summary>
    public IReadOnlyList<Estimate> Estimates { get; init; } = [];

    /// <summary>Evaluates the model of <paramref name="rows"/> and, where it is fit to be published, estimates the cells of <paramref name="rollups"/> with it.</summary>
    public static ReportModel Of(PayMeasure measure, IReadOnlyList<PayRow> rows, IReadOnlyList<Rollup> rollups)
    {
        if (rows.Select(r => r.Contributor).Distinct().Count() < PayModel.LeastCalibrated)
            return new() { Measure = measure, Fate = ModelFate.TooFew };
        var evaluation = Evaluator.Evaluate(PayTable.Of(rows), ErrorModel.Student, Seed, withoutPlatforms: false);
        var fate = FateOf(evaluation);
        return new() { Measure = measure, Fate = fate, Evaluation = evaluation, Estimates = fate == ModelFate.Published ? Cells(rows, rollups) : [] };
    }

    private static ModelFate FateOf(Evaluation evaluation) =>
        evaluation.Score.Coverage80 is not (>= LeastCoverage and <= MostCoverage) ? ModelFate.BadCoverage
        // Surely worse: the whole of the bootstrap's interval is below 0.
        : evaluation.Baselines.Any(b => b.Name == Baselines.LookUpName && b.AboveHigh < 0) ? ModelFate.WorseThanLookUp
        : ModelFate.Published;

    private static IReadOnlyList<Estimate> Cells(IReadOnlyList<PayRow> rows, IReadOnlyList<Rollup> rollups)
    {
        var cells = Evaluator.Cells(rows, Seed, out _);
        var modelled = new ModelledCells(PayFit.Fit(cells, ErrorModel.Student), cells);
        // A quarter's cells are history, which no model of all quarters tells.
        return [.. rollups.Where(r => r.Cell.Quarter is null).Select(modelled.Of).OfType<Estimate>().Select(e => e with { Seed = Seed })];
    }
}
