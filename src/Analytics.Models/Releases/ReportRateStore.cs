using Analytics.Models.Storage;

namespace Analytics.Models.Releases;

/// <summary>Reads the reports that the row file is made from.</summary>
public sealed class ReportRateStore(Database database)
{
    /// <summary>Quarters before <paramref name="day"/> that reports of the present rollups are of, in order.</summary>
    public async Task<IReadOnlyList<DateOnly>> QuartersAsync(DateOnly day, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        var rows = await connection.ListAsync<QuarterRow>(
            "select distinct quarter from perjam.counted where table_name = 'paid-only' and quarter < $1 order by quarter", [day], stop);
        return [.. rows.Select(r => r.Quarter)];
    }

    /// <summary>The reports of a quarter that the present rollups are made of.</summary>
    public async Task<IReadOnlyList<ReportedRate>> OfAsync(DateOnly quarter, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.ListAsync<ReportedRate>(
            """
            select c.report, c.counts_as, c.platform, c.task_type, c.experience, c.country, o.tier, o.kind, h.paid_only_typical as paid_only,
              case when not h.all_in_imputed and h.all_in_typical > 0 then h.all_in_typical end as all_in, c.round
            from perjam.counted c
              join perjam.observation o on o.origin_kind = 'report' and o.origin = c.report and o.status = 'accepted'
              join perjam.hourly_rate h on h.observation_id = o.id
            where c.table_name = 'paid-only' and c.quarter = $1 and c.task_type is not null order by c.report
            """, [quarter], stop);
    }

    private sealed record QuarterRow(DateOnly Quarter);
}
