using Analytics.Models.Money;
using Analytics.Models.Platforms;
using Analytics.Models.Reports;

namespace Analytics.Models.Observations;

/// <summary>Where reports are held against each other: the same work on the same platform.</summary>
/// <param name="Platform">Catalogue slug, else the name that the worker gave.</param>
public readonly record struct Work(string? Platform, TaskType TaskType);

/// <summary>A report as its neighbours see it.</summary>
/// <param name="Who">Whom it counts as.</param>
/// <param name="Hourly">USD for a paid hour, above 0; null where hours or the exchange rate are not known.</param>
/// <param name="Open">Whether the rules may still hold it: it is not held, and no person has decided.</param>
public sealed record Arrival(string Id, Work Work, string Who, double? Hourly, DateTimeOffset At, bool Open)
{
    /// <summary>Whether it waits for a person as part of a burst: it is no neighbour, but says that there has been one.</summary>
    public bool InBurst { get; init; }

    /// <summary>How others see <paramref name="report"/>.</summary>
    public static Arrival Of(Report report, ExchangeRates rates) => new(
        report.Id, new(report.Platform ?? report.PlatformName, report.TaskType), report.CountsAs ?? report.Contributor, HourlyOf(report, rates),
        report.RevisedAt ?? report.ReceivedAt, report is { Hold: null, Review: null })
    {
        InBurst = report is { Hold: HoldReason.Burst, Review: null },
    };

    private static double? HourlyOf(Report report, ExchangeRates rates)
    {
        var hours = report.Unit == PayUnit.Hour ? 1 : report.PaidHours ?? 0;
        return report.Pay > 0 && hours > 0 ? (double?)rates.ToUsd(report.Pay / hours, report.Currency, report.Month)?.Usd : null;
    }
}
