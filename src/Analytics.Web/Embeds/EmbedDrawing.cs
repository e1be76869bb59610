using Analytics.Web.Charts;

namespace Analytics.Web.Embeds;

/// <summary>A drawing of an embed page.</summary>
/// <param name="Width">For how wide a column it is drawn, in pixels.</param>
/// <param name="From">The narrowest frame that shows it, in pixels.</param>
internal sealed record EmbedDrawing(string Name, int Width, int From)
{
    /// <summary>Empty paper on each side of the page.</summary>
    public const int Padding = 8;

    /// <summary>How far a drawing is blown up at most, so that its letters stay those of an article.</summary>
    public const double MostScale = 1.2;

    /// <summary>How wide it is at most on the page, in pixels.</summary>
    public double Widest => Width * MostScale;

    /// <summary>The drawing, placed. Its ids are its own, as the page holds several.</summary>
    public ChartPlan Place(Chart chart)
    {
        var plan = chart.Place(new ChartSize(Width));
        return plan with { Id = $"{plan.Id}-{Name}" };
    }
}

/// <summary>
/// The drawings that an embed page holds, of which its media query shows the one that suits the frame: so a chart fits any column without script. A long chart has fewer of them,
/// as the page is to stay small.
/// </summary>
internal sealed class EmbedDrawings(params EmbedDrawing[] all)
{
    private const int MostRowsOfThree = 28;
    private const int MostRowsOfTwo = 44;

    // Labels stand above the marks in those under 600 pixels. A drawing is shrunk by a tenth before the next smaller takes over.
    private static readonly EmbedDrawing Small = new("small", ChartSize.Least, 0);
    private static readonly EmbedDrawings Usual = new(Small, new("middle", 520, 490), new("large", 800, 760));
    private static readonly EmbedDrawings Long = new(Small, new("large", 680, 640));
    private static readonly EmbedDrawings Longest = new(Small);

    public static IReadOnlyList<EmbedDrawings> Sets { get; } = [Usual, Long, Longest];

    /// <summary>From the narrowest.</summary>
    public IReadOnlyList<EmbedDrawing> All { get; } = all;

    public static EmbedDrawings Of(Chart chart) => chart.Table.Rows.Count <= MostRowsOfThree ? Usual : chart.Table.Rows.Count <= MostRowsOfTwo ? Long : Longest;

    /// <summary>The one that a frame of <paramref name="width"/> pixels shows.</summary>
    public EmbedDrawing At(int width) => All.Last(drawing => drawing.From <= width);
}
