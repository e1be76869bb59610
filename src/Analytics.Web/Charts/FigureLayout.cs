namespace Analytics.Web.Charts;

/// <summary>Works out the card of one figure: kind, number, a strip from zero with the range, and what it rests on.</summary>
internal sealed class FigureLayout(FigureSeries series, ChartSize size, ChartWords words) : ChartLayout(series, size, words)
{
    /// <summary>The widest that a card gets.</summary>
    public const int Widest = 400;

    private const double StripHeight = 26;

    private static readonly TextStyle Great = TextStyle.Title with { Size = 34, Leading = 42 };

    private readonly FigureSeries series = series;

    protected override double Width => Math.Min(Size.Width, Widest);

    protected override bool IsEmpty => series.Row is null;

    protected override void PlaceBody()
    {
        var row = series.Row!;
        var axis = Axis = PayAxis.Fit([.. row.Amounts], PayScale.Linear, Left + MarkRoom, Right - MarkRoom, amount => TextStyle.Small.Room(Words.Amount(amount)));
        Y += 8;
        PlaceLegend(IntervalFigure.Legend([row], axis, Words));
        Write(Words.Value(row), Great);
        Write(AxisLine(axis.Scale), TextStyle.Small);
        Y += 6;
        Rules.AddRange(axis.Ticks.Select(tick => Rule(axis.At(tick), Y, axis.At(tick), Y + StripHeight)));
        Rules.Add(Rule(Left, Y + StripHeight, Right, Y + StripHeight));
        Figures.Add(IntervalFigure.Place(row, axis, Y + (StripHeight / 2), Words.Says(row)));
        Y += StripHeight;
        PlaceTicks(axis);
        Y += 4;
        if (series.Around is { } around)
            Write(around, TextStyle.Label);
        Write(string.Join(" · ", new[] { row.SubLabel, Words.Kind(row) }.OfType<string>()), TextStyle.Small);
        Write(RestsOn(row.Count, row.Age, Right - Left), TextStyle.Small);
    }
}
