using System.Security.Cryptography;
using Analytics.Models.Storage;
using Npgsql;

namespace Analytics.Models.Reports;

/// <summary>Makes and finds contributors. Keys come in as they are written and are never kept.</summary>
public sealed class ContributorStore(Database database)
{
    private const string Table = "perjam.contributor";
    private const int IdBytes = 16;

    /// <summary>The contributor with that key; null when there is none.</summary>
    public async Task<Contributor?> FindAsync(string key, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await FindAsync(connection, ContributorKey.Hash(key), "", stop);
    }

    /// <summary>The contributor with that key, made in the caller's transaction where there is none yet; nobody can take it away before that ends.</summary>
    public static async Task<Contributor> FindOrMakeAsync(NpgsqlConnection connection, string key, string language, DateOnly today, bool simulated, CancellationToken stop)
    {
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(IdBytes));
        var hash = ContributorKey.Hash(key);
        // Two at once wait for each other here, and both find the one that was first.
        await connection.InsertAsync(Table, [new Contributor(id, hash, language, today, simulated)], stop);
        return await FindAsync(connection, hash, "for share", stop) ?? throw new InvalidOperationException("A contributor was taken away while it was made.");
    }

    internal static async Task<Contributor?> FindAsync(NpgsqlConnection connection, string hash, string locked, CancellationToken stop) =>
        (await connection.ListAsync<Contributor>($"select * from {Table} where key_hash = $1 {locked}", [hash], stop)).SingleOrDefault();
}
