using Analytics.Models.Claims;
using Analytics.Models.Estimates;
using Analytics.Models.Evidence;
using Analytics.Models.Hourly;
using Analytics.Models.Money;
using Analytics.Models.Observations;
using Analytics.Models.Platforms;
using Analytics.Models.Rollups;

namespace Analytics.Models.Releases;

/// <summary>One telling of a figure: the page it stands on and the very words, or the work it is cited from.</summary>
/// <param name="ClaimId">Id of the claim row; null for a catalogue figure.</param>
/// <param name="Quote">The words, exactly as on the page; null for a catalogue figure.</param>
/// <param name="Block">Index of the block of the article that holds the quote.</param>
/// <param name="Published">When the page was published, as it states.</param>
/// <param name="Seen">When we fetched or saw it.</param>
public sealed record Witness(
    string? ClaimId, string Title, string? Address, string? Part, string? Quote, int? Block, DateOnly? Published, DateOnly? Seen, string? Language);

/// <summary>One published figure: an accepted observation with its hourly rate and all that leads back to its source.</summary>
public sealed record FigureRow
{
    /// <summary>Observation id.</summary>
    public required string Id { get; init; }
    public required OriginKind Origin { get; init; }
    public required FigureKind Kind { get; init; }
    public required EvidenceTier Tier { get; init; }
    public required Statistic Statistic { get; init; }
    public required PayBasis Basis { get; init; }
    public string? Platform { get; init; }

    /// <summary>Label of the group of platforms, where a figure is of several.</summary>
    public string? Pool { get; init; }

    /// <summary>Slugs of the pooled platforms.</summary>
    public IReadOnlyList<string> PooledPlatforms { get; init; } = [];
    public TaskType? TaskType { get; init; }

    /// <summary>The task in the source's words.</summary>
    public string? TaskNote { get; init; }
    public ExperienceBand? Experience { get; init; }
    public string? ExperienceNote { get; init; }
    public string? Country { get; init; }
    public string? Region { get; init; }

    /// <summary>Month of the pay, its first day.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>Years the figure is of, where the source states only years.</summary>
    public int? YearFrom { get; init; }
    public int? YearTo { get; init; }
    public decimal? AmountMin { get; init; }
    public decimal? AmountMax { get; init; }
    public required Bound Bound { get; init; }
    public required string Currency { get; init; }
    public required PayUnit Unit { get; init; }
    public decimal? Tasks { get; init; }
    public Bound TasksBound { get; init; }
    public decimal? Hours { get; init; }
    public decimal? PeriodMonths { get; init; }
    public int? Workers { get; init; }
    public int? Observations { get; init; }

    /// <summary>Who it is said of, in the source's words.</summary>
    public string? Person { get; init; }

    /// <summary>Who is said to have seen a document.</summary>
    public string? DocumentSeenBy { get; init; }

    /// <summary>USD an hour on paid time; quantile ends where the source has a distribution.</summary>
    public RateRange? PaidOnly { get; init; }
    public HourlyGap? PaidOnlyGap { get; init; }

    /// <summary>USD an hour over all time, after costs.</summary>
    public RateRange? AllIn { get; init; }
    public HourlyGap? AllInGap { get; init; }
    public bool AllInImputed { get; init; }

    /// <summary>USD a task.</summary>
    public RateRange? PerTask { get; init; }

    /// <summary>USD quantiles an hour as the source states them: p10, p25, median, p75, p90; null where it does not.</summary>
    public IReadOnlyList<decimal?>? Quantiles { get; init; }
    public DateOnly RateMonth { get; init; }
    public bool RateStale { get; init; }
    public IReadOnlyList<Factor> Factors { get; init; } = [];
    public string? Note { get; init; }

    /// <summary>Number of the contradiction between sources about one cell: figures of one number contradict each other. Null for none.</summary>
    public int? Conflict { get; init; }

    /// <summary>Every telling, the original first; a catalogue figure has its citation.</summary>
    public required IReadOnlyList<Witness> Witnesses { get; init; }
}

/// <summary>One claim read from a page and what became of it.</summary>
public sealed record ClaimRow(
    string Id, string Quote, string Sentence, int Block, string PageTitle, string PageAddress, DateOnly? Published, DateOnly Fetched, string? Language,
    FigureKind Kind, EvidenceTier Tier, string? Platform, string? PlatformRule, TaskType? TaskType, string? TaskRule,
    decimal AmountMin, decimal AmountMax, Bound Bound, string Currency, PayUnit Unit, ObservationStatus Status, AcceptanceReason? Reason, string? ObservationId);

/// <summary>What is said of a platform beside pay: by the catalogue (our sentence, its source) or by a page (its quote).</summary>
public sealed record StatementRow
{
    public required string Platform { get; init; }
    public required StatementTopic Topic { get; init; }

    /// <summary>Our sentence; null where <see cref="Quote"/> speaks.</summary>
    public string? English { get; init; }
    public string? Indonesian { get; init; }

    /// <summary>The page's own sentence.</summary>
    public string? Quote { get; init; }
    public string? QuoteLanguage { get; init; }
    public string? Value { get; init; }

    /// <summary>The way of paying out that it is limited to.</summary>
    public string? Method { get; init; }
    public IReadOnlyList<string> Countries { get; init; } = [];
    public required string SourceTitle { get; init; }
    public string? SourceAddress { get; init; }
    public string? SourcePart { get; init; }

    /// <summary>When the page was published, where it says so.</summary>
    public DateOnly? Published { get; init; }
    public required DateOnly Seen { get; init; }

    /// <summary>What the source says that supports our sentence.</summary>
    public string? Finding { get; init; }

    /// <summary>Number of the fact among the platform's: statements of one number tell the same. 0 in releases before facts were told apart.</summary>
    public int Fact { get; init; }

    /// <summary>Number of the contradiction among the platform's: facts of one number contradict each other. Null for none.</summary>
    public int? Conflict { get; init; }
}

/// <summary>A platform of the catalogue.</summary>
public sealed record PlatformRow(
    string Slug, string Name, IReadOnlyList<string> Aliases, string Home, string Group, IReadOnlyList<TaskType> TaskTypes, string? Country);

/// <summary>A cell of reports that may be published, rounded, or blank with the reason; and its estimate where there is one.</summary>
public sealed record CellRow
{
    public required Cell Cell { get; init; }
    public required PayMeasure Measure { get; init; }

    /// <summary>Contributors, rounded to 5; null when suppressed.</summary>
    public int? Contributors { get; init; }
    public decimal? P10 { get; init; }
    public decimal? P25 { get; init; }
    public decimal? Median { get; init; }
    public decimal? P75 { get; init; }
    public decimal? P90 { get; init; }

    /// <summary>Why values are blank: <c>SUPPRESSED_K</c>, … (METHOD.md §5); null when none is.</summary>
    public string? Blank { get; init; }

    /// <summary>Id of the release that computed what is told of reports; null where nothing is.</summary>
    public string? FromRelease { get; init; }
    public EstimateBasis? Basis { get; init; }
    public decimal? Typical { get; init; }
    public decimal? Low { get; init; }
    public decimal? High { get; init; }

    /// <summary>Whether any all-in pay behind the values was worked out with assumed unpaid time.</summary>
    public bool Imputed { get; init; }

    /// <summary>Figures an estimate of basis <c>studies</c> was made from.</summary>
    public IReadOnlyList<string> FigureIds { get; init; } = [];
    public int? Workers { get; init; }
}

/// <summary>What the model says one person makes an hour who is told by these words: USD before tax, to two digits.</summary>
/// <param name="Platform">Catalogue slug; null for a platform like any other.</param>
/// <param name="Low">A tenth of such persons get less; null where too few contributors were there to calibrate on.</param>
/// <param name="Typical">Half of them get less.</param>
/// <param name="High">A tenth of them get more.</param>
public sealed record PersonalRow(
    PayMeasure Measure, TaskType TaskType, string? Platform, ExperienceBand? Experience, string? Country, decimal? Low, decimal Typical, decimal? High)
{
    /// <summary>Id of the release that computed it.</summary>
    public string? FromRelease { get; init; }
}

/// <summary>How many hours on paid tasks a month the contributors of a cell got, and what share of all their time was unpaid; rounded.</summary>
/// <param name="Contributors">Rounded to 5.</param>
/// <param name="P25">Null where too few told.</param>
/// <param name="UnpaidShare">Median, 0 to 1; null where too few told.</param>
public sealed record WorkHoursRow(Cell Cell, int Contributors, decimal? P25, decimal Median, decimal? P75, decimal? UnpaidShare)
{
    /// <summary>Id of the release that computed it.</summary>
    public string? FromRelease { get; init; }
}

/// <summary>One report of a closed quarter, so told that at least ten contributors are told alike but for the rates. One row for a contributor and quarter.</summary>
public sealed record ReportRow
{
    /// <summary>First day of the quarter worked.</summary>
    public required DateOnly Quarter { get; init; }
    public string? Platform { get; init; }
    public required TaskType TaskType { get; init; }
    public ExperienceBand? Experience { get; init; }
    public string? Country { get; init; }
    public required EvidenceTier Tier { get; init; }
    public required FigureKind Kind { get; init; }

    /// <summary>USD an hour on paid time, to two digits.</summary>
    public required decimal PaidOnly { get; init; }

    /// <summary>USD an hour over all time, after costs; null where the worker's own time without pay is not told.</summary>
    public decimal? AllIn { get; init; }

    /// <summary>Why a column is blank or cut, by its name: <c>SUPPRESSED_K</c>, <c>NOT_REPORTED</c>, <c>NOT_ASKED</c>, <c>TOP_CODED</c>.</summary>
    public required IReadOnlyDictionary<string, string> Blank { get; init; }
}

/// <summary>A quarter whose rows are published.</summary>
/// <param name="Rows">Rows in the file.</param>
/// <param name="Generalised">Rows in which a column is blank so that enough are alike, by column; rounded to 5.</param>
/// <param name="LeftOut">Reports that are no row, by reason; rounded to 5.</param>
public sealed record ReportQuarterRow(DateOnly Quarter, int Rows, IReadOnlyDictionary<string, int> Generalised, IReadOnlyDictionary<string, int> LeftOut)
{
    /// <summary>Id of the one release that holds the rows.</summary>
    public string? FromRelease { get; init; }
}

/// <summary>The arithmetic check of one story within a page: a stated total against a stated rate and stated hours (METHOD.md §1).</summary>
public sealed record CheckRow(string PageAddress, string? Platform, string? Person, IReadOnlyList<string> ObservationIds, PlausibilityCheck Check);

/// <summary>An exchange rate as published: <paramref name="PerUsd"/> units of the currency for one USD, the month's mean.</summary>
public sealed record ExchangeRateRow(DateOnly Month, string Currency, decimal PerUsd, string Source);

/// <summary>A legal minimum.</summary>
public sealed record MinimumWageRow(
    string Country, string? Region, decimal Amount, string Currency, PayUnit Unit, decimal? HoursPerWeek, DateOnly Effective, string SourceTitle, string? SourceAddress);
