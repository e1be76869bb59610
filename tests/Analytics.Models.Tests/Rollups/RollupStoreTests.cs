using Analytics.Models.Hourly;
using Analytics.Models.Observations;
using Analytics.Models.Platforms;
using Analytics.Models.Reports;
using Analytics.Models.Rollups;
using Analytics.Models.Storage;
using Analytics.Tests.Storage;
using Dapper;
using Xunit;

namespace Analytics.Models.Tests.Rollups;

public sealed class RollupStoreTests(PostgresFixture postgres)
{
    private static readonly IProgress<double> Quiet = new Progress<double>();

    [Fact]
    public void There_are_at_most_twelve_groupings_and_those_with_a_histogram_are_among_them()
    {
        Assert.InRange(Groupings.All.Count, 1, 12);
        Assert.Equal(Groupings.All.Count, Groupings.All.Distinct().Count());
        Assert.Subset(Groupings.All.ToHashSet(), Groupings.WithHistogram.ToHashSet());
    }

    [Fact]
    public async Task One_report_counts_for_a_worker_platform_task_and_month()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var one = Samples.Report(1);
        await FillAsync(database, [one, Same(one, 2), Same(one, 3) with { Month = new(2025, 4, 1) }, Same(one, 4) with { TaskType = TaskType.DataEntry }, Samples.Report(5)]);
        var rollups = await RebuildAsync(database);

        Rollup Of(Cell cell) => rollups.Single(r => r.Cell == cell && r.Measure == PayMeasure.PaidOnly);
        Assert.Equal((2, 4), (Of(default).Contributors, Of(default).Observations));
        Assert.Equal((2, 3), (Of(new(null, TaskType.Survey, null, null, null)).Contributors, Of(new(null, TaskType.Survey, null, null, null)).Observations));
        Assert.Equal(1, Of(new("mturk", null, null, null, new(2025, 4, 1))).Observations);
    }

    [Fact]
    public async Task Cells_are_worked_out_as_by_hand_and_replaced_whole()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var reports = new SimulatedReports(Catalogue.Load(), 3, new(2026, 9, 1)).Make(2000).ToList();
        await FillAsync(database, reports);
        var rollups = await RebuildAsync(database);

        var method = new HourlyMethod(Samples.Rates);
        var rules = new AcceptanceRules(Samples.Rates);
        var byHand = reports.Select(rules.Accept).Where(o => o.Status == ObservationStatus.Accepted)
            .Select(o => (Seen: o, Value: (double?)method.Apply(o).PaidOnly?.Typical)).Where(x => x.Value is not null)
            .GroupBy(x => (x.Seen.Contributor, x.Seen.Platform, x.Seen.TaskType, x.Seen.Month)).Select(g => g.MinBy(x => x.Seen.Id)).ToList();
        foreach (var task in byHand.GroupBy(x => x.Seen.TaskType))
        {
            var rollup = rollups.Single(r => r.Measure == PayMeasure.PaidOnly && r.Cell == new Cell(null, task.Key, null, null, null));
            var months = task.CountBy(x => x.Seen.Contributor!).ToDictionary();
            Assert.Equal((months.Count, task.Count()), (rollup.Contributors, rollup.Observations));
            // Nobody has a tenth of a cell here: what weighs less is only what one contributor's months tell twice.
            Assert.Equal(Weighted([.. task.Select(x => (x.Value!.Value, 1 / (1 + (months[x.Seen.Contributor!] - 1) * 0.5))).Order()], 0.5), rollup.Median, 1e-9);
            Assert.True(rollup is { P10: var a, P25: var b, Median: var c, P75: var d, P90: var e } && a <= b && b <= c && c <= d && d <= e);
            Assert.InRange(rollup.Median, rollup.MedianLow, rollup.MedianHigh);
        }

        Assert.Contains(rollups, r => r is { Measure: PayMeasure.AllIn, Imputed: > 0 });
        Assert.All(rollups, r => Assert.True(r.Measure == PayMeasure.AllIn || r.Imputed == 0));
        Assert.All(rollups, r => Assert.InRange(r.Imputed, 0, r.Observations));
        Assert.Equal(rollups, await RebuildAsync(database));
    }

    [Fact]
    public async Task The_fingerprint_follows_the_reports_that_count_and_nothing_else()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new RollupStore(database);
        Assert.Null(await store.MadeFromAsync(CancellationToken.None));
        await FillAsync(database, [Samples.Report(1), Samples.Report(2)]);
        var before = await store.InputAsync(CancellationToken.None);
        await store.RebuildAsync(before, Quiet, CancellationToken.None);

        Assert.Equal(before, await store.MadeFromAsync(CancellationToken.None));
        Assert.Equal(before, await store.InputAsync(CancellationToken.None));
        await ExecuteAsync(database, "update perjam.observation set status = 'withdrawn', reason = 'superseded' where contributor = 'worker-2'");
        Assert.NotEqual(before, await store.InputAsync(CancellationToken.None));
        Assert.Equal(1, (await RebuildAsync(database)).Single(r => r.Cell == default && r.Measure == PayMeasure.PaidOnly).Contributors);
    }

    [Fact]
    public async Task Histograms_hold_exactly_the_reports_of_their_cells()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await FillAsync(database, new SimulatedReports(Catalogue.Load(), 4, new(2026, 9, 1)).Make(300));
        var rollups = await RebuildAsync(database);
        await using var connection = await database.ConnectAsync(CancellationToken.None);
        var sums = (await connection.QueryAsync<(string Key, string Measure, long N)>("select key, measure, sum(n) from perjam.rollup_bucket group by 1, 2")).ToList();

        Assert.NotEmpty(sums);
        Assert.All(sums, s => Assert.Equal(rollups.Single(r => r.Key == s.Key && Term.Of(r.Measure) == s.Measure).Observations, s.N));
        Assert.Equal(
            rollups.Count(r => r.Cell is { Experience: null, Country: null } c && (c.TaskType is null || (c.Platform is null && c.Quarter is null))), sums.Count);
    }

    [Fact]
    public async Task No_reports_make_no_cells()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        Assert.Empty(await RebuildAsync(database));
    }

    [Fact]
    public async Task Two_rebuilds_at_once_end_as_one()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await FillAsync(database, new SimulatedReports(Catalogue.Load(), 5, new(2026, 9, 1)).Make(500));
        var once = await RebuildAsync(database);
        var both = await Task.WhenAll(RebuildAsync(database), RebuildAsync(database));

        Assert.All(both, after => Assert.Equal(once, after));
    }

    [Fact]
    public async Task Keyless_reports_of_a_day_count_as_one_towards_k_and_those_of_one_fingerprint_as_one_contributor()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var day = new DateTimeOffset(2025, 4, 1, 9, 0, 0, TimeSpan.Zero);
        Report Keyless(int number, int days, string? countsAs = null) => Samples.Report(number) with { Keyless = true, ReceivedAt = day.AddDays(days), CountsAs = countsAs };
        await FillAsync(database,
        [
            Samples.Report(1), Keyless(2, 0), Keyless(3, 0), Keyless(4, 1), Keyless(5, 2, "lot"), Keyless(6, 2, "lot"), Keyless(7, 2, "lot") with { TaskType = TaskType.DataEntry },
            // Worker 8 has come back with the key: one person, whenever it was.
            Keyless(8, 0), Same(Samples.Report(8), 9) with { Month = new(2025, 4, 1) },
        ]);
        var rollups = await RebuildAsync(database);

        Rollup Of(TaskType? task) => rollups.Single(r => r.Cell == new Cell(null, task, null, null, null) && r.Measure == PayMeasure.PaidOnly);
        // With keys 1 and 8; three days of others. Of the two reports of one fingerprint, work and month one counts.
        Assert.Equal((5, 7), (Of(TaskType.Survey).Contributors, Of(TaskType.Survey).Observations));
        Assert.Equal((1, 1), (Of(TaskType.DataEntry).Contributors, Of(TaskType.DataEntry).Observations));
        Assert.Equal((5, 8), (Of(null).Contributors, Of(null).Observations));
        await using var connection = await database.ConnectAsync(CancellationToken.None);
        Assert.Equal(5, await connection.ExecuteScalarAsync<int>("select contributors from perjam.work_hours where key = '*/survey/*/*/*'"));
    }

    [Fact]
    public async Task A_cell_that_hangs_on_one_contributor_says_so()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await FillAsync(database, Enumerable.Range(1, 11).Select(i => Samples.Report(i) with { Pay = i < 6 ? 100 + i : 400 + i }));
        var cell = (await RebuildAsync(database)).Single(r => r.Cell == default && r.Measure == PayMeasure.PaidOnly);

        Assert.Equal((11, Steadiness.Unsteady), (cell.Contributors, cell.Steadiness));
    }

    // The definition, as slow as it is written: value k stands at (k − 1)·w + (n − 1)·(weights before it).
    private static double Weighted((double Value, double Weight)[] sample, double q)
    {
        var places = sample.Select((x, k) => k * x.Weight + (sample.Length - 1) * sample.Take(k).Sum(y => y.Weight)).ToArray();
        var at = Array.FindLastIndex(places, p => p <= q * places[^1]);
        var share = at + 1 < places.Length ? (q * places[^1] - places[at]) / (places[at + 1] - places[at]) : 0;
        return at + 1 < places.Length ? sample[at].Value + share * (sample[at + 1].Value - sample[at].Value) : sample[at].Value;
    }

    private static Report Same(Report worker, int number) => Samples.Report(number) with { Contributor = worker.Contributor };

    private static async Task<IReadOnlyList<Rollup>> RebuildAsync(Database database)
    {
        var store = new RollupStore(database);
        await store.RebuildAsync(await store.InputAsync(CancellationToken.None), Quiet, CancellationToken.None);
        return await store.AllAsync(CancellationToken.None);
    }

    internal static async Task FillAsync(Database database, IEnumerable<Report> reports)
    {
        var (rules, method, store) = (new AcceptanceRules(Samples.Rates), new HourlyMethod(Samples.Rates), new HourlyStore(database));
        var made = reports.ToList();
        await new ReportStore(database).AddAsync(made, CancellationToken.None);
        await new ObservationStore(database).AddReportsAsync([.. made.Select(r => new DecidedReport(r, rules.Accept(r)))], CancellationToken.None);
        await store.ReplaceAsync(await store.OutstandingAsync("", 100_000, CancellationToken.None), method.Apply, CancellationToken.None);
    }

    private static async Task ExecuteAsync(Database database, string sql)
    {
        await using var connection = await database.ConnectAsync(CancellationToken.None);
        await connection.ExecuteAsync(sql);
    }
}
