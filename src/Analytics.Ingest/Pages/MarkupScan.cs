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

    /// <summary>No element's name is longer; what looks like one may run on to the end of the page.</summary>
    private const int LongestName = 64;

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
        var mayEnd = true;
        for (var at = markup.IndexOf('<'); at >= 0 && at + 1 < markup.Length; at = Next(markup, at + 1))
        {
            var next = markup[at + 1];
            var closes = next == '/';
            // Comments and the like cut the text in pieces, each of which costs as much as an element.
            if (!closes && !char.IsAsciiLetter(next) && next is not ('!' or '?'))
                continue;
            if (++tags > MostTags)
                return $"it has more than {MostTags:N0} tags";
            if (next is '!' or '?')
                continue;
            if (closes)
                open = Math.Max(0, open - 1);
            else if (!UnnestedSpan.Contains(Name(markup[(at + 1)..])) && !ClosesItself(markup[at..]) && ++open > MostOpen)
                return $"it opens more than {MostOpen:N0} elements within each other";
            else if (mayEnd && IsRawText(markup, at))
                mayEnd = SkipRawText(markup, ref at);
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
        var start = text[..Math.Min(text.Length, LongestName)];
        var end = start.IndexOfAny(NameEnds);
        return end < 0 ? start : start[..end];
    }

    private static bool ClosesItself(ReadOnlySpan<char> tag)
    {
        if (!IsForeign(tag))
            return false;
        var end = tag[..Math.Min(tag.Length, 2_000)].IndexOf('>');
        return end > 0 && tag[end - 1] == '/' && tag[..end].IndexOf("svg", StringComparison.OrdinalIgnoreCase) < 0;
    }

    // Only SVG's own elements close themselves; in HTML the slash means nothing.
    private static bool IsForeign(ReadOnlySpan<char> tag) =>
        Name(tag[1..]) is "g" or "line" or "polygon" or "polyline" or "ellipse" or "stop" or "image" or "animate";

    // Scripts and styles may hold any number of '<': what stands in them is no markup.
    private static bool IsRawText(ReadOnlySpan<char> markup, int at) => Name(markup[(at + 1)..]) is var name
        && (name.Equals("script", StringComparison.OrdinalIgnoreCase) || name.Equals("style", StringComparison.OrdinalIgnoreCase));

    // Where no end is found the rest is looked at as markup, and no end is searched for again: that would take the square of the length.
    private static bool SkipRawText(ReadOnlySpan<char> markup, ref int at)
    {
        var close = markup[at..].IndexOf(string.Concat("</", Name(markup[(at + 1)..])), StringComparison.OrdinalIgnoreCase);
        if (close < 0)
            return false;
        at += close - 1;
        return true;
    }
}
