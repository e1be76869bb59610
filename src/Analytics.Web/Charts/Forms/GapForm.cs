using Analytics.Models.Estimates;
using Analytics.Models.Evidence;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Web.Pages.Compare;
using Analytics.Web.Pages.ModelCards;
using Analytics.Web.Pages.Shared;

namespace Analytics.Web.Charts.Forms;

/// <summary>What is promised beside what is paid, platform by platform or work by work, the widest gap first. How many times the pay a promise is, is the release's own figure.</summary>
public sealed class GapForm : ChartForm
{
    public override string Name => "gap";

    public override IReadOnlyList<string> Names { get; } = ["platform", "task"];

    public override ValueTask<Chart?> ReadAsync(ChartQuery query, CancellationToken stop)
    {
        var asked = query.Asked;
        var choice = FormChoice.Read(query, Names);
        if (query.Faults.Count > 0)
            return default;
        var gaps = Gaps(asked, choice);
        var rows = gaps.GroupBy(gap => (gap.Platform, gap.TaskType)).OrderByDescending(group => group.Max(gap => gap.Times)).SelectMany(group => OfGroup(asked, [.. group])).ToList();
        var series = Series(asked, choice, gaps, rows);
        var figures = rows.ConvertAll(row => row.Figure);
        return new(new Chart(this, asked, series with { Alternative = Alternative(asked, series, gaps, figures) },
            ComparedTable.Of(asked, rows, row => row.Figure,
                ("promises", row => ComparedTable.Number(asked, row.Gap?.Adverts)), ("times", row => ComparedTable.Number(asked, row.Gap?.Times)),
                ("times_low", row => ComparedTable.Number(asked, row.Gap?.Low)), ("times_high", row => ComparedTable.Number(asked, row.Gap?.High))),
            choice.ToFilter(), ComparedTable.Pages(figures)));
    }

    /// <param name="Gap">Of a promise; null for the pay.</param>
    private sealed record GapRow(ComparedFigure Figure, AdvertGap? Gap);

    // Nothing chosen: all work, platform by platform. A platform: all its work and each kind. A kind of work: over all platforms and on each.
    private static List<AdvertGap> Gaps(Asked asked, FormChoice choice) => [.. asked.Release.Release.AdvertGaps.Where(gap =>
        (choice.Platform is null || gap.Platform == choice.Platform.Slug) && (choice.Task is null || gap.TaskType == choice.Task)
        && (choice is not { Platform: null, Task: null } || gap is { Platform: not null, TaskType: null }))];

    private static IEnumerable<GapRow> OfGroup(Asked asked, IReadOnlyList<AdvertGap> gaps)
    {
        var name = asked.Subject(gaps[0]);
        foreach (var paid in Paid(asked, name, gaps[0]))
            yield return new(paid, null);
        foreach (var gap in gaps.OrderByDescending(g => g.Times))
        {
            if (Promised(asked, name, gap) is { } promised)
                yield return new(promised, gap);
        }
    }

    private static IEnumerable<ComparedFigure> Paid(Asked asked, string name, AdvertGap gap)
    {
        var release = asked.Release;
        // As the gap itself is taken: pay for that very work, else on the platform, else for such work anywhere.
        Cell[] cells = [new(gap.Platform, gap.TaskType, null, null, null), new(gap.Platform, null, null, null, null), new(null, gap.TaskType, null, null, null)];
        var cell = cells.Where(c => c != default).Select(c => release.CellOf(c, PayMeasure.PaidOnly)).FirstOrDefault(c => c?.Typical is not null);
        if (cell is { Contributors: not null })
            yield return ComparedFigures.Row(name, cell, cell.Cell.Platform is { } slug ? Comparison.NewestQuarter(release, slug) : null);
        if (cell is { Basis: EstimateBasis.Studies } && cell.FigureIds.Select(release.Figure).OfType<FigureRow>().ToList() is { Count: > 0 } studies)
            yield return ComparedFigures.Row(name, cell, studies);
    }

    /// <summary>Every promise of the gap: the one, or from the lowest to the highest; their middle is nobody's promise.</summary>
    private static ComparedFigure? Promised(Asked asked, string name, AdvertGap gap)
    {
        var all = gap.Platform is { } slug ? asked.Release.FiguresOf(slug) : asked.Release.Release.Figures;
        var promises = all.Where(f => f.Kind == gap.Kind && f.PaidOnly is not null && (gap.TaskType is null || f.TaskType == gap.TaskType)).ToList();
        if (promises.Count == 0)
            return null;
        var row = ComparedFigures.Row(name, Comparison.MostGeneral(promises, PayMeasure.PaidOnly)[0], PayMeasure.PaidOnly);
        var (low, high) = (promises.Min(Held), promises.Max(Held));
        // Two that differ by a rounding are told as one.
        return high <= low * 1.01m ? row : row with { Typical = null, Low = low, High = high, MiddleLow = null, MiddleHigh = null, Bound = default, Of = promises.Count };
    }

    private static decimal Held(FigureRow promise) => promise.Kind == FigureKind.UpTo ? promise.PaidOnly!.Value.High : promise.PaidOnly!.Value.Typical;

    private IntervalSeries Series(Asked asked, FormChoice choice, IReadOnlyList<AdvertGap> gaps, IReadOnlyList<GapRow> rows) => new(
        Name, asked.Titled("gapChart.title", choice.Platform?.Name, choice.Task is { } task ? asked.Text.Word(task) : null),
        Description(asked, gaps), asked.PerHour(), asked.SourceLine("compare.chartSource"), asked.CitedRelease(),
        [.. rows.Select(row => Row(asked, row))])
    {
        Warning = asked.SimulatedLine(),
    };

    private static IntervalRow Row(Asked asked, GapRow row)
    {
        // A gap is named after all it is of, in the reader's language already.
        var drawn = ComparisonChart.Row(asked, row.Figure) with { Label = row.Figure.Label };
        return row.Gap is not { } gap ? drawn : drawn with
        {
            SubLabel = asked.Text.Fill("gapChart.times", ("times", asked.Times(gap.Times)), ("range", asked.Between(gap.Low, gap.High))),
            Count = asked.Against(gap),
        };
    }

    private static string Description(Asked asked, IReadOnlyList<AdvertGap> gaps) => gaps.Count == 0 ? asked.Text["gapChart.description"]
        : asked.Text.Fill("gapChart.widest", ("name", asked.Subject(gaps.MaxBy(g => g.Times)!)), ("times", asked.Times(gaps.Max(g => g.Times))));

    private static string Alternative(Asked asked, IntervalSeries series, IReadOnlyList<AdvertGap> gaps, IReadOnlyList<ComparedFigure> figures)
    {
        var said = new List<string> { ComparedWords.Alternative(asked, series, figures) };
        said.AddRange(gaps.Take(6).Select(gap => asked.Text.Fill("gapChart.said", ("name", asked.Subject(gap)), ("kind", asked.Text.Word(gap.Kind)),
            ("times", asked.Times(gap.Times)), ("range", asked.Between(gap.Low, gap.High)), ("against", asked.Against(gap)))));
        return string.Join(" ", said);
    }
}
