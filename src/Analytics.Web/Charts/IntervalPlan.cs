using System.Globalization;

namespace Analytics.Web.Charts;

/// <summary>How large a chart is to be; its height follows from what it has to show.</summary>
/// <param name="Width">320 to 1,200 pixels. Under 600 labels stand above the marks.</param>
/// <param name="Margin">Empty paper around the drawing, for files; 0 within a page.</param>
public readonly record struct ChartSize
{
    public const int Least = 320;
    public const int Most = 1200;

    public ChartSize(int width, int margin = 0) => (Width, Margin) = width is >= Least and <= Most && margin is >= 0 and <= 40
        ? (width, margin)
        : throw new ArgumentOutOfRangeException(nameof(width), width,
            $"A chart is {Least} to {Most} pixels wide with a margin of at most 40, not {width} with {margin}.");

    public int Width { get; }

    public int Margin { get; }

    internal bool IsNarrow => Width < 600;
}

/// <summary>A place or length in pixels, written to a hundredth and the same in every culture.</summary>
public readonly record struct Px(double Value)
{
    public static implicit operator Px(double value) => new(Math.Round(value, 2) + 0.0);

    public override string ToString() => Value.ToString("0.##", CultureInfo.InvariantCulture);
}

public enum Anchor
{
    Start,
    Middle,
    End,
}

/// <summary>A line of text with its baseline at <paramref name="Y"/>.</summary>
public sealed record PlacedText(Px X, Px Y, string Text, TextStyle Style, Anchor Anchor = Anchor.Start);

/// <summary>A line from one place to another.</summary>
public sealed record PlacedLine(Px X1, Px Y1, Px X2, Px Y2, ChartColour Colour, LineKind Kind);

public enum LineKind
{
    /// <summary>Grid and separators.</summary>
    Rule,

    /// <summary>From low to high.</summary>
    Range,

    /// <summary>The same of a promise: dashed.</summary>
    PromisedRange,

    /// <summary>The middle half: thick.</summary>
    MiddleHalf,

    /// <summary>Open to one side: dotted, with an arrowhead at its end.</summary>
    Open,
}

/// <summary>An arrowhead: the line goes on.</summary>
public sealed record PlacedArrow(Px X, Px Y, bool ToRight, ChartColour Colour);

/// <summary>The mark of a kind, its origin at the place.</summary>
public sealed record PlacedMark(Px X, Px Y, KindMark Mark);

/// <summary>What is drawn for one figure, or one entry of the legend.</summary>
/// <param name="Says">The figure in words, shown when pointed at; null in the legend.</param>
public sealed record PlacedFigure(string? Says, IReadOnlyList<PlacedLine> Lines, IReadOnlyList<PlacedArrow> Arrows, IReadOnlyList<PlacedMark> Marks);

/// <summary>A filled rectangle.</summary>
public sealed record PlacedBox(Px X, Px Y, Px Width, Px Height, ChartColour Colour);

/// <summary>
/// An interval chart with every place worked out: what remains is to write it down (<see cref="ChartWriter"/>).
/// </summary>
public sealed record IntervalPlan(
    string Id,
    string Language,
    string Title,
    string Description,
    Px Width,
    Px Height,
    PlacedBox? Banner,
    IReadOnlyList<PlacedText> Texts,
    IReadOnlyList<PlacedLine> Rules,
    IReadOnlyList<PlacedFigure> Legend,
    IReadOnlyList<PlacedFigure> Figures)
{
    /// <summary>Amounts at the axis ticks.</summary>
    public required IReadOnlyList<double> Ticks { get; init; }

    public required PayScale Scale { get; init; }

    /// <summary>Places <paramref name="series"/> in <paramref name="size"/>.</summary>
    public static IntervalPlan Place(IntervalSeries series, ChartSize size, PayScale scale, ChartWords words) =>
        new IntervalLayout(series, size, scale, words).Place();
}
