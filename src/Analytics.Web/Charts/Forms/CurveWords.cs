using Analytics.Models.Estimates;
using Analytics.Web.Pages.Compare;
using Analytics.Web.Pages.Shared;

namespace Analytics.Web.Charts.Forms;

/// <summary>A figure in an order, and where it stands there.</summary>
/// <param name="Column">The band, the release.</param>
internal sealed record Placing(string Column, ComparedFigure Figure)
{
    /// <summary>Whether it was computed for an earlier release than that of its column.</summary>
    public bool IsCarried { get; init; }
}

/// <summary>What curves share: their points, and themselves in words.</summary>
internal static class CurveWords
{
    /// <param name="range">What the range is, in words.</param>
    public static CurvePoint Point(Asked asked, Placing placing, decimal? low, decimal? high, string range)
    {
        var row = placing.Figure;
        return new(row.Kind, row.Tier, asked.Drawn(row.Typical)!.Value, asked.Count(row), range)
        {
            Low = asked.Drawn(low),
            High = asked.Drawn(high),
            IsModelled = row.Basis == EstimateBasis.Modelled,
            IsCarried = placing.IsCarried,
        };
    }

    /// <summary>The chart in words: what is compared, every point of few or the ends of many, the gaps.</summary>
    public static string Alternative(Asked asked, CurveSeries series, IReadOnlyList<Placing> placings)
    {
        var text = asked.Text;
        if (placings.Count == 0)
            return $"{series.Title}. {text["chart.empty"]}";
        var said = new List<string>
        {
            text.Fill("alternative.compared", ("title", series.Title), ("unit", series.AxisTitle), ("n", text.Count("alternative.figures", placings.Count))),
        };
        var (highest, lowest) = (placings.MaxBy(p => p.Figure.Typical)!, placings.MinBy(p => p.Figure.Typical)!);
        if (placings.Count > 1)
            said.Add(text.Fill("alternative.ends", ("highest", Figure(asked, highest)), ("lowest", Figure(asked, lowest))));
        var told = placings.Count <= 6 ? placings : [placings[0], placings[^1]];
        said.AddRange(told.Select(placing => Sentence(asked, series, placing)));
        said.AddRange(series.Columns.Where(column => column is { Gap: not null }).Select(column => $"{column.Label}: {column.Gap}."));
        return string.Join(" ", said);
    }

    /// <summary>"Release 3: $9 (middle half $7 to $11), Worker's report, about 60 reports."</summary>
    public static string Sentence(Asked asked, CurveSeries series, Placing placing)
    {
        var words = new ChartWords(asked.Text, asked.Currency.Code);
        var point = series.Columns.First(column => column.Label == placing.Column).Points.First(p => (p.Kind, p.IsModelled) == (placing.Figure.Kind, placing.Figure.IsModelled));
        var range = point is { Low: { } low, High: { } high } ? $" ({point.RangeWords} {words.Between(low, high)})" : "";
        return $"{placing.Column}: {words.Amount(point.Typical)}{range}, {words.Kind(point.Kind, point.IsModelled, point.Tier)}, {point.Count}{(point.IsCarried ? $", {words["carried"]}" : "")}.";
    }

    private static string Figure(Asked asked, Placing placing) => asked.Text.Fill("alternative.figure", ("name", placing.Column), ("pay", asked.Money(placing.Figure.Typical!.Value)),
        ("kind", new ChartWords(asked.Text, asked.Currency.Code).Kind(placing.Figure.Kind, placing.Figure.IsModelled)));
}
