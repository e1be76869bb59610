using System.Security.Cryptography;
using System.Text;
using Analytics.Models.Storage;
using Dapper;
using Npgsql;

namespace Analytics.Models.Reports;

/// <summary>What a sender may do so many times an hour and a day.</summary>
public enum SendingAct
{
    Report,
    Import,
    Correction,
    AskAddress,
}

/// <summary>How often one sender may do something.</summary>
public readonly record struct SendingLimit(int AnHour, int ADay)
{
    // A mobile carrier has many customers in one network, and a user agent is whatever a program says it is.
    private const int BrowsersOfANetwork = 10;

    /// <summary>Few enough that nobody fills a cell or the operator's list, enough for a household or an office behind one address.</summary>
    public static SendingLimit Of(SendingAct act) => act switch
    {
        SendingAct.Report => new(12, 40),
        SendingAct.Import => new(6, 20),
        SendingAct.Correction => new(8, 20),
        SendingAct.AskAddress => new(10, 20),
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
    };

    /// <summary>What a network may send in all, whatever browsers it names.</summary>
    public static SendingLimit OfNetwork(SendingAct act) => Of(act) is var one ? new(one.AnHour * BrowsersOfANetwork, one.ADay * BrowsersOfANetwork) : default;
}

/// <summary>The fingerprints of a sender on a day.</summary>
/// <param name="Browser">Of network and user agent.</param>
/// <param name="Network">Of the network alone.</param>
public readonly record struct SenderPrint(string Browser, string Network);

/// <summary>What is told of a sending.</summary>
/// <param name="CountsAs">The same for all that came of the network and browser on the day; drawn by lot, so that nothing leads from it to the fingerprint once that is deleted.</param>
/// <param name="RetryAfter">How long to wait, where too much was sent; null where it may be.</param>
public sealed record Sending(string CountsAs, TimeSpan? RetryAfter);

/// <summary>
/// Where things were sent from, for two days: a network prefix, with a user agent and alone, hashed with a secret of the day that is deleted after two. Neither is kept otherwise. In
/// the database, so that several sites share it.
/// </summary>
public sealed class FingerprintStore(Database database)
{
    /// <summary>After this a row is deleted by the next hourly run of <c>forget</c>, so that none is older than 48 hours.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(47);

    /// <summary>The fingerprints of a sender on the day of <paramref name="now"/>.</summary>
    /// <param name="network">Prefix of the sender's address.</param>
    public async Task<SenderPrint> OfAsync(string network, string userAgent, DateTimeOffset now, CancellationToken stop)
    {
        var secret = await SecretAsync(DateOnly.FromDateTime(now.UtcDateTime), stop);
        string Hash(string of) => Convert.ToHexStringLower(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(of)).AsSpan(0, 16));
        return new(Hash($"{network}\n{userAgent}"), Hash(network));
    }

    /// <summary>Counts one more sending, unless the limit of the browser or that of its network is reached: then it counts for neither.</summary>
    public Task<Sending> CountAsync(SenderPrint sender, SendingAct act, DateTimeOffset now, CancellationToken stop) => database.InTransactionAsync(async (connection, _) =>
    {
        // A browser belongs to one network, so that one lock is enough for both counts.
        await connection.ExecuteAsync(new CommandDefinition("select pg_advisory_xact_lock(hashtextextended('perjam.fingerprint ' || @Network, 0))", sender, cancellationToken: stop));
        var known = await connection.QueryFirstOrDefaultAsync<string?>(new CommandDefinition("select counts_as from perjam.fingerprint where fingerprint = @Browser limit 1", sender, cancellationToken: stop));
        var countsAs = known ?? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(12));
        var ofNetwork = await WaitAsync(connection, sender.Network, act, SendingLimit.OfNetwork(act), now, stop);
        var ofBrowser = await WaitAsync(connection, sender.Browser, act, SendingLimit.Of(act), now, stop);
        if ((ofNetwork > ofBrowser ? ofNetwork : ofBrowser ?? ofNetwork) is { } wait)
            return new Sending(countsAs, wait);
        // What a network sends counts as nobody's: nothing leads from it to one of its browsers.
        await connection.ExecuteAsync(new CommandDefinition(
            "insert into perjam.fingerprint (fingerprint, act, at, counts_as) values (@Browser, @act, @now, @countsAs), (@Network, @act, @now, '')",
            new { sender.Browser, sender.Network, act = Term.Of(act), now, countsAs }, cancellationToken: stop));
        return new Sending(countsAs, null);
    }, stop);

    /// <summary>Deletes what is older than two days, secrets too.</summary>
    /// <returns>How many sendings were forgotten.</returns>
    public async Task<int> ForgetAsync(DateTimeOffset now, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        await connection.ExecuteAsync(new CommandDefinition(
            "delete from perjam.fingerprint_secret where day < @day", new { day = DateOnly.FromDateTime(now.UtcDateTime).AddDays(-1) }, cancellationToken: stop));
        return await connection.ExecuteAsync(new CommandDefinition("delete from perjam.fingerprint where at < @before", new { before = now - KeptFor }, cancellationToken: stop));
    }

    // How long until one more is within the limit; null where it is now.
    private static async Task<TimeSpan?> WaitAsync(NpgsqlConnection connection, string fingerprint, SendingAct act, SendingLimit limit, DateTimeOffset now, CancellationToken stop)
    {
        var (inHour, inDay, hourFreed, dayFreed) = await connection.QuerySingleAsync<(int, int, DateTime?, DateTime?)>(new CommandDefinition(
            """
            with acts as (select at, row_number() over (order by at desc) as back from perjam.fingerprint where fingerprint = @fingerprint and act = @act and at > @day)
            select (count(*) filter (where at > @hour))::int, count(*)::int, max(at) filter (where back = @AnHour), max(at) filter (where back = @ADay) from acts
            """,
            new { fingerprint, act = Term.Of(act), day = now.AddDays(-1), hour = now.AddHours(-1), limit.AnHour, limit.ADay }, cancellationToken: stop));
        if (inDay >= limit.ADay)
            return Left(dayFreed!.Value.AddDays(1), now);
        return inHour >= limit.AnHour ? Left(hourFreed!.Value.AddHours(1), now) : null;
    }

    // Whichever site comes first in a day makes its secret.
    private async Task<byte[]> SecretAsync(DateOnly day, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await FindAsync(connection) ?? await MakeAsync(connection);

        Task<byte[]?> FindAsync(NpgsqlConnection from) =>
            from.QuerySingleOrDefaultAsync<byte[]?>(new CommandDefinition("select secret from perjam.fingerprint_secret where day = @day", new { day }, cancellationToken: stop));

        async Task<byte[]> MakeAsync(NpgsqlConnection to)
        {
            await to.ExecuteAsync(new CommandDefinition(
                "insert into perjam.fingerprint_secret (day, secret) values (@day, @secret) on conflict do nothing", new { day, secret = RandomNumberGenerator.GetBytes(32) }, cancellationToken: stop));
            return (await FindAsync(to))!;
        }
    }

    private static TimeSpan Left(DateTime until, DateTimeOffset now) =>
        TimeSpan.FromSeconds(Math.Max(1, Math.Ceiling((new DateTimeOffset(DateTime.SpecifyKind(until, DateTimeKind.Utc)) - now).TotalSeconds)));
}
