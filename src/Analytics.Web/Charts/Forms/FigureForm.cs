using Analytics.Web.Pages.Compare;
using Analytics.Web.Pages.Shared;

namespace Analytics.Web.Charts.Forms;

/// <summary>One figure of a platform as a small card: what its workers report, else what studies measured, else what single workers got, else what is promised.</summary>
public sealed class FigureForm : ChartForm
{
    public override string Name => "figure";

    public override IReadOnlyList<string> Names { get; } = ["platform", "task", "experience", "country", "measure"];

    public override ValueTask<Chart?> ReadAsync(ChartQuery query, CancellationToken stop)
    {
        var asked = query.Asked;
        var choice = FormChoice.Read(query, Names);
        FormChoice.NeedPlatform(query, choice);
        if (query.Faults.Count > 0)
            return default;
        ComparedFigure[] rows = Telling(asked, choice) is { } told ? [told] : [];
        var series = Series(asked, choice, rows.FirstOrDefault());
        return new(new Chart(this, asked, series with { Alternative = ComparedWords.Alternative(asked, series, rows) }, ComparedTable.Of(asked, rows), choice.ToFilter(), [$"/platforms/{choice.Platform!.Slug}"]));
    }

    /// <summary>The most telling row that has pay; null where none has.</summary>
    private static ComparedFigure? Telling(Asked asked, FormChoice choice) => Comparison
        .OfPlatform(asked.Release, choice.Platform!, new() { Task = choice.Task, Experience = choice.Experience, Country = choice.Country, Measure = choice.Measure })
        .Where(row => row.Level > 0).OrderBy(Comparison.Rank).FirstOrDefault();

    private FigureSeries Series(Asked asked, FormChoice choice, ComparedFigure? row) => new(
        Name,
        asked.Text.Fill("oneFigure.title", ("platform", choice.Platform!.Name)),
        string.Join(" · ", new[]
        {
            choice.Task is { } task ? asked.Text.Word(task) : null, asked.Country(choice.Country),
            choice.Experience is { } band ? asked.Text.Word(band) : null, asked.Text.Word(choice.Measure),
        }.OfType<string>()),
        asked.PerHour(), asked.SourceLine("compare.chartSource"), asked.CitedRelease(),
        row is null ? null : ComparisonChart.Row(asked, row), row is null ? null : asked.Around(row))
    {
        Warning = asked.SimulatedLine(),
    };
}
