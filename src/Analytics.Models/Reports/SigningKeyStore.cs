using Analytics.Models.Storage;
using Dapper;
using Npgsql;

namespace Analytics.Models.Reports;

/// <summary>Keeps the keys that sign deletion receipts. One is in use; the first is made when it is needed.</summary>
public sealed class SigningKeyStore(Database database)
{
    private const long MakeLock = 0x7065726a616d0c;

    /// <summary>The public key with that id, PEM; null when there is none. Retired keys are found too.</summary>
    public async Task<string?> PublicKeyAsync(string id, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.QuerySingleOrDefaultAsync<string>(
            new CommandDefinition("select public_key from perjam.signing_key where id = @id", new { id }, cancellationToken: stop));
    }

    /// <summary>Retires the key in use; a new one signs from now on.</summary>
    /// <returns>Id of the new one.</returns>
    public Task<string> ReplaceAsync(DateTimeOffset now, CancellationToken stop) => database.InTransactionAsync(async (connection, _) =>
    {
        await connection.ExecuteAsync("select pg_advisory_xact_lock(@MakeLock)", new { MakeLock });
        await connection.ExecuteAsync("update perjam.signing_key set retired_at = @at where retired_at is null", new { at = now.UtcDateTime });
        return (await MakeAsync(connection, now, stop)).Id;
    }, stop);

    /// <summary>The key in use, made in the caller's transaction where there is none.</summary>
    internal static async Task<SigningKey> CurrentAsync(NpgsqlConnection connection, DateTimeOffset now, CancellationToken stop)
    {
        if (await FindAsync(connection, stop) is { } found)
            return found;
        await connection.ExecuteAsync("select pg_advisory_xact_lock(@MakeLock)", new { MakeLock });
        return await FindAsync(connection, stop) ?? await MakeAsync(connection, now, stop);
    }

    private static async Task<SigningKey?> FindAsync(NpgsqlConnection connection, CancellationToken stop) => await connection.QuerySingleOrDefaultAsync<SigningKey>(
        new CommandDefinition("select id, private_key, public_key from perjam.signing_key where retired_at is null", cancellationToken: stop));

    private static async Task<SigningKey> MakeAsync(NpgsqlConnection connection, DateTimeOffset now, CancellationToken stop)
    {
        var key = SigningKey.Make();
        await connection.ExecuteAsync(new CommandDefinition(
            "insert into perjam.signing_key (id, private_key, public_key, made_at) values (@Id, @PrivateKey, @PublicKey, @at)",
            new { key.Id, key.PrivateKey, key.PublicKey, at = now.UtcDateTime }, cancellationToken: stop));
        return key;
    }
}
