namespace Analytics.Models.Estimates;

/// <summary>The estimator on a table: fit, predict and evaluate. The same table, seed and errors give the same answer.</summary>
public static class Estimation
{
    /// <summary>How well pay is predicted that the model did not see.</summary>
    /// <exception cref="PayTableException">Too little to fit.</exception>
    public static Evaluation Evaluate(PayTable table, ErrorModel errors, int seed, IProgress<double>? progress = null) => Evaluator.Evaluate(table, errors, seed, progress);

    /// <summary>The model of all rows, as JSON.</summary>
    /// <exception cref="PayTableException">Too little to fit.</exception>
    public static string Fit(PayTable table, ErrorModel errors, int seed) =>
        PayModelFile.Write(PayFit.Fit(Evaluator.Cells(table.Rows.Select(r => r.Pay), seed, out _), errors));

    /// <summary>A model that <see cref="Fit"/> made.</summary>
    /// <exception cref="PayTableException">It is none.</exception>
    public static FittedModel Open(string json) => new(PayModelFile.Read(json));
}

/// <summary>Predicts pay.</summary>
public sealed class FittedModel
{
    private readonly PayModel _model;

    internal FittedModel(PayModel model) => _model = model;

    /// <summary>What one person told by <paramref name="row"/> gets; its own pay plays no part.</summary>
    public PayPrediction Predict(PayRow row) => _model.Predict(row);

    /// <summary>What the prediction rests on: the words of <paramref name="row"/> that the model never met, as a word for a table: <c>modelled</c>, or <c>parent</c> where a told factor is unknown.</summary>
    public string Basis(PayRow row) => PayCells.Factors.Any(f => row[f].Length > 0 && _model.Words[(int)f].Find(row[f]) < 0) ? "parent" : "modelled";
}
