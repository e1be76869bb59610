using Analytics.Models.Evidence;
using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Analytics.Models.Reports;
using Analytics.Models.Storage;
using Analytics.Tests.Storage;
using Dapper;
using Xunit;

namespace Analytics.Ingest.Tests.Verbs;

/// <summary><c>release audit</c> and <c>release publish</c> over a database whose cells give somebody away: told, and refused.</summary>
public sealed class AuditVerbTests(PostgresFixture postgres)
{
    [Fact]
    public async Task What_would_isolate_fewer_than_ten_is_told_and_not_published()
    {
        var connection = await postgres.CreateConnectionStringAsync();
        await using var database = Database.Open(connection);
        await new ReportStore(database).AddAsync(Enumerable.Range(1, 30).Select(Report), CancellationToken.None);
        foreach (var step in new[] { "accept", "normalise", "rollup" })
            Assert.Equal(0, (await WorkerProcess.RunAsync(connection, "step", step)).Code);
        var clean = await WorkerProcess.RunAsync(connection, "release", "audit");
        Assert.Equal((0, ""), (clean.Code, clean.Output));
        Assert.Contains("The next release and 0 kept ones looked over: 0 findings.", clean.Error, StringComparison.Ordinal);
        Assert.Equal(0, (await WorkerProcess.RunAsync(connection, "release", "publish")).Code);

        // As a fault of ours would: the rollup of a cell is of fewer than its list of reports says.
        await ExecuteAsync(database, "update perjam.rollup set contributors = 4 where key = 'mturk/*/*/*/*'; update perjam.cell_version set round = 0, first_release = 0, last_release = 0");
        var found = await WorkerProcess.RunAsync(connection, "release", "audit");
        Assert.Equal(1, found.Code);
        Assert.Contains("cells paid-only mturk/*/*/*/*: it has 5 contributors.", found.Output, StringComparison.Ordinal);
        var refused = await WorkerProcess.RunAsync(connection, "release", "publish");
        Assert.Equal(1, refused.Code);
        Assert.Contains("Nothing is published: ", refused.Error, StringComparison.Ordinal);
        Assert.Single(await new ReleaseStore(database).ListAsync(CancellationToken.None));
    }

    internal static Report Report(int n) => new()
    {
        Id = $"r{n}",
        Contributor = $"c{n}",
        Kind = FigureKind.SelfReport,
        Platform = "mturk",
        TaskType = TaskType.Survey,
        Country = "ID",
        Month = new(2026, 8, 1),
        Currency = "USD",
        Pay = 30 + n,
        PaidHours = 10,
        Simulated = false,
        ReceivedAt = new DateTimeOffset(2026, 9, 1, 0, 0, 0, TimeSpan.Zero).AddDays(n),
    };

    private static async Task ExecuteAsync(Database database, string sql)
    {
        await using var connection = await database.ConnectAsync(CancellationToken.None);
        await connection.ExecuteAsync(sql);
    }
}
