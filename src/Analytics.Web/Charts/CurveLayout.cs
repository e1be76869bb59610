using Analytics.Models.Evidence;

namespace Analytics.Web.Charts;

/// <summary>
/// Works out a curve: amounts upright, columns from left to right, the first way of knowing as a line with a band, others as marks with their ranges. What the points are is written
/// below each column where there is room, else in a list below the drawing; of many columns, the first and the last are named.
/// </summary>
internal sealed class CurveLayout(CurveSeries series, ChartSize size, ChartWords words) : ChartLayout(series, size, words)
{
    private const double WidePlot = 240;
    private const double NarrowPlot = 190;
    private const double TickHeight = 4;

    // With more columns than that only some are written out.
    private const int MostWritten = 6;

    private readonly CurveSeries series = series;
    // Ways of knowing, and those of them that are curves.
    private IReadOnlyList<(FigureKind Kind, bool IsModelled)> tracks = [];
    private IReadOnlyList<(FigureKind Kind, bool IsModelled)> curves = [];
    private double plotLeft;
    private double slot;
    private double bottom;

    protected override bool IsEmpty => !series.Columns.Any(column => column.Points.Count > 0);

    private double PlotHeight => Size.IsNarrow ? NarrowPlot : WidePlot;

    private bool IsWritten => series.Columns.Count <= MostWritten;

    protected override void PlaceBody()
    {
        double[] amounts = [.. Points().SelectMany(point => point.Amounts)];
        var axis = Axis = PayAxis.Fit(amounts, DistributionLayout.ScaleOf(amounts), 0, PlotHeight, _ => TickHeight);
        tracks = [.. Points().Select(Track).Distinct().OrderBy(track => track.IsModelled)];
        // Where ways of knowing stand in one column, one is the curve and the others stand beside it.
        curves = IsBeside ? [tracks[0]] : tracks;
        Y += 12;
        PlaceLegend(Entries());
        Y += 10;
        Write(AxisLine(axis.Scale), TextStyle.Small);
        // Room for what is written above a mark at the upper edge.
        Y += IsWritten ? 12 : 26;
        bottom = Y + PlotHeight;
        plotLeft = Left + axis.Ticks.Max(tick => TextStyle.Small.Room(Words.Amount(tick))) + 12;
        slot = (Right - plotLeft) / series.Columns.Count;
        PlaceUprightTicks(axis);
        PlaceTracks(axis);
        Y = bottom + 10;
        if (!IsWritten)
            PlaceSome(axis);
        else if (FitsColumns())
            PlaceColumns();
        else
            PlaceList();
        foreach (var note in IsWritten ? [] : series.Notes)
        {
            Y += 4;
            Write(note, TextStyle.Small);
        }
    }

    private bool IsBeside => series.Columns.Any(column => column.Points.Count > 1);

    private IEnumerable<CurvePoint> Points() => series.Columns.SelectMany(column => column.Points);

    private IEnumerable<LegendEntry> Entries()
    {
        foreach (var entry in IntervalFigure.Kinds(Points().Where(point => !point.IsCarried).Select(point => (point.Kind, point.IsModelled)), Words))
            yield return entry;
        foreach (var range in Points().Where(HasRange).Select(point => point.RangeWords).Distinct())
            yield return new(range, (x, y) => IsBand(range) ? BandSample(x, y) : IntervalFigure.Sample(x, y, LineKind.Range));
        if (Points().Any(point => point.IsCarried))
            yield return new(Words["carried"], (x, y) => IntervalFigure.Sample(x, y, LineKind.Open));
    }

    /// <summary>Whether a range of these words is a band anywhere: two columns of one curve in a row have it.</summary>
    private bool IsBand(string range) => curves.Any(curve => series.Columns.Zip(series.Columns.Skip(1)).Any(pair => Has(pair.First, curve, range) && Has(pair.Second, curve, range)));

    private static bool Has(CurveColumn column, (FigureKind, bool) track, string range) => column.Points.Any(point => Track(point) == track && HasRange(point) && point.RangeWords == range);

    private static PlacedFigure BandSample(double x, double y)
    {
        (Px, Px)[] upper = [(x, y - 5), (x + 22, y - 5)];
        (Px, Px)[] lower = [(x, y + 5), (x + 22, y + 5)];
        return new(null, [], [], [])
        {
            Shapes = [new([.. upper, .. lower.Reverse()], ChartColour.Ink, ShapeKind.Band), new(upper, ChartColour.Ink, ShapeKind.Edge), new(lower, ChartColour.Ink, ShapeKind.Edge)],
        };
    }

    private void PlaceUprightTicks(PayAxis axis)
    {
        foreach (var tick in axis.Ticks)
        {
            var y = At(axis, tick);
            Rules.Add(Rule(plotLeft, y, Right, y));
            Texts.Add(new PlacedText(plotLeft - 10, y + 4, Words.Amount(tick), TextStyle.Small, Anchor.End));
        }
    }

    private void PlaceTracks(PayAxis axis)
    {
        foreach (var curve in curves)
            PlaceCurve(axis, [.. series.Columns.Select(column => column.Points.FirstOrDefault(point => Track(point) == curve))]);
        for (var column = 0; column < series.Columns.Count; column++)
        {
            foreach (var point in series.Columns[column].Points)
            {
                var aside = IsBeside ? tracks.ToList().IndexOf(Track(point)) * Math.Min(18, slot / (tracks.Count + 1)) : 0;
                PlacePoint(axis, series.Columns[column], point, Middle(column) + aside, alone: !curves.Contains(Track(point)) || IsAlone(column, Track(point)));
            }
        }
    }

    private void PlacePoint(PayAxis axis, CurveColumn column, CurvePoint point, double x, bool alone)
    {
        if (point.IsCarried)
            return;
        var mark = KindMark.Of(point.Kind, point.IsModelled);
        PlacedLine[] range = alone && point is { Low: { } low, High: { } high } && low < high
            ? [new(x, At(axis, low), x, At(axis, high), mark.Tone, LineKind.Range)] : [];
        Figures.Add(new PlacedFigure(Says(column, point), range, [], [new PlacedMark(x, At(axis, point.Typical), mark)]));
    }

    /// <summary>Bands and lines from each column to the next that has a point too; dotted where nothing new came.</summary>
    private void PlaceCurve(PayAxis axis, IReadOnlyList<CurvePoint?> points)
    {
        var shapes = new List<PlacedShape>();
        var dotted = new List<PlacedLine>();
        foreach (var (from, to) in Runs(points, HasRange, HasRange))
        {
            var tone = Tone(points[from]!);
            (Px, Px)[] Edge(Func<CurvePoint, double> amount) => [.. Enumerable.Range(from, to - from + 1).Select(i => ((Px)Middle(i), (Px)At(axis, amount(points[i]!))))];
            var (upper, lower) = (Edge(point => point.High!.Value), Edge(point => point.Low!.Value));
            shapes.AddRange([new([.. upper, .. lower.Reverse()], tone, ShapeKind.Band), new(upper, tone, ShapeKind.Edge), new(lower, tone, ShapeKind.Edge)]);
        }

        foreach (var (from, to) in Runs(points, point => point is not null, point => point is { IsCarried: false }))
            shapes.Add(new([.. Enumerable.Range(from, to - from + 1).Select(i => ((Px)Middle(i), (Px)At(axis, points[i]!.Typical)))], Tone(points[from]!), ShapeKind.Curve));
        for (var i = 0; i < points.Count; i++)
        {
            if (points[i] is { IsCarried: true } carried)
                dotted.Add(new PlacedLine(i > 0 && points[i - 1] is { } before ? Middle(i - 1) : Middle(i) - (slot / 2), At(axis, i > 0 && points[i - 1] is { } last ? last.Typical : carried.Typical),
                    Middle(i), At(axis, carried.Typical), Tone(carried), LineKind.Open));
        }

        if (shapes.Count > 0 || dotted.Count > 0)
            Figures.Add(new PlacedFigure(null, dotted, [], []) { Shapes = shapes });
    }

    /// <summary>First and last of columns in a row, at least two.</summary>
    private static IEnumerable<(int From, int To)> Runs(IReadOnlyList<CurvePoint?> points, Func<CurvePoint?, bool> begins, Func<CurvePoint?, bool> goesOn)
    {
        var to = 0;
        for (var from = 0; from < points.Count; from = to + 1)
        {
            to = from;
            if (!begins(points[from]))
                continue;
            while (to + 1 < points.Count && goesOn(points[to + 1]))
                to++;
            if (to > from)
                yield return (from, to);
        }
    }

    // Without a neighbour on either side there is no band to show its range.
    private bool IsAlone(int column, (FigureKind, bool) track)
    {
        bool Has(int at) => at >= 0 && at < series.Columns.Count && series.Columns[at].Points.Any(point => Track(point) == track && HasRange(point));
        return !Has(column - 1) && !Has(column + 1);
    }

    private static bool HasRange(CurvePoint? point) => point is { Low: not null, High: not null };

    private double Middle(int column) => plotLeft + (slot * (column + 0.5));

    private double At(PayAxis axis, double amount) => bottom - axis.At(amount);

    private static (FigureKind Kind, bool IsModelled) Track(CurvePoint point) => (point.Kind, point.IsModelled);

    private static ChartColour Tone(CurvePoint point) => KindMark.Of(point.Kind).Tone;

    private string Says(CurveColumn column, CurvePoint point) => string.Join(", ", new[]
    {
        column.Label, column.SubLabel, Words.Kind(point.Kind, point.IsModelled, point.Tier), Words.Amount(point.Typical),
        Range(point) is { } range ? $"{point.RangeWords} {range}" : null, point.Count,
    }.OfType<string>());

    private string? Range(CurvePoint point) => point is { Low: { } low, High: { } high } ? Words.Between(low, high) : null;

    /// <summary>What is said of a column, line by line.</summary>
    private IEnumerable<(string Text, TextStyle Style)> Said(CurveColumn column)
    {
        yield return (column.Label, TextStyle.Label);
        if (column.SubLabel is { } sub)
            yield return (sub, TextStyle.Small);
        foreach (var point in column.Points)
        {
            yield return (Words.Amount(point.Typical), TextStyle.Value);
            if (Range(point) is { } range)
                yield return (range, TextStyle.Small);
            yield return (Told(point), TextStyle.Small);
        }

        if (column.Gap is { } gap)
            yield return (gap, TextStyle.Small);
    }

    private string Told(CurvePoint point) => string.Join(" · ", new[]
    {
        Words.Kind(point.Kind, point.IsModelled, point.Tier), point.Count, point.IsCarried ? Words["carried"] : null,
    }.OfType<string>());

    private bool FitsColumns() => slot >= 100 && series.Columns.SelectMany(Said).All(said => said.Text.Split(' ').All(word => said.Style.Room(word) <= slot - 10));

    private void PlaceColumns()
    {
        var (top, lowest) = (Y, Y);
        for (var i = 0; i < series.Columns.Count; i++)
        {
            var y = top;
            foreach (var (text, style) in Said(series.Columns[i]))
                y = WriteAt(style.Wrap(text, slot - 10), Middle(i), y, style, Anchor.Middle);
            lowest = Math.Max(lowest, y);
        }

        Y = lowest + 4;
    }

    /// <summary>Columns by number, and what is said of each in rows.</summary>
    private void PlaceList()
    {
        for (var i = 0; i < series.Columns.Count; i++)
            Texts.Add(new PlacedText(Middle(i), Y + 11, Number(i), TextStyle.Label, Anchor.Middle));
        Y += 24;
        for (var i = 0; i < series.Columns.Count; i++)
        {
            Rules.Add(Rule(Left, Y, Right, Y));
            Y += 6;
            var column = series.Columns[i];
            Write($"{Number(i)}. {string.Join(", ", new[] { column.Label, column.SubLabel }.OfType<string>())}", TextStyle.Label);
            foreach (var point in column.Points)
            {
                Write(Words.Amount(point.Typical) + (Range(point) is { } range ? $" ({range})" : ""), TextStyle.Value);
                Write(Told(point), TextStyle.Small);
            }

            if (column.Gap is { } gap)
                Write(gap, TextStyle.Small);
            Y += 4;
        }
    }

    /// <summary>As many labels as have room, the last always; amounts at the first and the last point.</summary>
    private void PlaceSome(PayAxis axis)
    {
        var widest = series.Columns.Max(column => Math.Max(TextStyle.Label.Room(column.Label), TextStyle.Small.Room(column.SubLabel ?? ""))) + 14;
        var taken = double.MaxValue;
        for (var i = series.Columns.Count - 1; i >= 0; i--)
        {
            var half = (widest - 14) / 2;
            var x = Math.Clamp(Middle(i), Left + half, Math.Max(Left + half, Right - half));
            if (x + half + 14 > taken)
                continue;
            taken = x - half;
            Texts.Add(new PlacedText(x, Y + 12, series.Columns[i].Label, TextStyle.Label, Anchor.Middle));
            if (series.Columns[i].SubLabel is { } sub)
                Texts.Add(new PlacedText(x, Y + 28, sub, TextStyle.Small, Anchor.Middle));
        }

        Y += series.Columns.Any(column => column.SubLabel is not null) ? 38 : 22;
        PlaceEnds(axis);
    }

    private void PlaceEnds(PayAxis axis)
    {
        var told = Enumerable.Range(0, series.Columns.Count).Where(i => series.Columns[i].Points.Count > 0).ToList();
        var last = Ended(axis, told[^1], told[Math.Max(0, told.Count - 2)]);
        Texts.Add(last);
        if (told.Count < 2)
            return;
        var first = Ended(axis, told[0], told[1]);
        var (a, b) = (TextStyle.Value.Room(first.Text) / 2, TextStyle.Value.Room(last.Text) / 2);
        if (last.X.Value - first.X.Value > a + b + 8)
            Texts.Add(first);
    }

    /// <summary>The amount of a column, above its range; below where the curve goes up from there and there is room.</summary>
    private PlacedText Ended(PayAxis axis, int column, int next)
    {
        var point = series.Columns[column].Points[0];
        var text = Words.Amount(point.Typical);
        var half = TextStyle.Value.Room(text) / 2;
        var (above, below) = (At(axis, point.High ?? point.Typical) - 11, At(axis, point.Low ?? point.Typical) + 21);
        var rises = series.Columns[next].Points[0].Typical > point.Typical;
        return new PlacedText(Math.Clamp(Middle(column), plotLeft + half, Math.Max(plotLeft + half, Right - half)), rises && below < bottom ? below : above, text, TextStyle.Value, Anchor.Middle);
    }

    private static string Number(int column) => (column + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
}
