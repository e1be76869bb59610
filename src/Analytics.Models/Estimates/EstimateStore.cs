using Analytics.Models.Storage;
using Dapper;

namespace Analytics.Models.Estimates;

/// <summary>Keeps the estimates and the advert gaps of the last run.</summary>
public sealed class EstimateStore(Database database)
{
    /// <summary>All estimates, in the order of keys.</summary>
    public async Task<IReadOnlyList<Estimate>> AllAsync(CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.ListAsync<Estimate>("select * from perjam.estimate order by key, measure", stop: stop);
    }

    /// <summary>The hash of what the present estimates were made from; null when there are none.</summary>
    public async Task<string?> MadeFromAsync(CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.QueryFirstOrDefaultAsync<string>("select input_hash from perjam.estimate limit 1");
    }

    /// <summary>All advert gaps, those of all platforms first.</summary>
    public async Task<IReadOnlyList<AdvertGap>> GapsAsync(CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.ListAsync<AdvertGap>("select * from perjam.advert_gap order by platform nulls first, task_type nulls first, kind", stop: stop);
    }

    /// <summary>Puts <paramref name="estimates"/> and <paramref name="gaps"/> in the place of all there were, in one transaction.</summary>
    public Task ReplaceAsync(IReadOnlyList<Estimate> estimates, IReadOnlyList<AdvertGap> gaps, CancellationToken stop) => database.InTransactionAsync(async (connection, _) =>
    {
        await connection.ExecuteAsync("lock table perjam.estimate in share row exclusive mode; delete from perjam.estimate; delete from perjam.advert_gap");
        await connection.InsertAsync("perjam.estimate", estimates, stop);
        await connection.InsertAsync("perjam.advert_gap", gaps, stop);
    }, stop);
}
