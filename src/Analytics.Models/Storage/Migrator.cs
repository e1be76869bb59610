using Dapper;
using Npgsql;

namespace Analytics.Models.Storage;

/// <summary>
/// Brings a database to the shape this program needs. Any number of processes may do so at once: one works, the others wait for it.
/// What was applied is kept in <c>perjam.migration</c> with its checksum.
/// </summary>
public static class Migrator
{
    // Any fixed number, the same in every version of the program ("perjam" in ASCII).
    private const long LockKey = 0x7065726a616d;

    /// <summary>Applies what is missing of the migrations built into this program; returns how many.</summary>
    /// <exception cref="StorageException">The database does not fit this program; nothing has been changed by the migration named.</exception>
    public static Task<int> ApplyAsync(Database database, CancellationToken stop) => ApplyAsync(database, Migration.BuiltIn(), stop);

    /// <summary>Applies what is missing of <paramref name="migrations"/>, each in a transaction of its own; returns how many.</summary>
    /// <exception cref="StorageException">The database does not fit these migrations, or one fails.</exception>
    public static async Task<int> ApplyAsync(Database database, IReadOnlyList<Migration> migrations, CancellationToken stop)
    {
        RefuseTwins(migrations);
        await using var connection = await database.ConnectAsync(stop);
        await RunAsync(connection, "select pg_advisory_lock(@LockKey)", new { LockKey }, stop);
        try
        {
            var applied = await ReadAppliedAsync(connection, stop);
            var missing = Missing(applied, migrations);
            foreach (var migration in missing)
                await ApplyAsync(connection, migration, stop);
            return missing.Count;
        }
        finally
        {
            // A pooled connection keeps its locks. A broken one has lost them.
            if (connection.State == System.Data.ConnectionState.Open)
                await RunAsync(connection, "select pg_advisory_unlock(@LockKey)", new { LockKey }, CancellationToken.None);
        }
    }

    private static async Task<List<AppliedMigration>> ReadAppliedAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        await RunAsync(connection, """
            create schema if not exists perjam;
            create table if not exists perjam.migration (
              number int primary key,
              name text not null,
              checksum text not null,
              applied_at timestamptz not null default now()
            );
            """, null, stop);
        var rows = await connection.QueryAsync<AppliedMigration>(
            new CommandDefinition("select number, name, checksum from perjam.migration order by number", cancellationToken: stop));
        return rows.AsList();
    }

    private static List<Migration> Missing(List<AppliedMigration> applied, IReadOnlyList<Migration> migrations)
    {
        var known = migrations.ToDictionary(migration => migration.Number);
        foreach (var old in applied)
        {
            if (!known.TryGetValue(old.Number, out var migration))
            {
                throw new StorageException(
                    $"The database was made by a newer version of this program: it has the migration {old.Name}, which this version does not know. "
                    + "Update the program, or name another data folder or database.");
            }

            if (migration.Name != old.Name || migration.Checksum != old.Checksum)
            {
                throw new StorageException(
                    $"The migration {migration.Name} has changed since it was applied to this database (as {old.Name}). "
                    + "Put the file back as it was and write the change as a new migration with the next number.");
            }
        }

        var last = applied.Count == 0 ? 0 : applied[^1].Number;
        var missing = migrations.Where(migration => applied.All(old => old.Number != migration.Number)).OrderBy(m => m.Number).ToList();
        return missing.FirstOrDefault(migration => migration.Number < last) is { } late
            ? throw new StorageException(
                $"The migration {late.Name} comes before {applied[^1].Name}, which is already applied to this database. Give it the next free number.")
            : missing;
    }

    private static async Task ApplyAsync(NpgsqlConnection connection, Migration migration, CancellationToken stop)
    {
        await using var transaction = await connection.BeginTransactionAsync(stop);
        try
        {
            await RunAsync(connection, migration.Sql, null, stop);
        }
        catch (PostgresException failure)
        {
            throw new StorageException(
                $"The migration {migration.Name} failed: {failure.MessageText}. Nothing of it was kept.", failure);
        }

        await RunAsync(
            connection, "insert into perjam.migration (number, name, checksum) values (@Number, @Name, @Checksum)", migration, stop);
        await transaction.CommitAsync(stop);
    }

    // No time limit: another process may be at a long migration, and a long one is not an error.
    private static Task<int> RunAsync(NpgsqlConnection connection, string sql, object? values, CancellationToken stop) =>
        connection.ExecuteAsync(new CommandDefinition(sql, values, commandTimeout: 0, cancellationToken: stop));

    private static void RefuseTwins(IReadOnlyList<Migration> migrations)
    {
        if (migrations.GroupBy(m => m.Number).FirstOrDefault(group => group.Count() > 1) is { } twins)
            throw new ArgumentException($"Two migrations have the same number: {string.Join(", ", twins.Select(m => m.Name))}.", nameof(migrations));
    }

    private sealed record AppliedMigration(int Number, string Name, string Checksum);
}
