using System.Buffers;

namespace Analytics.Ingest.Pages;

/// <summary>
/// A cheap look at markup before it is parsed: how many tags there are, and how many elements would be open at once. What has hung parsers
/// (100,000 nested elements, 21,000 unclosed ones) shows here in one pass over the characters, without a tree.
/// </summary>
internal static class MarkupScan
{
    /// <summary>Real pages stay under 100; broken ones that never close a tag under 1,000.</summary>
    private const int MostOpen = 1_000;

    /// <summary>A page of 10 MiB has seldom more than 150,000 tags.</summary>
    private const int MostTags = 300_000;

    // Never nested by themselves: without content, or closed by the next of their kind.
    private static readonly HashSet<string> Unnested = new(StringComparer.OrdinalIgnoreCase)
    {
        "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr",
        "p", "li", "td", "th", "tr", "tbody", "thead", "tfoot", "dt", "dd", "option", "optgroup", "path", "use", "rect", "circle", "html", "body", "head",
    };

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n\f/>");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> UnnestedSpan =
        Unnested.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>What is wrong, as the end of a sentence; null when nothing is.</summary>
    public static string? WhyRefused(ReadOnlySpan<char> markup)
    {
        var (open, tags) = (0, 0);
        for (var at = markup.IndexOf('<'); at >= 0 && at + 1 < markup.Length; at = Next(markup, at + 1))
        {
            var next = markup[at + 1];
            var closes = next == '/';
            if (!closes && !char.IsAsciiLetter(next))
                continue;
            if (++tags > MostTags)
                return $"it has more than {MostTags:N0} tags";
            if (closes)
                open = Math.Max(0, open - 1);
            else if (!UnnestedSpan.Contains(Name(markup[(at + 1)..])) && !ClosesItself(markup[at..]) && ++open > MostOpen)
                return $"it opens more than {MostOpen:N0} elements within each other";
            else if (SkipRawText(markup, at) is var end and > 0)
                at = end;
        }

        return null;
    }

    private static int Next(ReadOnlySpan<char> markup, int from)
    {
        var found = markup[from..].IndexOf('<');
        return found < 0 ? -1 : from + found;
    }

    private static ReadOnlySpan<char> Name(ReadOnlySpan<char> text)
    {
        var end = text.IndexOfAny(NameEnds);
        return end < 0 ? text : text[..end];
    }

    private static bool ClosesItself(ReadOnlySpan<char> tag)
    {
        var end = tag[..Math.Min(tag.Length, 2_000)].IndexOf('>');
        return end > 0 && tag[end - 1] == '/' && tag[..end].IndexOf("svg", StringComparison.OrdinalIgnoreCase) < 0 && IsForeign(tag);
    }

    // Only SVG's own elements close themselves; in HTML the slash means nothing.
    private static bool IsForeign(ReadOnlySpan<char> tag) =>
        Name(tag[1..]) is "g" or "line" or "polygon" or "polyline" or "ellipse" or "stop" or "image" or "animate";

    // Scripts and styles may hold any number of '<': what stands in them is no markup.
    private static int SkipRawText(ReadOnlySpan<char> markup, int at)
    {
        var name = Name(markup[(at + 1)..]);
        if (!name.Equals("script", StringComparison.OrdinalIgnoreCase) && !name.Equals("style", StringComparison.OrdinalIgnoreCase))
            return 0;
        var close = markup[at..].IndexOf(string.Concat("</", name), StringComparison.OrdinalIgnoreCase);
        return close < 0 ? 0 : at + close - 1;
    }
}
