namespace Analytics.Benchmarks.Measures;

/// <summary>4.4 and 4.5: properties of the estimator on drawn tables, and tables that tell nothing.</summary>
internal static class EstimateProperties
{
    public static readonly Measure Measure = new("4.4", "Properties of the estimator (order, scale, evidence, repeats) and degenerate tables", async (run, stop) =>
        [.. await TestRun.FiguresAsync(run, "Analytics.Models.Tests", ["PayFitTests", "PayTableTests", "FittedModelTests", "AdvertGapTests", "ReportModelTests"], new Dictionary<string, string>(), stop)]);
}
