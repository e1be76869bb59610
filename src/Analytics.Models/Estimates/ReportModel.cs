using Analytics.Models.Rollups;

namespace Analytics.Models.Estimates;

/// <summary>What became of a model of reports.</summary>
public enum ModelFate
{
    Published,

    /// <summary>Fewer than a hundred contributors outside some fold: no model of persons yet (METHOD.md §2).</summary>
    TooFew,

    /// <summary>Its interval of 80 in a hundred holds for less than 75 or more than 85 of a hundred left-out reports.</summary>
    BadCoverage,

    /// <summary>It surely predicts left-out reports worse than a look-up does.</summary>
    WorseThanLookUp,

    /// <summary>It surely predicts left-out reports worse than the model in use does.</summary>
    WorseThanLast,
}

/// <summary>What one run of the estimator starts from, for one measure.</summary>
/// <param name="Reports">The accepted reports.</param>
/// <param name="Studies">Figures of studies, of whatever measure.</param>
/// <param name="Rollups">The measure's cells of reports.</param>
/// <param name="Last">The model in use.</param>
public sealed record ReportInput(PayMeasure Measure, IReadOnlyList<PayRow> Reports, IReadOnlyList<StudyFigure> Studies, IReadOnlyList<Rollup> Rollups, KeptModel? Last);

/// <summary>The model of one measure's reports, evaluated before it is used. Values in, values out.</summary>
/// <param name="Model">The model in use after this run: the new one, the last one where the new one was turned away, or none.</param>
/// <param name="Estimates">Estimates of the cells of reports by it.</param>
/// <param name="Personal">What it says of persons.</param>
public sealed record ReportModel(ModelCard Card, KeptModel? Model, IReadOnlyList<Estimate> Estimates, IReadOnlyList<PersonalEstimate> Personal)
{
    public const int Seed = 1;

    /// <summary>Contributors that a model of persons takes: a hundred to calibrate on (METHOD.md §2) while one fold of five is kept apart to measure its interval on.</summary>
    public const int LeastContributors = PayModel.LeastCalibrated * Folds.Count / (Folds.Count - 1);

    /// <summary>Between which shares of left-out reports its interval of 80 in a hundred must hold.</summary>
    public const double LeastCoverage = 0.75, MostCoverage = 0.85;

    /// <summary>Fits, evaluates, and estimates cells with what may be used.</summary>
    /// <param name="today">The day that a new model is said to be of.</param>
    public static ReportModel Of(ReportInput input, DateOnly today)
    {
        var studies = StudyRows.Of(input.Studies, input.Measure);
        var card = new ModelCard
        {
            Measure = input.Measure,
            Fate = ModelFate.TooFew,
            Contributors = Evaluator.Contributors(input.Reports),
            Studies = studies.Count,
        };
        return card.Contributors < LeastContributors ? new(card, null, [], []) : Fitted(input, PayTable.Of([.. input.Reports, .. studies]), card, today);
    }

    private static ReportModel Fitted(ReportInput input, PayTable table, ModelCard card, DateOnly today)
    {
        var designs = PayDesigns.Of(Evaluator.Cells(table.Rows.Select(r => r.Pay), Seed, out var folds), ErrorModel.Student);
        var models = PayFit.WithoutFolds(designs);
        var evaluation = Evaluator.Evaluate(table, designs, folds, models, Seed, input.Last?.WithoutFold);
        var fate = FateOf(evaluation);
        if (fate == ModelFate.TooFew)
            return new(card, null, [], []);
        var used = fate == ModelFate.Published ? New(input.Reports, designs, models, evaluation, today) : input.Last;
        card = card with { Fate = fate, Model = used?.Used, TurnedAway = fate == ModelFate.Published ? null : evaluation };
        return used is null ? new(card, null, [], []) : new(card, used, Estimated(used.All, designs.Cells, input.Rollups), PersonalEstimates.Of(used.All, input.Measure, input.Reports));
    }

    private static ModelFate FateOf(Evaluation evaluation) =>
        evaluation.Score.Coverage80 is null ? ModelFate.TooFew
        : evaluation.Score.Coverage80 is not (>= LeastCoverage and <= MostCoverage) ? ModelFate.BadCoverage
        : evaluation.Baselines.Any(b => b.Name == Baselines.LookUpName && IsSurelyBetter(b)) ? ModelFate.WorseThanLookUp
        : evaluation.Last is { } last && IsSurelyBetter(last) ? ModelFate.WorseThanLast
        : ModelFate.Published;

    // The whole of the bootstrap's interval is on its side: what differs by chance alone is no reason.
    private static bool IsSurelyBetter(BaselineScore rival) => rival.AboveHigh < 0;

    private static KeptModel New(IReadOnlyList<PayRow> reports, PayDesigns designs, IReadOnlyList<PayModel> models, Evaluation evaluation, DateOnly today)
    {
        var all = PayFit.Fit(designs, leftOut: null);
        var used = new UsedModel(CellEstimator.Version, Seed, today, evaluation, [.. all.Effects.Select(e => new CardEffect(e, Math.Min(Of(reports, e.Factor, e.Word), Of(reports, e.Factor, e.Against))))]);
        return new(used, all, models);
    }

    private static IReadOnlyList<Estimate> Estimated(PayModel model, PayCells cells, IReadOnlyList<Rollup> rollups)
    {
        var modelled = new ModelledCells(model, cells);
        // A quarter's cells are history, which no model of all quarters tells.
        return [.. rollups.Where(r => r.Cell.Quarter is null).Select(modelled.Of).OfType<Estimate>().Select(e => e with { Seed = Seed })];
    }

    private static int Of(IReadOnlyList<PayRow> reports, PayFactor factor, string word) => Evaluator.Contributors(reports.Where(r => r[factor] == word));
}
