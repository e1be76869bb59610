using Analytics.Models.Evidence;

namespace Analytics.Web.Charts;

/// <summary>How a mark's shape is inked.</summary>
public enum MarkInk
{
    Filled,

    /// <summary>An outline around the colour of the paper: a promise.</summary>
    Hollow,

    /// <summary>Strokes alone: a yardstick.</summary>
    Stroke,
}

/// <summary>
/// The mark of a kind of figure. Each kind has a shape of its own, the same in charts and text; filled shapes were got or measured,
/// hollow ones promised.
/// </summary>
/// <param name="Path">SVG path around the origin, within 8 units of it.</param>
public sealed record KindMark(FigureKind Kind, ChartColour Tone, MarkInk Ink, string Path)
{
    /// <summary>Classes that colour the shape by the stylesheet.</summary>
    public string ClassName => Ink switch
    {
        MarkInk.Filled => $"f-{Tone.ClassName()} s-paper",
        MarkInk.Hollow => $"f-paper s-{Tone.ClassName()} drawn",
        _ => $"s-{Tone.ClassName()} drawn bare",
    };

    /// <param name="isModelled">Whether the figure comes from a model: then the shape has a hole.</param>
    public static KindMark Of(FigureKind kind, bool isModelled)
    {
        var mark = Of(kind);
        // The hole's circle runs the other way round, so that it stays unfilled.
        return isModelled ? mark with { Path = mark.Path + "M-2.8,0A2.8,2.8 0 1 0 2.8,0A2.8,2.8 0 1 0 -2.8,0Z" } : mark;
    }

    public static KindMark Of(FigureKind kind) => kind switch
    {
        FigureKind.SelfReport => new(kind, ChartColour.Achieved, MarkInk.Filled, Circle("6.5")),
        FigureKind.TrackerLog => new(kind, ChartColour.Achieved, MarkInk.Filled, "M-3,-7H3V-3H7V3H3V7H-3V3H-7V-3H-3Z"),
        FigureKind.WorkerCase => new(kind, ChartColour.Achieved, MarkInk.Filled, "M0,-8L8,0L0,8L-8,0Z"),
        FigureKind.SurveyStatistic => new(kind, ChartColour.Measured, MarkInk.Filled, "M-6,-6H6V6H-6Z"),
        FigureKind.StudyStatistic => new(kind, ChartColour.Measured, MarkInk.Filled, "M0,-7.5L7.5,6H-7.5Z"),
        FigureKind.PlatformStatistic => new(kind, ChartColour.Advertised, MarkInk.Hollow, "M-5,-5H5V5H-5Z"),
        FigureKind.Advertised => new(kind, ChartColour.Advertised, MarkInk.Hollow, Circle("5.5")),
        FigureKind.UpTo => new(kind, ChartColour.Advertised, MarkInk.Hollow, "M5,-6.5L-6,0L5,6.5Z"),
        FigureKind.Listing => new(kind, ChartColour.Advertised, MarkInk.Hollow, "M0,-7L7,0L0,7L-7,0Z"),
        FigureKind.AskedRate => new(kind, ChartColour.Advertised, MarkInk.Hollow, "M0,6.5L6.5,-5.5H-6.5Z"),
        FigureKind.PlatformFloor => new(kind, ChartColour.Yardstick, MarkInk.Stroke, "M4,-7H-1V7H4"),
        FigureKind.StatutoryMinimum => new(kind, ChartColour.Yardstick, MarkInk.Stroke, "M-2.5,-7V7M2.5,-7V7"),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "This kind of figure has no mark yet; give it a shape of its own."),
    };

    private static string Circle(string r) => $"M-{r},0A{r},{r} 0 1 1 {r},0A{r},{r} 0 1 1 -{r},0Z";
}
