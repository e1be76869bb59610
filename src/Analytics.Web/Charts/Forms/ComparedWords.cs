using Analytics.Web.Pages.Compare;
using Analytics.Web.Pages.Shared;

namespace Analytics.Web.Charts.Forms;

/// <summary>A chart of a comparison in words, for those who do not see it: what is compared, highest, lowest, spread, certainty, n.</summary>
internal static class ComparedWords
{
    public static string Alternative(Asked asked, ChartSeries series, IReadOnlyList<ComparedFigure> rows)
    {
        var text = asked.Text;
        var paid = rows.Where(row => row.Level is not null).OrderByDescending(row => row.Level).ToList();
        if (paid.Count == 0)
            return $"{series.Title}. {text["chart.empty"]}";
        var said = new List<string> { text.Fill("alternative.compared", ("title", series.Title), ("unit", series.AxisTitle), ("n", text.Count("alternative.figures", rows.Count))) };
        if (paid.Count == 1)
            said.Add(text.Fill("alternative.only", ("figure", Figure(asked, paid[0]))));
        else
            said.Add(text.Fill("alternative.ends", ("highest", Figure(asked, paid[0])), ("lowest", Figure(asked, paid[^1]))));
        if (paid.Where(row => row is { Low: > 0, High: not null }).MaxBy(row => row.High!.Value / row.Low!.Value) is { } widest)
            said.Add(text.Fill("alternative.spread", ("name", asked.Name(widest)), ("range", asked.Between(widest.Low!.Value, widest.High!.Value))));
        if (paid.Where(row => row.Count is not null).MaxBy(row => row.Count) is { } most)
            said.Add(text.Fill("alternative.most", ("name", asked.Name(most)), ("n", asked.Count(most))));
        if (paid.Count(row => row.Count is null) is > 0 and var without)
            said.Add(text.Count("alternative.without", without));
        return string.Join(" ", said);
    }

    private static string Figure(Asked asked, ComparedFigure row) => asked.Text.Fill("alternative.figure",
        ("name", asked.Name(row)), ("pay", asked.Pay(row) ?? asked.Text["figure.notKnown"]), ("kind", new KindBadge(asked.Text, row.Kind) { IsModelled = row.IsModelled }.Words));
}
