using Analytics.Models.Evidence;
using Analytics.Models.Money;
using Analytics.Models.Platforms;

namespace Analytics.Models.Claims;

/// <summary>Where a quote stands in an article: the block's index and the characters within it; block -1 is the page's metadata.</summary>
public readonly record struct Place(int Block, int Start, int Length);

/// <summary>
/// What a page literally says about pay: a figure with its unit, and what it is about. No arithmetic has been done on it;
/// amounts are as written, after expanding k, M, ribu, juta and local separators.
/// </summary>
public sealed record Claim
{
    /// <summary>Exact substring of the block, holding the figure.</summary>
    public required string Quote { get; init; }

    /// <summary>The whole sentence around <see cref="Quote"/>.</summary>
    public required string Sentence { get; init; }

    public required Place Place { get; init; }

    public required FigureKind Kind { get; init; }

    public required EvidenceTier Tier { get; init; }

    public required decimal AmountMin { get; init; }

    public required decimal AmountMax { get; init; }

    public required Bound Bound { get; init; }

    /// <summary>ISO 4217 code.</summary>
    public required string Currency { get; init; }

    public required PayUnit Unit { get; init; }

    /// <summary>Slug of a platform in the catalogue; null when none is named.</summary>
    public string? Platform { get; init; }

    /// <summary>The platform's canonical name; as written when it is in no list of ours (<see cref="Platform"/> is null then).</summary>
    public string? PlatformName { get; init; }

    /// <summary>Which rule named the platform: <c>sentence</c>, <c>block</c>, <c>heading</c>, <c>section</c>, <c>title</c>, <c>article</c> or <c>offer</c>.</summary>
    public string? PlatformRule { get; init; }

    public TaskType? TaskType { get; init; }

    /// <summary>Which rule named the task type; same words as <see cref="PlatformRule"/>, and <c>platform</c> for a platform of one task type.</summary>
    public string? TaskRule { get; init; }

    /// <summary>Number of tasks the amount was paid for, where stated.</summary>
    public decimal? Tasks { get; init; }

    /// <summary>How exactly <see cref="Tasks"/> is stated.</summary>
    public Bound TasksBound { get; init; }

    /// <summary>Hours the amount was paid for, where stated.</summary>
    public decimal? Hours { get; init; }

    /// <summary>Months the amount was earned in, where stated; a week is 0.23.</summary>
    public decimal? PeriodMonths { get; init; }

    /// <summary>The worker's experience in the source's words.</summary>
    public string? Experience { get; init; }

    public ExperienceBand? ExperienceBand { get; init; }

    /// <summary>ISO 3166 two-letter code of the worker's country.</summary>
    public string? Country { get; init; }

    /// <summary>The person or group it is said of, in the source's words.</summary>
    public string? Person { get; init; }

    /// <summary>A bracketed or "about" conversion of the same amount, as written.</summary>
    public string? Conversion { get; init; }

    /// <summary>Who is said to have seen a document ("slip gaji yang dikonfirmasi oleh …"), as written.</summary>
    public string? Witness { get; init; }
}

/// <summary>What a page says about a platform beside pay.</summary>
public sealed record Statement
{
    public required StatementTopic Topic { get; init; }

    /// <summary>Exact sentence of the block.</summary>
    public required string Quote { get; init; }

    public required Place Place { get; init; }

    /// <summary>Slug of the platform; null when none is named.</summary>
    public string? Platform { get; init; }

    /// <summary>The platform's canonical name, also where it has no slug.</summary>
    public string? PlatformName { get; init; }

    public string? PlatformRule { get; init; }

    /// <summary>The value in a short machine form where there is one: <c>bank paypal</c>, <c>10 USD</c>, <c>3-5 days</c>, <c>3.5 h/day</c>, <c>18+</c>, <c>waitlist</c>.</summary>
    public string? Value { get; init; }

    /// <summary>The way of paying out that the statement is limited to; null for every one or unstated.</summary>
    public string? Method { get; init; }

    /// <summary>ISO 3166 two-letter codes of the countries it is limited to; none for everywhere or unstated.</summary>
    public IReadOnlyList<string> Countries { get; init; } = [];
}
