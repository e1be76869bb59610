using Analytics.Models.Money;
using Analytics.Web.Releases;
using Analytics.Web.Text;

namespace Analytics.Web.Pages.Shared;

/// <summary>The currency a reader chose, and the month's rate that amounts are shown with. They are kept in US dollars.</summary>
/// <param name="Code">ISO 4217 code.</param>
/// <param name="PerUsd">Units for one US dollar.</param>
/// <param name="Month">Month of the rate; null for the dollar itself.</param>
/// <param name="Stale">Whether that month ended more than <see cref="ExchangeRates.StaleAfterDays"/> days ago.</param>
public sealed record ShownCurrency(string Code, decimal PerUsd, DateOnly? Month, string? Source, bool Stale)
{
    public static readonly ShownCurrency Dollar = new("USD", 1, null, null, false);

    /// <summary>The currency called <paramref name="code"/>, the dollar for null; null when the release has no rate for it.</summary>
    public static ShownCurrency? Find(string? code, ShownRelease release, DateOnly today) =>
        code is null or "USD" ? Dollar
        : release.NewestRate(code) is { } rate
            ? new(rate.Currency, rate.PerUsd, rate.Month, rate.Source, today.DayNumber - rate.Month.AddMonths(1).DayNumber > ExchangeRates.StaleAfterDays)
        : null;

    /// <summary>The currency that pages in <paramref name="language"/> begin in; the dollar where the release has no rate for its own.</summary>
    public static string Usual(SiteLanguage language, ShownRelease release) => release.NewestRate(language.Currency) is null ? Dollar.Code : language.Currency;

    public decimal Of(decimal usd) => usd * PerUsd;
}
