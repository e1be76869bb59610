using Analytics.Models.Rollups;
using Analytics.Web.Charts;
using Analytics.Web.Pages.Compare;

namespace Analytics.Web.Pages.Shared;

/// <summary>A page that sets platforms side by side for one kind of work or one country. The reader chooses only which hours are counted.</summary>
public abstract class PayPage : ReleasePage
{
    public CompareChoice Choice { get; private set; } = new();

    public Comparison Comparison { get; private set; } = null!;

    /// <summary>Null where no pay per hour is known.</summary>
    public ChartFigure? Chart { get; private set; }

    /// <summary>Reads from the query which hours are counted and compares by that.</summary>
    /// <param name="choice">The work or the country that the page is of.</param>
    /// <returns>False where the query holds a value that is not known.</returns>
    protected bool Compare(CompareChoice choice)
    {
        var faults = new Dictionary<string, string>();
        Choice = choice with { Measure = Chosen.Term<PayMeasure>(Request.Query, "measure", faults) ?? PayMeasure.PaidOnly };
        if (faults.Count > 0)
            return false;
        Comparison = Comparison.Of(Asked.Release, Choice);
        var query = Asked.FileQuery([.. Choice.ToFilter(), ("lang", Text.Language.Code)]);
        Chart = Comparison.Telling(Choice).Count == 0 ? null
            : DrawnChart.Draw(Asked, ComparisonChart.Series(Asked, Choice, Comparison), [("SVG", $"/charts/interval.svg{query}"), ("PNG", $"/charts/interval.png{query}")]);
        return true;
    }

    /// <summary>The part of the page that shows the comparison.</summary>
    /// <param name="path">Address of the page after the language.</param>
    public PayByPlatform ByPlatform(string path) => new(Asked, new MeasureSwitch(Asked, path, Choice.Measure), Chart, new PayTable(Asked, Comparison.Rows));

    /// <summary>What of the query the page's other language keeps, beside currency and release.</summary>
    public (string Name, string? Value)[] Switched => new CompareChoice { Measure = Choice.Measure }.ToFilter();
}
