namespace Analytics.Web.Charts;

/// <summary>Works out an interval chart: legend, axis, and the figures under one another.</summary>
internal sealed class IntervalLayout(IntervalSeries series, ChartSize size, ChartWords words) : ChartLayout(series, size, words)
{
    private const double Gutter = 18;
    private const double BandHeight = 26;

    private readonly IntervalSeries series = series;

    protected override bool IsEmpty => series.Rows.Count == 0;

    protected override void PlaceBody()
    {
        var (labelWidth, valueWidth) = Columns();
        var axis = Axis = PayAxis.Fit([.. series.Rows.SelectMany(row => row.Amounts)], series.Scale,
            Left + (Size.IsNarrow ? MarkRoom : labelWidth + Gutter + MarkRoom),
            Right - (Size.IsNarrow ? MarkRoom : valueWidth + Gutter + MarkRoom),
            amount => TextStyle.Small.Room(Words.Amount(amount)));
        Y += 12;
        PlaceLegend(IntervalFigure.Legend(series.Rows, axis, Words));
        Y += 10;
        Write(AxisLine(axis.Scale), TextStyle.Small);
        PlaceTicks(axis);
        var top = Y;
        string? group = null;
        foreach (var row in series.Rows)
        {
            if (row.Label != group)
                Rules.Add(Rule(Left, Y, Right, Y));
            if (Size.IsNarrow)
                PlaceNarrow(row, axis, row.Label != group);
            else
                PlaceWide(row, axis, row.Label != group, labelWidth, valueWidth);
            group = row.Label;
        }

        Rules.Add(Rule(Left, Y, Right, Y));
        if (!Size.IsNarrow)
            Rules.AddRange(axis.Ticks.Select(tick => Rule(axis.At(tick), top, axis.At(tick), Y)));
        if (series.Rows.Count > 12)
            PlaceTicks(axis);
    }

    private (double Label, double Value) Columns()
    {
        var widest = series.Rows.Select(row => Math.Max(TextStyle.Value.Room(Words.Value(row)), TextStyle.Small.Room(RestsOn(row, 0))))
            .DefaultIfEmpty(0).Max();
        return (Math.Clamp(Size.Width * 0.27, 165, 290), Math.Clamp(widest + 2, 90, Math.Max(90, Size.Width * 0.21)));
    }

    /// <summary>Label left, figure in the middle, value right.</summary>
    private void PlaceWide(IntervalRow row, PayAxis axis, bool opens, double labelWidth, double valueWidth)
    {
        var start = Y + 8;
        var said = start;
        if (opens)
            said = WriteAt(TextStyle.Label.Wrap(row.Label, labelWidth, 3), Left, said, TextStyle.Label);
        if (row.SubLabel is { } sub)
            said = WriteAt(TextStyle.Small.Wrap(sub, labelWidth, 3), Left, said, TextStyle.Small);
        said = WriteAt(TextStyle.Small.Wrap(Words.Kind(row), labelWidth, 3), Left, said, TextStyle.Small);

        var from = Right - valueWidth;
        var counted = WriteAt(TextStyle.Value.Wrap(Words.Value(row), valueWidth, 3), from, start, TextStyle.Value);
        counted = WriteAt(TextStyle.Small.Wrap(RestsOn(row, valueWidth), valueWidth, 4), from, counted, TextStyle.Small);

        var end = Math.Max(said, counted);
        Figures.Add(IntervalFigure.Place(row, axis, (start + end) / 2, Words.Says(row)));
        Y = end + 8;
    }

    /// <summary>Label and value, then what the figure rests on, then the figure over the whole width.</summary>
    private void PlaceNarrow(IntervalRow row, PayAxis axis, bool opens)
    {
        Y += 8;
        var value = Words.Value(row);
        var valueWidth = Math.Min(TextStyle.Value.Room(value), (Right - Left) * 0.5);
        var values = TextStyle.Value.Wrap(value, valueWidth + 1, 3);
        var labels = TextStyle.Label.Wrap(opens ? row.Label : row.SubLabel ?? Words.Kind(row), Right - Left - valueWidth - 12, 4);
        var valuesEnd = WriteAt(values, Right, Y, TextStyle.Value, Anchor.End);
        Y = Math.Max(WriteAt(labels, Left, Y, opens ? TextStyle.Label : TextStyle.Small), valuesEnd);
        string?[] said = opens
            ? [row.SubLabel, Words.Kind(row), RestsOn(row, Right - Left)]
            : [row.SubLabel is null ? null : Words.Kind(row), RestsOn(row, Right - Left)];
        Write(string.Join(" · ", said.OfType<string>()), TextStyle.Small);
        Rules.AddRange(axis.Ticks.Select(tick => Rule(axis.At(tick), Y + 4, axis.At(tick), Y + BandHeight)));
        Figures.Add(IntervalFigure.Place(row, axis, Y + 4 + ((BandHeight - 4) / 2), Words.Says(row)));
        Y += BandHeight + 6;
    }

    private static string RestsOn(IntervalRow row, double width) => RestsOn(row.Count, row.Age, width);
}
