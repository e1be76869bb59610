using Analytics.Models.Platforms;
using Analytics.Models.Storage;
using Dapper;
using Npgsql;

namespace Analytics.Models.Rollups;

/// <summary>Makes the rollups from the accepted reports and keeps them.</summary>
public sealed class RollupStore(Database database)
{
    /// <summary>Rises whenever the same reports would give other cells.</summary>
    public const string Version = "3";

    /// <summary>
    /// A fingerprint of everything the rollups are made from, method and rows: as long as it is the same, so are they. The sum of the rows'
    /// hashes, so that order does not matter.
    /// </summary>
    public async Task<string> InputAsync(CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.QuerySingleAsync<string>(
            """
            select @Version || ':' || count(*) || ':' || coalesce(sum(hashtextextended(concat_ws('|', o.id, h.method_version, h.paid_only_typical, h.all_in_typical), 0)::numeric), 0)
            from perjam.observation o join perjam.hourly_rate h on h.observation_id = o.id
            where o.origin_kind = 'report' and o.status = 'accepted'
            """, new { Version });
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
        await connection.ExecuteAsync("lock table perjam.rollup in share row exclusive mode; delete from perjam.rollup; delete from perjam.rollup_bucket");
        var measures = Enum.GetValues<PayMeasure>();
        for (var m = 0; m < measures.Length; m++)
        {
            await SampleAsync(connection, measures[m], stop);
            for (var g = 0; g < Groupings.All.Count; g++)
            {
                await RebuildAsync(connection, Groupings.All[g], measures[m], stop);
                progress.Report((m * Groupings.All.Count + g + 1.0) / (measures.Length * Groupings.All.Count));
            }

            await connection.ExecuteAsync("drop table sample");
        }

        await WorkHoursStore.RebuildAsync(connection, stop);
        await connection.ExecuteAsync(
            "insert into perjam.rollup_input (fingerprint) values (@fingerprint) on conflict (only_row) do update set fingerprint = excluded.fingerprint",
            new { fingerprint });
    }, stop);

    /// <summary>All rollups, in the order of keys.</summary>
    public async Task<IReadOnlyList<Rollup>> AllAsync(CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.ListAsync<Rollup>("select * from perjam.rollup order by key, measure", stop: stop);
    }

    // At most one observation per contributor, platform, task type and month (METHOD.md §2).
    private static async Task SampleAsync(NpgsqlConnection connection, PayMeasure measure, CancellationToken stop)
    {
        var (value, imputed) = measure == PayMeasure.PaidOnly ? ("paid_only_typical", "false") : ("all_in_typical", "h.all_in_imputed");
        await connection.ExecuteAsync(new CommandDefinition(
            $"""
            create temporary table sample on commit drop as
            select distinct on (o.contributor, o.platform, o.task_type, o.month)
              o.contributor, o.platform, o.task_type, o.experience, o.country, date_trunc('quarter', o.month)::date as quarter, h.{value} as value, {imputed} as imputed
            from perjam.observation o join perjam.hourly_rate h on h.observation_id = o.id
            where o.origin_kind = 'report' and o.status = 'accepted' and h.{value} > 0
            order by o.contributor, o.platform, o.task_type, o.month, o.id
            """, cancellationToken: stop));
    }

    private static async Task RebuildAsync(NpgsqlConnection connection, Dimensions dimensions, PayMeasure measure, CancellationToken stop)
    {
        var rollups = new List<Rollup>();
        var buckets = new List<BucketRow>();
        await foreach (var (cell, contributors, imputed, sample) in CellsAsync(connection, dimensions, stop))
        {
            rollups.Add(Rollup.Of(cell, measure, contributors, imputed, new SortedSample(sample)));
            if (Groupings.WithHistogram.Contains(dimensions))
                buckets.AddRange(BucketsOf(cell, measure, sample));
        }

        await connection.InsertAsync("perjam.rollup", rollups, stop);
        await connection.InsertAsync("perjam.rollup_bucket", buckets, stop);
    }

    private static async IAsyncEnumerable<(Cell Cell, int Contributors, int Imputed, double[] Sample)> CellsAsync(
        NpgsqlConnection connection, Dimensions dimensions, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        string Column(Dimensions of, string name, string type) => dimensions.HasFlag(of) ? name : $"null::{type}";
        string[] names = [
            Column(Dimensions.Platform, "platform", "text"), Column(Dimensions.TaskType, "task_type", "text"),
            Column(Dimensions.Experience, "experience", "text"), Column(Dimensions.Country, "country", "text"), Column(Dimensions.Quarter, "quarter", "date")];
        var present = names.Where(n => !n.StartsWith("null", StringComparison.Ordinal)).ToArray();
        var where = present.Length == 0 ? "" : $"where {string.Join(" and ", present.Select(p => p + " is not null"))}";
        var group = present.Length == 0 ? "having count(*) > 0" : $"group by {string.Join(", ", present)}";
        await using var query = new NpgsqlCommand(
            $"select {string.Join(", ", names)}, count(distinct contributor)::int, (count(*) filter (where imputed))::int, array_agg(value order by value) from sample {where} {group}", connection);
        await using var reader = await query.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            string? Text(int i) => reader.IsDBNull(i) ? null : reader.GetString(i);
            var cell = new Cell(Text(0), Term.Find<TaskType>(Text(1)), Term.Find<ExperienceBand>(Text(2)), Text(3),
                reader.IsDBNull(4) ? null : reader.GetFieldValue<DateOnly>(4));
            yield return (cell, reader.GetInt32(5), reader.GetInt32(6), reader.GetFieldValue<double[]>(7));
        }
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
