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

/// <summary>A shape drawn through places.</summary>
public sealed record PlacedShape(IReadOnlyList<(Px X, Px Y)> Points, ChartColour Colour, ShapeKind Kind);

public enum ShapeKind
{
    /// <summary>Closed and filled: its height is an amount or a count.</summary>
    Bar,

    /// <summary>Closed and filled thinly: from low to high along a curve. Its edges are curves of their own, as the filling alone is too faint.</summary>
    Band,

    /// <summary>Open: from one figure to the next.</summary>
    Curve,

    /// <summary>Open and thin: the edge of a band.</summary>
    Edge,
}

/// <summary>An arrowhead: the line goes on.</summary>
public sealed record PlacedArrow(Px X, Px Y, bool ToRight, ChartColour Colour);

/// <summary>The mark of a kind, its origin at the place.</summary>
public sealed record PlacedMark(Px X, Px Y, KindMark Mark);

/// <summary>What is drawn for one figure, or one entry of the legend.</summary>
/// <param name="Says">The figure in words, shown when pointed at; null in the legend.</param>
public sealed record PlacedFigure(string? Says, IReadOnlyList<PlacedLine> Lines, IReadOnlyList<PlacedArrow> Arrows, IReadOnlyList<PlacedMark> Marks)
{
    /// <summary>Bars, bands and curves, under everything else of the figure.</summary>
    public IReadOnlyList<PlacedShape> Shapes { get; init; } = [];
}

/// <summary>A rectangle.</summary>
public sealed record PlacedBox(Px X, Px Y, Px Width, Px Height, ChartColour Colour);

/// <summary>A chart with every place worked out: what remains is to write it down (<see cref="SvgChart"/>).</summary>
/// <param name="Id">Of element ids in a page: letters, digits and hyphens.</param>
/// <param name="Description">What the chart shows, in words, for those who do not see it.</param>
public sealed record ChartPlan(
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
    public IReadOnlyList<double> Ticks { get; init; } = [];

    public PayScale Scale { get; init; }

    /// <summary>The part of the paper that is shown; null for all of it. Larger than the drawing where a picture must have a shape of its own.</summary>
    public PlacedBox? View { get; init; }

    /// <summary>This drawing in the middle of a paper of the given proportions.</summary>
    /// <param name="ratio">Width through height.</param>
    public ChartPlan OnPaper(double ratio)
    {
        var (width, height) = Width.Value / Height.Value > ratio ? (Width.Value, Width.Value / ratio) : (Height.Value * ratio, Height.Value);
        return this with { View = new PlacedBox((Width.Value - width) / 2, (Height.Value - height) / 2, width, height, ChartColour.Paper) };
    }
}
