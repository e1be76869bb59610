using Analytics.Ingest.Steps;
using Analytics.Models.Corrections;
using Analytics.Models.Reports;
using Analytics.Models.Storage;
using Analytics.Tests.Storage;
using Dapper;
using Xunit;

namespace Analytics.Ingest.Tests.Steps;

public sealed class ForgetTests(PostgresFixture postgres)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_case_keeps_what_is_private_for_thirty_days_after_its_end_and_not_longer()
    {
        await using var database = Database.Open(await postgres.CreateConnectionStringAsync());
        var store = new CorrectionStore(database);
        var request = Correction.Receive(CorrectionWay.TakeDown, "/", "private words", "en", Now) with { Contact = "a@b.example" };
        await store.ReceiveAsync(request, CancellationToken.None);
        await store.AnswerAsync(request.Receipt, new(CorrectionState.Refused, "It stays.", "Tetap.", null, null, null), Now, CancellationToken.None);

        Assert.Equal((false, "Nothing is past its time."), await RunAsync(database, Now.AddDays(30)));
        Assert.Equal("a@b.example", (await store.CasesAsync(false, CancellationToken.None)).Single().Contact);
        Assert.Equal((true, "What was private of 1 ended correction is deleted."), await RunAsync(database, Now.AddDays(30).AddMinutes(1)));
        var kept = (await store.CasesAsync(false, CancellationToken.None)).Single();
        Assert.Equal((null, null, "It stays."), (kept.Contact, kept.Said, kept.English));
        Assert.Equal((false, "Nothing is past its time."), await RunAsync(database, Now.AddDays(31)));
    }

    [Fact]
    public async Task Where_something_came_from_is_forgotten_within_two_days_and_the_secret_with_it()
    {
        await using var database = Database.Open(await postgres.CreateConnectionStringAsync());
        var senders = new FingerprintStore(database);
        await senders.CountAsync(await senders.OfAsync("C00002/24", "browser", Now, CancellationToken.None), SendingAct.Report, Now, CancellationToken.None);

        Assert.Equal((false, "Nothing is past its time."), await RunAsync(database, Now.AddHours(46)));
        Assert.Equal((true, "2 fingerprints of senders are deleted."), await RunAsync(database, Now.AddHours(48)));
        await using var connection = await database.ConnectAsync(CancellationToken.None);
        Assert.Equal((0, 0), await connection.QuerySingleAsync<(int, int)>(
            "select (select count(*) from perjam.fingerprint)::int, (select count(*) from perjam.fingerprint_secret where day < '2026-11-23')::int"));
    }

    private static async Task<(bool, string)> RunAsync(Database database, DateTimeOffset at)
    {
        var result = await new ForgetStep(new(database), new(database), new At(at)).RunAsync(new Progress<StepProgress>(), CancellationToken.None);
        return (result.Changed, result.Sentence);
    }

    private sealed class At(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
