using Analytics.Web.Charts;

namespace Analytics.Web.Embeds;

/// <summary>How high the frame of an embed must be so that nothing is cut where no script tells it: worked out from the placed drawings, with room for fonts that are wider than ours.</summary>
internal static class EmbedHeight
{
    // Of the page's stylesheet: above the drawing, between it and the lines below, a line of them, and what unfolds to the table.
    private const double Above = 8;
    private const double Gap = 10;
    private const double Leading = 20;
    private const double Summary = 28;
    private const double Spare = 12;

    /// <summary>For a frame of exactly this width.</summary>
    /// <param name="width">Pixels; 1 or more.</param>
    /// <returns>Whole pixels.</returns>
    public static int At(Chart chart, int width)
    {
        var drawing = EmbedDrawings.Of(chart).At(width);
        return Whole(chart, drawing, Math.Clamp(width - 2 * EmbedDrawing.Padding, 1, drawing.Widest));
    }

    /// <summary>For every width at which a drawing is shown: at its largest.</summary>
    public static int Of(Chart chart, EmbedDrawing drawing) => Math.Max(Whole(chart, drawing, drawing.Widest), Whole(chart, drawing, Narrowest(drawing)));

    /// <summary>How the height grows with the frame while a drawing fills it: pixels at a width of nothing, and for each pixel of width.</summary>
    public static (int Least, double Growth) Line(Chart chart, EmbedDrawing drawing)
    {
        var growth = Math.Round(Placed(chart, drawing) / drawing.Width, 3);
        return ((int)Math.Ceiling(Around(chart, Narrowest(drawing)) - 2 * EmbedDrawing.Padding * growth) + 1, growth);
    }

    private static double Narrowest(EmbedDrawing drawing) => Math.Max(drawing.From, ChartSize.Least) - 2 * EmbedDrawing.Padding;

    private static double Placed(Chart chart, EmbedDrawing drawing) => chart.Place(new ChartSize(drawing.Width)).Height.Value;

    private static int Whole(Chart chart, EmbedDrawing drawing, double column) =>
        (int)Math.Ceiling(Placed(chart, drawing) * column / drawing.Width + Around(chart, column));

    // Room for marks is kept even where there is none yet: they may come after the article was printed.
    private static double Around(Chart chart, double column)
    {
        string[] below = [EmbedWords.Source(chart), EmbedWords.Release(chart), .. EmbedWords.Marks(chart)];
        return Above + Gap + Summary + (below.Sum(line => TextStyle.Small.Wrap(line, column).Count) * Leading) + (below.Length * Gap) + Spare;
    }
}
