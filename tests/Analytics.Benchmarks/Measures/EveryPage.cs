namespace Analytics.Benchmarks.Measures;

/// <summary>5.1: every page template on the catalogue and on 200,000 simulated reports.</summary>
internal static class EveryPage
{
    public static readonly Measure Measure = new("5.1",
        "Every page template on the catalogue and on 200,000 simulated reports, both languages, 360 and 1,280 px, light and dark: axe, keyboard, 320 px and 200 %, layout shift, console, foreign requests, valid HTML",
        RunAsync)
    {
        Packages = ["chromium", "npm", "default-jre-headless"],
    };

    private static async Task<IReadOnlyList<Figure>> RunAsync(MeasureRun run, CancellationToken stop)
    {
        await NodePackages.InstallAsync(run, "tests/Analytics.Flow.Tests/Html", stop);
        return await TestRun.FiguresAsync(run, "Analytics.Flow.Tests", ["BrowserTests", "ValidHtmlTests"], new Dictionary<string, string>
        {
            ["PERJAM_VIEWS"] = "all",
            ["PERJAM_DEMO_REPORTS"] = Environment.GetEnvironmentVariable("PERJAM_DEMO_REPORTS") ?? "200000",
        }, stop);
    }
}
