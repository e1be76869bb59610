namespace Analytics.Web.Charts;

/// <summary>Works out an interval chart from top to bottom: strip, heading, legend, axis, figures, source.</summary>
internal sealed class IntervalLayout(IntervalSeries series, ChartSize size, ChartWords words)
{
    // What a mark or an arrowhead at an end of the axis takes beyond it.
    private const double MarkRoom = 18;
    private const double Gutter = 18;
    private const double BandHeight = 26;

    private readonly List<PlacedText> texts = [];
    private readonly List<PlacedLine> rules = [];
    private readonly List<PlacedFigure> legend = [];
    private readonly List<PlacedFigure> figures = [];
    private readonly double left = size.Margin;
    private readonly double right = size.Width - size.Margin;
    private PlacedBox? banner;
    private double y = size.Margin;

    public ChartPlan Place()
    {
        PlaceBanner();
        Write(series.Title, TextStyle.Title);
        y += 4;
        Write(series.Description, TextStyle.Sentence);
        var (labelWidth, valueWidth) = Columns();
        var axis = PayAxis.Fit([.. series.Rows.SelectMany(row => row.Amounts)], series.Scale,
            left + (size.IsNarrow ? MarkRoom : labelWidth + Gutter + MarkRoom),
            right - (size.IsNarrow ? MarkRoom : valueWidth + Gutter + MarkRoom),
            amount => TextStyle.Small.Room(words.Amount(amount)));
        if (series.Rows.Count == 0)
            PlaceEmpty();
        else
            PlaceBody(axis, labelWidth, valueWidth);
        y += 10;
        Write(series.Source, TextStyle.Small);
        Write(series.Release, TextStyle.Small);
        return new ChartPlan($"{series.Id}-{size.Width}", words.Language, series.Title, series.Alternative,
            (double)size.Width, Math.Ceiling(y + size.Margin + 2), banner, texts, rules, legend, figures)
        {
            Ticks = series.Rows.Count == 0 ? [] : axis.Ticks,
            Scale = axis.Scale,
        };
    }

    private void PlaceBanner()
    {
        if (series.Warning is not { } warning)
            return;
        var lines = TextStyle.Banner.Wrap(warning, right - left - 20);
        var height = (lines.Count * TextStyle.Banner.Leading) + 10;
        banner = new PlacedBox(left, y, right - left, height, ChartColour.Warning);
        WriteAt(lines, left + 10, y + 5, TextStyle.Banner);
        y += height + 12;
    }

    private void PlaceEmpty()
    {
        y += 16;
        rules.Add(Rule(left, y, right, y));
        y += 20;
        Write(words["empty"], TextStyle.Sentence);
        y += 20;
        rules.Add(Rule(left, y, right, y));
        y += 4;
    }

    private void PlaceBody(PayAxis axis, double labelWidth, double valueWidth)
    {
        y += 12;
        PlaceLegend(axis);
        y += 10;
        Write($"{series.AxisTitle} · {words[axis.Scale == PayScale.Log ? "logAxis" : "linearAxis"]}", TextStyle.Small);
        PlaceTicks(axis);
        var top = y;
        string? group = null;
        foreach (var row in series.Rows)
        {
            if (row.Label != group)
                rules.Add(Rule(left, y, right, y));
            if (size.IsNarrow)
                PlaceNarrow(row, axis, row.Label != group);
            else
                PlaceWide(row, axis, row.Label != group, labelWidth, valueWidth);
            group = row.Label;
        }

        rules.Add(Rule(left, y, right, y));
        if (!size.IsNarrow)
            rules.AddRange(axis.Ticks.Select(tick => Rule(axis.At(tick), top, axis.At(tick), y)));
        if (series.Rows.Count > 12)
            PlaceTicks(axis);
    }

    private (double Label, double Value) Columns()
    {
        var widest = series.Rows.Select(row => Math.Max(TextStyle.Value.Room(words.Value(row)), TextStyle.Small.Room(RestsOn(row, 0))))
            .DefaultIfEmpty(0).Max();
        return (Math.Clamp(size.Width * 0.27, 165, 290), Math.Clamp(widest + 2, 90, Math.Max(90, size.Width * 0.21)));
    }

    private void PlaceTicks(PayAxis axis)
    {
        var taken = double.MinValue;
        foreach (var tick in axis.Ticks)
        {
            var text = words.Amount(tick);
            var half = TextStyle.Small.Room(text) / 2;
            var x = Math.Clamp(axis.At(tick), left + half, Math.Max(left + half, right - half));
            // One that had to move in from the edge may have no place left.
            if (x - half <= taken)
                continue;
            texts.Add(new PlacedText(x, y + 13, text, TextStyle.Small, Anchor.Middle));
            taken = x + half;
        }

        y += 20;
    }

    /// <summary>Label left, figure in the middle, value right.</summary>
    private void PlaceWide(IntervalRow row, PayAxis axis, bool opens, double labelWidth, double valueWidth)
    {
        var start = y + 8;
        var said = start;
        if (opens)
            said = WriteAt(TextStyle.Label.Wrap(row.Label, labelWidth, 3), left, said, TextStyle.Label);
        if (row.SubLabel is { } sub)
            said = WriteAt(TextStyle.Small.Wrap(sub, labelWidth, 3), left, said, TextStyle.Small);
        said = WriteAt(TextStyle.Small.Wrap(words.Kind(row), labelWidth, 3), left, said, TextStyle.Small);

        var from = right - valueWidth;
        var counted = WriteAt(TextStyle.Value.Wrap(words.Value(row), valueWidth, 3), from, start, TextStyle.Value);
        counted = WriteAt(TextStyle.Small.Wrap(RestsOn(row, valueWidth), valueWidth, 4), from, counted, TextStyle.Small);

        var end = Math.Max(said, counted);
        figures.Add(IntervalFigure.Place(row, axis, (start + end) / 2, Says(row)));
        y = end + 8;
    }

    /// <summary>Label and value, then what the figure rests on, then the figure over the whole width.</summary>
    private void PlaceNarrow(IntervalRow row, PayAxis axis, bool opens)
    {
        y += 8;
        var value = words.Value(row);
        var valueWidth = Math.Min(TextStyle.Value.Room(value), (right - left) * 0.5);
        var values = TextStyle.Value.Wrap(value, valueWidth + 1, 3);
        var labels = TextStyle.Label.Wrap(opens ? row.Label : row.SubLabel ?? words.Kind(row), right - left - valueWidth - 12, 4);
        var valuesEnd = WriteAt(values, right, y, TextStyle.Value, Anchor.End);
        y = Math.Max(WriteAt(labels, left, y, opens ? TextStyle.Label : TextStyle.Small), valuesEnd);
        string?[] said = opens
            ? [row.SubLabel, words.Kind(row), RestsOn(row, right - left)]
            : [row.SubLabel is null ? null : words.Kind(row), RestsOn(row, right - left)];
        Write(string.Join(" · ", said.OfType<string>()), TextStyle.Small);
        rules.AddRange(axis.Ticks.Select(tick => Rule(axis.At(tick), y + 4, axis.At(tick), y + BandHeight)));
        figures.Add(IntervalFigure.Place(row, axis, y + 4 + ((BandHeight - 4) / 2), Says(row)));
        y += BandHeight + 6;
    }

    private void PlaceLegend(PayAxis axis)
    {
        var x = left;
        var entries = IntervalFigure.Legend(series.Rows, axis, words).ToList();
        y += 4;
        foreach (var (text, draw) in entries)
        {
            const double sample = 28;
            var line = TextStyle.Small.Wrap(text, right - left - sample, 1)[0];
            var width = sample + TextStyle.Small.Room(line) + 18;
            if (x > left && x + width - 18 > right)
            {
                x = left;
                y += 22;
            }

            legend.Add(draw(x, y + 8));
            texts.Add(new PlacedText(x + sample, y + 12.5, line, TextStyle.Small));
            x += width;
        }

        y += 22;
    }

    private string Says(IntervalRow row) => string.Join(", ",
        new[] { row.Label, row.SubLabel, words.Kind(row), words.Value(row), row.Count, row.Age }.OfType<string>());

    private static string RestsOn(IntervalRow row, double width) => $"{Unbroken(row.Count, width)} · {Unbroken(row.Age, width)}";

    // "n = 5" and "3 years old" each stay on one line, where they fit on one.
    private static string Unbroken(string text, double width) =>
        TextStyle.Small.Room(text) <= width ? text.Replace(' ', '\u00a0') : text;

    private void Write(string text, TextStyle style) => y = WriteAt(style.Wrap(text, right - left), left, y, style);

    private double WriteAt(IReadOnlyList<string> lines, double x, double top, TextStyle style, Anchor anchor = Anchor.Start)
    {
        foreach (var line in lines)
        {
            texts.Add(new PlacedText(x, top + (style.Leading * 0.76), line, style, anchor));
            top += style.Leading;
        }

        return top;
    }

    private static PlacedLine Rule(double x1, double y1, double x2, double y2) =>
        new(x1, y1, x2, y2, ChartColour.Rule, LineKind.Rule);
}
