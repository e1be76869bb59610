namespace Analytics.Benchmarks.Measures;

/// <summary>2.3: the whole flow twice with identical rows, and a worker killed again and again.</summary>
internal static class WholeFlow
{
    public static readonly Measure Measure = new("2.3", "Saved pages to a release, twice with identical rows; a worker killed at 100 random moments ends as one that was not, the site answering throughout",
        (run, stop) => TestRun.FiguresAsync(run, "Analytics.Flow.Tests", ["FlowTests", "KilledWorkerTests"], new Dictionary<string, string> { ["PERJAM_KILLS"] = "100" }, stop));
}
