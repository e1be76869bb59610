namespace Analytics.Models.Money;

/// <summary>Units of a currency that one US dollar bought, on average over a month.</summary>
/// <param name="Month">First day of the month.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="PerUsd">Units per dollar.</param>
/// <param name="Source">Who published the rate.</param>
public sealed record ExchangeRate(DateOnly Month, string Currency, decimal PerUsd, string Source);

/// <summary>An amount in US dollars, and how it came about.</summary>
/// <param name="Usd">The amount in dollars, not rounded.</param>
/// <param name="PerUsd">The rate used.</param>
/// <param name="RateMonth">First day of the month that the rate is of.</param>
/// <param name="Stale">Whether the rate is not the wanted month's and its month ended more than 60 days before the wanted one.</param>
/// <param name="Later">Whether the rate is of a later month, because none is earlier.</param>
/// <param name="Source">Who published the rate.</param>
public sealed record Conversion(decimal Usd, decimal PerUsd, DateOnly RateMonth, bool Stale, bool Later, string Source);
