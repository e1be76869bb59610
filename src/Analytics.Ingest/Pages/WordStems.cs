namespace Analytics.Ingest.Pages;

/// <summary>Beginnings of words, looked up by their first letter: each of a page's many names is asked for all of them.</summary>
internal sealed class WordStems(IEnumerable<string> stems)
{
    private readonly Dictionary<char, string[]> byLetter = stems.GroupBy(s => s[0]).ToDictionary(g => g.Key, g => g.ToArray());

    /// <summary>Whether <paramref name="word"/> begins with one of them; not empty.</summary>
    public bool Begin(string word) =>
        byLetter.TryGetValue(word[0], out var alike) && Array.Exists(alike, stem => word.StartsWith(stem, StringComparison.Ordinal));
}
