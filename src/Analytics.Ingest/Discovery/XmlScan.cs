namespace Analytics.Ingest.Discovery;

/// <summary>What can be told of XML before it is parsed, in one pass: declarations that a parser might act on, and tags that it would take minutes over.</summary>
internal static class XmlScan
{
    // XmlReader compares the attributes of one element with each other, and cannot be stopped meanwhile.
    private const int MostAttributes = 1_000;

    /// <summary>Why <paramref name="text"/> is not parsed; completes "ADDRESS …". Null when nothing speaks against it.</summary>
    public static string? WhyRefused(string text)
    {
        for (var at = text.IndexOf('<', StringComparison.Ordinal); at >= 0; at = at < text.Length ? text.IndexOf('<', at) : -1)
        {
            var rest = text.AsSpan(at);
            if (rest.StartsWith("<!--", StringComparison.Ordinal))
                at = After(text, "-->", at);
            else if (rest.StartsWith("<![CDATA[", StringComparison.Ordinal))
                at = After(text, "]]>", at);
            else if (rest.StartsWith("<?", StringComparison.Ordinal))
                at = After(text, "?>", at);
            else if (rest.StartsWith("<!", StringComparison.Ordinal) && rest[..(After(text, ">", at) - at)].Contains('['))
                return "is not read: it declares a document type of its own, with entities or the like";
            else if (EndOfTag(text, at) is { } end)
                at = end;
            else
                return $"is not read: an element has more than {MostAttributes} attributes";
        }

        return null;
    }

    private static int After(string text, string mark, int from) => text.IndexOf(mark, from, StringComparison.Ordinal) is >= 0 and var found ? found + mark.Length : text.Length;

    // Null where it has too many attributes. A value may hold what elsewhere ends a tag.
    private static int? EndOfTag(string text, int at)
    {
        for (var attributes = 0; at < text.Length && text[at] != '>'; at++)
        {
            if (text[at] is not ('"' or '\''))
                continue;
            if (++attributes > MostAttributes)
                return null;
            at = text.IndexOf(text[at], at + 1);
            if (at < 0)
                return text.Length;
        }

        return at;
    }
}
