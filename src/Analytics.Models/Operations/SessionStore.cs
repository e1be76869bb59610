using Analytics.Models.Storage;
using Dapper;
using Npgsql;

namespace Analytics.Models.Operations;

/// <summary>An operator who is in.</summary>
/// <param name="Id">Its name in the list; the cookie cannot be made from it.</param>
/// <param name="SeenAt">When it was last used, to the minute.</param>
public sealed record OperatorSession(string Id, string Operator, DateTimeOffset MadeAt, DateTimeOffset SeenAt);

/// <summary>Keeps the sessions of operators, each under the hash of the key that its cookie holds.</summary>
public sealed class SessionStore(Database database)
{
    /// <summary>After how long without use a session ends.</summary>
    public static readonly TimeSpan LongestIdle = TimeSpan.FromHours(12);

    /// <summary>After how long a session ends however much it is used.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);

    private const string Columns = "id, operator, made_at, seen_at";
    private const string Living = "seen_at > $1 and made_at > $2";

    /// <summary>Begins a session, and ends the one that the browser had before, so that no key from before the login is worth anything after it.</summary>
    /// <param name="oldKeyHash">Of the key that the browser came with; null for none.</param>
    public Task BeginAsync(string keyHash, string? oldKeyHash, string by, DateTimeOffset now, CancellationToken stop) => database.InTransactionAsync(async (connection, _) =>
    {
        var id = Key.Of("session", keyHash)[..10];
        var values = new { keyHash, oldKeyHash, id, by, at = now.UtcDateTime, idle = now.UtcDateTime - LongestIdle, oldest = now.UtcDateTime - Longest };
        await connection.ExecuteAsync(new CommandDefinition(
            """
            delete from perjam.operator_session where key_hash = @oldKeyHash or seen_at <= @idle or made_at <= @oldest;
            insert into perjam.operator_session (key_hash, id, operator, made_at, seen_at) values (@keyHash, @id, @by, @at, @at)
            """, values, cancellationToken: stop));
        await connection.AuditAsync(by, OperatorAct.Login, id, now, stop);
    }, stop);

    /// <summary>The session of a key, which thereby counts as used; null when there is none, or it has ended.</summary>
    public async Task<OperatorSession?> FindAsync(string keyHash, DateTimeOffset now, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        var found = (await connection.ListAsync<OperatorSession>(
            $"select {Columns} from perjam.operator_session where {Living} and key_hash = $3", [.. Limits(now), keyHash], stop)).SingleOrDefault();
        if (found is not null && now - found.SeenAt >= TimeSpan.FromMinutes(1))
        {
            await connection.ExecuteAsync(new CommandDefinition(
                "update perjam.operator_session set seen_at = @at where key_hash = @keyHash", new { at = now.UtcDateTime, keyHash }, cancellationToken: stop));
        }

        return found;
    }

    /// <summary>The sessions of an operator that have not ended, the one used last first.</summary>
    public async Task<IReadOnlyList<OperatorSession>> ListAsync(string name, DateTimeOffset now, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.ListAsync<OperatorSession>(
            $"select {Columns} from perjam.operator_session where {Living} and operator = $3 order by seen_at desc, id", [.. Limits(now), name], stop);
    }

    /// <summary>Logs out: ends the session that asks for it.</summary>
    public Task LogOutAsync(OperatorSession own, DateTimeOffset now, CancellationToken stop) => EndAsync(own.Operator, own.Id, OperatorAct.Logout, now, stop);

    /// <summary>Ends a session of an operator.</summary>
    /// <param name="id">Which one; null for all of theirs.</param>
    public Task EndAsync(string name, string? id, DateTimeOffset now, CancellationToken stop) => EndAsync(name, id, OperatorAct.SessionEnded, now, stop);

    private Task EndAsync(string name, string? id, OperatorAct act, DateTimeOffset now, CancellationToken stop) => database.InTransactionAsync(async (connection, _) =>
    {
        var ended = await connection.QueryAsync<string>(new CommandDefinition(
            "delete from perjam.operator_session where operator = @name and (@id::text is null or id = @id) returning id", new { name, id }, cancellationToken: stop));
        foreach (var one in ended)
            await connection.AuditAsync(name, act, one, now, stop);
    }, stop);

    private static object?[] Limits(DateTimeOffset now) => [now.UtcDateTime - LongestIdle, now.UtcDateTime - Longest];
}
