using System.Diagnostics;
using System.Globalization;
using Analytics.Models.Releases;
using Analytics.Models.Reports;
using Analytics.Models.Storage;
using Analytics.Tests.Storage;
using Dapper;
using Xunit;

namespace Analytics.Ingest.Tests.Verbs;

/// <summary>8.4: a publication killed at random moments. Whatever is visible is whole, and the next run completes it.</summary>
public sealed class KilledPublishTests(PostgresFixture postgres)
{
    private static readonly int Kills = int.Parse(Environment.GetEnvironmentVariable("PERJAM_KILLS") ?? "4", CultureInfo.InvariantCulture);

    [Fact]
    public async Task No_half_release_is_ever_visible_and_the_next_run_completes_it()
    {
        var connection = await postgres.CreateConnectionStringAsync();
        await using var database = Database.Open(connection);
        await new ReportStore(database).AddAsync(Enumerable.Range(1, 200).Select(n => AuditVerbTests.Report(n)), CancellationToken.None);
        foreach (var step in new[] { "accept", "normalise", "rollup" })
            Assert.Equal(0, (await WorkerProcess.RunAsync(connection, "step", step)).Code);
        var (releases, files) = (new ReleaseStore(database), new ReleaseFileStore(database));
        // How long a publication takes here, from the start of the process on.
        var took = Stopwatch.StartNew();
        await ChangeAsync(database, 0);
        Assert.Equal(0, (await WorkerProcess.RunAsync(connection, "release", "publish")).Code);
        var whole = took.Elapsed;

        var random = new Random(84);
        var (killed, published) = (0, 0);
        for (var i = 1; killed < Kills && i <= 3 * Kills; i++)
        {
            var before = (await releases.ListAsync(CancellationToken.None)).Count;
            await ChangeAsync(database, i);
            killed += await WorkerProcess.KillAsync(connection, whole * (0.2 + 0.8 * random.NextDouble()), "release", "publish") ? 1 : 0;
            var after = await releases.ListAsync(CancellationToken.None);
            Assert.InRange(after.Count, before, before + 1);
            published += after.Count - before;
            Assert.Empty(await new ReleaseCheck(files).OfAsync(after[0].Id, new Progress<string>(), CancellationToken.None));

            Assert.Equal(0, (await WorkerProcess.RunAsync(connection, "release", "publish")).Code);
            var latest = await releases.ListAsync(CancellationToken.None);
            Assert.Equal(before + 1, latest.Count);
            Assert.Empty(await new ReleaseCheck(files).OfAsync(latest[0].Id, new Progress<string>(), CancellationToken.None));
            Assert.Equal(await NamesAsync(database, latest[^1].Id, latest[^1].Id), await NamesAsync(database, latest[0].Id, latest[0].Id));
        }

        Assert.Equal(Kills, killed);
        Console.WriteLine($"figure kills {killed}");
        Console.WriteLine($"figure published_before_the_kill {published}");
    }

    // What is published next differs from the release before by it.
    private static async Task ChangeAsync(Database database, int times)
    {
        await using var connection = await database.ConnectAsync(CancellationToken.None);
        Assert.Equal(1, await connection.ExecuteAsync(
            "update perjam.observation set workers = 1000 + @times where id = (select min(id) from perjam.observation where origin_kind = 'figure' and status = 'accepted')", new { times }));
    }

    private static async Task<string> NamesAsync(Database database, string id, string zip) => string.Join(' ',
        (await new ReleaseFileStore(database).ListAsync(id, CancellationToken.None)).Select(f => f.Name.Replace(zip, "", StringComparison.Ordinal)));
}
