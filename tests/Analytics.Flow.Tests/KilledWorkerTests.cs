using System.Diagnostics;
using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Analytics.Models.Reports;
using Analytics.Models.Storage;
using Analytics.Tests.Storage;
using Npgsql;
using Xunit;

namespace Analytics.Flow.Tests;

/// <summary>A worker killed anywhere loses nothing and does nothing twice.</summary>
public sealed class KilledWorkerTests(PostgresFixture postgres)
{
    private const int Seed = 20261121, Reports = 10_000;

    // ./measure 2.3 kills more often.
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("PERJAM_KILLS") ?? "20", System.Globalization.CultureInfo.InvariantCulture);
    private static readonly TimeSpan ResumedWithin = TimeSpan.FromSeconds(120);

    [Fact]
    public async Task Killed_at_random_moments_it_ends_as_one_that_was_not()
    {
        await using var web = await FlowSetting.ServeSavedPagesAsync();
        await using var undisturbed = await FlowSetting.MakeAsync(postgres, web);
        await using var killed = await FlowSetting.MakeAsync(postgres, web);
        await AddReportsAsync(undisturbed.ConnectionString);
        await AddReportsAsync(killed.ConnectionString);
        Assert.Equal(0, (await undisturbed.IngestAsync("flow")).Code);
        var wanted = await ContentAsync(undisturbed);

        using var site = await SiteProgram.StartAsync(killed.ConnectionString);
        using var watching = new CancellationTokenSource();
        var answering = site.WatchAsync(watching.Token);
        var random = new Random(Seed);
        for (var i = 0; i < Kills; i++)
        {
            using var worker = Work(killed);
            await Task.Delay(TimeSpan.FromMilliseconds(random.Next(300, 4_000)));
            Assert.False(worker.HasEnded, worker.Notes);
            await worker.KillAsync();
        }

        using var last = Work(killed);
        var since = Stopwatch.StartNew();
        while (await FindContentAsync(killed) != wanted)
        {
            Assert.False(last.HasEnded, last.Notes);
            Assert.True(since.Elapsed < ResumedWithin, $"The worker did not finish what was left after {Kills} kills. {last.Notes}");
            await Task.Delay(200);
        }

        await watching.CancelAsync();
        Assert.Empty(await answering);
        last.Terminate();
        Assert.Equal(0, await last.EndAsync(TimeSpan.FromSeconds(120)));
        // A killed worker may have published on the way what the other only published once, and its cells then stay as they were until ten contributors have come or gone: the evidence,
        // the statistics and the evidence in the last release must be the same.
        string[] releases = ["release", "release_file", "release_object", "release_part", "counted", "cell_version", "rollup_input"];
        // The site over the one database has made its operator a link.
        string[] passedOver = [.. releases, "audit", "operator_link"];
        Assert.Equal(
            await TableDump.TakeAsync(undisturbed.ConnectionString, withMoments: false, passedOver),
            await TableDump.TakeAsync(killed.ConnectionString, withMoments: false, passedOver));
    }

    private static RunningProgram Work(FlowSetting setting) => RunningProgram.Start(Checkout.IngestProgram, setting.Settings, "work");

    // Enough to give the kills something to hit. They stand for real ones here, or publish would refuse them.
    private static async Task AddReportsAsync(string connectionString)
    {
        await using var database = Database.Open(connectionString);
        await new ReportStore(database).AddAsync(
            new SimulatedReports(Catalogue.Load(), Seed, new DateOnly(2026, 9, 1)).Make(Reports).Select(r => r with { Simulated = false }), CancellationToken.None);
    }

    private static async Task<string> ContentAsync(FlowSetting setting) => (await FindContentAsync(setting))!;

    private static async Task<string?> FindContentAsync(FlowSetting setting)
    {
        await using var connection = new NpgsqlConnection(setting.ConnectionString);
        await connection.OpenAsync();
        await using var query = new NpgsqlCommand(
            """
            select (select string_agg(t ->> 'sha256', ' ' order by t ->> 'name') from jsonb_array_elements(manifest -> 'tables') t
                where t ->> 'name' in ('records/figures.jsonl', 'records/claims.jsonl', 'records/statements.jsonl', 'records/platforms.jsonl', 'records/checks.jsonl'))
              || (select fingerprint from perjam.rollup_input) || (select coalesce(md5(string_agg(e::text, '' order by key, measure)), '') from perjam.estimate e)
            from perjam.release order by number desc limit 1
            """, connection);
        return (string?)await query.ExecuteScalarAsync();
    }
}
