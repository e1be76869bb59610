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
        return Whole(chart, drawing, Math.Max(1, width - 2 * EmbedDrawing.Padding));
    }

    /// <summary>For every width at which a drawing is shown: at its largest.</summary>
    public static int Of(Chart chart, EmbedDrawing drawing) => Math.Max(Whole(chart, drawing, drawing.Widest), Whole(chart, drawing, Narrowest(drawing)));

    private static double Narrowest(EmbedDrawing drawing) => Math.Max(drawing.From, ChartSize.Least) - 2 * EmbedDrawing.Padding;

    private static int Whole(Chart chart, EmbedDrawing drawing, double column)
    {
        var placed = chart.Place(new ChartSize(drawing.Width));
        var drawn = placed.Height.Value * Math.Min(column / drawing.Width, EmbedDrawing.MostScale);
        // Room for marks is kept even where there is none yet: they may come after the article was printed.
        string[] below = [EmbedWords.Source(chart), EmbedWords.Release(chart), .. EmbedWords.Marks(chart)];
        var lines = below.Sum(line => TextStyle.Small.Wrap(line, column).Count);
        return (int)Math.Ceiling(Above + drawn + Gap + Summary + lines * Leading + below.Length * Gap + Spare);
    }
}
