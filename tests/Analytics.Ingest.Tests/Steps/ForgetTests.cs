using Analytics.Ingest.Steps;
using Analytics.Models.Corrections;
using Analytics.Models.Storage;
using Analytics.Tests.Storage;
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

        Assert.Equal((false, "Nothing is past its time."), await RunAsync(store, Now.AddDays(30)));
        Assert.Equal("a@b.example", (await store.CasesAsync(false, CancellationToken.None)).Single().Contact);
        Assert.Equal((true, "What was private of 1 ended correction is deleted."), await RunAsync(store, Now.AddDays(30).AddMinutes(1)));
        var kept = (await store.CasesAsync(false, CancellationToken.None)).Single();
        Assert.Equal((null, null, "It stays."), (kept.Contact, kept.Said, kept.English));
        Assert.Equal((false, "Nothing is past its time."), await RunAsync(store, Now.AddDays(31)));
    }

    private static async Task<(bool, string)> RunAsync(CorrectionStore store, DateTimeOffset at)
    {
        var result = await new ForgetStep(store, new At(at)).RunAsync(new Progress<StepProgress>(), CancellationToken.None);
        return (result.Changed, result.Sentence);
    }

    private sealed class At(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
