using Analytics.Models.Money;
using Analytics.Models.Releases;
using Analytics.Web.Releases;

namespace Analytics.Web.Pages.Checks;

/// <summary>The legal minimum of a country: one for all of it, or the lowest and the highest of its regions.</summary>
/// <param name="Low">The row with the lowest, and its US dollars an hour.</param>
/// <param name="High">The row with the highest; the same where there is one.</param>
public sealed record Yardstick((MinimumWageRow Row, decimal Usd) Low, (MinimumWageRow Row, decimal Usd) High)
{
    private const decimal WeeksInMonth = 52m / 12;

    public bool IsRange => Low.Usd < High.Usd;

    /// <summary>The newest minimum of each place of <paramref name="country"/>; regions stand before the whole where they have their own. Null where none can be put in dollars an hour.</summary>
    public static Yardstick? Of(ShownRelease release, string? country)
    {
        var newest = release.Release.MinimumWages.Where(w => w.Country == country)
            .GroupBy(w => w.Region).Select(g => g.MaxBy(w => w.Effective)!).ToList();
        var own = newest.Exists(w => w.Region is not null) ? newest.Where(w => w.Region is not null) : newest;
        var hourly = own.Select(w => (Row: w, Usd: Hourly(release, w))).Where(w => w.Usd is not null).Select(w => (w.Row, Usd: w.Usd!.Value)).OrderBy(w => w.Usd).ToList();
        return hourly.Count == 0 ? null : new(hourly[0], hourly[^1]);
    }

    private static decimal? Hourly(ShownRelease release, MinimumWageRow wage)
    {
        var perUsd = wage.Currency == "USD" ? 1 : release.NewestRate(wage.Currency)?.PerUsd;
        return wage.Unit switch
        {
            PayUnit.Hour => wage.Amount / perUsd,
            PayUnit.Month when wage.HoursPerWeek is > 0 and var hours => wage.Amount / perUsd / (hours * WeeksInMonth),
            _ => null,
        };
    }
}
