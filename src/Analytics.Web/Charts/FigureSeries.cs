namespace Analytics.Web.Charts;

/// <summary>One figure as a small card: a great number, what stands around it, and what it rests on.</summary>
/// <param name="Row">The figure; null where none is known.</param>
/// <param name="Around">What the range around it is, in words; null where there is none.</param>
public sealed record FigureSeries(
    string Id, string Title, string Description, string AxisTitle, string Source, string Release, IntervalRow? Row, string? Around)
    : ChartSeries(Id, Title, Description, AxisTitle, Source, Release)
{
    public override ChartPlan Place(ChartSize size, ChartWords words) => new FigureLayout(this, size, words).Place();
}
