namespace Analytics.Benchmarks.Measures;

/// <summary>2.4: every page in real Chromium.</summary>
internal static class Browser
{
    public static readonly Measure Measure = new("2.4", "Every page template in real Chromium, both languages, 360 and 1,280 px, light and dark: axe, console, foreign requests",
        (run, stop) => TestRun.FiguresAsync(run, "Analytics.Flow.Tests", ["BrowserTests"], new Dictionary<string, string> { ["PERJAM_VIEWS"] = "all" }, stop))
    {
        Packages = ["chromium"],
    };
}
