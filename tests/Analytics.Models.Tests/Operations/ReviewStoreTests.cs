using Analytics.Models.Money;
using Analytics.Models.Observations;
using Analytics.Models.Operations;
using Analytics.Models.Platforms;
using Analytics.Models.Reports;
using Analytics.Models.Rollups;
using Analytics.Models.Storage;
using Analytics.Tests.Storage;
using Dapper;
using Xunit;
using static Analytics.Models.Tests.Operations.DoorSamples;

namespace Analytics.Models.Tests.Operations;

public sealed class ReviewStoreTests(PostgresFixture postgres)
{
    private static readonly CancellationToken None = CancellationToken.None;
    private static readonly AcceptanceRules Rules = new(Samples.Rates);

    [Fact]
    public async Task What_waits_is_what_the_rules_hold_and_nobody_has_decided_the_oldest_first()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new ReviewStore(database);
        var impossible = Report("impossible", hold: null) with { PaidHours = 2000, ReceivedAt = Now.AddDays(-3) };
        var decided = Report("decided") with { Review = ReviewOutcome.Accepted, ReviewedAt = Now };
        var free = Report("free", hold: null);
        await KeepAsync(database, impossible, Report("held"), decided, free);
        await new ObservationStore(database).AddReportsAsync([.. new[] { impossible, decided, free }.Select(r => new DecidedReport(r, Rules.Accept(r)))], None);

        var waiting = await store.WaitingAsync(10, None);
        Assert.Equal([("impossible", null, AcceptanceReason.ImpossibleHours), ("held", HoldReason.Duplicate, null)],
            waiting.Select(w => (w.Report.Id, w.Report.Hold, w.Reason)));
        Assert.Equal(2, await store.CountAsync(None));
        Assert.Equal("impossible", Assert.Single(await store.WaitingAsync(1, None)).Report.Id);
        Assert.Equal(Report("held"), (await store.FindAsync("held", None))!.Report);
        Assert.All(new[] { "free", "decided", "none" }, id => Assert.Null(store.FindAsync(id, None).Result));
    }

    [Fact]
    public async Task An_accepted_report_has_its_platform_and_is_decided_anew()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var (store, observations) = (new ReviewStore(database), new ObservationStore(database));
        var unknown = Report("unknown", HoldReason.UnknownPlatform) with { Platform = null, PlatformName = "m turk" };
        await KeepAsync(database, unknown);
        await observations.AddReportsAsync([new(unknown, Rules.Accept(unknown))], None);
        Assert.Empty(await observations.UndecidedReportsAsync("", 10, Now, None));

        Assert.True(await store.AcceptAsync("unknown", null, "mturk", "anna", Now, None));
        var kept = Assert.Single(await observations.UndecidedReportsAsync("", 10, Now, None));
        Assert.Equal(("mturk", null, ReviewOutcome.Accepted, Now), (kept.Platform, kept.PlatformName, kept.Review, kept.ReviewedAt));
        Assert.Equal(0, await store.CountAsync(None));
        Assert.False(await store.RefuseAsync("unknown", null, "too late", "berta", Now, None));
        var act = Assert.Single(await new AuditStore(database).ListAsync(null, 10, None));
        Assert.Equal((OperatorAct.ReportAccepted, "anna", "unknown"), (act.Act, act.Operator, act.Object));
    }

    [Fact]
    public async Task A_refused_report_keeps_the_reason_and_the_log_has_only_its_id()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new ReviewStore(database);
        await KeepAsync(database, Report("r1") with { PlatformName = "words of a worker" });
        Assert.True(await store.RefuseAsync("r1", null, "The month had no such work.", "anna", Now, None));
        Assert.Equal("refused The month had no such work.", await database.ValueAsync<string>("select review || ' ' || review_reason from perjam.report"));

        // Withdrawn, it is gone; of the act its id remains, and nothing that it said.
        await database.RunAsync("delete from perjam.report");
        Assert.Equal("r1", await database.ValueAsync<string>("select object from perjam.audit"));
        Assert.False(await database.ValueAsync<bool>("select exists (select 1 from perjam.audit a where a::text ~ 'secret-worker|words|month')"));
    }

    [Fact]
    public async Task What_the_worker_changed_or_withdrew_meanwhile_is_not_decided_unseen()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new ReviewStore(database);
        var revised = Now.AddMinutes(-1).AddTicks(10);
        await KeepAsync(database, Report("r1") with { RevisedAt = revised });
        Assert.False(await store.AcceptAsync("r1", null, null, "anna", Now, None));
        Assert.False(await store.RefuseAsync("r1", revised.AddSeconds(-1), "reason", "anna", Now, None));
        Assert.False(await store.AcceptAsync("gone", null, null, "anna", Now, None));
        Assert.Empty(await new AuditStore(database).ListAsync(null, 10, None));
        var seen = (await store.FindAsync("r1", None))!.Report.RevisedAt;
        // Two at once: one decides.
        var tries = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => i % 2 == 0
            ? store.AcceptAsync("r1", seen, null, "anna", Now, None) : store.RefuseAsync("r1", seen, "reason", "berta", Now, None)));
        Assert.Single(tries, done => done);
        Assert.Single(await new AuditStore(database).ListAsync(null, 10, None));
    }

    [Fact]
    public async Task A_report_that_does_not_wait_cannot_be_decided()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await KeepAsync(database, Report("free", hold: null));
        Assert.False(await new ReviewStore(database).RefuseAsync("free", null, "I do not like it", "anna", Now, None));
    }

    [Fact]
    public async Task Beside_it_stand_its_cells_what_is_alike_and_what_came_that_day()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var held = Report("held");
        await KeepAsync(database, held,
            Report("alike") with { Pay = 121.5m, ReceivedAt = Now.AddDays(-1) },
            Report("same", null) with { Contributor = held.Contributor, PaidHours = 20.3m },
            Report("dearer") with { Pay = 125 },
            Report("longer") with { PaidHours = 21 },
            Report("in another currency") with { Currency = "EUR" },
            Report("of other work") with { TaskType = TaskType.Coding },
            Report("elsewhere") with { Platform = "prolific" },
            Report("long ago") with { Pay = 5, ReceivedAt = Now.AddDays(-29) });
        Cell narrow = new("mturk", TaskType.Survey, null, null, null), wide = new(null, TaskType.Survey, null, null, null), other = new("prolific", null, null, null, null);
        await using (var connection = await database.ConnectAsync(None))
            await connection.InsertAsync("perjam.rollup", new[] { wide, narrow, other }.Select(c => Rollup.Of(c, PayMeasure.PaidOnly, 3, 0, new SortedSample([1, 2, 3]))), None);

        var beside = await new ReviewStore(database).NeighboursAsync(held, None);
        Assert.Equal([narrow, wide], beside.Cells.Select(c => c.Cell));
        Assert.Equal([("same", 120m), ("alike", 121.5m)], beside.Alike.Select(a => (a.Hold is null ? "same" : "alike", a.Pay)));
        Assert.Equal((2, 5, 1), (beside.AlikeCount, beside.SameDay, beside.SameContributor));
        Assert.Equal(1 / 28.0, beside.UsualADay);
        Assert.Equal((new DateOnly(2026, 11, 21), PayUnit.Total), (beside.Alike[1].ReceivedOn, beside.Alike[1].Unit));
    }

    [Fact]
    public async Task A_report_of_an_unknown_platform_is_held_against_others_of_the_same_name()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        Report Of(string id, string name) => Report(id, HoldReason.UnknownPlatform) with { Platform = null, PlatformName = name };
        await KeepAsync(database, Of("a", "new"), Of("b", "new"), Of("c", "other"));
        var beside = await new ReviewStore(database).NeighboursAsync(Of("a", "new"), None);
        Assert.Equal((1, 2), (beside.AlikeCount, beside.SameDay));
    }

    private static async Task KeepAsync(Database database, params Report[] reports) => Assert.Equal(reports.Length, await new ReportStore(database).AddAsync(reports, None));
}
