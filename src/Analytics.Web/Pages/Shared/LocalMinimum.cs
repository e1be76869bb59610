using Analytics.Models.Money;
using Analytics.Models.Releases;
using Analytics.Web.Releases;

namespace Analytics.Web.Pages.Shared;

/// <summary>A legal minimum wage as pay per hour: what gig pay is held against.</summary>
/// <param name="Hourly">In the wage's own currency.</param>
/// <param name="HourlyUsd">In US dollars, at the release's newest rate.</param>
public sealed record LocalMinimum(MinimumWageRow Wage, decimal Hourly, decimal HourlyUsd)
{
    // Prices and wages move on: against an older wage a multiple says more of the years than of the pay.
    private const int OldAfterYears = 4;

    private const decimal WeeksPerYear = 52, MonthsPerYear = 12;

    /// <summary>Whether it is too old to hold today's pay against.</summary>
    public bool IsOld(DateOnly today) => Wage.Effective.AddYears(OldAfterYears) < today;

    /// <summary>Hours of a month with that many a week.</summary>
    public static decimal MonthlyHours(decimal weekly) => weekly * WeeksPerYear / MonthsPerYear;

    /// <summary>The newest wage of a place; a region without one has its country's. Null where none is known by the hour.</summary>
    public static LocalMinimum? Of(ShownRelease release, string country, string? region = null)
    {
        var newest = release.MinimumWagesOf(country).Where(w => w.Region == region).MaxBy(w => w.Effective);
        return newest is not null ? Of(release, newest) : region is null ? null : Of(release, country);
    }

    /// <summary>
    /// The newest wage of a country and of each of its regions; the country first, then by region. The country's own stands only where it is not older than those of its regions: it
    /// may have been replaced by them. Left out is what cannot be put per hour or in dollars.
    /// </summary>
    public static IReadOnlyList<LocalMinimum> All(ShownRelease release, string country)
    {
        var newest = release.MinimumWagesOf(country).GroupBy(w => w.Region).Select(of => of.MaxBy(w => w.Effective)!).ToList();
        var regions = newest.Where(w => w.Region is not null).Max(w => (DateOnly?)w.Effective);
        return [.. newest.Where(w => w.Region is not null || regions is null || w.Effective >= regions)
            .OrderBy(w => w.Region, StringComparer.Ordinal).Select(w => Of(release, w)).OfType<LocalMinimum>()];
    }

    private static LocalMinimum? Of(ShownRelease release, MinimumWageRow wage)
    {
        decimal? hours = wage.Unit switch
        {
            PayUnit.Hour => 1,
            PayUnit.Week => wage.HoursPerWeek,
            PayUnit.Month => wage.HoursPerWeek is { } weekly ? MonthlyHours(weekly) : null,
            PayUnit.Year => wage.HoursPerWeek * WeeksPerYear,
            _ => null,
        };
        var perUsd = wage.Currency == "USD" ? 1 : release.NewestRate(wage.Currency)?.PerUsd;
        return hours > 0 && perUsd > 0 ? new(wage, wage.Amount / hours.Value, wage.Amount / hours.Value / perUsd.Value) : null;
    }
}
