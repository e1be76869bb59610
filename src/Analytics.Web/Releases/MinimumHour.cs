using Analytics.Models.Money;
using Analytics.Models.Releases;

namespace Analytics.Web.Releases;

/// <summary>A legal minimum as pay for an hour. The yardstick beside gig pay, not gig pay.</summary>
/// <param name="Row">As published.</param>
/// <param name="Hourly">For an hour, in the currency of <paramref name="Row"/>.</param>
/// <param name="Usd">For an hour in US dollars at the newest rate; null where none is known.</param>
public sealed record MinimumHour(MinimumWageRow Row, decimal Hourly, decimal? Usd)
{
    private const decimal WeeksAYear = 52;
    private const decimal MonthsAYear = 12;

    /// <summary>
    /// The newest minimum of each region of a country and of the whole of it; by region, the whole country first. The country's own stands only where it is not older than those of
    /// its regions: it may have been replaced by them. Left out is what cannot be put per hour.
    /// </summary>
    /// <param name="country">ISO 3166 two-letter code.</param>
    public static IReadOnlyList<MinimumHour> Of(ShownRelease release, string country)
    {
        var newest = release.Release.MinimumWages.Where(w => w.Country == country).GroupBy(w => w.Region).Select(of => of.MaxBy(w => w.Effective)!).ToList();
        var regions = newest.Where(w => w.Region is not null).Select(w => (DateOnly?)w.Effective).Max();
        return [.. newest.Where(w => w.Region is not null || regions is null || w.Effective >= regions)
            .OrderBy(w => w.Region, StringComparer.Ordinal).Select(w => Of(release, w)).OfType<MinimumHour>()];
    }

    /// <summary>Null where the unit is none that hours are known for.</summary>
    private static MinimumHour? Of(ShownRelease release, MinimumWageRow wage)
    {
        decimal? hourly = wage switch
        {
            { Unit: PayUnit.Hour } => wage.Amount,
            { Unit: PayUnit.Week, HoursPerWeek: > 0 and var hours } => wage.Amount / hours,
            { Unit: PayUnit.Month, HoursPerWeek: > 0 and var hours } => wage.Amount * MonthsAYear / (WeeksAYear * hours),
            { Unit: PayUnit.Year, HoursPerWeek: > 0 and var hours } => wage.Amount / (WeeksAYear * hours),
            _ => null,
        };
        return hourly is { } amount ? new(wage, amount, wage.Currency == "USD" ? amount : amount / release.NewestRate(wage.Currency)?.PerUsd) : null;
    }
}
