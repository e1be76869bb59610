using Analytics.Models.Storage;
using Dapper;
using Npgsql;

namespace Analytics.Models.Rollups;

/// <summary>Makes the rollups from the accepted reports and keeps them.</summary>
public sealed class RollupStore(Database database)
{
    /// <summary>Rises whenever the same reports would give other cells.</summary>
    public const string Version = "4";

    /// <summary>
    /// A fingerprint of everything the rollups are made from, method, rows and withdrawals: as long as it is the same, so are they. The sum of the rows'
    /// hashes, so that order does not matter.
    /// </summary>
    public async Task<string> InputAsync(CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.QuerySingleAsync<string>(new CommandDefinition(
            """
            select @Version || ':' || (select n from perjam.departures) || ':' || count(*) || ':' || coalesce(sum(hashtextextended(concat_ws('|', o.id, h.method_version, h.paid_only_typical, h.all_in_typical, o.contributor, o.keyless_on, o.batch), 0)::numeric), 0)
            from perjam.observation o join perjam.hourly_rate h on h.observation_id = o.id
            where o.origin_kind = 'report' and o.status = 'accepted'
            """, new { Version }, cancellationToken: stop));
    }

    /// <summary>The fingerprint that the present rollups were made from; null when there are none yet.</summary>
    public async Task<string?> MadeFromAsync(CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.QuerySingleOrDefaultAsync<string>("select fingerprint from perjam.rollup_input");
    }

    /// <summary>Replaces every cell, in one transaction.</summary>
    /// <param name="progress">Told the share done, 0 to 1.</param>
    public Task RebuildAsync(string fingerprint, IProgress<double> progress, CancellationToken stop) => database.InTransactionAsync(async (connection, _) =>
    {
        // One rebuild at a time, whatever process it comes from; readers see the cells of before until the end.
        // All cells are of one state of the reports.
        await connection.ExecuteAsync("set transaction isolation level repeatable read; lock table perjam.rollup_input in share row exclusive mode");
        await connection.ExecuteAsync("delete from perjam.rollup; delete from perjam.rollup_bucket");
        var round = await CountedStore.NextAsync(connection);
        await CountedStore.FindKeylessAsync(connection, stop);
        var measures = Enum.GetValues<PayMeasure>();
        for (var m = 0; m < measures.Length; m++)
        {
            await SampleAsync(connection, measures[m], stop);
            await CountedStore.CountAsync(connection, measures[m] == PayMeasure.PaidOnly ? ReportTable.PaidOnly : ReportTable.AllIn, "select * from sample", round, stop);
            var reports = await CountedAsync(connection, stop);
            for (var g = 0; g < Groupings.All.Count; g++)
            {
                await WriteAsync(connection, reports, Groupings.All[g], measures[m], stop);
                progress.Report((m * Groupings.All.Count + g + 1.0) / (measures.Length * Groupings.All.Count));
            }
        }

        await CountedStore.CountAsync(connection, ReportTable.WorkHours, WorkHoursStore.Sample, round, stop);
        await WorkHoursStore.RebuildAsync(connection, stop);
        // Who withdraws is looked up in it at once, before the server comes round to counting it.
        await connection.ExecuteAsync(new CommandDefinition("analyze perjam.counted", cancellationToken: stop));
        await connection.ExecuteAsync(
            """
            insert into perjam.rollup_input (fingerprint, round, departures) values (@fingerprint, @Number, @Departures)
            on conflict (only_row) do update set fingerprint = excluded.fingerprint, round = excluded.round, departures = excluded.departures
            """, new { fingerprint, round.Number, round.Departures });
    }, stop);

    /// <summary>All rollups, in the order of keys.</summary>
    public async Task<IReadOnlyList<Rollup>> AllAsync(CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.ListAsync<Rollup>("select * from perjam.rollup order by key, measure", stop: stop);
    }

    // At most one observation per contributor, platform, task type and month (METHOD.md §2).
    private static Task<int> SampleAsync(NpgsqlConnection connection, PayMeasure measure, CancellationToken stop)
    {
        var (value, imputed) = measure == PayMeasure.PaidOnly ? ("paid_only_typical", "false") : ("all_in_typical", "h.all_in_imputed");
        return connection.ExecuteAsync(new CommandDefinition(
            $"""
            drop table if exists sample;
            create temporary table sample on commit drop as
            select distinct on (who, o.platform, o.task_type, o.month)
              hashtextextended(coalesce(o.contributor, o.id), 0) as who, o.origin as report, {CountedStore.CountsAs} as counts_as, k.keyless_on, o.platform, o.task_type, o.experience, o.country,
              date_trunc('quarter', o.month)::date as quarter, h.{value} as value, {imputed} as imputed, coalesce(b.format, case o.kind when 'tracker-log' then 'file' else 'form' end) as came
            from perjam.observation o join perjam.hourly_rate h on h.observation_id = o.id left join perjam.import_batch b on b.id = o.batch
              left join keyless k on k.contributor = o.contributor
            where o.origin_kind = 'report' and o.status = 'accepted' and h.{value} > 0
            order by who, o.platform, o.task_type, o.month, o.id
            """, cancellationToken: stop));
    }

    private static async Task<CountedReports> CountedAsync(NpgsqlConnection connection, CancellationToken stop)
    {
        await using var query = new NpgsqlCommand("select who, value, platform, task_type, experience, country, quarter, imputed, keyless_on, came from sample", connection);
        await using var reader = await query.ExecuteReaderAsync(stop);
        var reports = new CountedReports();
        while (await reader.ReadAsync(stop))
        {
            string? Text(int i) => reader.IsDBNull(i) ? null : reader.GetString(i);
            DateOnly? Date(int i) => reader.IsDBNull(i) ? null : reader.GetFieldValue<DateOnly>(i);
            reports.Add(reader.GetInt64(0), reader.GetDouble(1), new(Text(2), Text(3), Text(4), Text(5), Date(6)), reader.GetBoolean(7), Date(8), reader.GetString(9));
        }

        return reports;
    }

    private static async Task WriteAsync(NpgsqlConnection connection, CountedReports reports, Dimensions dimensions, PayMeasure measure, CancellationToken stop)
    {
        var rollups = new List<Rollup>();
        var buckets = new List<BucketRow>();
        foreach (var counted in reports.Cells(dimensions))
        {
            rollups.Add(counted.Rollup(measure));
            if (Groupings.WithHistogram.Contains(dimensions))
                buckets.AddRange(BucketsOf(counted.Cell, measure, counted.Values));
        }

        await connection.InsertAsync("perjam.rollup", rollups, stop);
        await connection.InsertAsync("perjam.rollup_bucket", buckets, stop);
    }

    private static IEnumerable<BucketRow> BucketsOf(Cell cell, PayMeasure measure, double[] sample)
    {
        var counts = new LogBuckets();
        foreach (var value in sample)
            counts.Add(value);
        return counts.Buckets.Select(b => new BucketRow(cell.ToString(), measure, b.Key, b.Value));
    }

    private sealed record BucketRow(string Key, PayMeasure Measure, int Bucket, int N);
}
