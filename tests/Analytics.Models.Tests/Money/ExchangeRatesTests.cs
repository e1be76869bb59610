using Analytics.Models.Money;
using Xunit;

namespace Analytics.Models.Tests.Money;

public sealed class ExchangeRatesTests
{
    private static readonly ExchangeRates Rates = new(
    [
        new(new(2026, 1, 1), "IDR", 16_000m, "bank"),
        new(new(2026, 3, 1), "IDR", 17_000m, "bank"),
        new(new(2026, 2, 1), "EUR", 0.8m, "bank"),
    ]);

    [Fact]
    public void An_amount_is_divided_by_its_own_months_rate()
    {
        var usd = Rates.ToUsd(34_000m, "IDR", new(2026, 3, 31))!;
        Assert.Equal(new Conversion(2m, 17_000m, new(2026, 3, 1), Stale: false, Later: false, "bank"), usd);
    }

    [Fact]
    public void The_dollar_is_itself() =>
        Assert.Equal(new Conversion(12.5m, 1m, new(1999, 5, 1), Stale: false, Later: false, ""), Rates.ToUsd(12.5m, "USD", new(1999, 5, 17)));

    [Fact]
    public void A_missing_month_takes_the_nearest_earlier_one()
    {
        var usd = Rates.ToUsd(16_000m, "IDR", new(2026, 2, 10))!;
        Assert.Equal((1m, new DateOnly(2026, 1, 1), false, false), (usd.Usd, usd.RateMonth, usd.Stale, usd.Later));
    }

    [Theory]
    [InlineData(4, false)]
    [InlineData(5, true)]
    [InlineData(11, true)]
    public void A_rate_older_than_sixty_days_says_so(int month, bool stale) =>
        Assert.Equal(stale, Rates.ToUsd(1m, "IDR", new(2026, month, 1))!.Stale);

    [Fact]
    public void A_later_rate_is_used_only_when_none_is_earlier_and_says_so()
    {
        var usd = Rates.ToUsd(0.8m, "EUR", new(2025, 6, 1))!;
        Assert.Equal((1m, new DateOnly(2026, 2, 1), true), (usd.Usd, usd.RateMonth, usd.Later));
    }

    [Fact]
    public void An_unknown_currency_has_no_conversion()
    {
        Assert.Null(Rates.ToUsd(1m, "KES", new(2026, 1, 1)));
        Assert.Equal(["EUR", "IDR", "USD"], Rates.Currencies);
    }

    [Fact]
    public void Of_two_rates_for_a_month_the_later_given_counts()
    {
        var rates = new ExchangeRates([new(new(2026, 1, 1), "EUR", 0.9m, "old"), new(new(2026, 1, 1), "EUR", 0.8m, "new")]);
        Assert.Equal("new", rates.Find("EUR", new(2026, 1, 1))!.Source);
    }

    [Theory]
    // The European Central Bank's monthly means: 19657.1975 IDR, 107.00365 INR and 1.164275 USD per euro in March 2026.
    [InlineData("IDR", 2026, 3, 16883.64)]
    [InlineData("INR", 2026, 3, 91.9058)]
    [InlineData("EUR", 2026, 3, 0.858904)]
    [InlineData("GBP", 2010, 1, 0.618724)]
    // The Federal Reserve's monthly means, for months the other table lacks; units per dollar, these four turned over already.
    [InlineData("EUR", 2026, 6, 0.8684)]
    [InlineData("GBP", 2026, 6, 0.7497)]
    [InlineData("AUD", 2026, 6, 1.4235)]
    [InlineData("INR", 2026, 6, 94.96)]
    public void Shipped_rates_are_those_published(string currency, int year, int month, double perUsd)
    {
        var rate = ExchangeRates.Shipped().Find(currency, new(year, month, 1))!;
        Assert.Equal(new DateOnly(year, month, 1), rate.Month);
        Assert.Equal(perUsd, (double)rate.PerUsd, perUsd * 1e-5);
    }

    [Fact]
    public void Shipped_rates_never_jump()
    {
        foreach (var currency in ExchangeRates.Shipped().Currencies.Except(["USD"]))
        {
            var months = Enumerable.Range(0, 190).Select(n => ExchangeRates.Shipped().Find(currency, new DateOnly(2010, 1, 1).AddMonths(n))!.PerUsd).ToList();
            Assert.All(months.Zip(months.Skip(1)), pair => Assert.InRange(pair.Second / pair.First, 0.6m, 1.6m));
        }
    }

    [Fact]
    public void The_rupiah_ends_in_March_2026_and_says_that_it_is_old()
    {
        Assert.False(ExchangeRates.Shipped().ToUsd(1m, "IDR", new(2026, 4, 1))!.Stale);
        Assert.True(ExchangeRates.Shipped().ToUsd(1m, "IDR", new(2026, 11, 1))!.Stale);
        Assert.Empty("IDR PHP INR GBP EUR CAD AUD MYR SGD THB ZAR BRL MXN JPY USD".Split(' ').Except(ExchangeRates.Shipped().Currencies));
    }

    [Theory]
    [InlineData("2026-13-01,EUR,1,bank", "field month")]
    [InlineData("2026-01-01,EUR,0,bank", "field per_usd: a rate is above 0")]
    [InlineData("2026-01-01,EUR,one,bank", "field per_usd: 'one' is not a number")]
    [InlineData("2026-01-01,EUR,1", "3 fields where 4 belong")]
    public void A_bad_line_is_refused_with_its_place(string line, string said)
    {
        var message = Assert.Throws<FormatException>(() => ExchangeRates.Read("rates.csv", "month,currency,per_usd,source\n" + line + "\n")).Message;
        Assert.StartsWith("rates.csv, line 2", message);
        Assert.Contains(said, message);
    }
}
