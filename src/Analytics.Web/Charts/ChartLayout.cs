namespace Analytics.Web.Charts;

/// <summary>What every chart is set in, from top to bottom: strip, heading, body, source. A form's own layout places the body.</summary>
internal abstract class ChartLayout(ChartSeries series, ChartSize size, ChartWords words)
{
    // What a mark or an arrowhead at an end of the axis takes beyond it.
    protected const double MarkRoom = 18;

    // Lines over the whole width have no gap beside them, so they leave room for the widest fonts that stand in, a quarter wider than ours, in bold a third.
    private const double WidestLine = 0.9;
    private const double WidestBold = 0.84;

    protected ChartSize Size { get; } = size;
    protected ChartWords Words { get; } = words;
    protected List<PlacedText> Texts { get; } = [];
    protected List<PlacedLine> Rules { get; } = [];
    protected List<PlacedFigure> Legend { get; } = [];
    protected List<PlacedFigure> Figures { get; } = [];
    protected double Left { get; } = size.Margin;
    protected double Right => Width - Size.Margin;
    protected double Y { get; set; } = size.Margin;

    /// <summary>Width of the drawing; a form that says little may be narrower than what was asked for.</summary>
    protected virtual double Width => Size.Width;

    /// <summary>The axis that the body was placed along; null where there is none.</summary>
    protected PayAxis? Axis { get; set; }

    private PlacedBox? banner;

    /// <summary>Works out every place.</summary>
    public ChartPlan Place()
    {
        PlaceBanner();
        Write(series.Title, TextStyle.Title);
        Y += 4;
        Write(series.Description, TextStyle.Sentence);
        if (IsEmpty)
            PlaceEmpty();
        else
            PlaceBody();
        Y += 10;
        Write(series.Source, TextStyle.Small);
        Write(series.Release, TextStyle.Small);
        return new ChartPlan($"{series.Id}-{Size.Width}", Words.Language, series.Title, series.Alternative,
            Width, Math.Ceiling(Y + Size.Margin + 2), banner, Texts, Rules, Legend, Figures)
        {
            Ticks = Axis?.Ticks ?? [],
            Scale = Axis?.Scale ?? PayScale.Linear,
        };
    }

    /// <summary>Whether there is nothing to draw.</summary>
    protected abstract bool IsEmpty { get; }

    /// <summary>Places all between heading and source, from <see cref="Y"/> on.</summary>
    protected abstract void PlaceBody();

    /// <summary>What the axis counts, and how.</summary>
    protected string AxisLine(PayScale scale) => $"{series.AxisTitle} · {Words[scale == PayScale.Log ? "logAxis" : "linearAxis"]}";

    /// <summary>Amounts along a horizontal axis.</summary>
    protected void PlaceTicks(PayAxis axis)
    {
        var taken = double.MinValue;
        foreach (var tick in axis.Ticks)
        {
            var text = Words.Amount(tick);
            var half = TextStyle.Small.Room(text) / 2;
            var x = Math.Clamp(axis.At(tick), Left + half, Math.Max(Left + half, Right - half));
            // One that had to move in from the edge may have no place left.
            if (x - half <= taken)
                continue;
            Texts.Add(new PlacedText(x, Y + 13, text, TextStyle.Small, Anchor.Middle));
            taken = x + half;
        }

        Y += 20;
    }

    /// <summary>Entries one after another, each a sample and its Words.</summary>
    protected void PlaceLegend(IEnumerable<LegendEntry> entries)
    {
        const double sample = 28;
        var x = Left;
        Y += 4;
        foreach (var entry in entries)
        {
            var line = TextStyle.Small.Wrap(entry.Text, Right - Left - sample, 1)[0];
            var width = sample + TextStyle.Small.Room(line) + 18;
            if (x > Left && x + width - 18 > Right)
            {
                x = Left;
                Y += 22;
            }

            Legend.Add(entry.Draw(x, Y + 8));
            Texts.Add(new PlacedText(x + sample, Y + 12.5, line, TextStyle.Small));
            x += width;
        }

        Y += 22;
    }

    protected void Write(string text, TextStyle style) => Y = WriteAt(style.Wrap(text, (Right - Left) * WidestLine), Left, Y, style);

    /// <summary>Lines from <paramref name="top"/> on; what follows stands below the place returned.</summary>
    protected double WriteAt(IReadOnlyList<string> lines, double x, double top, TextStyle style, Anchor anchor = Anchor.Start)
    {
        foreach (var line in lines)
        {
            Texts.Add(new PlacedText(x, top + (style.Leading * 0.76), line, style, anchor));
            top += style.Leading;
        }

        return top;
    }

    protected static PlacedLine Rule(double x1, double y1, double x2, double y2) =>
        new(x1, y1, x2, y2, ChartColour.Rule, LineKind.Rule);

    /// <summary>"n = 5" and "3 years old", each on one line where they fit on one.</summary>
    protected static string RestsOn(string count, string age, double width) => $"{Unbroken(count, width)} · {Unbroken(age, width)}";

    private static string Unbroken(string text, double width) =>
        TextStyle.Small.Room(text) <= width ? text.Replace(' ', '\u00a0') : text;

    private void PlaceBanner()
    {
        if (series.Warning is not { } warning)
            return;
        var lines = TextStyle.Banner.Wrap(warning, (Right - Left - 20) * WidestBold);
        var height = (lines.Count * TextStyle.Banner.Leading) + 10;
        banner = new PlacedBox(Left, Y, Right - Left, height, ChartColour.Warning);
        WriteAt(lines, Left + 10, Y + 5, TextStyle.Banner);
        Y += height + 12;
    }

    private void PlaceEmpty()
    {
        Y += 16;
        Rules.Add(Rule(Left, Y, Right, Y));
        Y += 20;
        Write(Words["empty"], TextStyle.Sentence);
        Y += 20;
        Rules.Add(Rule(Left, Y, Right, Y));
        Y += 4;
    }
}

/// <summary>An entry of a legend.</summary>
/// <param name="Draw">Its sample, with the middle of its left edge at a place.</param>
internal sealed record LegendEntry(string Text, Func<double, double, PlacedFigure> Draw);
