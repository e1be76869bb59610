namespace Analytics.Web.Charts;

/// <summary>How a piece of text in a chart is set.</summary>
/// <param name="Family">CSS font family, with what stands in where the site's font is missing.</param>
/// <param name="Size">In pixels.</param>
/// <param name="Leading">From one line to the next, in pixels.</param>
public sealed record TextStyle(string Family, int Weight, double Size, double Leading, ChartColour Colour)
{
    private const string Sans = "'Source Sans 3', 'Segoe UI', 'Helvetica Neue', Arial, sans-serif";
    private const string Serif = "'Source Serif 4', Georgia, 'Times New Roman', serif";

    public static readonly TextStyle Title = new(Serif, 600, 20, 25, ChartColour.Ink);
    public static readonly TextStyle Sentence = new(Sans, 400, 15, 20, ChartColour.Quiet);
    public static readonly TextStyle Label = new(Sans, 600, 15, 19, ChartColour.Ink);
    public static readonly TextStyle Value = new(Sans, 600, 15, 19, ChartColour.Ink);
    public static readonly TextStyle Small = new(Sans, 400, 13, 16.5, ChartColour.Quiet);
    public static readonly TextStyle Banner = new(Sans, 600, 13, 17, ChartColour.Paper);

    // A drawing that is shown as an image may not load the site's fonts; Arial, which then stands in, is an eighth wider.
    public const double ForOtherFonts = 1.13;

    /// <summary>Width of <paramref name="text"/> in pixels, in the site's font.</summary>
    public double Width(string text) => Metrics.Width(text, Size);

    /// <summary>The room to leave for <paramref name="text"/>, in pixels: enough for the fonts that stand in as well.</summary>
    public double Room(string text) => Width(text) * ForOtherFonts;

    /// <summary>
    /// <paramref name="text"/> in lines no wider than <paramref name="width"/> pixels. Breaks at spaces, where a separating "·" is left away; a word that is too wide alone is
    /// cut. Never less than one line, and never more than <paramref name="atMost"/>: the last then ends in "…".
    /// </summary>
    public IReadOnlyList<string> Wrap(string text, double width, int atMost = 6)
    {
        var lines = new List<string>();
        var line = "";
        foreach (var word in text.Split(' ', StringSplitOptions.RemoveEmptyEntries).SelectMany(word => Cut(word, width)))
        {
            var longer = line.Length == 0 ? word : $"{line} {word}";
            if (line.Length > 0 && Room(longer) > width)
            {
                lines.Add(line.EndsWith(" ·", StringComparison.Ordinal) ? line[..^2] : line);
                longer = word == "·" ? "" : word;
            }

            line = longer;
        }

        lines.Add(line);
        return lines.Count <= atMost ? lines : [.. lines.Take(atMost - 1), Ellipsis(lines[atMost - 1], width)];
    }

    private FontMetrics Metrics => Family == Serif ? FontMetrics.SerifBold : Weight >= 600 ? FontMetrics.SansBold : FontMetrics.Sans;

    private IEnumerable<string> Cut(string word, double width)
    {
        while (word.Length > 1 && Room(word) > width)
        {
            var fits = Math.Max(1, Enumerable.Range(1, word.Length - 1).LastOrDefault(n => Room(word[..n]) <= width));
            // Never between the halves of one character.
            fits += fits < word.Length && char.IsLowSurrogate(word[fits]) ? 1 : 0;
            yield return word[..fits];
            word = word[fits..];
        }

        if (word.Length > 0)
            yield return word;
    }

    private string Ellipsis(string line, double width)
    {
        while (line.Length > 0 && Room(line + "…") > width)
            line = line[..^(line.Length > 1 && char.IsLowSurrogate(line[^1]) ? 2 : 1)];
        return line.TrimEnd() + "…";
    }
}
