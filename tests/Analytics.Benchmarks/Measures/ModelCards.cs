namespace Analytics.Benchmarks.Measures;

/// <summary>4.6: what pages, release and model card say, on the catalogue without reports and on the whole demonstration.</summary>
internal static class ModelCards
{
    public static readonly Measure Measure = new("4.6", "Pages, release and model card in both languages: on the catalogue without reports, and on 50,000 simulated reports", async (run, stop) =>
        [.. await TestRun.FiguresAsync(run, "Analytics.Flow.Tests", ["ModelCardFlowTests"], new Dictionary<string, string> { ["PERJAM_DEMO_REPORTS"] = "50000" }, stop)])
    {
        Packages = ["chromium"],
    };
}
