using System.Collections.Frozen;

namespace Analytics.Models.Money;

/// <summary>Monthly exchange rates, and conversion to US dollars by them.</summary>
public sealed class ExchangeRates
{
    /// <summary>A rate older than this says so (issue 2).</summary>
    public const int StaleAfterDays = 60;

    private static readonly Lazy<ExchangeRates> FromFile = new(() =>
        new(Read("exchange_rates.csv", Embedded.Text("money/exchange_rates.csv"))));

    private readonly FrozenDictionary<string, ExchangeRate[]> byCurrency;

    /// <param name="rates">Rates in any order; of two for the same currency and month the later in the list counts.</param>
    public ExchangeRates(IEnumerable<ExchangeRate> rates) =>
        byCurrency = rates.GroupBy(r => r.Currency).ToFrozenDictionary(
            of => of.Key,
            of => of.GroupBy(r => r.Month).Select(month => month.Last()).OrderBy(r => r.Month).ToArray());

    /// <summary>Codes of the currencies that can be converted, in order; the dollar among them.</summary>
    public IReadOnlyList<string> Currencies => [.. byCurrency.Keys.Append("USD").Distinct().Order(StringComparer.Ordinal)];

    /// <summary>Every rate, by currency and month.</summary>
    public IEnumerable<ExchangeRate> All => byCurrency.OrderBy(c => c.Key, StringComparer.Ordinal).SelectMany(c => c.Value);

    /// <summary>The rates shipped with the program: European Central Bank to March 2026, US Federal Reserve after it.</summary>
    public static ExchangeRates Shipped() => FromFile.Value;

    /// <summary>
    /// <paramref name="amount"/> of <paramref name="currency"/> (ISO 4217) in dollars, at the rate of the month that
    /// <paramref name="month"/> lies in, or else the nearest earlier month's, or else the first there is.
    /// </summary>
    /// <returns>Null when there is no rate for the currency at all.</returns>
    public Conversion? ToUsd(decimal amount, string currency, DateOnly month)
    {
        var first = FirstDay(month);
        if (currency == "USD")
            return new Conversion(amount, 1, first, Stale: false, Later: false, "");
        return Find(currency, first) is { } rate
            ? new Conversion(amount / rate.PerUsd, rate.PerUsd, rate.Month, IsStale(rate.Month, first), rate.Month > first, rate.Source)
            : null;
    }

    /// <summary>The rate that <see cref="ToUsd"/> uses; null for the dollar and for unknown currencies.</summary>
    public ExchangeRate? Find(string currency, DateOnly month)
    {
        if (!byCurrency.TryGetValue(currency, out var rates))
            return null;
        return rates.LastOrDefault(r => r.Month <= month) ?? rates[0];
    }

    internal static IReadOnlyList<ExchangeRate> Read(string file, string text) =>
        CsvTable.Read(file, text, ["month", "currency", "per_usd", "source"], line =>
            new ExchangeRate(FirstDay(line.Date("month")), line.Text("currency"), Positive(line), line.Text("source")));

    private static decimal Positive(CsvLine line) =>
        line.Decimal("per_usd") is > 0 and var rate ? rate : throw line.Fault("per_usd", "a rate is above 0.");

    private static bool IsStale(DateOnly rateMonth, DateOnly wanted) =>
        wanted.AddMonths(1).DayNumber - rateMonth.AddMonths(1).DayNumber > StaleAfterDays;

    private static DateOnly FirstDay(DateOnly day) => new(day.Year, day.Month, 1);
}
