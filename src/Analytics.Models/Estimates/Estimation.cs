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
