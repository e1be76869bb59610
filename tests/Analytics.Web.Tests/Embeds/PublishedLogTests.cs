using Analytics.Models.Corrections;
using Analytics.Tests.Storage;
using Analytics.Web.Embeds;
using Microsoft.Extensions.Logging.Abstractions;

namespace Analytics.Web.Tests.Embeds;

/// <summary>When the log of corrections is read, and what is told while it cannot be.</summary>
public sealed class PublishedLogTests(PostgresFixture postgres)
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task It_is_read_at_most_every_half_minute_and_the_last_is_told_while_the_database_is_away()
    {
        var database = await postgres.CreateDatabaseAsync();
        var store = new CorrectionStore(database);
        var clock = new MovedClock();
        using var log = new PublishedLog(store, clock, NullLogger<PublishedLog>.Instance);
        Assert.Empty((await log.ReadAsync(CancellationToken.None))!);

        var request = Correction.Receive(CorrectionWay.Error, "/data", "It is wrong.", "en", Noon);
        await store.ReceiveAsync(request, CancellationToken.None);
        await store.AnswerAsync(request.Receipt, new(CorrectionState.Corrected, "It was wrong.", "Dulu keliru.", null, null, null), Noon, CancellationToken.None);
        Assert.Empty((await log.ReadAsync(CancellationToken.None))!);
        clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(request.Id, Assert.Single((await log.ReadAsync(CancellationToken.None))!).Id);

        await RenameAsync("perjam", "away");
        clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Single((await log.ReadAsync(CancellationToken.None))!);
        using var fresh = new PublishedLog(store, clock, NullLogger<PublishedLog>.Instance);
        Assert.Null(await fresh.ReadAsync(CancellationToken.None));
        await RenameAsync("away", "perjam");
        clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Single((await fresh.ReadAsync(CancellationToken.None))!);
        await database.DisposeAsync();

        async Task RenameAsync(string from, string to)
        {
            await using var connection = await database.ConnectAsync(CancellationToken.None);
            await using var rename = connection.CreateCommand();
            rename.CommandText = $"alter schema {from} rename to {to}";
            await rename.ExecuteNonQueryAsync();
        }
    }
}
