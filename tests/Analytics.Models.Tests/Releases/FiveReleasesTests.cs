using System.Globalization;
using Analytics.Models.Hourly;
using Analytics.Models.Observations;
using Analytics.Models.Platforms;
using Analytics.Models.Privacy;
using Analytics.Models.Releases;
using Analytics.Models.Reports;
using Analytics.Models.Rollups;
using Analytics.Models.Storage;
using Analytics.Models.Tests.Privacy;
using Analytics.Tests.Storage;
using Dapper;
using Xunit;

namespace Analytics.Models.Tests.Releases;

/// <summary>
/// Simulated reports over five consecutive releases, with inserts, corrections and withdrawals between them: a reader who has them all, and knows who was in each cell, isolates
/// nobody. PERJAM_PRIVACY_REPORTS says how many reports (measure 6.5: a million); every publication is told with its seconds.
/// </summary>
public sealed class FiveReleasesTests(PostgresFixture postgres)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 0, 0, 0, TimeSpan.Zero);
    private static readonly CancellationToken Go = CancellationToken.None;
    private static readonly int Reports = int.TryParse(Environment.GetEnvironmentVariable("PERJAM_PRIVACY_REPORTS"), CultureInfo.InvariantCulture, out var n) ? n : 4_000;

    [Fact]
    public async Task Nothing_of_five_releases_isolates_fewer_than_ten_and_without_suppression_it_does()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var site = new Site(database);
        var all = new SimulatedReports(Catalogue.Load(), 7, new(2026, 9, 1)).Make(Reports + Reports / 10).ToList();
        var random = new Random(8);
        random.Shuffle(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(all));
        var waiting = new Queue<Report>(all);
        await site.AddAsync(Planted().Concat(Take(waiting, Reports)));
        for (var release = 1; release <= 5; release++)
        {
            var (rollup, publish, findings) = await site.PublishAsync();
            Console.WriteLine(FormattableString.Invariant($"figure rollup_{release}_s {rollup:0.0}\nfigure publish_{release}_s {publish:0.0}\nfigure cells_{release} {site.Shown[^1].Count}"));
            Assert.Equal(0, findings);
            if (release == 1)
                await FindsThePlantedAsync(database);
            await site.AddAsync(Take(waiting, Reports / 50));
            await site.CorrectAsync(random, Reports / 200);
            await site.WithdrawAsync(random, Reports / 200);
        }

        var began = TimeProvider.System.GetTimestamp();
        Assert.Equal("", string.Join('\n', site.Isolated().Take(20)));
        Console.WriteLine(FormattableString.Invariant($"figure reader_s {TimeProvider.System.GetElapsedTime(began).TotalSeconds:0.0}\nfigure isolated 0"));
        Assert.True(site.Shown.Skip(1).Any(s => s.Values.Distinct().Count() > 1), "No cell was carried over, so that little was tried.");
    }

    [Fact]
    public async Task A_withdrawal_waits_for_the_first_release_without_it()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var (site, versions) = (new Site(database), new CellVersionStore(database));
        var reports = Enumerable.Range(1, 40).Select(n => Samples.Report(n)).ToList();
        await site.AddAsync(reports);
        await site.PublishAsync();
        await site.WithdrawAsync([reports[0].Id], "w1");
        Assert.Null(await versions.FirstReleaseWithoutAsync("w1", Go));

        // Rollups of before the withdrawal are not published after it.
        await Assert.ThrowsAsync<StaleRollupsException>(() => site.PublishAsync(rollup: false));
        await site.AddAsync([Samples.Report(100)]);
        await site.PublishAsync();
        Assert.Null(await versions.FirstReleaseWithoutAsync("w1", Go));
        await site.AddAsync(Enumerable.Range(200, 15).Select(n => Samples.Report(n)));
        await site.PublishAsync();
        Assert.Equal((await new ReleaseStore(database).LatestAsync(Go))!.Id, await versions.FirstReleaseWithoutAsync("w1", Go));

        // One that was never in a cell waits for nothing.
        await site.WithdrawAsync(["unheard-of"], "w2");
        Assert.NotNull(await versions.FirstReleaseWithoutAsync("w2", Go));
        Assert.Null(await versions.FirstReleaseWithoutAsync("w3", Go));
    }

    [Fact]
    public async Task A_withdrawal_waits_for_what_the_report_said_before_it_was_corrected()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var (site, versions) = (new Site(database), new CellVersionStore(database));
        var reports = Enumerable.Range(1, 40).Select(n => Samples.Report(n)).ToList();
        await site.AddAsync(reports);
        await site.PublishAsync();
        // Corrected and counted anew, or not yet: the cell is carried over with what it said first.
        await site.LeaveAsync([reports[0].Id, reports[1].Id], null);
        await site.AddAsync([reports[0] with { Pay = 99 }, Samples.Report(100)]);
        await site.PublishAsync();
        await site.WithdrawAsync([reports[0].Id], "counted anew");
        await site.WithdrawAsync([reports[1].Id], "not yet");
        Assert.Null(await versions.FirstReleaseWithoutAsync("counted anew", Go));
        Assert.Null(await versions.FirstReleaseWithoutAsync("not yet", Go));
        await site.AddAsync(Enumerable.Range(200, 15).Select(n => Samples.Report(n)));
        await site.PublishAsync();
        var latest = (await new ReleaseStore(database).LatestAsync(Go))!.Id;
        Assert.Equal((latest, latest), (await versions.FirstReleaseWithoutAsync("counted anew", Go), await versions.FirstReleaseWithoutAsync("not yet", Go)));
    }

    [Fact]
    public async Task What_never_counted_holds_no_publication_up_and_what_did_is_gone_once_the_cells_are_made_anew()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var (site, rollups) = (new Site(database), new RollupStore(database));
        await site.AddAsync(Enumerable.Range(1, 40).Select(n => Samples.Report(n)));
        await site.PublishAsync();
        await new ReportStore(database).AddAsync([Samples.Report(50)], Go);
        var before = await rollups.InputAsync(Go);
        await site.LeaveAsync([Samples.Report(50).Id], "in quarantine");
        Assert.Equal(before, await rollups.InputAsync(Go));
        await site.PublishAsync(rollup: false);

        // The same reports again, but one of them was away: the fingerprint must tell.
        await site.LeaveAsync([Samples.Report(1).Id], null);
        await site.AddAsync([Samples.Report(1)]);
        Assert.NotEqual(before, await rollups.InputAsync(Go));
        await site.PublishAsync();
    }

    [Fact]
    public async Task The_exact_figures_of_few_go_with_a_withdrawal()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var (site, rollups) = (new Site(database), new RollupStore(database));
        await site.AddAsync(Enumerable.Range(1, 40).Select(n => Samples.Report(n)).Append(Samples.Report(99) with { Platform = "upwork" }));
        await rollups.RebuildAsync(await rollups.InputAsync(Go), new Progress<double>(), Go);
        Assert.Contains(await rollups.AllAsync(Go), r => r.Key.StartsWith("upwork/", StringComparison.Ordinal));
        await site.LeaveAsync([Samples.Report(99).Id], "w");
        var left = await rollups.AllAsync(Go);
        Assert.DoesNotContain(left, r => r.Key.StartsWith("upwork/", StringComparison.Ordinal));
        Assert.Contains(left, r => r.Key == "mturk/*/*/*/*");
    }

    [Fact]
    public async Task Who_withdraws_does_not_wait_for_rollups_that_are_being_made()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var (site, rollups) = (new Site(database), new RollupStore(database));
        await site.AddAsync([Samples.Report(1)]);
        await rollups.RebuildAsync(await rollups.InputAsync(Go), new Progress<double>(), Go);
        await using var making = await database.ConnectAsync(Go);
        await using var transaction = await making.BeginTransactionAsync(Go);
        await making.ExecuteAsync("lock table perjam.rollup_input in share row exclusive mode; delete from perjam.rollup; delete from perjam.rollup_bucket; delete from perjam.work_hours");
        await site.LeaveAsync([Samples.Report(1).Id], "w").WaitAsync(TimeSpan.FromSeconds(20), Go);
        await transaction.CommitAsync(Go);
        Assert.Empty(await rollups.AllAsync(Go));
    }

    [Fact]
    public async Task A_closed_quarter_is_in_one_release_only()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var site = new Site(database);
        await site.AddAsync(Enumerable.Range(1, 40).Select(n => Samples.Report(n)));
        await site.PublishAsync();
        var releases = new ReleaseStore(database);
        var first = (await releases.ReadWithReportsAsync((await releases.LatestAsync(Go))!.Id, Go))!;
        Assert.Equal(40, first.Reports.Count);
        Assert.Equal([first.Head.Id], first.ReportQuarters.Select(q => q.FromRelease));

        // A release more, with reports of the same quarter that came late.
        await site.AddAsync(Enumerable.Range(100, 30).Select(n => Samples.Report(n)));
        await site.PublishAsync();
        var second = (await releases.ReadWithReportsAsync((await releases.LatestAsync(Go))!.Id, Go))!;
        Assert.NotEqual(first.Head, second.Head);
        Assert.Empty(second.Reports);
        Assert.Equal([first.Head.Id], second.ReportQuarters.Select(q => q.FromRelease));
        Assert.Equal(first.ReportQuarters.Select(q => q.Rows), second.ReportQuarters.Select(q => q.Rows));
    }

    [Fact]
    public async Task A_row_that_stays_is_the_same_to_the_byte_and_names_its_release()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var (site, releases) = (new Site(database), new ReleaseStore(database));
        await site.AddAsync(Enumerable.Range(1, 40).Select(n => Samples.Report(n)));
        await site.PublishAsync();
        await site.AddAsync(Enumerable.Range(50, 5).Select(n => Samples.Report(n)).Append(Samples.Report(99) with { Platform = "prolific" }));
        await site.PublishAsync();
        var heads = await releases.ListAsync(Go);
        // Nothing that ten contributors changed: there is one release, and it stands.
        var only = (await releases.ReadWithReportsAsync(heads[^1].Id, Go))!;
        Assert.All(only.Cells.Where(c => c.Contributors is not null), c => Assert.Equal(only.Head.Id, c.FromRelease));

        await site.AddAsync(Enumerable.Range(300, 15).Select(n => Samples.Report(n) with { Platform = "upwork", TaskType = TaskType.Coding }));
        await site.PublishAsync();
        var next = (await releases.ReadWithReportsAsync((await releases.LatestAsync(Go))!.Id, Go))!;
        var kept = new Cell("mturk", null, null, null, null);
        Assert.Equal(
            ReleaseTable.Of([only.Cells.Single(c => c.Cell == kept && c.Measure == PayMeasure.PaidOnly)], simulated: false).Sha256,
            ReleaseTable.Of([next.Cells.Single(c => c.Cell == kept && c.Measure == PayMeasure.PaidOnly)], simulated: false).Sha256);
        Assert.Contains(next.Cells, c => c.FromRelease == next.Head.Id);
    }

    // Four of one platform and fifteen of another in a country of their own, which the country's cell less the fifteen isolates.
    private static IEnumerable<Report> Planted() =>
        Enumerable.Range(1, 19).Select(n => Samples.Report(n) with { Country = "LU", Platform = n <= 4 ? "prolific" : "mturk", Contributor = $"planted-{n}" });

    private static async Task FindsThePlantedAsync(Database database)
    {
        var (counted, builder) = (new CountedStore(database), new PopulationBuilder());
        var round = (await counted.RoundAsync(Go)).Number;
        await foreach (var report in counted.ReadAsync(ReportTable.PaidOnly, Go))
            builder.Add(report);
        var everything = (await new RollupStore(database).AllAsync(Go)).Where(r => r.Measure == PayMeasure.PaidOnly && r.Contributors >= 10).ToDictionary(r => r.Key, _ => Verdict.Fresh);
        var found = CellAudit.Of(builder.Build(Groupings.All), new(ReportTable.PaidOnly, [], 0), everything, round);
        Assert.Contains(found, f => f is { Cell: "*/*/*/LU/*", Said: "taking its cells by Platform, Country away leaves 4 contributors" });
    }

    private static IEnumerable<Report> Take(Queue<Report> waiting, int count)
    {
        for (; count > 0 && waiting.TryDequeue(out var report); count--)
            yield return report;
    }

    /// <summary>The database, and what a reader who knew everything would know.</summary>
    private sealed class Site(Database database)
    {
        private readonly Dictionary<string, Report> living = [];
        private readonly Dictionary<(string Report, int Round), Life> lives = [];
        private int releases;

        public List<IReadOnlyDictionary<string, int>> Shown { get; } = [];

        public async Task AddAsync(IEnumerable<Report> added)
        {
            var reports = added.ToList();
            await CountAsync(reports);
            foreach (var report in reports)
                living[report.Id] = report;
        }

        public async Task CorrectAsync(Random random, int count)
        {
            var corrected = Some(random, count).Select(r => r with { Pay = r.Pay + 1, Country = random.Next(4) == 0 ? "DE" : r.Country }).ToList();
            await LeaveAsync([.. corrected.Select(r => r.Id)], null);
            await CountAsync(corrected);
            foreach (var report in corrected)
                living[report.Id] = report;
        }

        public Task WithdrawAsync(Random random, int count) => WithdrawAsync([.. Some(random, count).Select(r => r.Id)], $"withdrawal-{releases}");

        public Task WithdrawAsync(string[] reports, string name) => LeaveAsync(reports, name);

        public async Task<(double Rollup, double Publish, int Findings)> PublishAsync(bool rollup = true)
        {
            var (store, releaseStore, privacy, began) = (new RollupStore(database), new ReleaseStore(database), new PrivacyStore(database), TimeProvider.System.GetTimestamp());
            if (rollup)
                await store.RebuildAsync(await store.InputAsync(Go), new Progress<double>(), Go);
            await FollowAsync();
            var rolled = TimeProvider.System.GetElapsedTime(began).TotalSeconds;
            var latest = await releaseStore.LatestAsync(Go) is { } before ? await releaseStore.ReadAsync(before.Id, Go) : null;
            var decided = await privacy.DecideAsync(latest, new Progress<ReportTable>(), Go);
            var release = ReleaseBuilder.Build(ReleaseInputs.Make() with
            {
                Rollups = await store.AllAsync(Go),
                WorkHours = await new WorkHoursStore(database).AllAsync(Go),
                Verdicts = decided.Verdicts,
                ClosedQuarters = await privacy.ClosedQuartersAsync(latest, decided, DateOnly.FromDateTime(Now.Date), Go),
                PublishedQuarters = latest?.ReportQuarters ?? [],
            });
            AuditFinding[] found = [.. decided.Found, .. ReleaseAudit.Of(release), .. latest is null ? [] : ReleaseAudit.Between(release, latest)];
            var (head, published) = await releaseStore.PublishAsync(release, Now, Go, decided.Round);
            if (published)
                Keep((await releaseStore.ReadWithReportsAsync(head.Id, Go))!, await releaseStore.ListAsync(Go));
            return (rolled, TimeProvider.System.GetElapsedTime(began).TotalSeconds - rolled, found.Length);
        }

        public IReadOnlyList<string> Isolated() =>
        [
            .. Shown.SelectMany(r => Readers.Differences([.. lives.Values], r, r)),
            .. Shown.Zip(Shown.Skip(1)).SelectMany(two => Readers.Differences([.. lives.Values], two.First, two.Second).Concat(Readers.Differences([.. lives.Values], two.Second, two.First))),
            .. Readers.Changes([.. lives.Values], Shown),
        ];

        // By what the release itself says: which cells it shows, and from which release each is.
        private void Keep(Release release, IReadOnlyList<ReleaseHead> heads)
        {
            var numbers = heads.ToDictionary(h => h.Id, h => h.Number);
            releases = release.Head.Number;
            Shown.Add(release.Cells.Where(c => c.Measure == PayMeasure.PaidOnly && c.Contributors is not null).ToDictionary(c => c.Cell.ToString(), c => numbers[c.FromRelease!]));
        }

        private List<Report> Some(Random random, int count)
        {
            var ids = living.Keys.ToArray();
            return [.. Enumerable.Range(0, count).Select(_ => living[ids[random.Next(ids.Length)]]).DistinctBy(r => r.Id)];
        }

        // Who the rollups are made of now, and who no longer.
        private async Task FollowAsync()
        {
            await using var connection = await database.ConnectAsync(Go);
            var now = new HashSet<(string, int)>();
            var rows = await connection.QueryAsync<(string Report, string CountsAs, string Platform, string Task, string? Experience, string? Country, DateOnly Quarter, int Round)>(
                "select report, counts_as, platform, task_type, experience, country, quarter, round from perjam.counted where table_name = 'paid-only'");
            foreach (var r in rows)
            {
                now.Add((r.Report, r.Round));
                lives.TryAdd((r.Report, r.Round), new(r.CountsAs, r.Platform, r.Task, r.Experience, r.Country, r.Quarter, releases + 1));
            }

            foreach (var (key, life) in lives.Where(l => l.Value.Until == int.MaxValue && !now.Contains(l.Key)))
                life.Until = releases + 1;
        }

        private async Task CountAsync(IReadOnlyList<Report> reports)
        {
            var (rules, method, hourly) = (new AcceptanceRules(Samples.Rates), new HourlyMethod(Samples.Rates), new HourlyStore(database));
            await new ReportStore(database).AddAsync(reports, Go);
            foreach (var some in reports.Select(r => new DecidedReport(r, rules.Accept(r))).Chunk(20_000))
                await new ObservationStore(database).AddReportsAsync(some, Go);
            while (await hourly.OutstandingAsync("", 200_000, Go) is { Count: > 0 } outstanding)
                await hourly.ReplaceAsync(outstanding, method.Apply, Go);
        }

        public async Task LeaveAsync(string[] reports, string? withdrawal)
        {
            await database.InTransactionAsync(async (connection, _) =>
            {
                await connection.ExecuteAsync(new CommandDefinition(
                    "select perjam.leave_cells(@reports, @withdrawal); delete from perjam.observation where origin_kind = 'report' and origin = any(@reports); delete from perjam.report where id = any(@reports)",
                    new { reports, withdrawal }, cancellationToken: Go));
            }, Go);
            foreach (var id in reports)
                living.Remove(id);
        }
    }
}
