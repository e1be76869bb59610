namespace Analytics.Benchmarks.Measures;

/// <summary>4.4 and 4.5: properties of the estimator on drawn tables, and tables that tell nothing.</summary>
internal static class EstimateProperties
{
    public static readonly Measure Measure = Of("4.4", "Properties of the estimator: order, scale, evidence, repeats", "PayFitTests", "FittedModelTests", "AdvertGapTests", "ReportModelTests");

    // A fit of pay that is all the same, of ten thousand levels and of too few stands among the properties.
    public static readonly Measure Degenerate = Of("4.5", "Degenerate tables: a clear answer or refusal, never NaN", "PayTableTests", "PayFitTests");

    private static Measure Of(string id, string title, params string[] classes) =>
        new(id, title, async (run, stop) => [.. await TestRun.FiguresAsync(run, "Analytics.Models.Tests", classes, new Dictionary<string, string>(), stop)]);
}
