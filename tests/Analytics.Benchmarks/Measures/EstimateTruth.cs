namespace Analytics.Benchmarks.Measures;

/// <summary>4.2: lme4's numbers on three generated tables, and simulated truths in the intervals of cells' medians.</summary>
internal static class EstimateTruth
{
    public static readonly Measure Measure = new("4.2", "Variances and effects beside lme4's; simulated truths in the 90 % intervals of cells' medians; bias", async (run, stop) =>
        [.. await TestRun.FiguresAsync(run, "Analytics.Models.Tests", ["Lme4ReferenceTests", "SimulatedTruthTests"], new Dictionary<string, string>(), stop)]);
}
