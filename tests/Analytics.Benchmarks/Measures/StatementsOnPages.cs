namespace Analytics.Benchmarks.Measures;

/// <summary>3.2: what own-written help and job pages, a thread, a rates table and the two articles say, on the platform pages.</summary>
internal static class StatementsOnPages
{
    public static readonly Measure Measure = new("3.2", "Statements of the two articles and of own-written pages, from the web to the platform pages in both languages",
        (run, stop) => TestRun.FiguresAsync(run, "Analytics.Flow.Tests", ["StatementFlowTests", "TwoArticlesTests"], new Dictionary<string, string>(), stop));
}
