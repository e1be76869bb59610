namespace Analytics.Benchmarks.Measures;

/// <summary>6.6: planted address, user agent, e-mail and words, looked for in tables, dumps, files and logs.</summary>
internal static class NothingPersonal
{
    private static readonly Dictionary<string, string> Nothing = [];

    public static readonly Measure Measure = new("6.6", "Nothing personal is left in tables, dumps, files, logs and, after the scheduled vacuum, the heap; a backup of before honours the withdrawal", async (run, stop) =>
    [
        .. await TestRun.FiguresAsync(run, "Analytics.Flow.Tests", ["NothingPersonalTests"], Nothing, stop, "site_"),
        .. await TestRun.FiguresAsync(run, "Analytics.Models.Tests", ["WithdrawalTests", "FingerprintStoreTests"], Nothing, stop, "store_"),
        .. await TestRun.FiguresAsync(run, "Analytics.Ingest.Tests", ["ReceiptVerbsTests", "ForgetTests"], Nothing, stop, "worker_"),
    ]);
}
