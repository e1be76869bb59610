namespace Analytics.Benchmarks.Measures;

/// <summary>6.5: five releases of a million simulated reports with inserts, corrections and withdrawals between them, by the audit and by a reader who knows who was in each cell.</summary>
internal static class ReleasesAudited
{
    public static readonly Measure Measure = new("6.5", "Five releases with inserts, corrections and withdrawals between them isolate nobody; without suppression the planted leaks are found", (run, stop) =>
        TestRun.FiguresAsync(run, "Analytics.Models.Tests", ["FiveReleasesTests", "SuppressionTests", "ReportRowsTests"],
            new Dictionary<string, string> { ["PERJAM_PRIVACY_REPORTS"] = Setting.Of("PERJAM_PRIVACY_REPORTS", 1_000_000).ToString(System.Globalization.CultureInfo.InvariantCulture) }, stop));
}
