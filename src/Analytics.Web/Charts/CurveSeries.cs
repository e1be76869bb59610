using Analytics.Models.Evidence;

namespace Analytics.Web.Charts;

/// <summary>Figures in an order, as data: bands of experience, releases. Pay stands upright, the order runs from left to right.</summary>
/// <param name="Columns">In their order. One without a point is a gap that no line crosses.</param>
public sealed record CurveSeries(
    string Id, string Title, string Description, string AxisTitle, string Source, string Release, IReadOnlyList<CurveColumn> Columns)
    : ChartSeries(Id, Title, Description, AxisTitle, Source, Release)
{
    /// <summary>Sentences below the drawing, where there are too many columns to write each out.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    public override ChartPlan Place(ChartSize size, ChartWords words) => new CurveLayout(this, size, words).Place();
}

/// <summary>A place in the order.</summary>
/// <param name="Points">One for each way of knowing. Of several in one column the curve follows what is not modelled.</param>
public sealed record CurveColumn(string Label, IReadOnlyList<CurvePoint> Points)
{
    /// <summary>A second line of the label: a date.</summary>
    public string? SubLabel { get; init; }

    /// <summary>Why there is no point; null where there is one.</summary>
    public string? Gap { get; init; }
}

/// <summary>A figure, per hour in the chart's currency.</summary>
/// <param name="Count">What it rests on, as written.</param>
/// <param name="RangeWords">What the range around it is: "middle half".</param>
public sealed record CurvePoint(FigureKind Kind, EvidenceTier Tier, double Typical, string Count, string RangeWords)
{
    public double? Low { get; init; }
    public double? High { get; init; }
    public bool IsModelled { get; init; }

    /// <summary>Whether it is an older figure that was carried on, and nothing new.</summary>
    public bool IsCarried { get; init; }

    internal IEnumerable<double> Amounts => new[] { Typical, Low, High }.OfType<double>();
}
