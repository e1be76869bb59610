namespace Analytics.Ingest.Pages;

/// <summary>Beginnings of words, looked up by their first letter: each of a page's many names is asked for all of them.</summary>
/// <param name="stems">In lower case.</param>
internal sealed class WordStems(IEnumerable<string> stems)
{
    private readonly Dictionary<char, string[]> byLetter = stems.GroupBy(s => s[0]).ToDictionary(g => g.Key, g => g.ToArray());

    /// <summary>Whether <paramref name="word"/>, in whatever case, begins with one of them; not for an empty one.</summary>
    public bool Begin(ReadOnlySpan<char> word)
    {
        if (!byLetter.TryGetValue(char.ToLowerInvariant(word[0]), out var alike))
            return false;
        foreach (var stem in alike)
        {
            if (word.StartsWith(stem, StringComparison.OrdinalIgnoreCase))
                return true;
        }

        return false;
    }
}
