using Analytics.Models.Storage;
using Dapper;
using Npgsql;

namespace Analytics.Models.Reports;

/// <summary>Something that was withdrawn and must not come back with an older backup.</summary>
/// <param name="Hash">SHA-256 of the random id of a report or contributor.</param>
public sealed record Erasure(string Hash, DateTimeOffset ErasedAt);

/// <summary>Keeps the list of what was withdrawn, holds a restored database against it, and clears the files of the tables of what was in them.</summary>
public sealed class ErasureStore(Database database)
{
    // Every table that a report, or what was made of one, stands in.
    private static readonly string[] Tables =
    [
        "perjam.report", "perjam.contributor", "perjam.import_batch", "perjam.observation", "perjam.hourly_rate", "perjam.counted", "perjam.rollup", "perjam.rollup_bucket", "perjam.work_hours",
        "perjam.earlier_version",
    ];

    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1), Pause = TimeSpan.FromMilliseconds(200);

    /// <summary>The whole list.</summary>
    public async Task<IReadOnlyList<Erasure>> AllAsync(CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.ListAsync<Erasure>("select hash, erased_at from perjam.erasure order by erased_at, hash", stop: stop);
    }

    /// <summary>Adds a list kept outside to the one of this database, and removes what it names.</summary>
    /// <returns>How many entries were new, and how many reports were removed.</returns>
    public async Task<(int Added, int Removed)> ApplyAsync(IEnumerable<Erasure> list, CancellationToken stop)
    {
        int added;
        await using (var connection = await database.ConnectAsync(stop))
            added = await connection.InsertAsync("perjam.erasure", list, stop);
        return (added, await ReplayAsync(stop));
    }

    /// <summary>Removes every report and contributor that is on the list: a database from a backup may have them again.</summary>
    /// <returns>How many reports were removed.</returns>
    public Task<int> ReplayAsync(CancellationToken stop) => database.InTransactionAsync(async (connection, _) =>
    {
        if (!await connection.ExecuteScalarAsync<bool>("select exists (select from perjam.erasure)"))
            return 0;
        var ids = (await connection.QueryAsync<string>(new CommandDefinition(
            "select id from perjam.report where perjam.erasure_hash(id) in (select hash from perjam.erasure) order by id for update", cancellationToken: stop))).AsList();
        await connection.ExecuteAsync(new CommandDefinition(
            """
            select perjam.leave_cells(@ids);
            delete from perjam.earlier_version where report = any(@ids);
            delete from perjam.observation where origin_kind = 'report' and origin = any(@ids);
            delete from perjam.report where id = any(@ids);
            delete from perjam.import_batch b where not exists (select from perjam.report r where r.batch = b.id)
              and exists (select from perjam.contributor c where c.id = b.contributor and perjam.erasure_hash(c.id) in (select hash from perjam.erasure));
            delete from perjam.contributor c where perjam.erasure_hash(c.id) in (select hash from perjam.erasure)
              and not exists (select from perjam.report r where r.contributor = c.id);
            """, new { ids }, cancellationToken: stop));
        // Whatever came back was in the files again.
        if (ids.Count > 0)
            await connection.ExecuteAsync("update perjam.erasure set cleared_at = null where hash in (select perjam.erasure_hash(id) from unnest(@ids) id)", new { ids });
        return ids.Count;
    }, stop);

    /// <summary>
    /// Where anything was withdrawn since the last time: writes the tables anew, so that nothing of it is left in their files, and lets the database drop the write-ahead log of before.
    /// Reports that are sent meanwhile wait.
    /// </summary>
    /// <returns>How many entries of the list it was for, and what is left to be done and by whom; null for nothing. While anything is left the entries stay on the list.</returns>
    public async Task<(int Entries, string? Left)> ClearFilesAsync(DateTimeOffset now, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        var waiting = (await connection.QueryAsync<string>(new CommandDefinition("select hash from perjam.erasure where cleared_at is null", cancellationToken: stop))).AsList();
        if (waiting.Count == 0)
            return (0, null);
        // What a transaction of before may still see stays in the files: they are waited for, and where one goes on it is done again the next time.
        var ended = await EndedAsync(connection, stop);
        foreach (var table in Tables)
            await RunAsync(connection, $"vacuum (full, analyze) {table}", stop);
        var left = await ClearLogAsync(connection, stop) ?? (ended ? null : "A transaction of before is still open and keeps the rows; the next run clears them.");
        if (left is null)
        {
            await connection.ExecuteAsync(new CommandDefinition(
                "update perjam.erasure set cleared_at = @at where hash = any(@waiting)", new { at = now.UtcDateTime, waiting = waiting.ToArray() }, cancellationToken: stop));
        }

        return (waiting.Count, left);
    }

    private static async Task<bool> EndedAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        const string Open = "from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and (backend_xmin is not null or backend_xid is not null)";
        var older = (await connection.QueryAsync<string>(new CommandDefinition($"select pid || ' ' || xact_start {Open}", cancellationToken: stop))).ToArray();
        for (var tries = 0; tries < LongestWait / Pause; tries++)
        {
            if (!await connection.ExecuteScalarAsync<bool>(new CommandDefinition($"select exists (select {Open} and pid || ' ' || xact_start = any(@older))", new { older }, cancellationToken: stop)))
                return true;
            await Task.Delay(Pause, stop);
        }

        return false;
    }

    // A checkpoint in a new log file lets the older ones go; the private server deletes them rather than using them again.
    private static async Task<string?> ClearLogAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        var refused = new List<string>();
        foreach (var (act, grant) in new[] { ("select pg_switch_wal()", "execute on function pg_switch_wal()"), ("checkpoint;", "pg_checkpoint") })
        {
            try
            {
                await RunAsync(connection, act, stop);
            }
            catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.InsufficientPrivilege)
            {
                refused.Add(grant);
            }
        }

        return refused.Count == 0 ? null
            : $"The write-ahead log still holds what was withdrawn until the server recycles it: this database user lacks {string.Join(" and ", refused)}. Grant it, or see docs/operating.md; until then this is tried again every night.";
    }

    private static Task<int> RunAsync(NpgsqlConnection connection, string sql, CancellationToken stop) =>
        connection.ExecuteAsync(new CommandDefinition(sql, cancellationToken: stop));
}
