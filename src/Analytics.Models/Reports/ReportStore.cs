using Analytics.Models.Storage;
using Dapper;

namespace Analytics.Models.Reports;

/// <summary>Keeps workers' reports.</summary>
public sealed class ReportStore(Database database)
{
    private const string Table = "perjam.report";

    /// <summary>Adds reports; one whose id is there already stays as it is.</summary>
    /// <returns>How many were new.</returns>
    public async Task<int> AddAsync(IEnumerable<Report> reports, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.InsertAsync(Table, reports, stop);
    }

    /// <summary>How many reports there are, simulated ones among them.</summary>
    public async Task<(long All, long Simulated)> CountAsync(CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.QuerySingleAsync<(long, long)>("select count(*), count(*) filter (where simulated) from perjam.report");
    }

    /// <summary>Takes a report in; once this returns, it is on disk. One sent before stays as it is.</summary>
    /// <param name="report">Its id is the form's; the contributor is put in here.</param>
    /// <param name="key">The contributor's key: a known one, or one that the form made.</param>
    /// <param name="language">Code of the language of the form.</param>
    /// <returns>False when the same form was sent before and its report has been withdrawn since: it does not come back.</returns>
    public Task<bool> SendAsync(Report report, string key, string language, CancellationToken stop) => database.InTransactionAsync(async (connection, _) =>
    {
        if (await connection.ExecuteScalarAsync<bool>(new CommandDefinition(
            "select exists (select from perjam.erasure where hash = perjam.erasure_hash(@Id))", new { report.Id }, cancellationToken: stop)))
            return false;
        var contributor = await ContributorStore.FindOrMakeAsync(
            connection, key, language, DateOnly.FromDateTime(report.ReceivedAt.UtcDateTime), report.Simulated, stop);
        await connection.InsertAsync(Table, [report with { Contributor = contributor.Id }], stop);
        return true;
    }, stop);

    /// <summary>
    /// Puts <paramref name="corrected"/> in the place of the contributor's report of the same id; what was made of it goes, so that it is decided anew. When it was received,
    /// how and with which file stays; figures that a worker typed are self-reported, whatever file they were of before.
    /// </summary>
    /// <returns>False when that contributor has no such report.</returns>
    public Task<bool> CorrectAsync(Report corrected, string key, DateTimeOffset now, CancellationToken stop) => database.InTransactionAsync(async (connection, _) =>
    {
        if (await ContributorStore.FindAsync(connection, ContributorKey.Hash(key), "for share", stop) is not { } contributor)
            return false;
        var kept = (await connection.ListAsync<Report>($"select * from {Table} where id = $1 and contributor = $2 for update", [corrected.Id, contributor.Id], stop)).SingleOrDefault();
        if (kept is null)
            return false;
        var revised = corrected with
        {
            Contributor = kept.Contributor,
            Keyless = kept.Keyless,
            Batch = kept.Batch,
            Simulated = kept.Simulated,
            CountsAs = kept.CountsAs,
            Hold = HoldOf(kept) ?? corrected.Hold,
            ReceivedAt = kept.ReceivedAt,
            RevisedAt = now,
        };
        await connection.ExecuteAsync(new CommandDefinition("select perjam.leave_cells(array[@Id])", new { kept.Id }, cancellationToken: stop));
        await connection.UpdateAsync(Table, "id", revised, stop);
        await connection.ExecuteAsync(new CommandDefinition(
            "delete from perjam.observation where origin_kind = 'report' and origin = @Id", new { kept.Id }, cancellationToken: stop));
        return true;
    }, stop);

    // A correction does not take a report away from the person who is to look at it, nor undo what a person decided.
    private static HoldReason? HoldOf(Report kept) => kept switch
    {
        { Review: ReviewOutcome.Refused } => HoldReason.RefusedBefore,
        { Review: null, Hold: HoldReason.Hasty or HoldReason.Burst or HoldReason.RefusedBefore } => kept.Hold,
        _ => null,
    };

    /// <summary>The reports of the contributor with that key, the latest first, each with what has become of it; null when there is no such key.</summary>
    public async Task<IReadOnlyList<ReportFate>?> OfKeyAsync(string key, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        if (await ContributorStore.FindAsync(connection, ContributorKey.Hash(key), "", stop) is not { } contributor)
            return null;
        return await connection.ListAsync<ReportFate>(
            """
            select to_jsonb(r) as report, o.status, o.reason,
              (select min(v.first_release) from perjam.counted c cross join lateral perjam.cell_keys(c) k
                join perjam.cell_version v on v.table_name = c.table_name and v.key = k and c.round <= v.round where c.report = r.id) as release,
              exists (select from perjam.hourly_rate h where h.observation_id = o.id and h.paid_only_typical is null and h.all_in_typical is null) as without_rate
            from perjam.report r left join perjam.observation o on o.origin_kind = 'report' and o.origin = r.id
            where r.contributor = $1 order by r.received_at desc, r.id
            """, [contributor.Id], stop);
    }
}
