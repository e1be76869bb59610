namespace Analytics.Benchmarks.Measures;

/// <summary>2.5: who may know whom.</summary>
internal static class ProjectRules
{
    public static readonly Measure Measure = new("2.5", "The dependency rules of the design",
        (run, stop) => TestRun.FiguresAsync(run, "Analytics.Flow.Tests", ["ProjectRulesTests"], new Dictionary<string, string>(), stop));
}
