using Analytics.Models.Claims;
using Analytics.Models.Evidence;
using Analytics.Models.Money;
using Analytics.Models.Observations;
using Analytics.Models.Platforms;
using Analytics.Models.Reports;
using Analytics.Models.Storage;

namespace Analytics.Models.Tests;

/// <summary>Ordinary values to begin from; a test says with <c>with</c> what matters to it.</summary>
internal static class Samples
{
    public static readonly DateOnly Month = new(2025, 3, 1);

    public static readonly ExchangeRates Rates = new(
        [new(new(2025, 1, 1), "IDR", 16_000m, "bank"), new(Month, "IDR", 16_500m, "bank"), new(new(2024, 1, 1), "EUR", 0.8m, "bank")]);

    public static Observation Observation() => new()
    {
        Id = "seen",
        OriginKind = OriginKind.Claim,
        Origin = "claim",
        Status = ObservationStatus.Accepted,
        Kind = FigureKind.WorkerCase,
        Tier = EvidenceTier.D,
        Platform = "mturk",
        Month = Month,
        AmountMin = 600,
        AmountMax = 600,
        Currency = "USD",
        Unit = PayUnit.Total,
    };

    public static Claim Claim(string sentence = "Sari earned $12 an hour on Prolific.") => new()
    {
        Quote = "$12 an hour",
        Sentence = sentence,
        Place = new(1, 2, 11),
        Kind = FigureKind.WorkerCase,
        Tier = EvidenceTier.D,
        AmountMin = 12,
        AmountMax = 12,
        Bound = Bound.Exact,
        Currency = "USD",
        Unit = PayUnit.Hour,
        Platform = "prolific",
        TaskType = TaskType.Survey,
        Person = "Sari",
    };

    public static Report Report(int number = 1) => new()
    {
        Id = Key.Of("report", $"{number}"),
        Contributor = $"worker-{number}",
        Kind = FigureKind.SelfReport,
        Platform = "mturk",
        TaskType = TaskType.Survey,
        Month = Month,
        Currency = "USD",
        Pay = 100 + number,
        PaidHours = 20,
        Simulated = true,
        ReceivedAt = new(2025, 4, 1, 0, 0, 0, TimeSpan.Zero),
    };

    public static PublishedFigure Figure(string id = "study-median") => new()
    {
        Id = id,
        Platform = "mturk",
        Kind = FigureKind.StudyStatistic,
        Tier = EvidenceTier.C,
        Statistic = Statistic.Median,
        Basis = PayBasis.PaidOnly,
        AmountMin = 3.76m,
        AmountMax = 3.76m,
        Bound = Bound.Exact,
        Currency = "USD",
        Unit = PayUnit.Hour,
        YearFrom = 2021,
        YearTo = 2021,
        Workers = 100,
        Source = new Citation("A study of pay", new Uri("https://example.org/study"), "table 1", new(2026, 1, 2)),
    };
}
