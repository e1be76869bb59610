using Analytics.Models.Platforms;
using Analytics.Models.Reports;
using Analytics.Models.Reports.Trackers;
using Analytics.Models.Storage;
using Analytics.Tests.Storage;
using Dapper;
using Xunit;

namespace Analytics.Models.Tests.Reports.Trackers;

public sealed class TrackerStoreTests(PostgresFixture postgres)
{
    private static readonly DateTimeOffset Now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private static TrackerSum Sum(int month, decimal pay) => new()
    {
        Platform = "prolific",
        Task = TaskType.Survey,
        Month = new(2026, month, 1),
        Currency = "USD",
        Pay = pay,
        PaidHours = 2,
        Tasks = 3,
        Payment = PaymentState.Paid,
    };

    private static TrackerImport File(string hash, params TrackerSum[] sums) => new(TrackerFormat.Prolific, hash, 3, sums);

    private static Task<ImportOutcome> SendAsync(TrackerStore store, TrackerImport import, FormToken form, string? key = null) =>
        store.SendAsync(import, form, key ?? ContributorKey.Of(form), "en", keyless: key is null, simulated: false, Now, default);

    private static async Task<string[]> KeptAsync(Database database)
    {
        await using var connection = await database.ConnectAsync(default);
        return [.. await connection.QueryAsync<string>("select to_char(r.month, 'MM') || ' ' || r.pay || ' ' || b.file_hash || ' ' || r.kind || ' ' || r.consent || ' ' || r.keyless from perjam.report r join perjam.import_batch b on b.id = r.batch order by r.month, r.pay")];
    }

    [Fact]
    public async Task An_import_is_kept_once_and_the_same_file_is_refused_whoever_sends_it()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var (store, form) = (new TrackerStore(database), FormToken.Make());
        Assert.Equal(ImportOutcome.Kept, await SendAsync(store, File("a", Sum(1, 10), Sum(2, 20)), form));
        Assert.Equal(ImportOutcome.KeptBefore, await SendAsync(store, File("a", Sum(1, 10), Sum(2, 20)), form));
        Assert.Equal(ImportOutcome.SameFile, await SendAsync(store, File("a", Sum(1, 10)), FormToken.Make(), ContributorKey.Of(form)));
        Assert.Equal(ImportOutcome.SameFile, await SendAsync(store, File("a", Sum(1, 10)), FormToken.Make()));
        Assert.True(await store.HasFileAsync("a", default));
        Assert.Equal(["01 10 a tracker-log 1 true", "02 20 a tracker-log 1 true"], await KeptAsync(database));
    }

    [Fact]
    public async Task Months_of_the_same_tracker_are_replaced_and_others_stay()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var (store, form) = (new TrackerStore(database), FormToken.Make());
        var key = ContributorKey.Of(form);
        await SendAsync(store, File("a", Sum(1, 10), Sum(2, 20)), form);
        await SendAsync(store, File("other worker", Sum(2, 99)), FormToken.Make());
        await SendAsync(store, File("other platform", Sum(2, 5) with { Platform = "upwork" }), FormToken.Make(), key);
        await SendAsync(store, File("other tracker", Sum(2, 7)) with { Format = TrackerFormat.Table }, FormToken.Make(), key);
        Assert.Equal([new(2026, 2, 1)], await store.MonthsKeptAsync(File("b", Sum(2, 21), Sum(3, 30)), key, default));
        Assert.Equal(ImportOutcome.Kept, await SendAsync(store, File("b", Sum(2, 21), Sum(3, 30)), FormToken.Make(), key));
        Assert.Equal(
            ["01 10 a tracker-log 1 true", "02 5 other platform tracker-log 1 false", "02 7 other tracker tracker-log 1 false", "02 21 b tracker-log 1 false", "02 99 other worker tracker-log 1 true", "03 30 b tracker-log 1 false"],
            await KeptAsync(database));
        await using var connection = await database.ConnectAsync(default);
        Assert.Equal(1, await connection.ExecuteScalarAsync<int>("select count(*) from perjam.erasure"));
    }

    [Fact]
    public async Task What_was_taken_back_does_not_come_back_with_the_same_form()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var (store, form) = (new TrackerStore(database), FormToken.Make());
        await SendAsync(store, File("a", Sum(1, 10)), form);
        Assert.NotNull(await new WithdrawalStore(database).WithdrawAsync(FormToken.Make(), ContributorKey.Of(form), null, Now, default));
        Assert.Equal(ImportOutcome.TakenBack, await SendAsync(store, File("a", Sum(1, 10)), form));
        Assert.Equal(ImportOutcome.Kept, await SendAsync(store, File("a", Sum(1, 10)), FormToken.Make()));
        Assert.Single(await KeptAsync(database));
    }

    [Fact]
    public async Task Two_at_once_keep_a_file_once()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new TrackerStore(database);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => SendAsync(store, File("a", Sum(1, 10)), FormToken.Make())));
        Assert.Equal(1, outcomes.Count(o => o == ImportOutcome.Kept));
        Assert.Single(await KeptAsync(database));
    }
}
