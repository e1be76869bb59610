using Analytics.Models.Money;
using Analytics.Tests.Storage;
using Xunit;

namespace Analytics.Models.Tests.Money;

public sealed class ExchangeRateStoreTests(PostgresFixture postgres)
{
    [Fact]
    public async Task A_month_once_known_stays_as_it_is()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new ExchangeRateStore(database);
        var rate = new ExchangeRate(new(2025, 1, 1), "IDR", 16_234.5678m, "bank");

        Assert.Equal(1, await store.AddAsync([rate], CancellationToken.None));
        Assert.Equal(1, await store.AddAsync([rate with { PerUsd = 1 }, rate with { Month = new(2025, 2, 1) }], CancellationToken.None));
        Assert.Equal([rate, rate with { Month = new(2025, 2, 1) }], (await store.AllAsync(CancellationToken.None)).All);
    }

    [Fact]
    public async Task The_shipped_rates_are_the_same_after_a_round_trip()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new ExchangeRateStore(database);
        await store.AddAsync(ExchangeRates.Shipped().All, CancellationToken.None);

        Assert.Equal(ExchangeRates.Shipped().All, (await store.AllAsync(CancellationToken.None)).All);
    }
}
