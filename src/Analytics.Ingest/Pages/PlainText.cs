using Analytics.Models.Claims;

namespace Analytics.Ingest.Pages;

/// <summary>Text without markup as an article: a block for each line, lines wrapped by a text editor joined again.</summary>
internal static class PlainText
{
    // Editors and mail programs wrap between these columns.
    private const int ShortestWrapped = 55;
    private const int LongestWrapped = 85;

    public static Article Read(string text)
    {
        var paragraphs = new List<string>();
        foreach (var part in text.ReplaceLineEndings("\n").Split("\n\n"))
        {
            var lines = part.Split('\n').Select(WhiteSpace.Fold).Where(l => l.Length > 0).ToList();
            if (IsWrapped(lines))
                paragraphs.Add(string.Join(' ', lines));
            else
                paragraphs.AddRange(lines);
        }

        return new Article
        {
            Blocks = [.. paragraphs.Select(p => new Block(BlockKind.Paragraph, p))],
            Language = PageLanguage.Recognise(paragraphs),
        };
    }

    private static bool IsWrapped(List<string> lines) =>
        lines.Count > 1 && lines.SkipLast(1).All(l => l.Length is >= ShortestWrapped and <= LongestWrapped && l[^1] is not ('.' or '!' or '?' or ':'));
}
