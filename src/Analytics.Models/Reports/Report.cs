using Analytics.Models.Evidence;
using Analytics.Models.Platforms;

namespace Analytics.Models.Reports;

/// <summary>What a worker told us of one month's work on one platform and task type. Money is before tax.</summary>
public sealed record Report
{
    /// <summary>Key of its receipt.</summary>
    public required string Id { get; init; }

    /// <summary>A random key that joins the reports of one worker.</summary>
    public required string Contributor { get; init; }

    /// <summary><see cref="FigureKind.SelfReport"/> or <see cref="FigureKind.TrackerLog"/>.</summary>
    public required FigureKind Kind { get; init; }

    /// <summary>Catalogue slug.</summary>
    public required string Platform { get; init; }

    public required TaskType TaskType { get; init; }

    public ExperienceBand? Experience { get; init; }

    /// <summary>ISO 3166 two-letter code.</summary>
    public string? Country { get; init; }

    /// <summary>First day of the month worked.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public required string Currency { get; init; }

    /// <summary>Base, bonuses and tips.</summary>
    public required decimal Pay { get; init; }

    /// <summary>Fees and expenses; null where not told.</summary>
    public decimal? Costs { get; init; }

    /// <summary>Hours on paid tasks.</summary>
    public decimal? PaidHours { get; init; }

    /// <summary>Hours of searching, onboarding and tests, waiting, rejected and returned work; null where not told.</summary>
    public decimal? UnpaidHours { get; init; }

    public int? Tasks { get; init; }

    /// <summary>Whether the demonstration made it up.</summary>
    public required bool Simulated { get; init; }

    public required DateTimeOffset ReceivedAt { get; init; }
}
