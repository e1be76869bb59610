using Analytics.Models.Reports;
using Analytics.Tests.Storage;
using Dapper;
using Xunit;

namespace Analytics.Models.Tests.Reports;

public sealed class FingerprintStoreTests(PostgresFixture postgres)
{
    private static readonly DateTimeOffset Now = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);
    private static readonly SenderPrint One = new("print", "network");

    [Fact]
    public async Task A_fingerprint_is_the_same_for_a_day_whatever_site_asks_and_another_the_next()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var both = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => new FingerprintStore(database).OfAsync("C00002/24", "browser", Now, CancellationToken.None)));
        var store = new FingerprintStore(database);

        var one = Assert.Single(both.Distinct());
        var another = await store.OfAsync("C00002/24", "another", Now, CancellationToken.None);
        Assert.Equal((false, true), (another.Browser == one.Browser, another.Network == one.Network));
        Assert.NotEqual(one.Network, (await store.OfAsync("C00002/24", "", Now, CancellationToken.None)).Browser);
        foreach (var other in new[] { await store.OfAsync("C00003/24", "browser", Now, CancellationToken.None), await store.OfAsync("C00002/24", "browser", Now.AddHours(12), CancellationToken.None) })
            Assert.Equal((false, false), (other.Browser == one.Browser, other.Network == one.Network));
    }

    [Fact]
    public async Task The_limits_hold_however_many_come_at_once_and_say_when_to_try_again()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new FingerprintStore(database);
        var limit = SendingLimit.Of(SendingAct.Report);
        var sent = await Task.WhenAll(Enumerable.Range(0, limit.AnHour + 6).Select(_ => store.CountAsync(One, SendingAct.Report, Now, CancellationToken.None)));

        Assert.Equal(limit.AnHour, sent.Count(s => s.RetryAfter is null));
        Assert.Single(sent.Select(s => s.CountsAs).Distinct());
        Assert.All(sent.Where(s => s.RetryAfter is not null), s => Assert.Equal(TimeSpan.FromHours(1), s.RetryAfter));
        Assert.Null((await store.CountAsync(One, SendingAct.Correction, Now, CancellationToken.None)).RetryAfter);
        Assert.Null((await store.CountAsync(new("other", "network"), SendingAct.Report, Now, CancellationToken.None)).RetryAfter);
        Assert.Null((await store.CountAsync(One, SendingAct.Report, Now.AddHours(1.01), CancellationToken.None)).RetryAfter);
    }

    [Fact]
    public async Task Many_browsers_of_one_network_have_a_limit_together_and_what_it_refuses_counts_for_none()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new FingerprintStore(database);
        var (limit, own) = (SendingLimit.OfNetwork(SendingAct.Report), SendingLimit.Of(SendingAct.Report));
        Assert.Equal((10 * own.AnHour, 10 * own.ADay), (limit.AnHour, limit.ADay));
        Task<Sending> Send(string browser, string network, DateTimeOffset at) => store.CountAsync(new(browser, network), SendingAct.Report, at, CancellationToken.None);
        var kept = await Task.WhenAll(Enumerable.Range(0, limit.AnHour - 1).Select(i => Send($"browser {i}", "network", Now)));
        Assert.All(kept, s => Assert.Null(s.RetryAfter));
        Assert.Equal(kept.Length, kept.Select(s => s.CountsAs).Distinct().Count());

        // The last there is room for goes to one browser; nothing that is refused of it then uses up its own.
        Assert.Null((await Send("one", "network", Now)).RetryAfter);
        for (var i = 0; i < own.AnHour; i++)
            Assert.Equal(TimeSpan.FromMinutes(30), (await Send("one", "network", Now.AddMinutes(30))).RetryAfter);
        Assert.Null((await Send("two", "another network", Now)).RetryAfter);
        for (var i = 0; i < own.AnHour; i++)
            Assert.Null((await Send("one", "network", Now.AddMinutes(61))).RetryAfter);

        // Nor does what one browser's limit refuses use up the network's.
        for (var i = 0; i < limit.AnHour; i++)
            Assert.NotNull((await Send("one", "network", Now.AddMinutes(61))).RetryAfter);
        Assert.Null((await Send("three", "network", Now.AddMinutes(61))).RetryAfter);
    }

    [Fact]
    public async Task A_day_has_its_limit_too()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new FingerprintStore(database);
        var limit = SendingLimit.Of(SendingAct.Correction);
        var kept = 0;
        for (var hour = 0; hour < 23; hour++)
        {
            for (var i = 0; i < 2; i++)
                kept += (await store.CountAsync(One, SendingAct.Correction, Now.AddHours(hour), CancellationToken.None)).RetryAfter is null ? 1 : 0;
        }

        Assert.Equal(limit.ADay, kept);
        Assert.InRange((await store.CountAsync(One, SendingAct.Correction, Now.AddHours(23), CancellationToken.None)).RetryAfter!.Value, TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(61));
    }

    [Fact]
    public async Task Nothing_of_the_sender_stands_in_the_tables()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new FingerprintStore(database);
        await store.CountAsync(await store.OfAsync("C00002/24", "Planted/1.0", Now, CancellationToken.None), SendingAct.Report, Now, CancellationToken.None);
        await using var connection = await database.ConnectAsync(CancellationToken.None);
        var rows = await connection.ExecuteScalarAsync<string>("select string_agg(f::text, '|') || (select string_agg(s::text, '|') from perjam.fingerprint_secret s) from perjam.fingerprint f");

        Assert.DoesNotContain("Planted", rows, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("C00002", rows, StringComparison.OrdinalIgnoreCase);
    }
}
