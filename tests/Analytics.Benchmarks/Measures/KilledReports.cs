using System.Globalization;

namespace Analytics.Benchmarks.Measures;

/// <summary>6.2: reports that were acknowledged survive kills of site and database.</summary>
internal static class KilledReports
{
    public static readonly Measure Measure = new("6.2", "200 random SIGKILLs of site and PostgreSQL during a load of reports: each receipt shown resolves, no report is there twice", (run, stop) =>
        TestRun.FiguresAsync(run, "Analytics.Flow.Tests", ["ReportDurabilityTests"],
            new Dictionary<string, string> { ["PERJAM_KILLS"] = Setting.Of("PERJAM_KILLS", 200).ToString(CultureInfo.InvariantCulture) }, stop));
}
