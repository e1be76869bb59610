namespace Analytics.Benchmarks.Measures;

/// <summary>6.7: what attackers try at the operator's door and at every form.</summary>
internal static class OperatorsDoor
{
    public static readonly Measure Measure = new("6.7", "Login attacks, session fixation, forged forms, oversized and compressed bodies, slow clients", RunAsync);

    private static readonly Dictionary<string, string> Nothing = [];

    private static async Task<IReadOnlyList<Figure>> RunAsync(MeasureRun run, CancellationToken stop) =>
    [
        .. await TestRun.FiguresAsync(run, "Analytics.Web.Tests", ["LoginAttackTests", "PasswordsTests", "GuessesTests", "DoorTests", "ForgedFormTests", "SentLimitsTests"],
            new Dictionary<string, string> { ["PERJAM_LOGINS"] = "100" }, stop, "site_"),
        .. await TestRun.FiguresAsync(run, "Analytics.Models.Tests", ["OperatorStoreTests", "ReviewStoreTests"], Nothing, stop, "store_"),
        .. await TestRun.FiguresAsync(run, "Analytics.Flow.Tests", ["OperatorDoorTests"], Nothing, stop, "process_"),
    ];
}
