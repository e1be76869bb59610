using Analytics.Models.Reports;
using Analytics.Models.Rollups;
using Analytics.Models.Storage;
using Dapper;
using Npgsql;

namespace Analytics.Models.Operations;

/// <summary>The queue of reports that wait for a person, and what the operator decides of them.</summary>
public sealed class ReviewStore(Database database)
{
    // Held when it came in, or by the rules of acceptance for what a person must look at; the quarantine passes by itself and is no work of the operator's.
    private const string Held =
        """
        (select id from perjam.report where hold is not null and review is null
         union
         select o.origin from perjam.observation o join perjam.report r on r.id = o.origin
         where o.origin_kind = 'report' and o.status = 'held' and o.reason in ('outside-range', 'impossible-hours') and r.review is null)
        """;

    private const string Select =
        $"""
        select to_jsonb(r) as report, o.reason, c.language
        from perjam.report r
        left join perjam.observation o on o.origin_kind = 'report' and o.origin = r.id and o.status = 'held'
        left join perjam.contributor c on c.id = r.contributor
        where r.id in {Held}
        """;

    private const string SameWork = "platform is not distinct from $1 and platform_name is not distinct from $2 and task_type = $3";

    /// <summary>How many reports wait.</summary>
    public async Task<int> CountAsync(CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.ExecuteScalarAsync<int>(new CommandDefinition($"select count(*) from {Held} held", cancellationToken: stop));
    }

    /// <summary>The reports that have waited longest, the longest first.</summary>
    public async Task<IReadOnlyList<HeldReport>> WaitingAsync(int most, CancellationToken stop) =>
        await ListAsync<HeldReport>($"{Select} order by r.received_at, r.id limit $1", [most], stop);

    /// <summary>A report that waits; null when there is none of that id, or it has been decided or withdrawn.</summary>
    public async Task<HeldReport?> FindAsync(string id, CancellationToken stop) => (await ListAsync<HeldReport>($"{Select} and r.id = $1", [id], stop)).SingleOrDefault();

    /// <summary>What stands beside a held report.</summary>
    public async Task<ReportNeighbours> NeighboursAsync(Report report, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        object?[] work = [report.Platform, report.PlatformName, Term.Of(report.TaskType)];
        string[] keys = [.. CellsOf(report).Select(c => c.ToString())];
        var cells = await connection.ListAsync<Rollup>("select * from perjam.rollup where key = any($1) order by array_position($1, key), measure desc", [keys], stop);
        const string Alike = $"{SameWork} and id <> $4 and currency = $5 and unit = $6 and pay between $7 * 0.98 and $7 * 1.02 and coalesce(paid_hours, 0) between $8 * 0.98 and $8 * 1.02";
        object?[] told = [.. work, report.Id, report.Currency, Term.Of(report.Unit), report.Pay, report.PaidHours ?? 0];
        var alike = await connection.ListAsync<AlikeReport>(
            $"select (received_at at time zone 'UTC')::date as received_on, month, pay, currency, unit, paid_hours, hold, review from perjam.report where {Alike} order by received_at desc limit {ReportNeighbours.MostAlike}", told, stop);
        var day = report.ReceivedAt.UtcDateTime.Date;
        var counts = (await connection.ListAsync<Counts>(
            $"""
            select (select count(*) from perjam.report where {Alike}) as alike,
              (select count(*) from perjam.report where {SameWork} and received_at >= $9 and received_at < $9 + interval '1 day') as same_day,
              (select count(*) from perjam.report where {SameWork} and received_at >= $9 - interval '28 days' and received_at < $9) as before,
              (select count(*) from perjam.report where contributor = $10 and id <> $4) as same_contributor
            """, [.. told, DateTime.SpecifyKind(day, DateTimeKind.Utc), report.Contributor], stop)).Single();
        return new(cells, alike, counts.Alike, counts.SameDay, counts.Before / 28.0, counts.SameContributor);
    }

    /// <summary>Lets a report count, once the other rules allow it too; it is decided anew by the next step.</summary>
    /// <param name="seen">The <see cref="Report.RevisedAt"/> of what the operator saw: what the worker has put otherwise since is not decided unseen.</param>
    /// <param name="platform">The catalogue's slug for the platform that the worker named; null leaves it as it is.</param>
    /// <returns>False when it does not wait (any more) or has been revised; then nothing is done.</returns>
    public Task<bool> AcceptAsync(string id, DateTimeOffset? seen, string? platform, string by, DateTimeOffset now, CancellationToken stop) =>
        DecideAsync(id, seen, new(ReviewOutcome.Accepted, platform, null), by, now, stop);

    /// <summary>Refuses a report for good.</summary>
    /// <param name="reason">What the worker is told.</param>
    /// <returns>As <see cref="AcceptAsync"/>.</returns>
    public Task<bool> RefuseAsync(string id, DateTimeOffset? seen, string reason, string by, DateTimeOffset now, CancellationToken stop) =>
        DecideAsync(id, seen, new(ReviewOutcome.Refused, null, reason), by, now, stop);

    private Task<bool> DecideAsync(string id, DateTimeOffset? seen, Decision decision, string by, DateTimeOffset now, CancellationToken stop) => database.InTransactionAsync(async (connection, _) =>
    {
        var decided = await connection.ExecuteAsync(new CommandDefinition(
            $"""
            update perjam.report set review = @outcome, review_reason = @Reason, reviewed_at = @at,
              platform = coalesce(@Platform, platform), platform_name = case when @Platform is null then platform_name end
            where id = @id and review is null and revised_at is not distinct from @seen::timestamptz and id in {Held}
            """,
            new { id, seen = seen?.UtcDateTime, outcome = Term.Of(decision.Outcome), decision.Reason, decision.Platform, at = now.UtcDateTime }, cancellationToken: stop));
        if (decided == 0)
            return false;
        await connection.ExecuteAsync(new CommandDefinition("delete from perjam.observation where origin_kind = 'report' and origin = @id", new { id }, cancellationToken: stop));
        await connection.AuditAsync(by, decision.Outcome == ReviewOutcome.Accepted ? OperatorAct.ReportAccepted : OperatorAct.ReportRefused, id, now, stop);
        return true;
    }, stop);

    private static IEnumerable<Cell> CellsOf(Report report)
    {
        if (report.Platform is { } platform)
        {
            yield return new(platform, report.TaskType, null, null, null);
            yield return new(platform, null, null, null, null);
        }

        yield return new(null, report.TaskType, null, null, null);
    }

    private async Task<List<T>> ListAsync<T>(string sql, object?[] parameters, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.ListAsync<T>(sql, parameters, stop);
    }

    private sealed record Decision(ReviewOutcome Outcome, string? Platform, string? Reason);

    private sealed record Counts(int Alike, int SameDay, int Before, int SameContributor);
}
