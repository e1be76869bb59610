using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Analytics.Web.Charts;

/// <summary>What a colour is for; the value is the theme's. The stylesheet has the same names as tokens.</summary>
public enum ChartColour
{
    Paper,
    Ink,

    /// <summary>Text of second rank.</summary>
    Quiet,

    /// <summary>Grid and separators, which carry no meaning of their own.</summary>
    Rule,

    /// <summary>Marks of what somebody got.</summary>
    Achieved,

    /// <summary>Marks of what was measured over many.</summary>
    Measured,

    /// <summary>Marks of what is promised, offered or asked.</summary>
    Advertised,

    /// <summary>Marks of a minimum that a platform or a law sets.</summary>
    Yardstick,

    /// <summary>Ground of the strip that says "simulated".</summary>
    Warning,
}

/// <summary>
/// The colours of a drawing, light and dark. Blue-green, near-black and orange stay apart for every common colour blindness, and by
/// lightness alone; hue is never the only difference (<see cref="KindMark"/>).
/// </summary>
public sealed class ChartTheme
{
    public static readonly ChartTheme Light = new("#fbf8f1", "#211e1a", "#5e584e", "#d9d2c3", "#0b5a6b", "#211e1a", "#a8480c", "#6b6459", "#8a1c1c");
    public static readonly ChartTheme Dark = new("#171613", "#efeadf", "#b4ac9d", "#3a372f", "#6cc7da", "#efeadf", "#f2a365", "#a9a090", "#ff9d8f");

    private readonly FrozenDictionary<ChartColour, string> colours;

    private ChartTheme(params ReadOnlySpan<string> inOrder)
    {
        var values = inOrder.ToArray();
        colours = Enum.GetValues<ChartColour>().ToFrozenDictionary(colour => colour, colour => values[(int)colour]);
    }

    /// <summary>The colour as <c>#rrggbb</c>.</summary>
    public string this[ChartColour colour] => colours[colour];

    /// <summary>Rules that repaint a drawing made in the light theme where the reader prefers dark.</summary>
    public static string DarkRules { get; } = "@media (prefers-color-scheme:dark){" + Dark.Rules() + "}";

    /// <summary>Rules that paint a drawing in this theme, whichever is written into it.</summary>
    public string Rules() => Enum.GetValues<ChartColour>().Aggregate(new StringBuilder(), (rules, colour) => rules.Append(CultureInfo.InvariantCulture,
        $".{colour.FillClass()}{{fill:{this[colour]}}}.{colour.StrokeClass()}{{stroke:{this[colour]}}}")).ToString();
}

/// <summary>How colours are named in markup.</summary>
public static class ChartColours
{
    private static readonly string[] Names = [.. Enum.GetNames<ChartColour>().Select(name => name.ToLowerInvariant())];
    private static readonly string[] Fills = [.. Names.Select(name => $"f-{name}")];
    private static readonly string[] Strokes = [.. Names.Select(name => $"s-{name}")];

    /// <summary>The name in classes (<c>f-</c> filled, <c>s-</c> stroked) and in the stylesheet's tokens.</summary>
    public static string ClassName(this ChartColour colour) => Names[(int)colour];

    /// <summary>The class of what is filled with it.</summary>
    public static string FillClass(this ChartColour colour) => Fills[(int)colour];

    /// <summary>The class of what is stroked with it.</summary>
    public static string StrokeClass(this ChartColour colour) => Strokes[(int)colour];
}
