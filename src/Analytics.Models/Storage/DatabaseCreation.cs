using System.Text.RegularExpressions;
using Npgsql;

namespace Analytics.Models.Storage;

/// <summary>Makes databases on a server.</summary>
internal static partial class DatabaseCreation
{
    /// <summary>
    /// Makes the database if it does not exist; two processes may ask at once. <paramref name="administration"/> reaches the server's
    /// database 'postgres'; the name is of lower-case letters, digits and underscores, at most 63.
    /// </summary>
    public static async Task EnsureAsync(string administration, string database, CancellationToken stop)
    {
        if (!PlainName().IsMatch(database))
            throw new ArgumentException($"'{database}' is no name for a database: use lower-case letters, digits and underscores, at most 63.", nameof(database));
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(administration) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(stop);
        await using var exists = new NpgsqlCommand("select 1 from pg_database where datname = $1", connection)
        {
            Parameters = { new() { Value = database } },
        };
        if (await exists.ExecuteScalarAsync(stop) is not null)
            return;
        try
        {
            await using var create = new NpgsqlCommand($"create database \"{database}\"", connection);
            await create.ExecuteNonQueryAsync(stop);
        }
        catch (PostgresException taken) when (taken.SqlState is PostgresErrorCodes.DuplicateDatabase or PostgresErrorCodes.UniqueViolation)
        {
            // Another process made it between the question and the answer.
        }
    }

    [GeneratedRegex("^[a-z][a-z0-9_]{0,62}$")]
    private static partial Regex PlainName();
}
