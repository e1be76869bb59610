namespace Analytics.Models.Claims;

/// <summary>Cuts quotes out of blocks. A quote is always the exact characters at its place.</summary>
internal static class Quotes
{
    private const int WordsBefore = 7;

    /// <summary>The figure with its unit and the words that lead to it, within its sentence and clause.</summary>
    public static Place OfFigure(Figure figure)
    {
        var (view, span) = (figure.View, figure.Span);
        var first = figure.First;
        for (var steps = 0; first > span.First && steps < WordsBefore; steps++, first--)
        {
            if (view.IsMark(first - 1, '|') || view.Tokens[first - 1] is { Kind: TokenKind.Mark, Sign: ',' or ';' or '(' or ')' or '|' or '?' or '!' } && first < figure.First)
                break;
        }

        while (first < figure.First && view.Tokens[first] is { Kind: TokenKind.Mark, Sign: not '(' and not '"' })
            first++;
        return Place(figure, first, Math.Max(figure.End, Math.Min(figure.UnitEnd, span.End)));
    }

    public static Place Place(Figure figure, int first, int end) =>
        new(figure.View.Index, figure.View.Tokens[first].Start, figure.View.Tokens[end - 1].End - figure.View.Tokens[first].Start);

    /// <summary>Words without the marks and capitals that one page writes and another does not.</summary>
    public static string Folded(string text) =>
        string.Join(' ', text.ToLowerInvariant().Split([' ', '\t', '\n', '\u00a0', '.', ',', '"', '“', '”', '’', '\''], StringSplitOptions.RemoveEmptyEntries));

    public static string Cut(BlockView view, Place place) => view.Text.Substring(place.Start, place.Length);
}
