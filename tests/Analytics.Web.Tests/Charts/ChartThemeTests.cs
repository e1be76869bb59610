using System.Globalization;
using System.Text.RegularExpressions;
using Analytics.Web.Charts;

namespace Analytics.Web.Tests.Charts;

public sealed partial class ChartThemeTests
{
    private const double ForText = 4.5;
    private const double ForGraphics = 3;

    public static TheoryData<string> Themes => ["light", "dark"];

    [Theory]
    [MemberData(nameof(Themes))]
    public void Text_and_marks_stand_out_from_the_paper(string name)
    {
        var tokens = Tokens(name);
        foreach (var token in new[] { "ink", "quiet", "achieved", "measured", "advertised", "yardstick", "warning" })
            Assert.True(Contrast(tokens[token], tokens["paper"]) >= ForText, $"{token} on paper, {name}");
        foreach (var token in new[] { "ink", "quiet", "achieved" })
            Assert.True(Contrast(tokens[token], tokens["sheet"]) >= ForText, $"{token} on sheet, {name}");
        foreach (var ground in new[] { "paper", "sheet" })
            Assert.True(Contrast(tokens["edge"], tokens[ground]) >= ForGraphics, $"edge on {ground}, {name}");
    }

    [Theory]
    [MemberData(nameof(Themes))]
    public void The_stylesheet_has_the_colours_of_the_charts(string name)
    {
        var (tokens, theme) = (Tokens(name), name == "light" ? ChartTheme.Light : ChartTheme.Dark);
        foreach (var colour in Enum.GetValues<ChartColour>())
            Assert.Equal(theme[colour], tokens[colour.ClassName()]);
    }

    [Fact]
    public void Contrast_is_computed_as_the_standard_has_it()
    {
        Assert.Equal(21, Contrast("#000000", "#ffffff"), 2);
        // The grey that is known to miss 4.5 by a hair.
        Assert.Equal(4.48, Contrast("#777777", "#ffffff"), 2);
    }

    private static Dictionary<string, string> Tokens(string name)
    {
        var css = File.ReadAllText(Path.Combine(Repository.Root, "src/Analytics.Web/wwwroot/site.css"));
        var dark = css.IndexOf("prefers-color-scheme: dark", StringComparison.Ordinal);
        var light = Read(css[..dark]);
        return name == "light" ? light : Read(css[dark..css.IndexOf("/* Ground */", StringComparison.Ordinal)]);
    }

    private static Dictionary<string, string> Read(string css) =>
        Token().Matches(css).ToDictionary(match => match.Groups[1].Value, match => match.Groups[2].Value);

    /// <summary>WCAG 2.2, "contrast ratio" and "relative luminance".</summary>
    private static double Contrast(string one, string other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(string colour)
    {
        double Channel(int at)
        {
            var value = int.Parse(colour.AsSpan(at, 2), NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
            return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
        }

        return (0.2126 * Channel(1)) + (0.7152 * Channel(3)) + (0.0722 * Channel(5));
    }

    [GeneratedRegex(@"--([a-z]+): (#[0-9a-f]{6});")]
    private static partial Regex Token();
}
