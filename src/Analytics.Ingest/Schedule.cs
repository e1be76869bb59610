namespace Analytics.Ingest;

/// <summary>A step on the timetable.</summary>
/// <param name="Step">Its name.</param>
/// <param name="Cron">When it begins, UTC; null for one that only follows another.</param>
/// <param name="Then">The step that follows once it has run; null at the end of the flow.</param>
/// <param name="LongestRun">Longer than this is worth an operator's look.</param>
internal sealed record Job(string Step, string? Cron, string? Then, TimeSpan LongestRun);

/// <summary>
/// The whole timetable. The flow begins every night for pages, every afternoon for exchange rates and every hour for reports; from there
/// each step starts the next, so that what is new is in a release as soon as it has been worked through. Beside the flow, what is kept
/// for a time only is deleted every hour, and what workers took back is cleared from the database's files every night. A step that finds nothing to do costs a query.
/// </summary>
internal static class Schedule
{
    public static IReadOnlyList<Job> Jobs { get; } =
    [
        new("exchange-rates", "0 30 15 * * ?", "accept", TimeSpan.FromMinutes(5)),
        new("collect", "0 0 1 * * ?", "read", TimeSpan.FromHours(2)),
        new("read", null, "accept", TimeSpan.FromMinutes(30)),
        new("accept", "0 10 * * * ?", "normalise", TimeSpan.FromMinutes(15)),
        new("normalise", null, "rollup", TimeSpan.FromMinutes(15)),
        new("rollup", null, "estimate", TimeSpan.FromMinutes(15)),
        new("estimate", null, "publish", TimeSpan.FromMinutes(30)),
        new("publish", null, null, TimeSpan.FromMinutes(10)),
        new("forget", "0 40 * * * ?", null, TimeSpan.FromMinutes(1)),
        new("erase", "0 20 3 * * ?", null, TimeSpan.FromMinutes(30)),
    ];

    /// <summary>The steps of the timetable that the demonstration has too: it fetches and reads nothing.</summary>
    public static IReadOnlyList<Job> DemoJobs { get; } = [.. Jobs.Where(j => j.Step is not ("exchange-rates" or "collect" or "read"))];
}
