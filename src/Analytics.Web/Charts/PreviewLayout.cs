namespace Analytics.Web.Charts;

/// <summary>
/// A chart as the picture that announces a page in social networks: large words, few rows, always the same size. Where there are few
/// rows or none, the description stands below them or in their place.
/// </summary>
internal sealed class PreviewLayout(IntervalSeries series, ChartWords words)
{
    /// <summary>Width in the drawing's pixels; the picture has twice as many.</summary>
    public const int Width = 600;

    public const int Height = 315;
    public const double Scale = 2;
    public const int MostRows = 4;

    private const double Margin = 26;
    private const double LabelWidth = 172;
    private const double ValueWidth = 128;
    private const double MarkRoom = 18;
    private const double Foot = Height - 44;
    private const double Right = Width - Margin;

    private static readonly TextStyle Brand = TextStyle.Title with { Size = 17, Leading = 22 };
    private static readonly TextStyle Title = TextStyle.Title with { Size = 25, Leading = 29 };
    private static readonly TextStyle Text = TextStyle.Sentence with { Size = 18, Leading = 25, Colour = ChartColour.Ink };
    private static readonly TextStyle Value = TextStyle.Value with { Size = 18, Leading = 20 };
    private static readonly TextStyle Great = TextStyle.Value with { Size = 27, Leading = 30 };
    private static readonly TextStyle Small = TextStyle.Small with { Size = 12, Leading = 14.5 };

    private readonly List<PlacedText> texts = [];
    private readonly List<PlacedLine> rules = [];
    private readonly List<PlacedFigure> figures = [];
    private readonly IReadOnlyList<IntervalRow> rows = [.. series.Rows.Take(MostRows)];
    private PlacedBox? banner;
    private double y = 20;

    public ChartPlan Place()
    {
        PlaceBanner();
        PlaceBrand();
        y = WriteAt(Lines(Title, series.Title, Right - Margin, rows.Count > 3 ? 1 : 2), Margin, y + 6, Title);
        var axis = PayAxis.Fit([.. rows.SelectMany(row => row.Amounts)], PayScale.Log, Margin + LabelWidth + MarkRoom, Right - ValueWidth - MarkRoom - 8,
            amount => Small.Room(words.Amount(amount)));
        if (rows.Count == 0)
            WriteAt(Lines(Text, series.Description, Right - Margin, 5), Margin, y + 10, Text);
        else
            PlaceRows(axis);
        rules.Add(Rule(Margin, Foot, Right, Foot));
        // A page without figures names no source of figures.
        string[] from = rows.Count == 0 ? [series.Release] : [series.Source, series.Release];
        WriteAt([.. from.Select(line => Lines(Small, line, Right - Margin, 1)[0])], Margin, Foot + 5, Small);
        return new ChartPlan($"{series.Id}-preview", words.Language, series.Title, series.Alternative, Width, Height, banner, texts, rules, [], figures)
        {
            Ticks = rows.Count == 0 ? [] : axis.Ticks,
            Scale = axis.Scale,
        };
    }

    private void PlaceBanner()
    {
        if (series.Warning is not { } warning)
            return;
        banner = new PlacedBox(0, 0, Width, 26, ChartColour.Warning);
        WriteAt(Lines(TextStyle.Banner, warning, Right - Margin, 1), Margin, 5, TextStyle.Banner);
        y += 16;
    }

    // The mark of the house is a figure as the charts draw it.
    private void PlaceBrand()
    {
        var middle = y + 11;
        figures.Add(new(null,
            [Mark(0, 30, LineKind.Range), Mark(7, 22, LineKind.MiddleHalf)], [], []));
        WriteAt([words.Brand], Margin + 38, y, Brand);
        y += 22;

        PlacedLine Mark(double from, double to, LineKind kind) => new(Margin + from, middle, Margin + to, middle, ChartColour.Achieved, kind);
    }

    private void PlaceRows(PayAxis axis)
    {
        y = WriteAt(Lines(Small, series.AxisTitle, Right - Margin, 1), Margin, y, Small) + 6;
        var few = rows.Count < 3;
        var height = Math.Min(few ? 74 : 56, (Foot - y) / rows.Count);
        var style = few ? Great : Value;
        // Of one platform the name stands in the title; what tells the rows apart is their kind.
        var alike = rows.Select(row => row.Label).Distinct().Count() == 1;
        foreach (var row in rows)
        {
            rules.Add(Rule(Margin, y, Right, y));
            var said = WriteAt(Lines(TextStyle.Label, alike ? words.Kind(row.Kind, row.IsModelled) : row.Label, LabelWidth, few ? 2 : 1), Margin, y + 5, TextStyle.Label);
            WriteAt(Lines(Small, alike ? row.Age : words.Kind(row.Kind, row.IsModelled), LabelWidth, 1), Margin, said, Small);
            var values = Lines(style, words.Value(row), ValueWidth, 2);
            WriteAt(values, Right, y + ((height - (values.Count * style.Leading)) / 2), style, Anchor.End);
            figures.Add(IntervalFigure.Place(row, axis, y + (height / 2), words.Value(row)));
            y += height;
        }

        if ((int)((Foot - y - 12) / Text.Leading) is > 0 and var room)
        {
            rules.Add(Rule(Margin, y, Right, y));
            WriteAt(Lines(Text, series.Description, Right - Margin, room), Margin, y + 8, Text);
        }
    }

    // Pictures are set in the site's own fonts, so no room is left for others (TextStyle.Room).
    private static IReadOnlyList<string> Lines(TextStyle style, string text, double width, int atMost) => style.Wrap(text, width * TextStyle.ForOtherFonts, atMost);

    private double WriteAt(IReadOnlyList<string> lines, double x, double top, TextStyle style, Anchor anchor = Anchor.Start)
    {
        foreach (var line in lines)
        {
            texts.Add(new PlacedText(x, top + (style.Leading * 0.78), line, style, anchor));
            top += style.Leading;
        }

        return top;
    }

    private static PlacedLine Rule(double x1, double y1, double x2, double y2) => new(x1, y1, x2, y2, ChartColour.Rule, LineKind.Rule);
}
