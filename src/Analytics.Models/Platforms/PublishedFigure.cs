using Analytics.Models.Evidence;
using Analytics.Models.Money;

namespace Analytics.Models.Platforms;

/// <summary>A figure of pay that a study, the press, a platform or a listing published, as shipped with the catalogue.</summary>
public sealed record PublishedFigure
{
    /// <summary>Its stable key: <c>hara-2018-median</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Slug of the platform; null when the figure is of several or of none named.</summary>
    public string? Platform { get; init; }

    /// <summary>What a figure over several platforms calls itself; null when <see cref="Platform"/> is given.</summary>
    public string? Pool { get; init; }

    /// <summary>Slugs of the platforms pooled, as far as they are named.</summary>
    public IReadOnlyList<string> PooledPlatforms { get; init; } = [];

    /// <summary>What the work was; null when the figure mixes several.</summary>
    public TaskType? TaskType { get; init; }

    /// <summary>The work in the source's words.</summary>
    public string? TaskNote { get; init; }

    /// <summary>The workers' experience; null when not stated or not a matter of time.</summary>
    public ExperienceBand? ExperienceBand { get; init; }

    /// <summary>Experience, level or tier as the source gives it.</summary>
    public string? ExperienceNote { get; init; }

    public required FigureKind Kind { get; init; }

    public required EvidenceTier Tier { get; init; }

    public required Statistic Statistic { get; init; }

    public required PayBasis Basis { get; init; }

    /// <summary>The figure, or its lower end, in <see cref="Currency"/>; null when only an upper end is stated.</summary>
    public decimal? AmountMin { get; init; }

    /// <summary>The figure, or its upper end, in <see cref="Currency"/>; null when only a lower end is stated.</summary>
    public decimal? AmountMax { get; init; }

    public required Bound Bound { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public required string Currency { get; init; }

    public required PayUnit Unit { get; init; }

    /// <summary>Hours in one unit where the source states them: 153 for a month of 153 hours.</summary>
    public decimal? Hours { get; init; }

    /// <summary>ISO 3166 two-letter code of the workers' country.</summary>
    public string? Country { get; init; }

    /// <summary>A place within <see cref="Country"/>, or the countries together where there are several.</summary>
    public string? Region { get; init; }

    /// <summary>First year of the data, or of publication where the data's year is not stated.</summary>
    public int? YearFrom { get; init; }

    public int? YearTo { get; init; }

    /// <summary>People behind the figure; for offers the clients or listings, as <see cref="Note"/> says.</summary>
    public int? Workers { get; init; }

    public int? Observations { get; init; }

    public decimal? P10 { get; init; }

    public decimal? P25 { get; init; }

    public decimal? Median { get; init; }

    public decimal? P75 { get; init; }

    public decimal? P90 { get; init; }

    /// <summary>What a reader must know to read it rightly.</summary>
    public string? Note { get; init; }

    public required Citation Source { get; init; }
}
