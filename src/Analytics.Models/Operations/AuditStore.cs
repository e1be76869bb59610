using Analytics.Models.Storage;
using Dapper;
using Npgsql;

namespace Analytics.Models.Operations;

/// <summary>The log of what operators do. It is only ever added to; the database refuses anything else.</summary>
public sealed class AuditStore(Database database)
{
    /// <summary>Adds a failed login. A name that no operator has is not kept: people type passwords into the wrong field.</summary>
    /// <param name="known">The operator whose name was given; null for a name of nobody.</param>
    public async Task AddFailedLoginAsync(string? known, DateTimeOffset now, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        await connection.AuditAsync(null, OperatorAct.FailedLogin, known, now, stop);
    }

    /// <summary>The latest acts first.</summary>
    /// <param name="before">Only acts before this id; null for the latest.</param>
    public async Task<IReadOnlyList<AuditEntry>> ListAsync(long? before, int most, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.ListAsync<AuditEntry>("select * from perjam.audit where id < $1 order by id desc limit $2", [before ?? long.MaxValue, most], stop);
    }
}

/// <summary>Writes an act in the transaction that does it, so that neither is kept without the other.</summary>
internal static class Audit
{
    public static Task AuditAsync(this NpgsqlConnection connection, string? by, OperatorAct act, string? about, DateTimeOffset now, CancellationToken stop) =>
        connection.ExecuteAsync(new CommandDefinition(
            "insert into perjam.audit (at, operator, act, object) values (@at, @by, @act, @about)", new { at = now.UtcDateTime, by, act = Term.Of(act), about }, cancellationToken: stop));
}
