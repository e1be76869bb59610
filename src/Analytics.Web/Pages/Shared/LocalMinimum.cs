using Analytics.Models.Money;
using Analytics.Models.Releases;
using Analytics.Web.Releases;

namespace Analytics.Web.Pages.Shared;

/// <summary>A legal minimum wage as pay per hour: what gig pay is held against.</summary>
/// <param name="Hourly">In the wage's own currency.</param>
/// <param name="HourlyUsd">In US dollars, at the release's newest rate.</param>
public sealed record LocalMinimum(MinimumWageRow Wage, decimal Hourly, decimal HourlyUsd)
{
    private const decimal WeeksPerYear = 52, MonthsPerYear = 12;

    /// <summary>Hours of a month with that many a week.</summary>
    public static decimal MonthlyHours(decimal weekly) => weekly * WeeksPerYear / MonthsPerYear;

    /// <summary>The newest wage of a place; a region without one has its country's. Null where none is known by the hour.</summary>
    public static LocalMinimum? Of(ShownRelease release, string country, string? region = null)
    {
        var newest = release.MinimumWagesOf(country).Where(w => w.Region == region).MaxBy(w => w.Effective);
        return newest is not null ? Of(release, newest) : region is null ? null : Of(release, country);
    }

    /// <summary>Of a country whose regions have newer wages than itself, the lowest and the highest of them; null elsewhere.</summary>
    public static (LocalMinimum Lowest, LocalMinimum Highest)? Span(ShownRelease release, string country)
    {
        var whole = release.MinimumWagesOf(country).Where(w => w.Region is null).Max(w => (DateOnly?)w.Effective);
        var regions = release.RegionsOf(country).Select(r => Of(release, country, r)).OfType<LocalMinimum>()
            .Where(m => whole is null || m.Wage.Effective > whole).OrderBy(m => m.HourlyUsd).ToList();
        return regions.Count == 0 ? null : (regions[0], regions[^1]);
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
