using Analytics.Models.Storage;
using Dapper;

namespace Analytics.Models.Sources;

/// <summary>An address that readers gave, and what came of it.</summary>
/// <param name="Address">In the one spelling that pages are kept by.</param>
/// <param name="Times">Days on which it was asked for.</param>
/// <param name="TriedAt">When it was fetched, or could not be; null while it waits.</param>
/// <param name="Outcome">As in <see cref="FetchRecord"/>, or <see cref="AskedAddressStore.NotCollected"/>; null while it waits.</param>
public sealed record AskedAddress(string Address, DateTimeOffset FirstAskedAt, DateTimeOffset LastAskedAt, int Times, DateTimeOffset? TriedAt, string? Outcome)
{
    /// <summary>Whether its page is here.</summary>
    public bool IsFetched => Outcome is "fetched" or "not-modified";
}

/// <summary>What became of a reader's asking.</summary>
public enum AskAnswer
{
    /// <summary>It waits for the next night, since now or since an earlier asking.</summary>
    Waits,

    /// <summary>It was tried not long ago, and is not tried again yet.</summary>
    Tried,

    /// <summary>As many addresses as one day takes wait already.</summary>
    Full,
}

/// <summary>Keeps the addresses that readers gave. Nothing of a reader is kept with them.</summary>
public sealed class AskedAddressStore(Database database)
{
    /// <summary>Addresses taken in a day, from all readers together; one sender is met earlier, so that nobody crowds out the others.</summary>
    public const int MostInDay = 300;

    /// <summary>Outcome of an address that the operator has taken off the list: a reader's asking does not put it back.</summary>
    public const string NotCollected = "not-collected";

    /// <summary>An address is not tried again sooner than this.</summary>
    public static readonly TimeSpan Rest = TimeSpan.FromDays(7);

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);

    private const string Columns = "address, first_asked_at, last_asked_at, times, tried_at, outcome";

    /// <summary>Lets <paramref name="address"/> wait for its fetch, where it does not yet and the day has room.</summary>
    public Task<AskAnswer> AskAsync(string address, DateTimeOffset now, CancellationToken stop) => database.InTransactionAsync(async (connection, _) =>
    {
        Task<int> RunAsync(string sql) => connection.ExecuteAsync(new CommandDefinition(sql, new { address, now, day = now - Day }, cancellationToken: stop));
        // Askings come one after another, so that the day's count holds however many readers ask at once. A fetch can be marked meanwhile.
        await RunAsync("select pg_advisory_xact_lock(hashtext('perjam.asked_address'))");
        var known = await FindAsync(connection, address, stop);
        if (known is { TriedAt: null })
        {
            await RunAsync("update perjam.asked_address set times = times + 1, last_asked_at = @now where address = @address and last_asked_at <= @day");
            return AskAnswer.Waits;
        }

        if (known?.TriedAt > now - Rest)
            return AskAnswer.Tried;
        var today = await connection.ExecuteScalarAsync<int>(new CommandDefinition(
            "select count(*) from perjam.asked_address where queued_at > @day", new { day = now - Day }, cancellationToken: stop));
        if (today >= MostInDay)
            return AskAnswer.Full;
        await RunAsync(
            """
            insert into perjam.asked_address as a (address, first_asked_at, last_asked_at, times, queued_at) values (@address, @now, @now, 1, @now)
            on conflict (address) do update set last_asked_at = @now, times = a.times + 1, queued_at = @now, tried_at = null, outcome = null
            """);
        return AskAnswer.Waits;
    }, stop);

    /// <summary>What is known of <paramref name="address"/>; null when nobody has asked for it.</summary>
    public async Task<AskedAddress?> FindAsync(string address, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await FindAsync(connection, address, stop);
    }

    /// <summary>The addresses that wait, the longest first.</summary>
    public async Task<IReadOnlyList<string>> WaitingAsync(CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return [.. await connection.QueryAsync<string>(new CommandDefinition(
            "select address from perjam.asked_address where tried_at is null order by queued_at, address limit @most", new { most = MostInDay }, cancellationToken: stop))];
    }

    /// <summary>Writes down what came of <paramref name="address"/>.</summary>
    public async Task MarkAsync(string address, string outcome, DateTimeOffset at, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        await connection.ExecuteAsync(new CommandDefinition(
            "update perjam.asked_address set tried_at = @at, outcome = @outcome where address = @address", new { address, outcome, at }, cancellationToken: stop));
    }

    private static async Task<AskedAddress?> FindAsync(Npgsql.NpgsqlConnection connection, string address, CancellationToken stop) =>
        (await connection.ListAsync<AskedAddress>($"select {Columns} from perjam.asked_address where address = $1", [address], stop)).SingleOrDefault();
}
