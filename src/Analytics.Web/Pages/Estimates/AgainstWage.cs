using Analytics.Models.Money;
using Analytics.Models.Releases;
using Analytics.Web.Pages.Shared;

namespace Analytics.Web.Pages.Estimates;

/// <summary>Pay held against the legal minimum (<c>_Against</c>): the sentence, and where the wage is from.</summary>
public sealed record AgainstWage(Asked Asked, EstimateChoice Choice, string Sentence)
{
    private LocalMinimum? Minimum => Choice.Region is null && LocalMinimum.Span(Asked.Release, Choice.Country!) is var (_, highest)
        ? highest
        : LocalMinimum.Of(Asked.Release, Choice.Country!, Choice.Region);

    /// <summary>How a monthly wage became one by the hour; null for others.</summary>
    public string? Divided => Minimum is { Wage: { Unit: PayUnit.Month, HoursPerWeek: { } weekly } wage }
        ? Asked.Text.Fill("estimate.wageFor", ("place", Minimum.Wage.Region ?? Asked.Country(Minimum.Wage.Country)!), ("hours", Asked.Text.Figures.Number(LocalMinimum.MonthlyHours(weekly), 0)), ("amount", Asked.Text.Figures.Money(wage.Amount, wage.Currency)))
        : null;

    public MinimumWageRow? Wage => Minimum?.Wage;
}
