using Analytics.Models.Evidence;
using Analytics.Models.Money;
using Analytics.Models.Platforms;

namespace Analytics.Models.Observations;

/// <summary>Where an observation came from.</summary>
public enum OriginKind
{
    /// <summary>A claim read from a page, or several that tell one story.</summary>
    Claim,

    /// <summary>A worker's report.</summary>
    Report,

    /// <summary>A figure of the shipped catalogue.</summary>
    Figure,
}

/// <summary>What became of an origin.</summary>
public enum ObservationStatus
{
    Accepted,

    /// <summary>Kept for a person to look at.</summary>
    Held,
    Refused,
    Withdrawn,
}

/// <summary>Why an origin was held, refused or withdrawn. Nothing is dropped without one of these.</summary>
public enum AcceptanceReason
{
    /// <summary>Neither a platform nor a task type is named.</summary>
    NoSubject,

    /// <summary>No exchange rate is known for the currency.</summary>
    UnknownCurrency,

    /// <summary>No amount, an amount of 0, or a negative amount or cost.</summary>
    NoAmount,

    /// <summary>Outside 0.05 to 500 USD an hour, on paid time or after told costs and unpaid hours (METHOD.md §2, the robust gate).</summary>
    OutsideRange,

    /// <summary>Hours below 0, or more than the day, week, month or year has.</summary>
    ImpossibleHours,

    /// <summary>The page it was read from has been replaced by a newer reading.</summary>
    Superseded,

    /// <summary>The page it was read from is no longer there.</summary>
    PageVanished,

    /// <summary>A report that nobody has verified: it counts 72 hours after it came in or was corrected.</summary>
    Quarantine,

    /// <summary>As <see cref="Reports.HoldReason"/> has it, and no person has decided yet.</summary>
    UnknownPlatform,

    /// <inheritdoc cref="UnknownPlatform"/>
    Outlier,

    /// <inheritdoc cref="UnknownPlatform"/>
    Burst,

    /// <inheritdoc cref="UnknownPlatform"/>
    Duplicate,

    /// <inheritdoc cref="UnknownPlatform"/>
    Hasty,

    /// <summary>A person refused the report, and it was corrected since; held.</summary>
    RefusedBefore,

    /// <summary>The operator refused it; the report has the reason.</summary>
    ReviewRefused,
}

/// <summary>A claim, report or catalogue figure accepted as data, or the record of why it was not.</summary>
public sealed record Observation
{
    /// <summary>Key of the origin (or story) and the rule version.</summary>
    public required string Id { get; init; }

    /// <summary>Version of the rules that decided it.</summary>
    public string RuleVersion { get; init; } = AcceptanceRules.Version;

    public required OriginKind OriginKind { get; init; }

    /// <summary>Id of the claim that tells the story first, of the report, or of the catalogue figure.</summary>
    public required string Origin { get; init; }

    public required ObservationStatus Status { get; init; }

    public AcceptanceReason? Reason { get; init; }

    public required FigureKind Kind { get; init; }

    public required EvidenceTier Tier { get; init; }

    public Statistic Statistic { get; init; } = Statistic.Single;

    /// <summary>Which hours an hourly amount divides by, as the source says.</summary>
    public PayBasis Basis { get; init; } = PayBasis.Unknown;

    /// <summary>Catalogue slug.</summary>
    public string? Platform { get; init; }

    public TaskType? TaskType { get; init; }

    public ExperienceBand? Experience { get; init; }

    /// <summary>ISO 3166 two-letter code.</summary>
    public string? Country { get; init; }

    /// <summary>The month the pay is of, its first day; the exchange rate is that month's.</summary>
    public required DateOnly Month { get; init; }

    public decimal? AmountMin { get; init; }

    public decimal? AmountMax { get; init; }

    public Bound Bound { get; init; }

    public required string Currency { get; init; }

    public required PayUnit Unit { get; init; }

    /// <summary>Tasks the amount is for.</summary>
    public decimal? Tasks { get; init; }

    /// <summary>How exactly <see cref="Tasks"/> is stated.</summary>
    public Bound TasksBound { get; init; }

    /// <summary>Paid hours the amount is for (for a unit of a day or longer: the hours in one).</summary>
    public decimal? Hours { get; init; }

    /// <summary>Unpaid hours beside them; null where not told.</summary>
    public decimal? UnpaidHours { get; init; }

    /// <summary>Fees and expenses to take off, in <see cref="Currency"/>; null where not told.</summary>
    public decimal? Costs { get; init; }

    /// <summary>Whom it counts as; null for what is not a person's.</summary>
    public string? Contributor { get; init; }

    /// <summary>The day it was sent on, UTC, where it was sent without a key of earlier reports.</summary>
    public DateOnly? KeylessOn { get; init; }

    /// <summary>The import it came with; null for a form.</summary>
    public string? Batch { get; init; }

    /// <summary>Workers behind a statistic.</summary>
    public int? Workers { get; init; }

    public decimal? P10 { get; init; }
    public decimal? P25 { get; init; }
    public decimal? Median { get; init; }
    public decimal? P75 { get; init; }
    public decimal? P90 { get; init; }
}
