using Analytics.Models.Evidence;

namespace Analytics.Web.Charts;

/// <summary>How pay is spread, as data: rows of published quantiles on one axis.</summary>
public sealed record DistributionSeries(
    string Id, string Title, string Description, string AxisTitle, string Source, string Release, IReadOnlyList<DistributionRow> Rows)
    : ChartSeries(Id, Title, Description, AxisTitle, Source, Release)
{
    public override ChartPlan Place(ChartSize size, ChartWords words) => new DistributionLayout(this, size, words).Place();

    public override ChartPlan PlacePreview(ChartWords words) => Rows.Count <= PreviewLayout.MostRows ? base.PlacePreview(words)
        : (this with { Rows = [.. Rows.Where(row => row.Blank is null).Take(PreviewLayout.MostRows)] }).PlacePreview(words);
}

/// <summary>
/// The quantiles of one group, per hour in the chart's currency. Each may be missing: of few reports the outer ones are not published, nor are studies' always known.
/// Following rows with the same label belong to one group, and the label is written once.
/// </summary>
/// <param name="Count">What it rests on, as written.</param>
/// <param name="Age">How old it is, as written.</param>
public sealed record DistributionRow(string Label, FigureKind Kind, EvidenceTier Tier, string Count, string Age)
{
    public string? SubLabel { get; init; }

    /// <summary>A tenth get less.</summary>
    public double? P10 { get; init; }
    public double? P25 { get; init; }
    public double? Median { get; init; }
    public double? P75 { get; init; }

    /// <summary>A tenth get more.</summary>
    public double? P90 { get; init; }

    /// <summary>Why nothing is shown; null where something is.</summary>
    public string? Blank { get; init; }

    internal IEnumerable<double> Amounts => new[] { P10, P25, Median, P75, P90 }.OfType<double>();
}
