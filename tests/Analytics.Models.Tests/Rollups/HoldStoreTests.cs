using Analytics.Models.Hourly;
using Analytics.Models.Observations;
using Analytics.Models.Reports;
using Analytics.Models.Rollups;
using Analytics.Models.Storage;
using Analytics.Tests.Storage;
using Dapper;
using Xunit;

namespace Analytics.Models.Tests.Rollups;

public sealed class HoldStoreTests(PostgresFixture postgres)
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Looks_at_a_report_before_it_is_kept()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await KeepAsync(database, [.. Enumerable.Range(1, 40).Select(i => Sent(i, i * 3))]);
        var store = new HoldStore(database);
        Task<HoldReason?> LookAsync(Report report) => store.LookAsync(report, Now, CancellationToken.None);

        Assert.Null(await LookAsync(Sent(100, 0)));
        Assert.Equal(HoldReason.Outlier, await LookAsync(Sent(101, 0) with { Pay = 9000 }));
        // Nobody has told of this work on Prolific: surveys of all platforms tell.
        Assert.Equal(HoldReason.Outlier, await LookAsync(Sent(102, 0) with { Platform = "prolific", Pay = 9000 }));
        Assert.Null(await LookAsync(Sent(103, 0) with { Platform = "prolific" }));
        Assert.Equal(HoldReason.UnknownPlatform, await LookAsync(Sent(104, 0) with { Platform = null, PlatformName = "Newwork" }));
        Assert.Equal(HoldReason.Duplicate, await LookAsync(Sent(105, 0) with { Contributor = "worker-7" }));
        Assert.Null(await LookAsync(Sent(106, 0) with { Contributor = "worker-7", Month = new(2025, 4, 1) }));
        // A correction is held against others, not against what it corrects.
        Assert.Null(await LookAsync(Sent(7, 21) with { Pay = 111, RevisedAt = Now }));
    }

    [Fact]
    public async Task The_same_figures_of_two_keyless_senders_are_a_duplicate_and_of_two_with_keys_are_not()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var first = Sent(1, 5) with { Keyless = true, Pay = 137.25m };
        await new ReportStore(database).AddAsync([first], CancellationToken.None);
        var again = first with { Id = "again", Contributor = "somebody", ReceivedAt = Now };

        Assert.Equal(HoldReason.Duplicate, await new HoldStore(database).LookAsync(again, Now, CancellationToken.None));
        Assert.Null(await new HoldStore(database).LookAsync(again with { Keyless = false }, Now, CancellationToken.None));
        Assert.Null(await new HoldStore(database).LookAsync(again with { Pay = 137.26m }, Now, CancellationToken.None));
    }

    [Fact]
    public async Task A_burst_is_held_as_it_comes_and_what_counted_of_it_waits_again()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var usual = Enumerable.Range(1, 60).Select(i => Sent(i, i * 1.4)).ToList();
        await KeepAsync(database, usual);
        // Two a day, all above the third quartile, for three weeks.
        var campaign = Enumerable.Range(0, 42).Select(i => Sent(200 + i, 25 - i * 0.5) with { Pay = 163 + i, PaidHours = 20 }).ToList();
        await KeepAsync(database, campaign, rollup: false);
        var store = new HoldStore(database);

        Assert.Equal(HoldReason.Burst, await store.LookAsync(Sent(300, 0) with { Pay = 190 }, Now, CancellationToken.None));
        var held = await store.SweepAsync(Samples.Rates, Now, CancellationToken.None);
        await using var connection = await database.ConnectAsync(CancellationToken.None);
        Assert.Equal(held, await connection.ExecuteScalarAsync<int>("select count(*) from perjam.report where hold = 'burst'"));
        Assert.InRange(await connection.ExecuteScalarAsync<int>("select count(*) from perjam.report where hold = 'burst' and pay >= 163"), 40, 42);
        Assert.Equal(0, await connection.ExecuteScalarAsync<int>("select count(*) from perjam.observation o join perjam.report r on r.id = o.origin where r.hold is not null"));
        Assert.Equal(0, await store.SweepAsync(Samples.Rates, Now, CancellationToken.None));
        // A person has let it pass: no rule holds it again.
        await connection.ExecuteAsync("update perjam.report set review = 'accepted', reviewed_at = received_at where hold = 'burst'");
        Assert.Equal(0, await connection.ExecuteScalarAsync<int>("select count(*) from perjam.report where hold = 'burst' and review is null"));
    }

    // Pay between 5.05 and 8 dollars an hour.
    private static Report Sent(int number, double daysAgo) =>
        Samples.Report(number) with { Pay = 100 + number % 60, Simulated = false, ReceivedAt = Now.AddDays(-daysAgo), Consent = "1" };

    private static async Task KeepAsync(Database database, IReadOnlyList<Report> reports, bool rollup = true)
    {
        await new ReportStore(database).AddAsync(reports, CancellationToken.None);
        await RollupStoreTests.FillAsync(database, reports);
        var store = new RollupStore(database);
        if (rollup)
            await store.RebuildAsync("now", new Progress<double>(), CancellationToken.None);
    }
}
