namespace Analytics.Benchmarks.Measures;

/// <summary>6.4: fakes from few and from many sources against a simulated truth, through the real rules, steps and database, each attack played five times (PERJAM_RED_TEAM).</summary>
internal static class RedTeam
{
    public static readonly Measure Measure = new("6.4", "5 and 10 % of one-sided fakes: published medians within 5 %, p75 within 10 % of a simulated truth; 20 %, fakes over a whole year and no rules at all, told", async (run, stop) =>
        [.. await TestRun.FiguresAsync(run, "Analytics.Ingest.Tests", ["RedTeamTests"], new Dictionary<string, string> { ["PERJAM_RED_TEAM"] = Setting.Of("PERJAM_RED_TEAM", 5).ToString(System.Globalization.CultureInfo.InvariantCulture) }, stop)]);
}
