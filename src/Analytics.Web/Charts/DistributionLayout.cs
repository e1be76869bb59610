namespace Analytics.Web.Charts;

/// <summary>
/// Works out a chart of quantiles: for each row a band from tenth to tenth, a bar over the middle half and a line at the median, each with its amount
/// written beside it; the mark of the kind stands by the median's.
/// </summary>
internal sealed class DistributionLayout(DistributionSeries series, ChartSize size, ChartWords words) : ChartLayout(series, size, words)
{
    private const double Gutter = 18;
    private const double BandHeight = 12;
    private const double BarHeight = 20;
    private const double SampleHeight = 13;

    // What a mark before an amount takes.
    private const double MarkBefore = 20;

    // Where the largest is more than that many times the smallest, an axis from zero would press the small ones into one place.
    private const double WidestLinear = 12;

    private readonly DistributionSeries series = series;

    protected override bool IsEmpty => series.Rows.Count == 0;

    protected override void PlaceBody()
    {
        var labelWidth = Size.IsNarrow ? 0 : Math.Clamp(Width * 0.27, 165, 290) + Gutter;
        double[] amounts = [.. series.Rows.SelectMany(row => row.Amounts)];
        var axis = Axis = PayAxis.Fit(amounts, ScaleOf(amounts), Left + labelWidth + MarkRoom, Right - MarkRoom, amount => TextStyle.Small.Room(Words.Amount(amount)));
        Y += 12;
        // An axis of nothing would be made up.
        if (amounts.Length > 0)
        {
            PlaceLegend(Entries());
            Y += 10;
            Write(AxisLine(axis.Scale), TextStyle.Small);
            PlaceTicks(axis);
        }

        var top = Y;
        string? group = null;
        foreach (var row in series.Rows)
        {
            if (row.Label != group)
                Rules.Add(Rule(Left, Y, Right, Y));
            PlaceRow(row, axis, row.Label != group, labelWidth);
            group = row.Label;
        }

        Rules.Add(Rule(Left, Y, Right, Y));
        if (!Size.IsNarrow && amounts.Length > 0)
            Rules.AddRange(axis.Ticks.Select(tick => Rule(axis.At(tick), top, axis.At(tick), Y)));
        if (series.Rows.Count > 12 && amounts.Length > 0)
            PlaceTicks(axis);
    }

    internal static PayScale ScaleOf(IReadOnlyCollection<double> amounts) =>
        amounts.Count > 0 && amounts.Min() > 0 && amounts.Max() / amounts.Min() > WidestLinear ? PayScale.Log : PayScale.Linear;

    private IEnumerable<LegendEntry> Entries()
    {
        foreach (var entry in IntervalFigure.Kinds(series.Rows.Where(row => row.Median is not null).Select(row => (row.Kind, false)), Words))
            yield return entry;
        if (series.Rows.Any(row => row is { P10: not null, P90: not null }))
            yield return new(Words["tenths"], (x, y) => new(null, [], [], []) { Shapes = Band(x, x + 22, y, ChartColour.Ink, SampleHeight - 5) });
        if (series.Rows.Any(row => row is { P25: not null, P75: not null }))
            yield return new(Words["middleHalf"], (x, y) => new(null, [], [], []) { Shapes = [Bar(x, x + 22, y, ChartColour.Ink, SampleHeight)] });
        if (series.Rows.Any(row => row.Median is not null))
            yield return new(Words["median"], (x, y) => new(null, [MedianLine(x + 11, y, ChartColour.Paper, SampleHeight)], [], []) { Shapes = [Bar(x, x + 22, y, ChartColour.Ink, SampleHeight)] });
    }

    private void PlaceRow(DistributionRow row, PayAxis axis, bool opens, double labelWidth)
    {
        var start = Y += 8;
        var width = labelWidth > 0 ? labelWidth - Gutter : Right - Left;
        if (opens)
            Y = WriteAt(TextStyle.Label.Wrap(row.Label, width, 3), Left, Y, TextStyle.Label);
        if (row.SubLabel is { } sub)
            Y = WriteAt(TextStyle.Small.Wrap(sub, width, 3), Left, Y, TextStyle.Small);
        Y = WriteAt(TextStyle.Small.Wrap(Words.Kind(row.Kind, false, row.Tier), width, 3), Left, Y, TextStyle.Small);
        // How many reports are withheld is withheld too.
        if (row.Blank is null)
            Y = WriteAt(TextStyle.Small.Wrap(RestsOn(row.Count, row.Age, width), width, 4), Left, Y, TextStyle.Small);
        var plot = labelWidth > 0 ? start : Y + 2;
        var end = row.Amounts.Any() ? PlaceSpread(row, axis, plot) : PlaceBlank(row, plot, labelWidth);
        Y = Math.Max(Y, end) + 8;
    }

    private double PlaceBlank(DistributionRow row, double top, double labelWidth) =>
        WriteAt(TextStyle.Small.Wrap(row.Blank ?? Words["notShown"], Right - Left - labelWidth, 4), Left + labelWidth, top, TextStyle.Small);

    /// <summary>The median's amount above, the drawing, the other amounts below in as many lines as they need.</summary>
    private double PlaceSpread(DistributionRow row, PayAxis axis, double top)
    {
        var tone = KindMark.Of(row.Kind).Tone;
        var middle = top + 18 + (BarHeight / 2) + 2;
        var shapes = new List<PlacedShape>();
        if (row is { P10: { } p10, P90: { } p90 } && p10 < p90)
            shapes.AddRange(Band(axis.At(p10), axis.At(p90), middle, tone));
        if (row is { P25: { } p25, P75: { } p75 } && p25 < p75)
            shapes.Add(Bar(axis.At(p25), axis.At(p75), middle, tone));
        var lines = new List<PlacedLine>();
        var marks = new List<PlacedMark>();
        if (row.Median is { } median)
        {
            var said = Centred(median, axis, top + 13, TextStyle.Value, before: MarkBefore);
            Texts.Add(said);
            // Within a bar of its own colour a mark would look like the outline of another.
            marks.Add(new PlacedMark(said.X.Value - (TextStyle.Value.Room(said.Text) / 2) - MarkBefore + 9, top + 8, KindMark.Of(row.Kind)));
            lines.Add(MedianLine(axis.At(median), middle, shapes.Exists(shape => shape.Kind == ShapeKind.Bar) ? ChartColour.Paper : tone));
        }

        Figures.Add(new PlacedFigure(Says(row), lines, [], marks) { Shapes = shapes });
        return PlaceAmounts([row.P10, row.P90, row.P25, row.P75], axis, middle + (BarHeight / 2) + 4);
    }

    private double PlaceAmounts(double?[] amounts, PayAxis axis, double top)
    {
        var lanes = new List<List<(double From, double To)>>();
        foreach (var amount in amounts.OfType<double>().Distinct())
        {
            var text = Centred(amount, axis, 0, TextStyle.Small);
            var half = TextStyle.Small.Room(text.Text) / 2;
            var (from, to) = (text.X.Value - half - 4, text.X.Value + half + 4);
            var lane = lanes.FindIndex(taken => taken.TrueForAll(other => to <= other.From || from >= other.To));
            if (lane < 0)
            {
                lane = lanes.Count;
                lanes.Add([]);
            }

            lanes[lane].Add((from, to));
            Texts.Add(text with { Y = top + 12 + (lane * TextStyle.Small.Leading) });
        }

        return top + (lanes.Count * TextStyle.Small.Leading) + 2;
    }

    private PlacedText Centred(double amount, PayAxis axis, double y, TextStyle style, double before = 0)
    {
        var text = Words.Amount(amount);
        var half = style.Room(text) / 2;
        var least = axis.Left - MarkRoom + before + half;
        return new PlacedText(Math.Clamp(axis.At(amount), least, Math.Max(least, Right - half)), y, text, style, Anchor.Middle);
    }

    private string Says(DistributionRow row) => string.Join(", ", new[]
    {
        row.Label, row.SubLabel, Words.Kind(row.Kind, false, row.Tier),
        row.P10 is { } p10 ? $"p10 {Words.Amount(p10)}" : null, row.P25 is { } p25 ? $"p25 {Words.Amount(p25)}" : null,
        row.Median is { } median ? $"p50 {Words.Amount(median)}" : null,
        row.P75 is { } p75 ? $"p75 {Words.Amount(p75)}" : null, row.P90 is { } p90 ? $"p90 {Words.Amount(p90)}" : null, row.Count, row.Age,
    }.OfType<string>());

    // The filling alone is too faint to see an end by.
    private static PlacedShape[] Band(double from, double to, double y, ChartColour tone, double height = BandHeight)
    {
        var corners = Corners(from, to, y, height);
        return [new(corners, tone, ShapeKind.Band), new([.. corners, corners[0]], tone, ShapeKind.Edge)];
    }

    private static PlacedShape Bar(double from, double to, double y, ChartColour tone, double height = BarHeight) => new(Corners(from, to, y, height), tone, ShapeKind.Bar);

    private static (Px X, Px Y)[] Corners(double from, double to, double y, double height) =>
        [(from, y - (height / 2)), (to, y - (height / 2)), (to, y + (height / 2)), (from, y + (height / 2))];

    private static PlacedLine MedianLine(double x, double y, ChartColour tone, double height = BarHeight) => new(x, y - (height / 2), x, y + (height / 2), tone, LineKind.Range);
}
