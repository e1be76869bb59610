using Analytics.Models.Storage;
using Dapper;

namespace Analytics.Models.Operations;

/// <summary>Keeps the operators and the link by which one is made. Of passwords and links only hashes come in here.</summary>
public sealed class OperatorStore(Database database)
{
    /// <summary>How long a set-up link can be used.</summary>
    public static readonly TimeSpan LinkHolds = TimeSpan.FromHours(24);

    /// <summary>Whether there is any operator.</summary>
    public async Task<bool> AnyAsync(CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition("select exists (select 1 from perjam.operator)", cancellationToken: stop));
    }

    /// <summary>Keeps a new set-up link; the one before it can no longer be used.</summary>
    public Task NewLinkAsync(string keyHash, DateTimeOffset now, CancellationToken stop) => database.InTransactionAsync(async (connection, _) =>
    {
        await connection.ExecuteAsync(new CommandDefinition(
            "insert into perjam.operator_link (key_hash, expires_at) values (@keyHash, @end) on conflict (only_row) do update set key_hash = excluded.key_hash, expires_at = excluded.expires_at",
            new { keyHash, end = now.UtcDateTime + LinkHolds }, cancellationToken: stop));
        await connection.AuditAsync(null, OperatorAct.LinkMade, null, now, stop);
    }, stop);

    /// <summary>Whether a link can still be used.</summary>
    public async Task<bool> LinkHoldsAsync(string keyHash, DateTimeOffset now, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "select exists (select 1 from perjam.operator_link where key_hash = @keyHash and expires_at > @at)", new { keyHash, at = now.UtcDateTime }, cancellationToken: stop));
    }

    /// <summary>Uses the link up: makes the operator, or gives the one of that name a new password and ends all their sessions.</summary>
    /// <returns>False when the link has been used or is too old; then nothing is done.</returns>
    public Task<bool> SetUpAsync(string keyHash, string name, string passwordHash, DateTimeOffset now, CancellationToken stop) => database.InTransactionAsync(async (connection, _) =>
    {
        var values = new { keyHash, name, passwordHash, at = now.UtcDateTime };
        if (await connection.ExecuteAsync(new CommandDefinition("delete from perjam.operator_link where key_hash = @keyHash and expires_at > @at", values, cancellationToken: stop)) == 0)
            return false;
        // A row that an insert made has no xmax.
        var made = await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            """
            insert into perjam.operator (name, password_hash, made_at, password_at) values (@name, @passwordHash, @at, @at)
            on conflict (name) do update set password_hash = excluded.password_hash, password_at = excluded.password_at returning xmax = 0
            """, values, cancellationToken: stop));
        await connection.ExecuteAsync(new CommandDefinition("delete from perjam.operator_session where operator = @name", values, cancellationToken: stop));
        await connection.AuditAsync(name, made ? OperatorAct.SetUp : OperatorAct.PasswordReset, name, now, stop);
        return true;
    }, stop);

    /// <summary>The hash of an operator's password; null when there is no operator of that name.</summary>
    public async Task<string?> PasswordHashAsync(string name, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.QuerySingleOrDefaultAsync<string>(new CommandDefinition("select password_hash from perjam.operator where name = @name", new { name }, cancellationToken: stop));
    }

    /// <summary>Gives an operator another password and ends their other sessions.</summary>
    /// <param name="session">Id of the session that goes on.</param>
    public Task ChangePasswordAsync(string name, string passwordHash, string session, DateTimeOffset now, CancellationToken stop) => database.InTransactionAsync(async (connection, _) =>
    {
        var values = new { name, passwordHash, session, at = now.UtcDateTime };
        await connection.ExecuteAsync(new CommandDefinition("update perjam.operator set password_hash = @passwordHash, password_at = @at where name = @name", values, cancellationToken: stop));
        await connection.ExecuteAsync(new CommandDefinition("delete from perjam.operator_session where operator = @name and id <> @session", values, cancellationToken: stop));
        await connection.AuditAsync(name, OperatorAct.PasswordChanged, name, now, stop);
    }, stop);

    /// <summary>Keeps the same password under a stronger hash, unless it has been changed meanwhile.</summary>
    public async Task RehashAsync(string name, string before, string after, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        await connection.ExecuteAsync(new CommandDefinition(
            "update perjam.operator set password_hash = @after where name = @name and password_hash = @before", new { name, before, after }, cancellationToken: stop));
    }
}
