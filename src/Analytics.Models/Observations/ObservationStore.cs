using Analytics.Models.Reports;
using Analytics.Models.Storage;
using Dapper;
using Npgsql;

namespace Analytics.Models.Observations;

/// <summary>Keeps observations and the claims that witness them.</summary>
public sealed class ObservationStore(Database database)
{
    private const string Table = "perjam.observation";

    /// <summary>Every observation of <paramref name="kind"/>, in the order of ids.</summary>
    public async Task<IReadOnlyList<Observation>> OfAsync(OriginKind kind, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.ListAsync<Observation>($"select * from {Table} where origin_kind = $1 order by id", [Term.Of(kind)], stop);
    }

    /// <summary>
    /// Makes the observations of <paramref name="kind"/> be <paramref name="wanted"/>, in one transaction: what is the same stays untouched,
    /// what changed is replaced, and one that is no longer wanted is withdrawn.
    /// </summary>
    /// <param name="witnesses">Claims that tell each observation, by its id, the original first.</param>
    /// <param name="vanished">Ids of those not wanted because no page that told them is left; any other is superseded.</param>
    public async Task<Changes> ReplaceAsync(
        OriginKind kind, IReadOnlyList<Observation> wanted, IReadOnlyDictionary<string, IReadOnlyList<string>> witnesses,
        IReadOnlySet<string> vanished, CancellationToken stop)
    {
        var changes = new Changes(0, 0);
        await database.InTransactionAsync(async (connection, _) =>
        {
            // One replacement at a time, whatever process it comes from; readers go on.
            await connection.ExecuteAsync($"lock table {Table} in share row exclusive mode");
            var kept = (await connection.ListAsync<Observation>($"select * from {Table} where origin_kind = $1 and rule_version = $2",
                [Term.Of(kind), AcceptanceRules.Version], stop)).ToDictionary(o => o.Id);
            var fresh = wanted.Where(o => kept.GetValueOrDefault(o.Id) != o).ToList();
            var left = kept.Keys.Except(wanted.Select(o => o.Id)).ToLookup(vanished.Contains);
            var withdrawn = await WithdrawAsync(connection, left[true], AcceptanceReason.PageVanished)
                + await WithdrawAsync(connection, left[false], AcceptanceReason.Superseded);
            await connection.ExecuteAsync(
                $"delete from {Table} where origin_kind = @kind and (rule_version <> @version or id = any(@ids) or origin = any(@origins))",
                new { kind = Term.Of(kind), version = AcceptanceRules.Version, ids = fresh.Select(o => o.Id).ToArray(), origins = fresh.Select(o => o.Origin).ToArray() });
            await InsertAsync(connection, fresh, stop);
            await WitnessAsync(connection, witnesses, stop);
            changes = new(fresh.Count, withdrawn);
        }, stop);
        return changes;
    }

    /// <summary>Claims that tell each observation that counts, by its id, the original first.</summary>
    public async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> WitnessesAsync(CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        var rows = await connection.ListAsync<WitnessRow>(
            $"select w.* from perjam.witness w join {Table} o on o.id = w.observation_id where o.status <> 'withdrawn' order by observation_id, position", stop: stop);
        return rows.GroupBy(w => w.ObservationId).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(w => w.ClaimId)]);
    }

    /// <summary>How many observations there are of each origin, status and reason.</summary>
    public async Task<IReadOnlyList<ObservationCount>> CountAsync(CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.ListAsync<ObservationCount>(
            $"select origin_kind, status, reason, count(*) as n from {Table} group by 1, 2, 3 order by 1, 2, 3", stop: stop);
    }

    /// <summary>
    /// Reports after id <paramref name="after"/> that have no observation by the present rules, were refused for a currency whose rate is
    /// known by now, whose quarantine is over at <paramref name="now"/>, or of which the operator has decided since; in the order of ids, at most <paramref name="most"/>.
    /// </summary>
    public async Task<IReadOnlyList<Report>> UndecidedReportsAsync(string after, int most, DateTimeOffset now, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.ListAsync<Report>(
            $"""
            select * from perjam.report r where id > $3 and not exists (
              select 1 from {Table} o where o.origin_kind = 'report' and o.origin = r.id and o.rule_version = $1
              and (o.reason is distinct from 'unknown-currency' or not exists (select 1 from perjam.exchange_rate e where e.currency = o.currency))
              and (o.reason is distinct from 'quarantine' or coalesce(r.revised_at, r.received_at) > $4)
              and (r.review is null or o.status <> 'held') and (r.review is distinct from 'refused' or o.status <> 'accepted'))
            order by id limit $2
            """, [AcceptanceRules.Version, most, after, (now - AcceptanceRules.Quarantine).UtcDateTime], stop);
    }

    /// <summary>
    /// Adds the observations of reports, replacing those of older rules. A report that its worker withdrew or corrected, or the operator reviewed, since it was read is passed over:
    /// what was decided of it is no longer so.
    /// </summary>
    public Task AddReportsAsync(IReadOnlyList<DecidedReport> decided, CancellationToken stop) => database.InTransactionAsync(async (connection, _) =>
    {
        // Locked in the order of ids, as a withdrawal does it; whoever takes one back now waits, and takes its observation too.
        var standing = (await connection.ListAsync<ReportVersion>(
            "select id, revised_at, reviewed_at from perjam.report where id = any($1) order by id for share", [decided.Select(d => d.Report.Id).ToArray()], stop)).ToHashSet();
        var still = decided.Where(d => standing.Contains(new(d.Report.Id, d.Report.RevisedAt, d.Report.ReviewedAt))).Select(d => d.Observation).ToList();
        await connection.ExecuteAsync($"delete from {Table} where origin_kind = 'report' and origin = any(@origins)",
            new { origins = still.Select(o => o.Origin).ToArray() });
        await InsertAsync(connection, still, stop);
        await KnowAgainAsync(connection, [.. still.Select(o => o.Origin)], stop);
    }, stop);

    // A key shows one person once a report comes with it on a later day than it was made on; then all of theirs count as theirs. Until then what the key brought counts as the
    // fingerprint that it was made with, or one browser would make as many contributors as keys.
    private static Task<int> KnowAgainAsync(NpgsqlConnection connection, string[] reports, CancellationToken stop) => connection.ExecuteAsync(new CommandDefinition(
        $"""
        update {Table} o set contributor = case when known.again then r.contributor else known.lot end, keyless_on = case when known.again then null else known.made_on end
        from perjam.report r join (
          select c.id, c.made_on, min(r.counts_as) as lot,
            bool_or(not r.keyless and (r.received_at at time zone 'UTC')::date > c.made_on and exists (select from {Table} o where o.origin_kind = 'report' and o.origin = r.id and o.status = 'accepted')) as again
          from perjam.contributor c join perjam.report r on r.contributor = c.id
          where c.id in (select contributor from perjam.report where id = any(@reports))
          group by c.id having min(r.counts_as) is not null) known on known.id = r.contributor
        where o.origin_kind = 'report' and o.origin = r.id
          and (o.contributor, o.keyless_on) is distinct from (case when known.again then r.contributor else known.lot end, case when known.again then null else known.made_on end)
        """, new { reports }, cancellationToken: stop));

    private static Task<int> WithdrawAsync(NpgsqlConnection connection, IEnumerable<string> ids, AcceptanceReason why) => connection.ExecuteAsync(
        $"update {Table} set status = 'withdrawn', reason = @why where id = any(@ids) and status <> 'withdrawn'", new { why = Term.Of(why), ids = ids.ToArray() });

    private static Task<int> InsertAsync(NpgsqlConnection connection, IEnumerable<Observation> rows, CancellationToken stop) =>
        connection.InsertAsync(Table, rows, stop);

    private static async Task WitnessAsync(NpgsqlConnection connection, IReadOnlyDictionary<string, IReadOnlyList<string>> witnesses, CancellationToken stop)
    {
        var rows = witnesses.SelectMany(w => w.Value.Select((claim, i) => new WitnessRow(w.Key, claim, i))).ToList();
        await connection.ExecuteAsync("delete from perjam.witness where observation_id = any(@ids)", new { ids = witnesses.Keys.ToArray() });
        await connection.InsertAsync("perjam.witness", rows, stop);
    }

    private sealed record ReportVersion(string Id, DateTimeOffset? RevisedAt, DateTimeOffset? ReviewedAt);

    private sealed record WitnessRow(string ObservationId, string ClaimId, int Position);
}

/// <summary>How many observations came to the same end.</summary>
public sealed record ObservationCount(OriginKind OriginKind, ObservationStatus Status, AcceptanceReason? Reason, int N);

/// <summary>A report as it was read, and what was decided of it.</summary>
public sealed record DecidedReport(Report Report, Observation Observation);

/// <summary>What a replacement did.</summary>
public readonly record struct Changes(int Written, int Withdrawn);
