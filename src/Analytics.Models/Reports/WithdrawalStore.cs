using System.Security.Cryptography;
using Analytics.Models.Storage;
using Dapper;
using Npgsql;

namespace Analytics.Models.Reports;

/// <summary>Takes reports back, for good, and signs that it was done.</summary>
public sealed class WithdrawalStore(Database database)
{
    private const string Columns = "id, text, signature, signing_key, reports, withdrawn_at, release";
    private const int SaltBytes = 32;

    /// <summary>
    /// Removes the reports of the contributor with that key, or one of them, with all that was made of it, in one transaction; the contributor and imports that are then empty go too.
    /// </summary>
    /// <param name="form">The form it was asked with: asked twice, it is one withdrawal.</param>
    /// <param name="report">Id of the one to remove; null for all.</param>
    /// <returns>Null when the key has no such report.</returns>
    public Task<WithdrawalDone?> WithdrawAsync(FormToken form, string key, string? report, DateTimeOffset now, CancellationToken stop) => database.InTransactionAsync(async (connection, _) =>
    {
        if (await FindAsync(connection, form.Value, stop) is { } before)
            return new WithdrawalDone(before, null);
        if (await ContributorStore.FindAsync(connection, ContributorKey.Hash(key), "for update", stop) is not { } contributor)
            return await FindAsync(connection, form.Value, stop) is { } done ? new WithdrawalDone(done, null) : null;
        // Locked in the order of ids, as whoever decides reports does it.
        var gone = await connection.ListAsync<Report>(
            "select * from perjam.report where contributor = $1 and ($2::text is null or id = $2::text) order by id for update", [contributor.Id, report], stop);
        if (gone.Count == 0)
            return null;
        var ids = gone.Select(r => r.Id).ToArray();
        var removed = RemovedReports.Write(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltBytes)), gone);
        await connection.ExecuteAsync("select perjam.leave_cells(@ids, @id)", new { ids, id = form.Value });
        await RemoveAsync(connection, ids, contributor.Id);
        var left = await connection.ExecuteScalarAsync<bool>("select exists (select from perjam.contributor where id = @Id)", new { contributor.Id });
        var row = new WithdrawalRow
        {
            Id = form.Value,
            ContentHash = Key.OfContent(removed),
            Reports = gone.Count,
            WithdrawnAt = now.UtcDateTime,
            // What never counted is in no release: the latest is one without it.
            Release = await connection.QuerySingleOrDefaultAsync<string>("select first_without from perjam.leaving where id = @id", new { id = form.Value }),
        };
        await SignAsync(connection, row, isNew: true, now, stop);
        await connection.ExecuteAsync(
            "insert into perjam.erasure (hash, erased_at, withdrawal) select perjam.erasure_hash(id), @at, @Id from unnest(@ids) id on conflict do nothing",
            new { at = now.UtcDateTime, row.Id, ids = left ? ids : [.. ids, contributor.Id] });
        return new WithdrawalDone((await FindAsync(connection, row.Id, stop))!, removed);
    }, stop);

    /// <summary>The withdrawal; null when there is none of that id.</summary>
    public async Task<Withdrawal?> FindAsync(string id, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await FindAsync(connection, id, stop);
    }

    /// <summary>
    /// Names the first release in which no cell was computed with what was removed, for the withdrawals that wait for one, and signs their receipts anew.
    /// </summary>
    /// <returns>How many had one.</returns>
    public Task<int> NameReleasesAsync(DateTimeOffset now, CancellationToken stop) => database.InTransactionAsync(async (connection, _) =>
    {
        var waiting = (await connection.QueryAsync<WithdrawalRow>(
            """
            select w.id, w.content_hash, w.reports, w.withdrawn_at, l.first_without as release
            from perjam.withdrawal w join perjam.leaving l on l.id = w.id where w.release is null and l.first_without is not null for update of w
            """)).AsList();
        foreach (var row in waiting)
            await SignAsync(connection, row, isNew: false, now, stop);
        return waiting.Count;
    }, stop);

    private static async Task<Withdrawal?> FindAsync(NpgsqlConnection connection, string id, CancellationToken stop) => await connection.QuerySingleOrDefaultAsync<Withdrawal>(
        new CommandDefinition($"select {Columns} from perjam.withdrawal where id = @id", new { id }, cancellationToken: stop));

    // Hourly rates go with their observations.
    private static Task<int> RemoveAsync(NpgsqlConnection connection, string[] ids, string contributor) => connection.ExecuteAsync(
        """
        delete from perjam.observation where origin_kind = 'report' and origin = any(@ids);
        delete from perjam.report where id = any(@ids);
        delete from perjam.import_batch b where b.contributor = @contributor and not exists (select from perjam.report r where r.batch = b.id);
        delete from perjam.contributor c where c.id = @contributor and not exists (select from perjam.report r where r.contributor = c.id);
        """, new { ids, contributor });

    private static async Task SignAsync(NpgsqlConnection connection, WithdrawalRow row, bool isNew, DateTimeOffset now, CancellationToken stop)
    {
        var key = await SigningKeyStore.CurrentAsync(connection, now, stop);
        var number = row.Release is null ? 0 : await connection.QuerySingleAsync<int>("select number from perjam.release where id = @Release", row);
        var text = new DeletionReceipt(row.Id, row.Reports, row.ContentHash, new(row.WithdrawnAt, TimeSpan.Zero), row.Release is null ? null : (number, row.Release), key.Id).Write();
        await connection.ExecuteAsync(new CommandDefinition(
            isNew
                ? """
                  insert into perjam.withdrawal (id, content_hash, reports, withdrawn_at, release, text, signature, signing_key)
                  values (@Id, @ContentHash, @Reports, @WithdrawnAt, @Release, @text, @signature, @key)
                  """
                : "update perjam.withdrawal set release = @Release, text = @text, signature = @signature, signing_key = @key where id = @Id",
            new { row.Id, row.ContentHash, row.Reports, row.WithdrawnAt, row.Release, text, signature = key.Sign(text), key = key.Id }, cancellationToken: stop));
    }

    private sealed record WithdrawalRow
    {
        public string Id { get; init; } = "";
        public string ContentHash { get; init; } = "";
        public int Reports { get; init; }
        public DateTime WithdrawnAt { get; init; }
        public string? Release { get; init; }
    }
}
