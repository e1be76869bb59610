using Analytics.Models.Platforms;
using Analytics.Models.Storage;
using Dapper;
using Npgsql;

namespace Analytics.Models.Rollups;

/// <summary>Works out how much paid work contributors got, and keeps it.</summary>
public sealed class WorkHoursStore(Database database)
{
    /// <summary>All cells, in the order of keys.</summary>
    public async Task<IReadOnlyList<WorkHours>> AllAsync(CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.ListAsync<WorkHours>("select * from perjam.work_hours order by key", stop: stop);
    }

    // Of reports of the same month, platform and task the first counts, as for pay.
    private const string Told =
        $"""
        select distinct on (o.contributor, o.platform, o.task_type, o.month) o.origin as report, {CountedStore.CountsAs} as counts_as, k.keyless_on,
          o.contributor, o.platform, o.task_type, o.experience, o.country, o.month, o.hours, o.unpaid_hours
        from perjam.observation o left join keyless k on k.contributor = o.contributor
        where o.origin_kind = 'report' and o.status = 'accepted' and o.contributor is not null and o.hours > 0 and o.unit in ('total', 'month')
        order by o.contributor, o.platform, o.task_type, o.month, o.id
        """;

    /// <summary>Selects the reports that the cells are made of, beside the table of <see cref="CountedStore.FindKeylessAsync"/>.</summary>
    internal const string Sample = $"select *, date_trunc('quarter', month)::date as quarter from ({Told}) t";

    /// <summary>Replaces every cell within the caller's transaction.</summary>
    internal static async Task RebuildAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        await connection.ExecuteAsync("delete from perjam.work_hours");
        foreach (var dimensions in WorkHours.Groupings)
            await connection.InsertAsync("perjam.work_hours", await CellsAsync(connection, dimensions, stop), stop);
    }

    // Those who only ever sent without a key count as one for a day together, as for pay. A month's hours of one contributor in the cell are one sum; the contributor's months are one mean, so that nobody counts twice.
    private static async Task<List<WorkHours>> CellsAsync(NpgsqlConnection connection, Dimensions dimensions, CancellationToken stop)
    {
        var platform = dimensions.HasFlag(Dimensions.Platform) ? "platform" : "null::text";
        var task = dimensions.HasFlag(Dimensions.TaskType) ? "task_type" : "null::text";
        var rows = await connection.QueryAsync<(string? Platform, string? Task, int N, double[] Quartiles, int Told, double? Share)>(new CommandDefinition(
            $"""
            with told as ({Told}),
            month as (
              select contributor, {platform} as platform, {task} as task_type, month, sum(hours) as paid, min(keyless_on) as keyless_on,
                sum(hours) filter (where unpaid_hours is not null) as paid_told, sum(unpaid_hours) as unpaid
              from told
              where ({platform} is not null) = {dimensions.HasFlag(Dimensions.Platform)} and ({task} is not null) = {dimensions.HasFlag(Dimensions.TaskType)}
              group by 1, 2, 3, 4),
            one as (
              select platform, task_type, min(keyless_on) as keyless_on, avg(paid)::double precision as paid, (sum(unpaid) / nullif(sum(unpaid) + sum(paid_told), 0))::double precision as share
              from month group by contributor, platform, task_type)
            select platform, task_type, (count(*) filter (where keyless_on is null) + count(distinct keyless_on))::int, percentile_cont(array[0.25, 0.5, 0.75]) within group (order by paid),
              (count(share) filter (where keyless_on is null) + count(distinct keyless_on) filter (where share is not null))::int, percentile_cont(0.5) within group (order by share)
            from one group by platform, task_type
            """, cancellationToken: stop));
        return [.. rows.Select(r => new WorkHours(
            new(r.Platform, Term.Find<TaskType>(r.Task), null, null, null), r.N, r.Quartiles[0], r.Quartiles[1], r.Quartiles[2], r.Told, r.Share))];
    }
}
