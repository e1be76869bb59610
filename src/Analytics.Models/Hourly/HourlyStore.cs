using Analytics.Models.Observations;
using Analytics.Models.Storage;
using Dapper;

namespace Analytics.Models.Hourly;

/// <summary>Keeps hourly rates: one per observation, at the best exchange rate known.</summary>
public sealed class HourlyStore(Database database)
{
    /// <summary>
    /// Accepted observations after id <paramref name="after"/> whose hourly rate is missing, was made by an older method, or used an older month's exchange rate where a nearer
    /// one is known by now; in the order of ids, at most <paramref name="most"/>.
    /// </summary>
    public async Task<IReadOnlyList<Observation>> OutstandingAsync(string after, int most, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.ListAsync<Observation>(
            """
            select o.* from perjam.observation o left join perjam.hourly_rate h on h.observation_id = o.id
            where o.id > $3 and o.status = 'accepted' and (
              h.observation_id is null or h.method_version <> $1
              or (o.currency <> 'USD' and h.rate_month <> o.month and exists (
                select 1 from perjam.exchange_rate e where e.currency = o.currency and e.month <= o.month
                and (e.month > h.rate_month or h.rate_month > o.month))))
            order by o.id limit $2
            """, [HourlyMethod.Version, most, after], stop);
    }

    /// <summary>
    /// Puts what <paramref name="method"/> makes of the observations in the place of the rates that they had. One that was taken away or decided anew since it was read is passed over.
    /// </summary>
    public Task ReplaceAsync(IReadOnlyList<Observation> seen, Func<Observation, HourlyRate> method, CancellationToken stop) => database.InTransactionAsync(async (connection, _) =>
    {
        var standing = (await connection.ListAsync<Observation>(
            "select * from perjam.observation where id = any($1) order by id for key share", [seen.Select(o => o.Id).ToArray()], stop)).ToHashSet();
        var rates = seen.Where(standing.Contains).Select(method).ToList();
        await connection.ExecuteAsync("delete from perjam.hourly_rate where observation_id = any(@ids)", new { ids = rates.Select(r => r.ObservationId).ToArray() });
        await connection.InsertAsync("perjam.hourly_rate", rates, stop);
    }, stop);

    /// <summary>Takes away the rates of observations that are no longer accepted.</summary>
    public async Task<int> DropOrphansAsync(CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.ExecuteAsync(
            "delete from perjam.hourly_rate h using perjam.observation o where o.id = h.observation_id and o.status <> 'accepted'");
    }

    /// <summary>The rates of observations that do not come from reports.</summary>
    public async Task<IReadOnlyList<HourlyRate>> OfEvidenceAsync(CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.ListAsync<HourlyRate>(
            """
            select h.* from perjam.hourly_rate h join perjam.observation o on o.id = h.observation_id
            where o.origin_kind <> 'report' and o.status = 'accepted' order by h.observation_id
            """, stop: stop);
    }
}
