using Analytics.Models.Storage;

namespace Analytics.Models.Money;

/// <summary>Keeps the monthly exchange rates: the shipped ones, and those fetched since.</summary>
public sealed class ExchangeRateStore(Database database)
{
    /// <summary>Adds the rates whose month and currency are not there yet; a month once known stays as it is.</summary>
    /// <returns>How many were new.</returns>
    public async Task<int> AddAsync(IEnumerable<ExchangeRate> rates, CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return await connection.InsertAsync("perjam.exchange_rate", rates, stop);
    }

    /// <summary>All rates known.</summary>
    public async Task<ExchangeRates> AllAsync(CancellationToken stop)
    {
        await using var connection = await database.ConnectAsync(stop);
        return new(await connection.ListAsync<ExchangeRate>("select * from perjam.exchange_rate order by currency, month", stop: stop));
    }
}
