using Analytics.Models.Operations;
using Analytics.Tests.Storage;
using Npgsql;
using Xunit;
using static Analytics.Models.Tests.Operations.DoorSamples;

namespace Analytics.Models.Tests.Operations;

public sealed class OperatorStoreTests(PostgresFixture postgres)
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task A_link_is_good_once_and_for_a_day_and_only_the_newest()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new OperatorStore(database);
        await store.NewLinkAsync("older", Now, None);
        await store.NewLinkAsync("newer", Now, None);
        Assert.False(await store.LinkHoldsAsync("older", Now, None));
        Assert.True(await store.LinkHoldsAsync("newer", Now.AddHours(23.9), None));
        Assert.False(await store.LinkHoldsAsync("newer", Now.AddHours(24), None));
        Assert.False(await store.SetUpAsync("older", "anna", "hash", Now, None));
        Assert.False(await store.SetUpAsync("newer", "anna", "hash", Now.AddHours(24), None));
        Assert.False(await store.AnyAsync(None));

        // Side by side, as two who have found the link: one of them.
        var tries = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => store.SetUpAsync("newer", $"anna{i}", "hash", Now, None)));
        Assert.Single(tries, done => done);
        Assert.Equal(1, await database.ValueAsync<int>("select count(*) from perjam.operator"));
        Assert.False(await store.LinkHoldsAsync("newer", Now, None));
    }

    [Fact]
    public async Task A_link_gives_a_known_operator_a_new_password_and_ends_their_sessions()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var (store, sessions) = (new OperatorStore(database), new SessionStore(database));
        foreach (var hash in new[] { "first", "second" })
        {
            await store.NewLinkAsync("link", Now, None);
            Assert.True(await store.SetUpAsync("link", "anna", hash, Now, None));
            Assert.Empty(await sessions.ListAsync("anna", Now, None));
            await sessions.BeginAsync("key-" + hash, null, "anna", Now, None);
        }

        Assert.Equal("second", await store.PasswordHashAsync("anna", None));
        Assert.Null(await store.PasswordHashAsync("berta", None));
        Assert.Equal(
            [OperatorAct.Login, OperatorAct.PasswordReset, OperatorAct.LinkMade, OperatorAct.Login, OperatorAct.SetUp, OperatorAct.LinkMade],
            (await new AuditStore(database).ListAsync(null, 10, None)).Select(e => e.Act));
    }

    [Fact]
    public async Task A_changed_password_ends_the_other_sessions_and_a_rehash_loses_to_a_change()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var (store, sessions) = (new OperatorStore(database), new SessionStore(database));
        await store.NewLinkAsync("link", Now, None);
        await store.SetUpAsync("link", "anna", "old", Now, None);
        await sessions.BeginAsync("here", null, "anna", Now, None);
        await sessions.BeginAsync("there", null, "anna", Now, None);
        var here = (await sessions.FindAsync("here", Now, None))!;
        await store.ChangePasswordAsync("anna", "new", here.Id, Now, None);
        await store.RehashAsync("anna", "old", "old but stronger", None);

        Assert.Equal("new", await store.PasswordHashAsync("anna", None));
        Assert.NotNull(await sessions.FindAsync("here", Now, None));
        Assert.Null(await sessions.FindAsync("there", Now, None));
    }

    [Fact]
    public async Task A_session_ends_after_12_idle_hours_and_after_7_days_of_use()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var (store, sessions) = (new OperatorStore(database), new SessionStore(database));
        await store.NewLinkAsync("link", Now, None);
        await store.SetUpAsync("link", "anna", "hash", Now, None);
        await sessions.BeginAsync("idle", null, "anna", Now, None);
        await sessions.BeginAsync("used", null, "anna", Now, None);
        Assert.NotNull(await sessions.FindAsync("idle", Now.AddHours(11.9), None));
        Assert.Null(await sessions.FindAsync("idle", Now.AddHours(24), None));
        for (var hours = 6; hours < 7 * 24; hours += 6)
            Assert.NotNull(await sessions.FindAsync("used", Now.AddHours(hours), None));
        Assert.Null(await sessions.FindAsync("used", Now.AddDays(7), None));
        // A login clears away what has ended, and the session that the browser had.
        await sessions.BeginAsync("next", null, "anna", Now.AddDays(7), None);
        await sessions.BeginAsync("own", "next", "anna", Now.AddDays(7), None);
        Assert.Equal("own", await database.ValueAsync<string>("select string_agg(key_hash, ' ') from perjam.operator_session"));
    }

    [Fact]
    public async Task The_log_of_acts_can_only_be_added_to()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var audit = new AuditStore(database);
        await audit.AddFailedLoginAsync("anna", Now, None);
        await audit.AddFailedLoginAsync(null, Now.AddMinutes(1), None);
        foreach (var change in new[] { "update perjam.audit set operator = 'other'", "delete from perjam.audit", "truncate perjam.audit" })
            Assert.Contains("only added to", (await Assert.ThrowsAsync<PostgresException>(() => database.RunAsync(change))).MessageText, StringComparison.Ordinal);

        var entries = await audit.ListAsync(null, 10, None);
        Assert.Equal([(OperatorAct.FailedLogin, null, null, Now.AddMinutes(1)), (OperatorAct.FailedLogin, "anna", null, Now)], entries.Select(e => (e.Act, e.Object, e.Operator, e.At)));
        Assert.Equal([entries[1]], await audit.ListAsync(entries[0].Id, 10, None));
    }

    [Theory]
    [InlineData(" Anna.B ", "anna.b")]
    [InlineData("a@b.example", "a@b.example")]
    [InlineData("", null)]
    [InlineData(null, null)]
    [InlineData("an na", null)]
    [InlineData("änna", null)]
    [InlineData(".anna", null)]
    [InlineData("anna\nb", null)]
    public void A_name_is_kept_in_one_form(string? typed, string? kept) => Assert.Equal(kept, OperatorName.Find(typed));
}
