namespace Analytics.Benchmarks.Measures;

/// <summary>6.1: a worker on a phone, from the form to the deletion receipt.</summary>
internal static class WorkersJourney
{
    public static readonly Measure Measure = new("6.1", "Report, receipt, correction, taking back and the deletion receipt in real Chromium, 360 px, with and without script, both languages",
        (run, stop) => TestRun.FiguresAsync(run, "Analytics.Flow.Tests", ["ReportJourneyTests", "DeletionReceiptTests"], new Dictionary<string, string>(), stop))
    {
        Packages = ["chromium", "openssl"],
    };
}
