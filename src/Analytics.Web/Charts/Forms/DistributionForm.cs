using Analytics.Models.Estimates;
using Analytics.Models.Evidence;
using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Analytics.Web.Pages.Compare;
using Analytics.Web.Pages.Shared;

namespace Analytics.Web.Charts.Forms;

/// <summary>
/// How pay is spread: published quantiles of reports, and of studies that tell theirs. A platform's by kind of work, a kind of work's by platform, else all platforms'.
/// No report is shown by itself.
/// </summary>
public sealed class DistributionForm : ChartForm
{
    public override string Name => "distribution";

    public override IReadOnlyList<string> Names { get; } = ["platform", "task", "experience", "country", "measure"];

    public override ValueTask<Chart?> ReadAsync(ChartQuery query, CancellationToken stop)
    {
        var asked = query.Asked;
        var choice = FormChoice.Read(query, Names);
        if (query.Faults.Count > 0)
            return default;
        var rows = Groups(asked, choice).SelectMany(group => Rows(asked, choice, group))
            .GroupBy(row => row.Label).OrderByDescending(group => group.Max(row => row.Quantiles[2])).SelectMany(group => group).ToList();
        var series = Series(asked, choice, rows);
        return new(new Chart(this, asked, series with { Alternative = Alternative(asked, series, rows) }, Table(asked, rows), choice.ToFilter(), ComparedTable.Pages(rows.Select(row => row.Figure))));
    }

    /// <param name="Quantiles">p10, p25, median, p75, p90; USD an hour.</param>
    private sealed record Spread(string Label, ComparedFigure Figure, IReadOnlyList<decimal?> Quantiles)
    {
        public string? Blank => Figure.Reports?.Blank;
    }

    private static IEnumerable<(PlatformRow? Platform, TaskType? Task)> Groups(Asked asked, FormChoice choice) => choice switch
    {
        { Platform: { } only, Task: { } task } => [(only, task)],
        { Platform: { } only } => [(only, null), .. Enum.GetValues<TaskType>().Select(task => ((PlatformRow?)only, (TaskType?)task))],
        _ => [(null, choice.Task), .. asked.Release.Release.Platforms.Select(platform => ((PlatformRow?)platform, choice.Task))],
    };

    private static IEnumerable<Spread> Rows(Asked asked, FormChoice choice, (PlatformRow? Platform, TaskType? Task) group)
    {
        var release = asked.Release;
        var label = choice.Platform is null ? group.Platform?.Name ?? asked.Text["card.allPlatforms"] : group.Task is { } task ? asked.Text.Word(task) : asked.Text["figure.allWork"];
        if (release.CellOf(new(group.Platform?.Slug, group.Task, choice.Experience, choice.Country, null), choice.Measure) is { } cell && (cell.Median is not null || cell.Blank is not null))
            yield return new(label, OfReports(asked, group.Platform, cell), [cell.P10, cell.P25, cell.Median, cell.P75, cell.P90]);
        if (group.Platform is null)
            yield break;
        foreach (var figure in release.FiguresOf(group.Platform.Slug).Where(f => f.TaskType == group.Task && f.Quantiles is not null && IsOf(f, choice)))
            yield return new(label, ComparedFigures.Row(group.Platform.Name, figure, choice.Measure), figure.Quantiles!);
    }

    // The median of the reports themselves, not what a model makes of it.
    private static ComparedFigure OfReports(Asked asked, PlatformRow? platform, CellRow cell) =>
        ComparedFigures.Row(platform?.Name ?? asked.Text["card.allPlatforms"], cell, platform is null ? null : Comparison.NewestQuarter(asked.Release, platform.Slug)) with { Typical = cell.Median, Basis = cell.Median is null ? null : EstimateBasis.Direct };

    // Quantiles are of the measure that the source states.
    private static bool IsOf(FigureRow figure, FormChoice choice) =>
        (choice.Country is null || figure.Country == choice.Country) && (choice.Experience is null || figure.Experience == choice.Experience)
        && figure.Rate(choice.Measure) is { } rate && rate == (figure.PaidOnly ?? figure.AllIn) && figure.Kind.Coarse() != CoarseKind.Advertised;

    private DistributionSeries Series(Asked asked, FormChoice choice, IReadOnlyList<Spread> rows) => new(
        Name,
        asked.Titled("distribution.title", choice.Platform?.Name, choice.Task is { } task ? asked.Text.Word(task) : null, asked.Country(choice.Country),
            choice.Experience is { } band ? asked.Text.Word(band) : null, asked.Text.Word(choice.Measure)),
        asked.Text["distribution.description"], asked.PerHour(), asked.SourceLine("compare.chartSource"), asked.CitedRelease(),
        [.. rows.Select(row => Row(asked, row))])
    {
        Warning = asked.SimulatedLine(),
    };

    private static DistributionRow Row(Asked asked, Spread row) => new(row.Label, row.Figure.Kind, row.Figure.Tier, asked.Count(row.Figure), asked.Age(row.Figure))
    {
        SubLabel = row.Figure.Figure is { } study ? Beside(asked.Subject(study), row.Label) : null,
        P10 = asked.Drawn(row.Quantiles[0]),
        P25 = asked.Drawn(row.Quantiles[1]),
        Median = asked.Drawn(row.Quantiles[2]),
        P75 = asked.Drawn(row.Quantiles[3]),
        P90 = asked.Drawn(row.Quantiles[4]),
        Blank = row.Blank is { } blank ? asked.Text[$"cells.suppressed.{blank}"] : null,
    };

    // What the label says already is not said again.
    private static string? Beside(string subject, string label) =>
        subject == label ? null : subject.StartsWith($"{label} · ", StringComparison.Ordinal) ? subject[(label.Length + 3)..] : subject;

    private static ChartTable Table(Asked asked, IReadOnlyList<Spread> rows) => ComparedTable.Of(asked, rows, row => row.Figure,
        ("p10", row => ComparedTable.Amount(asked, row.Quantiles[0])), ("p25", row => ComparedTable.Amount(asked, row.Quantiles[1])), ("p50", row => ComparedTable.Amount(asked, row.Quantiles[2])),
        ("p75", row => ComparedTable.Amount(asked, row.Quantiles[3])), ("p90", row => ComparedTable.Amount(asked, row.Quantiles[4])),
        ("blank", row => new(row.Blank, row.Blank is { } blank ? asked.Text[$"cells.suppressed.{blank}"] : "")));

    private static string Alternative(Asked asked, DistributionSeries series, IReadOnlyList<Spread> rows)
    {
        var said = new List<string> { ComparedWords.Alternative(asked, series, [.. rows.Select(row => row.Figure)]) };
        said.AddRange(rows.Where(row => row.Quantiles is [_, not null, not null, not null, _]).Take(6).Select(row => asked.Text.Fill("distribution.said",
            ("name", row.Label), ("median", asked.Money(row.Quantiles[2]!.Value)), ("half", asked.Between(row.Quantiles[1]!.Value, row.Quantiles[3]!.Value)), ("count", asked.Count(row.Figure)))));
        return string.Join(" ", said);
    }
}
