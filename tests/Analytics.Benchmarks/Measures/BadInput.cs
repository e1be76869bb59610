namespace Analytics.Benchmarks.Measures;

/// <summary>2.6: what users and the web get wrong.</summary>
internal static class BadInput
{
    public static readonly Measure Measure = new("2.6", "Bad input: a clear sentence, an exit code, nothing half-done",
        (run, stop) => TestRun.FiguresAsync(run, "Analytics.Flow.Tests", ["BadInputTests"], new Dictionary<string, string>(), stop));
}
