namespace Analytics.Web.Search;

/// <summary>What an address that leads nowhere may have meant.</summary>
public static class AddressWords
{
    private const int AtMost = 5;

    /// <summary>The pages nearest to the words of <paramref name="path"/>: of its last part, else of all of it, else what is nearly the last part; none where nothing is near.</summary>
    public static IReadOnlyList<SearchEntry> Near(SearchIndex index, string? path)
    {
        var parts = (path ?? "").Split('/', StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0)
            return [];
        var last = Bounded(Path.GetFileNameWithoutExtension(parts[^1]) is { Length: > 0 } name ? name : parts[^1]);
        IReadOnlyList<SearchEntry> found = [.. index.Find(last, AtMost).Select(hit => hit.Entry)];
        if (found.Count == 0)
            found = [.. index.Find(Bounded(string.Join(' ', parts)), AtMost).Select(hit => hit.Entry)];
        return found.Count > 0 ? found : index.Nearest(last, AtMost);
    }

    private static string Bounded(string words) => words.Length <= SearchIndex.LongestQuery ? words : words[..SearchIndex.LongestQuery];
}
