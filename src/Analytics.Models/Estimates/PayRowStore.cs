using System.Globalization;
using System.Runtime.CompilerServices;
using Analytics.Models.Evidence;
using Analytics.Models.Rollups;
using Analytics.Models.Storage;
using Npgsql;

namespace Analytics.Models.Estimates;

/// <summary>Reads what the model is fitted on: the accepted reports, a row each.</summary>
public sealed class PayRowStore(Database database)
{
    /// <summary>Reports with an hourly rate by <paramref name="measure"/>, in the order of their ids.</summary>
    public async IAsyncEnumerable<PayRow> ReportsAsync(PayMeasure measure, [EnumeratorCancellation] CancellationToken stop)
    {
        var value = measure == PayMeasure.PaidOnly ? "paid_only_typical" : "all_in_typical";
        await using var connection = await database.ConnectAsync(stop);
        await using var query = new NpgsqlCommand(
            $"""
            select h.{value}, o.contributor, coalesce(o.platform, ''), coalesce(o.task_type, ''), coalesce(o.country, ''), coalesce(o.experience, ''), o.tier, o.month
            from perjam.observation o join perjam.hourly_rate h on h.observation_id = o.id
            where o.origin_kind = 'report' and o.status = 'accepted' and h.{value} > 0
            order by o.id
            """, connection);
        await using var reader = await query.ExecuteReaderAsync(stop);
        while (await reader.ReadAsync(stop))
        {
            var month = reader.GetFieldValue<DateOnly>(7);
            yield return new()
            {
                Hourly = reader.GetDouble(0),
                Contributor = reader.IsDBNull(1) ? "" : reader.GetString(1),
                Platform = string.Intern(reader.GetString(2)),
                TaskType = string.Intern(reader.GetString(3)),
                Country = string.Intern(reader.GetString(4)),
                Experience = string.Intern(reader.GetString(5)),
                Method = string.Intern(reader.GetString(6)),
                Year = string.Intern(month.Year.ToString(CultureInfo.InvariantCulture)),
                Period = string.Intern(month.ToString("yyyy-MM", CultureInfo.InvariantCulture)),
                Weight = Tiers.Weight(Term.Parse<EvidenceTier>(reader.GetString(6))),
            };
        }
    }
}
