using Analytics.Web.Charts;

namespace Analytics.Web.Embeds;

/// <summary>
/// The drawings of an embed page. There are three, of which the page's own media query shows the one that suits the frame: so a chart fits any column without script.
/// </summary>
/// <param name="Width">For how wide a column it is drawn, in pixels.</param>
/// <param name="From">The narrowest frame that shows it, in pixels.</param>
internal sealed record EmbedDrawing(string Name, int Width, int From)
{
    /// <summary>Empty paper on each side of the page.</summary>
    public const int Padding = 8;

    /// <summary>How far a drawing is blown up at most, so that its letters stay those of an article.</summary>
    public const double MostScale = 1.2;

    // Labels stand above the marks in the first two. A drawing is shrunk by a tenth before the next smaller takes over.
    public static IReadOnlyList<EmbedDrawing> All { get; } = [new("small", ChartSize.Least, 0), new("middle", 520, 490), new("large", 800, 760)];

    /// <summary>The one that a frame of <paramref name="width"/> pixels shows.</summary>
    public static EmbedDrawing At(int width) => All.Last(drawing => drawing.From <= width);

    /// <summary>How wide it is at most on the page, in pixels.</summary>
    public double Widest => Width * MostScale;

    /// <summary>The drawing, placed. Its ids are its own, as the page holds all three.</summary>
    public ChartPlan Place(Chart chart)
    {
        var plan = chart.Place(new ChartSize(Width));
        return plan with { Id = $"{plan.Id}-{Name}" };
    }
}
