using Analytics.Models.Evidence;

namespace Analytics.Web.Charts;

/// <summary>What is drawn for one figure of an interval chart: range, middle half, open end, mark.</summary>
internal static class IntervalFigure
{
    private const double OpenLength = 44;
    private const double MarkRadius = 9;
    private const double ArrowLength = 8;

    /// <summary>The figure of <paramref name="row"/> at height <paramref name="y"/>.</summary>
    /// <param name="says">The row in words.</param>
    public static PlacedFigure Place(IntervalRow row, PayAxis axis, double y, string says)
    {
        var mark = KindMark.Of(row.Kind, row.IsModelled);
        var promised = row.Kind.Coarse() == CoarseKind.Advertised;
        var lines = new List<PlacedLine>();
        var arrows = new List<PlacedArrow>();
        if (Ends(row) is var (low, high) && low < high)
            lines.Add(new PlacedLine(axis.At(low), y, axis.At(high), y, mark.Tone, promised ? LineKind.PromisedRange : LineKind.Range));
        if (row is { MiddleLow: { } from, MiddleHigh: { } to } && from < to)
            lines.Add(new PlacedLine(axis.At(from), y, axis.At(to), y, mark.Tone, LineKind.MiddleHalf));
        if (Open(row, axis, y, mark.Tone) is var (line, arrow))
        {
            lines.Add(line);
            arrows.Add(arrow);
        }

        arrows.AddRange(Cuts(row, axis, y, mark.Tone));
        return new PlacedFigure(says, lines, arrows, [.. Marks(row).Where(axis.Holds).Select(at => new PlacedMark(axis.At(at), y, mark))]);
    }

    /// <summary>Entries for what occurs in the chart.</summary>
    public static IEnumerable<LegendEntry> Legend(IReadOnlyList<IntervalRow> rows, PayAxis axis, ChartWords words)
    {
        foreach (var entry in Kinds(rows.Select(row => (row.Kind, row.IsModelled)), words))
            yield return entry;
        if (rows.Any(row => row is { MiddleLow: not null, MiddleHigh: not null }))
            yield return new(words["middleHalf"], (x, y) => Sample(x, y, LineKind.MiddleHalf));
        if (rows.Any(row => row is { Low: not null, High: not null }))
            yield return new(words["range"], (x, y) => Sample(x, y, LineKind.Range));
        if (rows.Any(row => row.Open == OpenEnd.UpTo))
            yield return new(words["upTo"], (x, y) => OpenSample(x, y, toRight: false));
        if (rows.Any(row => row.Open == OpenEnd.AtLeast))
            yield return new(words["atLeast"], (x, y) => OpenSample(x, y, toRight: true));
        if (rows.Any(row => row.Amounts.Any(amount => !axis.Holds(amount))))
            yield return new(words["cut"], (x, y) => new(null, [], [new PlacedArrow(x + ArrowLength + 4, y, ToRight: false, ChartColour.Ink)], []));
    }

    /// <summary>Entries for kinds, each once.</summary>
    public static IEnumerable<LegendEntry> Kinds(IEnumerable<(FigureKind Kind, bool IsModelled)> kinds, ChartWords words) =>
        kinds.Distinct().Order().Select(one => new LegendEntry(words.Kind(one.Kind, one.IsModelled),
            (x, y) => new(null, [], [], [new PlacedMark(x + 11, y, KindMark.Of(one.Kind, one.IsModelled))])));

    private static (double Low, double High)? Ends(IntervalRow row) =>
        row is { Low: { } low, High: { } high } ? (low, high)
        : row is { Low: { } only, Typical: { } above } ? (only, above)
        : row is { High: { } upper, Typical: { } below } ? (below, upper)
        : null;

    /// <summary>A mark at the figure; where only a range is known, one at each end, since its middle is nobody's figure.</summary>
    private static IEnumerable<double> Marks(IntervalRow row) =>
        row.Typical is { } typical ? [typical] : new[] { row.Low, row.High }.OfType<double>().Distinct();

    private static (PlacedLine Line, PlacedArrow Arrow)? Open(IntervalRow row, PayAxis axis, double y, ChartColour tone)
    {
        if (row.Open == OpenEnd.None || Marks(row).Cast<double?>().FirstOrDefault() is not { } at || !axis.Holds(at))
            return null;
        var toRight = row.Open == OpenEnd.AtLeast;
        var start = axis.At(at) + (toRight ? MarkRadius : -MarkRadius);
        // Beside an end of the axis there is room for the arrowhead alone.
        var end = toRight
            ? Math.Max(start, Math.Min(axis.At(at) + OpenLength, axis.Right - ArrowLength))
            : Math.Min(start, Math.Max(axis.At(at) - OpenLength, axis.Left + ArrowLength));
        return (new PlacedLine(start, y, end, y, tone, LineKind.Open), new PlacedArrow(end, y, toRight, tone));
    }

    private static IEnumerable<PlacedArrow> Cuts(IntervalRow row, PayAxis axis, double y, ChartColour tone) =>
        row.Amounts.Where(amount => !axis.Holds(amount))
            .Select(amount => new PlacedArrow(axis.At(amount), y, axis.At(amount) > axis.Left, tone))
            .Distinct();

    /// <summary>The sample of a line in a legend.</summary>
    public static PlacedFigure Sample(double x, double y, LineKind kind) =>
        new(null, [new PlacedLine(x, y, x + 22, y, ChartColour.Ink, kind)], [], []);

    private static PlacedFigure OpenSample(double x, double y, bool toRight) =>
        new(null, [new PlacedLine(x + (toRight ? 0 : ArrowLength), y, x + (toRight ? 22 - ArrowLength : 22), y, ChartColour.Ink, LineKind.Open)],
            [new PlacedArrow(x + (toRight ? 22 - ArrowLength : ArrowLength), y, toRight, ChartColour.Ink)], []);
}
