using Analytics.Models.Evidence;

namespace Analytics.Web.Charts;

/// <summary>An interval chart as data.</summary>
public sealed record IntervalSeries(
    string Id, string Title, string Description, string AxisTitle, string Source, string Release, IReadOnlyList<IntervalRow> Rows)
    : ChartSeries(Id, Title, Description, AxisTitle, Source, Release)
{
    public PayScale Scale { get; init; } = PayScale.Log;

    public override ChartPlan Place(ChartSize size, ChartWords words) => new IntervalLayout(this, size, words).Place();

    public override ChartPlan PlacePreview(ChartWords words) => new PreviewLayout(this, words).Place();
}

/// <summary>To which side a figure is open.</summary>
public enum OpenEnd
{
    None,

    /// <summary>"Up to": the figure is the upper end, everything below is possible.</summary>
    UpTo,

    /// <summary>"At least", "more than": everything above is possible.</summary>
    AtLeast,
}

/// <summary>
/// One figure: a mark, and lines for what is known around it. Amounts are per hour in the chart's currency, finite, and within
/// ±<see cref="Largest"/>. Following rows with the same label belong to one group, and the label is written once.
/// </summary>
/// <param name="Count">What it rests on, as written: "n = 120".</param>
/// <param name="Age">How old it is, as written: "3 years old".</param>
public sealed record IntervalRow(string Label, FigureKind Kind, EvidenceTier Tier, string Count, string Age)
{
    /// <summary>The largest amount that is drawn; pay per hour in the smallest currency unit stays far below.</summary>
    public const double Largest = 1e15;

    /// <summary>What tells this row from others of its label: a task type, a study's name.</summary>
    public string? SubLabel { get; init; }

    /// <summary>The figure; null where only a range is known.</summary>
    public double? Typical { get; init => field = Checked(value); }

    public double? Low { get; init => field = Checked(value); }

    public double? High { get; init => field = Checked(value); }

    /// <summary>Where the middle half begins: the lower quartile.</summary>
    public double? MiddleLow { get; init => field = Checked(value); }

    /// <summary>Where the middle half ends: the upper quartile.</summary>
    public double? MiddleHigh { get; init => field = Checked(value); }

    public OpenEnd Open { get; init; }

    /// <summary>Whether the figure comes from a model.</summary>
    public bool IsModelled { get; init; }

    internal IEnumerable<double> Amounts =>
        new[] { Typical, Low, High, MiddleLow, MiddleHigh }.OfType<double>();

    private static double? Checked(double? amount) => amount is { } value && !(Math.Abs(value) <= Largest)
        ? throw new ArgumentOutOfRangeException(nameof(amount), value, $"An amount in a chart must be a number within ±{Largest:0e0}.")
        : amount;
}
