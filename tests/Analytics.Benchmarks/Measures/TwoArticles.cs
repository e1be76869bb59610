namespace Analytics.Benchmarks.Measures;

/// <summary>2.2: the two articles the project began with, from file to page.</summary>
internal static class TwoArticles
{
    public static readonly Measure Measure = new("2.2", "collect on the two articles, then flow: the pages show exactly the figures, in both languages, with quotes",
        (run, stop) => TestRun.FiguresAsync(run, "Analytics.Flow.Tests", ["TwoArticlesTests"], new Dictionary<string, string>(), stop));
}
