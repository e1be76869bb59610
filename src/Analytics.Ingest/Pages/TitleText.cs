namespace Analytics.Ingest.Pages;

/// <summary>Whether a line says what a title says, though in other case or punctuation, or but for a word.</summary>
internal static class TitleText
{
    private const int FewestWords = 4;

    public static bool IsSame(string text, string title)
    {
        if (Letters(text) == Letters(title))
            return true;
        var (here, there) = (Words(text), Words(title));
        return here.Count >= FewestWords && 2.0 * here.Intersect(there).Count() / (here.Count + there.Count) > 0.85;
    }

    private static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static HashSet<string> Words(string text) =>
        [.. text.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Letters).Where(w => w.Length > 0)];
}
