using System.Runtime.CompilerServices;
using Analytics.Models.Evidence;
using Analytics.Models.Platforms;
using Analytics.Models.Storage;
using Npgsql;

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

    /// <summary>The reports of each of <paramref name="quarters"/> that the present rollups are made of, one quarter after the other; in memory is one at a time.</summary>
    public async IAsyncEnumerable<(DateOnly Quarter, IReadOnlyList<ReportedRate> Told)> ReadAsync(IReadOnlyList<DateOnly> quarters, [EnumeratorCancellation] CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        await using var query = new NpgsqlCommand(
            """
            select c.quarter, c.report, c.counts_as, c.platform, c.task_type, c.experience, c.country, o.tier, o.kind, h.paid_only_typical,
              case when not h.all_in_imputed and h.all_in_typical > 0 then h.all_in_typical end, c.round
            from perjam.counted c
              join perjam.observation o on o.origin_kind = 'report' and o.origin = c.report and o.status = 'accepted'
              join perjam.hourly_rate h on h.observation_id = o.id
            where c.table_name = 'paid-only' and c.quarter = any($1) and c.task_type is not null order by c.quarter
            """, connection);
        query.Parameters.Add(new() { Value = quarters.ToArray() });
        await using var reader = await query.ExecuteReaderAsync(stop);
        var (of, told) = (default(DateOnly), new List<ReportedRate>());
        while (await reader.ReadAsync(stop))
        {
            var quarter = reader.GetFieldValue<DateOnly>(0);
            if (quarter != of && told.Count > 0)
            {
                yield return (of, told);
                told = [];
            }

            of = quarter;
            told.Add(Rate(reader));
        }

        if (told.Count > 0)
            yield return (of, told);
    }

    private static ReportedRate Rate(NpgsqlDataReader row)
    {
        string? Text(int i) => row.IsDBNull(i) ? null : row.GetString(i);
        return new(row.GetString(1), row.GetString(2), Text(3), Term.Parse<TaskType>(row.GetString(4)), Term.Find<ExperienceBand>(Text(5)), Text(6),
            Term.Parse<EvidenceTier>(row.GetString(7)), Term.Parse<FigureKind>(row.GetString(8)), row.GetDouble(9), row.IsDBNull(10) ? null : row.GetDouble(10), row.GetInt32(11));
    }

    private sealed record QuarterRow(DateOnly Quarter);
}
