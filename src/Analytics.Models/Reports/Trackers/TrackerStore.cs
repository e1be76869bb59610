using Analytics.Models.Storage;
using Dapper;
using Npgsql;

namespace Analytics.Models.Reports.Trackers;

/// <summary>The sums of a file, ready to be kept.</summary>
/// <param name="FileHash">SHA-256 of the file, by which the same file is known again.</param>
/// <param name="Rows">Rows that are in the sums.</param>
public sealed record TrackerImport(TrackerFormat Format, string FileHash, int Rows, IReadOnlyList<TrackerSum> Sums)
{
    public static TrackerImport Of(TrackerReading read) => new(read.Format, read.FileHash, read.Counted, read.Sums);
}

/// <summary>What came of sending an import.</summary>
public enum ImportOutcome
{
    Kept,

    /// <summary>The very form was sent before; it is kept once.</summary>
    KeptBefore,

    /// <summary>The same file has been imported, with this receipt or another.</summary>
    SameFile,

    /// <summary>The form was sent before and has been taken back since; it does not come back.</summary>
    TakenBack,
}

/// <summary>Keeps imports: a batch and its reports, in one transaction.</summary>
public sealed class TrackerStore(Database database)
{
    private const string Batches = "perjam.import_batch";

    // Of the contributor, from files of the same tracker, in months and of platforms that the new file has.
    private const string Overlapping = "contributor = $1 and month = any($3) and coalesce(platform, platform_name) = any($4) and batch in (select id from perjam.import_batch where contributor = $1 and format = $2)";

    /// <summary>Months of <paramref name="import"/> that the contributor with that key has imported from such files before; sending replaces them.</summary>
    public async Task<IReadOnlyList<DateOnly>> MonthsKeptAsync(TrackerImport import, string key, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await ContributorStore.FindAsync(connection, ContributorKey.Hash(key), "", stop) is { } contributor
            ? [.. (await OverlapAsync(connection, import, contributor.Id, stop)).Select(r => r.Month).Distinct().Order()] : [];
    }

    /// <summary>Whether a file of that content has been imported, by anybody.</summary>
    public async Task<bool> HasFileAsync(string fileHash, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await HasFileAsync(connection, fileHash);
    }

    /// <summary>
    /// Keeps the sums as reports; once this returns, they are on disk. Reports of the same months that the contributor imported from such files before
    /// are deleted with all that was made of them.
    /// </summary>
    /// <param name="form">The form it is sent with: sent twice, it is one import.</param>
    /// <param name="key">The contributor's key: a known one, or one that the form made.</param>
    /// <param name="language">Code of the language of the form.</param>
    /// <param name="keyless">Whether it comes without a key of earlier reports.</param>
    /// <param name="countsAs">Whom it counts as then (<see cref="Report.CountsAs"/>); null for its contributor.</param>
    public Task<ImportOutcome> SendAsync(TrackerImport import, FormToken form, string key, string language, bool keyless, bool simulated, DateTimeOffset now, CancellationToken stop, string? countsAs = null) =>
        database.InTransactionAsync(async (connection, _) =>
        {
            // One import of a file at a time, whoever sends it.
            await connection.ExecuteAsync("select pg_advisory_xact_lock(hashtextextended(@FileHash, 6))", import);
            var batch = Key.Of("import form", form.Value);
            var ids = import.Sums.Select((_, i) => Key.Of("import form", form.Value, i.ToString(System.Globalization.CultureInfo.InvariantCulture))).ToArray();
            if (await connection.ExecuteScalarAsync<bool>($"select exists (select from {Batches} where id = @batch)", new { batch }))
                return ImportOutcome.KeptBefore;
            if (await connection.ExecuteScalarAsync<bool>("select exists (select from perjam.erasure e, unnest(@ids) id where e.hash = perjam.erasure_hash(id))", new { ids }))
                return ImportOutcome.TakenBack;
            if (await HasFileAsync(connection, import.FileHash))
                return ImportOutcome.SameFile;
            var contributor = await ContributorStore.FindOrMakeAsync(connection, key, language, DateOnly.FromDateTime(now.UtcDateTime), simulated, stop);
            // And one import of a contributor: two files of the same months may not both find none to replace.
            await connection.ExecuteAsync("select pg_advisory_xact_lock(hashtextextended(@Id, 6))", contributor);
            await ReplaceAsync(connection, await OverlapAsync(connection, import, contributor.Id, stop), contributor.Id, now);
            await connection.ExecuteAsync(
                $"insert into {Batches} (id, contributor, format, rows, file_hash, received_at) values (@batch, @Id, @format, @Rows, @FileHash, @at)",
                new { batch, contributor.Id, format = Term.Of(import.Format), import.Rows, import.FileHash, at = now.UtcDateTime });
            var reports = import.Sums.Zip(ids, (sum, id) => sum.ToReport(id, contributor.Id, batch, Consent.Version, keyless, now) with { Simulated = simulated, CountsAs = countsAs });
            await connection.InsertAsync("perjam.report", reports, stop);
            return ImportOutcome.Kept;
        }, stop);

    private static async Task<IReadOnlyList<Report>> OverlapAsync(NpgsqlConnection connection, TrackerImport import, string contributor, CancellationToken stop) =>
        await connection.ListAsync<Report>(
            $"select * from perjam.report where {Overlapping} order by id", [contributor, Term.Of(import.Format), import.Sums.Select(s => s.Month).Distinct().ToArray(), import.Sums.Select(s => s.Platform ?? s.PlatformName).Distinct().ToArray()], stop);

    private static Task<bool> HasFileAsync(NpgsqlConnection connection, string fileHash) =>
        connection.ExecuteScalarAsync<bool>($"select exists (select from {Batches} where file_hash = @fileHash)", new { fileHash });

    // A backup made before must not bring back what was replaced: it is erased like what is taken back.
    private static Task<int> ReplaceAsync(NpgsqlConnection connection, IReadOnlyList<Report> gone, string contributor, DateTimeOffset now) => gone.Count == 0 ? Task.FromResult(0) : connection.ExecuteAsync(
        """
        select perjam.leave_cells(@ids);
        delete from perjam.earlier_version where report = any(@ids);
        delete from perjam.observation where origin_kind = 'report' and origin = any(@ids);
        delete from perjam.report where id = any(@ids);
        delete from perjam.import_batch b where b.contributor = @contributor and not exists (select from perjam.report r where r.batch = b.id);
        insert into perjam.erasure (hash, erased_at) select perjam.erasure_hash(id), @at from unnest(@ids) id on conflict do nothing;
        """, new { ids = gone.Select(r => r.Id).ToArray(), contributor, at = now.UtcDateTime });
}
