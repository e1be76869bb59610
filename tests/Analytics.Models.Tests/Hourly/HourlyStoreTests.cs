using Analytics.Models.Hourly;
using Analytics.Models.Money;
using Analytics.Models.Observations;
using Analytics.Tests.Storage;
using Dapper;
using Xunit;

namespace Analytics.Models.Tests.Hourly;

public sealed class HourlyStoreTests(PostgresFixture postgres)
{
    [Fact]
    public async Task A_rate_is_worked_out_once_and_again_when_a_nearer_exchange_rate_is_known()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var (store, rates) = (new HourlyStore(database), new ExchangeRateStore(database));
        await rates.AddAsync([new(new(2025, 1, 1), "IDR", 16_000, "bank")], CancellationToken.None);
        var seen = Samples.Observation() with { Currency = "IDR", Unit = PayUnit.Hour, AmountMin = 32_000, AmountMax = 32_000 };
        await KeepAsync(database, seen, seen with { Id = "usd", Origin = "usd", Currency = "USD" });
        async Task<int> NormaliseAsync()
        {
            var method = new HourlyMethod(await rates.AllAsync(CancellationToken.None));
            var outstanding = await store.OutstandingAsync("", 10, CancellationToken.None);
            await store.ReplaceAsync(outstanding, method.Apply, CancellationToken.None);
            return outstanding.Count;
        }

        Assert.Equal((2, 0), (await NormaliseAsync(), await NormaliseAsync()));
        Assert.Equal(2m, (await RateAsync(store, "seen")).PaidOnly?.Typical);

        await rates.AddAsync([new(new(2025, 2, 1), "IDR", 12_800, "bank"), new(new(2025, 5, 1), "IDR", 1, "bank")], CancellationToken.None);
        Assert.Equal((1, 0), (await NormaliseAsync(), await NormaliseAsync()));
        var rate = await RateAsync(store, "seen");
        Assert.Equal((2.5m, new DateOnly(2025, 2, 1)), (rate.PaidOnly?.Typical, rate.RateMonth));
    }

    [Fact]
    public async Task A_rate_keeps_every_value_and_goes_with_its_observation()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new HourlyStore(database);
        var seen = Samples.Observation() with { Tasks = 7, Hours = 3, UnpaidHours = 1, Costs = 1 };
        await KeepAsync(database, seen);
        var made = new HourlyMethod(Samples.Rates).Apply(seen);
        await store.ReplaceAsync([seen], _ => made, CancellationToken.None);

        var kept = await RateAsync(store, "seen");
        Assert.Equal(made.Factors, kept.Factors);
        Assert.Equal(made, kept with { Factors = made.Factors });
        Assert.Equal(0, await store.DropOrphansAsync(CancellationToken.None));

        await KeepAsync(database);
        Assert.Equal(1, await store.DropOrphansAsync(CancellationToken.None));
        Assert.Empty(await store.OfEvidenceAsync(CancellationToken.None));
    }

    [Fact]
    public async Task A_rate_of_what_was_taken_away_or_decided_anew_meanwhile_is_not_kept()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new HourlyStore(database);
        var (gone, changed, same) = (Samples.Observation() with { Id = "gone", Origin = "gone" }, Samples.Observation() with { Id = "changed", Origin = "changed", Hours = 1 }, Samples.Observation() with { Hours = 2 });
        await KeepAsync(database, changed with { Hours = 3 }, same);

        await store.ReplaceAsync([gone, changed, same], new HourlyMethod(Samples.Rates).Apply, CancellationToken.None);

        Assert.Equal("seen", Assert.Single(await store.OfEvidenceAsync(CancellationToken.None)).ObservationId);
    }

    private static Task<Changes> KeepAsync(Models.Storage.Database database, params Observation[] wanted) => new ObservationStore(database).ReplaceAsync(
        OriginKind.Claim, wanted, new Dictionary<string, IReadOnlyList<string>>(), new HashSet<string>(), CancellationToken.None);

    private static async Task<HourlyRate> RateAsync(HourlyStore store, string id) =>
        (await store.OfEvidenceAsync(CancellationToken.None)).Single(r => r.ObservationId == id);
}
