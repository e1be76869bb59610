using Analytics.Models;
using Analytics.Models.Estimates;
using Analytics.Models.Evidence;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Web.Pages.Compare;
using Analytics.Web.Pages.Shared;
using Analytics.Web.Releases;

namespace Analytics.Web.Charts.Forms;

/// <summary>What release after release said of one cell: a platform, a kind of work, or both. A frozen chart ends with its release.</summary>
public sealed class HistoryForm(CellHistory history) : ChartForm
{
    public override string Name => "history";

    public override IReadOnlyList<string> Names { get; } = ["platform", "task", "measure"];

    public override async ValueTask<Chart?> ReadAsync(ChartQuery query, CancellationToken stop)
    {
        var asked = query.Asked;
        var choice = FormChoice.Read(query, Names);
        if (query.Faults.Count > 0)
            return null;
        var cell = new Cell(choice.Platform?.Slug, choice.Task, null, null, null);
        var moments = await history.OfAsync(asked.Release, cell, choice.Measure, stop);
        var told = moments.SkipWhile(moment => moment.Cell is null).Select(moment => (moment.Release, moment.Cell, Placing: Placing(asked, choice, moment))).ToList();
        var series = Series(asked, choice, told);
        var placings = told.Select(one => one.Placing).OfType<Placing>().ToList();
        series = series with { Alternative = CurveWords.Alternative(asked, series, placings), Notes = placings.Count == 0 ? [] : [CurveWords.Sentence(asked, series, placings[^1])] };
        return new(this, asked, series, ComparedTable.Of(asked, told.Where(one => one.Placing is not null), one => one.Placing!.Figure,
            ("release", one => ComparedTable.Text(one.Release.Id)), ("release_number", one => ComparedTable.Number(asked, one.Release.Number)),
            ("released", one => ComparedTable.Date(asked, Day(one.Release))), ("carried", one => ComparedTable.Flag(asked, one.Placing!.IsCarried))),
            choice.ToFilter(), Pages(choice));
    }

    private static Placing? Placing(Asked asked, FormChoice choice, CellMoment moment)
    {
        if (moment.Cell is not { } cell || (cell.Typical ?? cell.Median) is null)
            return null;
        var name = choice.Platform?.Name ?? asked.Text["card.allPlatforms"];
        var figure = cell.Contributors is null ? OfStudies(asked, name, cell) : OfReports(name, cell);
        return new(Label(asked, moment.Release), figure) { IsCarried = cell is { Contributors: not null, FromRelease: { } from } && from != moment.Release.Id };
    }

    /// <summary>The estimate with its interval; the bare median where there is no estimate from reports.</summary>
    private static ComparedFigure OfReports(string name, CellRow cell)
    {
        var row = ComparedFigures.Row(name, cell, newest: null);
        return cell.Basis is EstimateBasis.Direct or EstimateBasis.Modelled ? row with { Low = cell.Low, High = cell.High } : row with { Typical = cell.Median, Basis = null, Low = null, High = null };
    }

    // The studies' own rows may have changed since; the estimate is as that release had it.
    private static ComparedFigure OfStudies(Asked asked, string name, CellRow cell)
    {
        var study = cell.FigureIds.Select(asked.Release.Figure).FirstOrDefault(figure => figure is not null);
        return new(name, cell.Cell.Platform, study?.Kind ?? FigureKind.StudyStatistic, study?.Tier ?? EvidenceTier.C)
        {
            Typical = cell.Typical,
            Low = cell.Low,
            High = cell.High,
            Imputed = cell.Imputed,
            Basis = EstimateBasis.Studies,
            Count = cell.Workers is > 0 and var workers ? workers : null,
        };
    }

    private CurveSeries Series(Asked asked, FormChoice choice, IReadOnlyList<(ReleaseHead Release, CellRow? Cell, Placing? Placing)> told) => new(
        Name, asked.Titled("historyChart.title", choice.Platform?.Name, choice.Task is { } task ? asked.Text.Word(task) : null, asked.Text.Word(choice.Measure)),
        asked.Text["historyChart.description"], asked.PerHour(), asked.SourceLine("compare.chartSource"), asked.CitedRelease(),
        [.. told.Select(one => new CurveColumn(Label(asked, one.Release), one.Placing is { } placing ? [Point(asked, placing)] : [])
        {
            SubLabel = asked.Text.Figures.Date(Day(one.Release)),
            Gap = one.Placing is not null ? null : asked.Text[one.Cell is { Blank: { } blank } ? $"cells.suppressed.{blank}" : "curve.noneKnown"],
        })])
    {
        Warning = asked.SimulatedLine(),
    };

    private static CurvePoint Point(Asked asked, Placing placing) => CurveWords.Point(asked, placing, placing.Figure.Low, placing.Figure.High,
        asked.Text[placing.Figure.Basis == EstimateBasis.Studies ? "curve.studies" : "curve.interval"]);

    private static string Label(Asked asked, ReleaseHead release) => asked.Text.Fill("historyChart.release", ("number", asked.Text.Figures.Number(release.Number)));

    private static DateOnly Day(ReleaseHead release) => DateOnly.FromDateTime(release.MadeAt.UtcDateTime);

    private static IReadOnlyList<string> Pages(FormChoice choice) => choice switch
    {
        { Platform: { } platform } => [$"/platforms/{platform.Slug}"],
        { Task: { } task } => [$"/tasks/{Term.Of(task)}"],
        _ => ["/"],
    };
}
