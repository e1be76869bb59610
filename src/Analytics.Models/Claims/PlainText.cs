namespace Analytics.Models.Claims;

/// <summary>
/// Splits plain text and Markdown into blocks. Where blank lines part paragraphs, the lines between them are one block unless they
/// are headings, list items, quotes or table rows; where a text has no blank line, each line is a block. A block's text is an
/// unbroken stretch of the source, line ends included.
/// </summary>
internal static class PlainText
{
    private const int LongestTitle = 80;
    public const int TitleLevel = 4;
    private const int LinesPerBlank = 12;

    public static IReadOnlyList<Block> Blocks(string text)
    {
        var blocks = new List<Block>();
        var hasParagraphs = HasParagraphs(text);
        IReadOnlyList<string> headers = [];
        var (start, end) = (-1, -1);
        foreach (var (from, to) in Lines(text))
        {
            var line = text.AsSpan(from, to - from);
            var kind = KindOf(line);
            if (start >= 0 && (line.IsEmpty || kind != BlockKind.Paragraph || !(hasParagraphs || char.IsLower(line[0]))))
            {
                blocks.Add(Make(text[start..end], ref headers));
                start = -1;
            }

            if (line.IsEmpty)
            {
                headers = [];
                continue;
            }

            if (kind is BlockKind.Heading or BlockKind.TableRow)
                blocks.Add(Make(text[from..to], ref headers));
            else if (start < 0)
                (start, end) = (from, to);
            else
                end = to;
        }

        if (start >= 0)
            blocks.Add(Make(text[start..end], ref headers));
        blocks.RemoveAll(b => b.Text.Length == 0);
        return blocks;
    }

    /// <summary>Whether blank lines part paragraphs: there are at least a few for the lines there are.</summary>
    private static bool HasParagraphs(string text)
    {
        var (written, blank) = (0, 0);
        foreach (var (start, end) in Lines(text.TrimEnd()))
        {
            written += end > start ? 1 : 0;
            blank += end > start ? 0 : 1;
        }

        return blank * LinesPerBlank >= written;
    }

    /// <summary>Lines without outer white space.</summary>
    private static IEnumerable<(int Start, int End)> Lines(string text)
    {
        for (var at = 0; at <= text.Length;)
        {
            var end = text.IndexOf('\n', at);
            if (end < 0)
                end = text.Length;
            var (from, to) = (at, end);
            while (from < to && char.IsWhiteSpace(text[from]))
                from++;
            while (to > from && char.IsWhiteSpace(text[to - 1]))
                to--;
            yield return (from, to);
            at = end + 1;
        }
    }

    private static BlockKind KindOf(ReadOnlySpan<char> line)
    {
        if (line.IsEmpty)
            return BlockKind.Paragraph;
        if (line[0] == '#' || (line.Length > 4 && line[0] == '<' && line[1] is 'h' or 'H' && char.IsAsciiDigit(line[2])))
            return BlockKind.Heading;
        if (line[0] == '|' && line[^1] == '|')
            return BlockKind.TableRow;
        if (line[0] == '>')
            return BlockKind.Quote;
        if (line.Length > 2 && line[0] is '-' or '*' or '+' or '•' && char.IsWhiteSpace(line[1]) || line.StartsWith("<li", StringComparison.OrdinalIgnoreCase))
            return BlockKind.ListItem;
        if (IsTitle(line))
            return BlockKind.Heading;
        var digits = line.IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and < 4 && line.Length > digits + 1 && line[digits] is '.' or ')' && char.IsWhiteSpace(line[digits + 1])
            ? BlockKind.ListItem : BlockKind.Paragraph;
    }

    /// <summary>A short line without a full stop, most of whose words have capitals.</summary>
    public static bool IsTitle(ReadOnlySpan<char> line)
    {
        if (line.Length > LongestTitle || !char.IsUpper(line[0]) || line[^1] is '.' or ',' or ':' or ';' or '"' or '”')
            return false;
        var (words, capitals) = (0, 0);
        foreach (var word in line.Split(' '))
        {
            if (line[word] is { Length: > 0 } text)
            {
                words++;
                capitals += char.IsLower(text[0]) ? 0 : 1;
            }
        }

        return words > 2 && capitals * 4 >= words * 3 && line.IndexOfAny('*', '<', '[') < 0;
    }

    private static Block Make(string text, ref IReadOnlyList<string> headers)
    {
        var kind = KindOf(text);
        if (kind == BlockKind.Heading)
            return new Block(kind, text) { Level = text[0] == '#' ? Math.Clamp(text.AsSpan().IndexOfAnyExcept('#'), 1, 6) : text[0] == '<' ? Math.Clamp(text[2] - '0', 1, 6) : TitleLevel };
        if (kind != BlockKind.TableRow)
            return new Block(kind, text);
        string[] cells = [.. text.Trim('|').Split('|', StringSplitOptions.TrimEntries)];
        if (headers.Count == 0)
            headers = cells;
        return new Block(kind, text) { Cells = cells, Headers = headers.Count == cells.Length ? headers : [] };
    }
}
