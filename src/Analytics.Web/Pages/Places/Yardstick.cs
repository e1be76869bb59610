using Analytics.Models.Money;
using Analytics.Models.Releases;
using Analytics.Web.Pages.Compare;
using Analytics.Web.Pages.Shared;
using Analytics.Web.Releases;

namespace Analytics.Web.Pages.Places;

/// <summary>The legal minimum of a country, which differs by region in some, and pay held against it.</summary>
/// <param name="All">The newest of the country and its regions, at least one.</param>
public sealed record Yardstick(IReadOnlyList<LocalMinimum> All)
{
    public LocalMinimum Least => All.MinBy(m => m.HourlyUsd)!;

    public LocalMinimum Most => All.MaxBy(m => m.HourlyUsd)!;

    /// <summary>Whether it differs within the country.</summary>
    public bool Differs => Least.HourlyUsd < Most.HourlyUsd;

    /// <summary>The minimum of a country; null where none is known.</summary>
    public static Yardstick? Of(ShownRelease release, string country) =>
        LocalMinimum.All(release, country) is { Count: > 0 } known ? new(known) : null;

    /// <summary>How many times the minimum some pay is, from the least to the most that it can be.</summary>
    /// <param name="low">USD an hour.</param>
    /// <param name="high">USD an hour.</param>
    /// <param name="region">Where the pay is of, if that is known; its own minimum counts where there is one.</param>
    public (decimal Low, decimal High) Times(decimal low, decimal high, string? region = null) =>
        All.FirstOrDefault(m => region is not null && m.Wage.Region == region) is { HourlyUsd: var own } ? (low / own, high / own) : (low / Most.HourlyUsd, high / Least.HourlyUsd);

    /// <summary>The same for a row of a comparison; null where it has no single pay.</summary>
    public (decimal Low, decimal High)? Times(ComparedFigure row) => row switch
    {
        { Typical: { } typical } => Times(typical, typical, row.Figure?.Region),
        { Low: { } low, High: { } high } => Times(low, high, row.Figure?.Region),
        _ => null,
    };
}

/// <summary>The legal minimum in words.</summary>
internal static class MinimumWords
{
    /// <summary>"1.3", "0.8 to 2.1".</summary>
    public static string Times(this Asked asked, (decimal Low, decimal High) times)
    {
        string Number(decimal value) => asked.Text.Figures.Number(value, value switch { < 1 => 2, < 10 => 1, _ => 0 });
        var (low, high) = (Number(times.Low), Number(times.High));
        return low == high ? low : asked.Text.Fill("figure.range", ("low", low), ("high", high));
    }

    /// <summary>The day a minimum is known to have been in force; only the year where the source may have said no more.</summary>
    public static string InForce(this Asked asked, MinimumWageRow wage) => wage.Effective is { Month: 1, Day: 1 } year
        ? year.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)
        : asked.Text.Figures.Date(wage.Effective);

    /// <summary>As the law states it: "Rp 3.207.459 per month".</summary>
    public static string Stated(this Asked asked, MinimumWageRow wage) => $"{asked.Text.Figures.Money(wage.Amount, wage.Currency)} {asked.Text.Word<PayUnit>(wage.Unit)}";

    public static string Region(this Asked asked, MinimumWageRow wage) => wage.Region ?? asked.Text["country.whole"];
}
