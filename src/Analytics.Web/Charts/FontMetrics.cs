using System.Buffers.Binary;
using System.Text;

namespace Analytics.Web.Charts;

/// <summary>How wide text is in one of the site's fonts. Kerning is left out, so a measure is a little over what is drawn.</summary>
internal sealed class FontMetrics
{
    // Of a character that the font has not: a reader's fallback font is rarely wider.
    private const double UnknownWidth = 0.62;

    // By character, up to the last that a font has: text is measured a hundred times for a chart.
    private readonly double[] widths;

    private FontMetrics(IEnumerable<KeyValuePair<int, double>> found)
    {
        var first = found.DistinctBy(pair => pair.Key).ToDictionary();
        widths = new double[first.Keys.Max() + 1];
        Array.Fill(widths, UnknownWidth);
        foreach (var (character, width) in first)
            widths[character] = width;
    }

    /// <summary>
    /// The fonts of pictures, beside the program: the site's web fonts unpacked, since pango (which sets text for librsvg) reads no WOFF2.
    /// </summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "Charts", "Fonts");

    public static FontMetrics Sans { get; } = Open("source-sans-400-latin", "source-sans-400-latin-ext");

    public static FontMetrics SansBold { get; } = Open("source-sans-600-latin", "source-sans-600-latin-ext");

    public static FontMetrics SerifBold { get; } = Open("source-serif-600-latin", "source-sans-600-latin-ext");

    /// <summary>Width of <paramref name="text"/> in pixels at a font size of <paramref name="size"/> pixels.</summary>
    public double Width(ReadOnlySpan<char> text, double size)
    {
        var width = 0.0;
        foreach (var rune in text.EnumerateRunes())
            width += rune.Value < widths.Length ? widths[rune.Value] : UnknownWidth;
        return width * size;
    }

    private static FontMetrics Open(params string[] names) =>
        new(names.SelectMany(name => Widths(Tables(File.ReadAllBytes(Path.Combine(Folder, name + ".ttf"))))));

    /// <summary>The tables of a TrueType file by their tags (OpenType, "table directory").</summary>
    private static Dictionary<string, ReadOnlyMemory<byte>> Tables(byte[] file) =>
        Enumerable.Range(0, UInt16(file, 4)).Select(i => 12 + (i * 16)).ToDictionary(
            at => Encoding.ASCII.GetString(file, at, 4),
            at => (ReadOnlyMemory<byte>)file.AsMemory(Int32(file, at + 8), Int32(file, at + 12)));

    private static Dictionary<int, double> Widths(Dictionary<string, ReadOnlyMemory<byte>> tables)
    {
        var em = (double)UInt16(tables["head"].Span, 18);
        var measured = UInt16(tables["hhea"].Span, 34);
        var advances = tables["hmtx"].Span;
        var found = new Dictionary<int, double>();
        foreach (var (character, glyph) in Glyphs(tables["cmap"].Span))
            found[character] = UInt16(advances, Math.Min(glyph, measured - 1) * 4) / em;
        return found;
    }

    /// <summary>Characters and their glyphs from a <c>cmap</c> of format 4 (OpenType): all of the basic plane.</summary>
    private static List<(int Character, int Glyph)> Glyphs(ReadOnlySpan<byte> cmap)
    {
        var map = Format4(cmap);
        var segments = UInt16(map, 6) / 2;
        var (ends, starts) = (14, 16 + (segments * 2));
        var (deltas, offsets) = (starts + (segments * 2), starts + (segments * 4));
        var glyphs = new List<(int, int)>();
        for (var i = 0; i < segments; i++)
        {
            var (first, last) = (UInt16(map, starts + (i * 2)), UInt16(map, ends + (i * 2)));
            var (delta, offset) = (UInt16(map, deltas + (i * 2)), UInt16(map, offsets + (i * 2)));
            for (var c = first; c <= last && c != 0xffff; c++)
            {
                var glyph = offset == 0 ? c : UInt16(map, offsets + (i * 2) + offset + ((c - first) * 2));
                if (glyph != 0)
                    glyphs.Add((c, (glyph + delta) & 0xffff));
            }
        }

        return glyphs;
    }

    private static ReadOnlySpan<byte> Format4(ReadOnlySpan<byte> cmap)
    {
        for (var i = 0; i < UInt16(cmap, 2); i++)
        {
            var table = cmap[Int32(cmap, 8 + (i * 8))..];
            if (UInt16(table, 0) == 4)
                return table;
        }

        throw new InvalidDataException("The font has no character map of format 4, so its text cannot be measured.");
    }

    private static int Int32(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadInt32BigEndian(bytes[at..]);

    private static int UInt16(ReadOnlySpan<byte> bytes, int at) => BinaryPrimitives.ReadUInt16BigEndian(bytes[at..]);
}
