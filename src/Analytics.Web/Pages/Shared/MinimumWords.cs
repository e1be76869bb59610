using System.Globalization;
using Analytics.Models;
using Analytics.Models.Money;
using Analytics.Models.Platforms;
using Analytics.Models.Releases;

namespace Analytics.Web.Pages.Shared;

/// <summary>The legal minimum in words, and pay held against it: the same on every page.</summary>
internal static class MinimumWords
{
    // Nearer to the minimum than this the two are said to be alike: pay is given to two digits.
    private const decimal Alike = 0.05m;

    /// <summary>What the law sets: "The legal minimum wage in California is $16 an hour (as of 2024)."; of one too old to hold pay against, that too.</summary>
    public static string Known(this Asked asked, Yardstick minimum)
    {
        var (text, least, most) = (asked.Text, minimum.Least, minimum.Most);
        var country = asked.CountryInSentence(most.Wage.Country)!;
        var known = minimum.Differs
            ? text.Fill("minimum.regions", ("country", country), ("low", asked.Both(least)), ("least", asked.Place(least.Wage)), ("high", asked.Both(most)), ("most", asked.Place(most.Wage)), ("when", asked.InForce(most.Wage)))
            : text.Fill("minimum.one", ("place", minimum.Region ?? country), ("pay", asked.Both(least)), ("when", asked.InForce(least.Wage)));
        return minimum.IsOld(asked.Today) ? $"{known} {text["minimum.old"]}" : known;
    }

    /// <summary>Pay beside it: "$20 is above the minimum wage: 2.8 times as much."; null where the minimum is too old for that.</summary>
    /// <param name="pay">As the sentence begins: "This pay", "$20".</param>
    /// <param name="low">USD an hour.</param>
    /// <param name="high">USD an hour.</param>
    public static string? Against(this Asked asked, Yardstick minimum, string pay, decimal low, decimal high)
    {
        if (minimum.IsOld(asked.Today))
            return null;
        var times = minimum.Times(low, high);
        var how = times switch
        {
            ( > 1 + Alike, _) => "above",
            (_, < 1 - Alike) => "below",
            ( >= 1 - Alike, <= 1 + Alike) => "alike",
            _ => "mixed",
        };
        return asked.Text.Fill($"minimum.{how}", ("pay", pay), ("times", asked.Times(times)));
    }

    /// <summary>How a monthly wage became one by the hour; null for others.</summary>
    public static string? Divided(this Asked asked, Yardstick minimum) => minimum.Most.Wage is { Unit: PayUnit.Month, HoursPerWeek: { } weekly } wage
        ? asked.Text.Fill("minimum.divided", ("place", wage.Region ?? asked.Country(wage.Country)!), ("stated", asked.Stated(wage)), ("hours", asked.Text.Figures.Number(LocalMinimum.MonthlyHours(weekly), 0)))
        : null;

    /// <summary>"1.3", "0.8 to 2.1".</summary>
    public static string Times(this Asked asked, (decimal Low, decimal High) times)
    {
        string Number(decimal value) => asked.Text.Figures.Number(value, value switch { < 0.1m => 3, < 1 => 2, < 10 => 1, _ => 0 });
        var (low, high) = (Number(times.Low), Number(times.High));
        return low == high ? low : asked.Text.Fill("figure.range", ("low", low), ("high", high));
    }

    /// <summary>The day a minimum is known to have been in force; only the year where the source may have said no more.</summary>
    public static string InForce(this Asked asked, MinimumWageRow wage) => wage.Effective is { Month: 1, Day: 1 } year
        ? year.Year.ToString(CultureInfo.InvariantCulture)
        : asked.Text.Figures.Date(wage.Effective);

    /// <summary>As the law states it: "Rp 3.207.459 per month".</summary>
    public static string Stated(this Asked asked, MinimumWageRow wage) => $"{asked.Text.Figures.Money(wage.Amount, wage.Currency)} {asked.Text.Word<PayUnit>(wage.Unit)}";

    /// <summary>The region of a wage among those of its country.</summary>
    public static string Place(this Asked asked, MinimumWageRow wage) => wage.Region ?? asked.Text["minimum.elsewhere"];

    /// <summary>The same asked in the money of a country; null where that is shown already, or no rate of it is known.</summary>
    public static Asked? Local(this Asked asked, string country) =>
        Countries.Find(country)?.Currency is { } own && own != asked.Currency.Code && ShownCurrency.Find(own, asked.Release, asked.Today) is { } currency ? asked with { Currency = currency } : null;

    // An hour in the reader's money, and in that of the place where it is another.
    private static string Both(this Asked asked, LocalMinimum minimum) =>
        asked.Money(minimum.HourlyUsd) + (asked.Local(minimum.Wage.Country) is { } local ? $" ({local.Money(minimum.HourlyUsd)})" : "");
}
