using Analytics.Web.Pages.Compare;

namespace Analytics.Web.Charts.Forms;

/// <summary>Platforms, or kinds of work, side by side, each kind of evidence by itself: the comparison's chart.</summary>
public sealed class IntervalForm : ChartForm
{
    public override string Name => "interval";

    // What orders the table of the page changes nothing in the chart, and an address copied from there may hold it.
    public override IReadOnlyList<string> Names { get; } = ["platform", "task", "experience", "country", "kind", "measure", "sort", "order"];

    public override ValueTask<Chart?> ReadAsync(ChartQuery query, CancellationToken stop)
    {
        var asked = query.Asked;
        var choice = CompareChoice.Read(query.Query, asked.Release.Release, query.Faults);
        if (query.Faults.Count > 0)
            return default;
        var comparison = Comparison.Of(asked.Release, choice);
        var rows = comparison.Telling(choice);
        var series = ComparisonChart.Series(asked, choice, comparison);
        return new(new Chart(this, asked, series with { Alternative = ComparedWords.Alternative(asked, series, rows) }, ComparedTable.Of(asked, rows), choice.ToFilter(), ComparedTable.Pages(rows)));
    }
}
