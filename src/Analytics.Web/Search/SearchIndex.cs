using System.Collections.Frozen;

namespace Analytics.Web.Search;

/// <summary>Finds pages by what readers call them, in either language. Values in, values out.</summary>
public sealed class SearchIndex
{
    /// <summary>The longest query that is read, in characters.</summary>
    public const int LongestQuery = 200;

    // Below that two names have no more in common than any two have.
    private const double LeastLikeness = 0.25;
    private const int LeastPart = 3;

    private readonly IReadOnlyList<Known> all;
    private readonly HashSet<string> noise;
    private readonly FrozenDictionary<string, SearchEntry> byPath;

    /// <param name="entries">What can be found; each at a path of its own, or chosen on one.</param>
    /// <param name="noise">Words that say nothing of which page is meant: "gaji", "how".</param>
    public SearchIndex(IEnumerable<SearchEntry> entries, IEnumerable<string> noise)
    {
        all = [.. entries.Select(e => new Known(e))];
        this.noise = [.. noise.SelectMany(word => Phrase.Of(word).Words)];
        byPath = all.Select(known => known.Entry).Where(e => e.Query.Count == 0).ToFrozenDictionary(e => e.Path);
    }

    /// <summary>The pages, without what is only chosen on one.</summary>
    public IEnumerable<SearchEntry> Entries => byPath.Values;

    /// <summary>The page at an address; null where there is none.</summary>
    public SearchEntry? At(string path) => byPath.GetValueOrDefault(path);

    /// <summary>Pages that answer <paramref name="query"/>, the closest first; none for one without letters and digits.</summary>
    public IReadOnlyList<SearchHit> Find(string query, int atMost = 20)
    {
        var whole = Phrase.Of(query);
        var hits = Matches(whole);
        // "gaji mturk" is asked of MTurk; but "IN" alone is a country.
        var telling = new Phrase([.. whole.Words.Where(word => !noise.Contains(word))]);
        if (telling.Words.Count > 0 && telling.Words.Count < whole.Words.Count && hits.TrueForAll(hit => hit.Match > SearchMatch.Prefix))
            hits = Matches(telling);
        // Where something is called so, what is only spelled alike is not meant.
        if (hits is [{ Match: <= SearchMatch.Alias }, ..])
            hits.RemoveAll(hit => hit.Match > SearchMatch.Word);
        return [.. hits.Take(atMost).Select(hit => new SearchHit(hit.Known.Entry, hit.Match))];
    }

    /// <summary>Pages whose names look most like <paramref name="query"/>, for where <see cref="Find"/> finds none.</summary>
    public IReadOnlyList<SearchEntry> Nearest(string query, int atMost = 5)
    {
        var pairs = Pairs(Phrase.Of(query).Solid);
        return [.. all
            .Select(known => (known.Entry, Likeness: known.Spellings.Max(s => Likeness(pairs, s.Pairs))))
            .Where(near => near.Likeness >= LeastLikeness)
            .OrderByDescending(near => near.Likeness).ThenByDescending(near => near.Entry.Known).ThenBy(near => near.Entry.Path, StringComparer.Ordinal)
            .Take(atMost).Select(near => near.Entry)];
    }

    private List<(Known Known, SearchMatch Match)> Matches(Phrase asked) => asked.Words.Count == 0 ? [] :
        [.. all
            .Select(known => (Known: known, Best: known.Spellings.Select(s => Match(asked, s)).OfType<(SearchMatch Match, int Strength)>()
                .OrderBy(m => m.Match).ThenByDescending(m => m.Strength).Cast<(SearchMatch Match, int Strength)?>().FirstOrDefault()))
            .Where(found => found.Best is not null)
            .OrderBy(found => found.Best!.Value.Match).ThenByDescending(found => found.Best!.Value.Strength)
            .ThenBy(found => found.Known.Entry.Kind).ThenByDescending(found => found.Known.Entry.Known).ThenBy(found => found.Known.Entry.Path, StringComparer.Ordinal)
            .Select(found => (found.Known, found.Best!.Value.Match))];

    /// <summary>
    /// How a spelling answers, and how strongly among those that answer alike: a slip in the whole of it over slips in words, more letters
    /// over fewer. Null where it does not.
    /// </summary>
    private static (SearchMatch Match, int Strength)? Match(Phrase asked, Spelling known)
    {
        var words = known.Phrase.Words;
        if (asked.Solid == known.Phrase.Solid)
            return (known.IsName ? SearchMatch.Name : SearchMatch.Alias, 0);
        if (known.Phrase.Solid.StartsWith(asked.Solid, StringComparison.Ordinal))
            return (SearchMatch.Prefix, 0);
        if (asked.Words.All(a => words.Any(k => k.StartsWith(a, StringComparison.Ordinal))))
            return (SearchMatch.Word, 0);
        if (Slip.Of(asked.Solid, known.Phrase.Solid))
            return (SearchMatch.Typo, 1);
        if (asked.Words.All(a => words.Any(k => k == a || Slip.Of(a, k))))
            return (SearchMatch.Typo, 0);
        var letters = asked.Words.Distinct().Where(a => a.Length >= LeastPart && words.Any(k => k == a || Slip.Of(a, k))).Sum(a => a.Length);
        return letters > 0 ? (SearchMatch.Part, letters) : null;
    }

    /// <summary>Twice the pairs of letters that both have, over all that they have (Dice); 0 to 1.</summary>
    private static double Likeness(HashSet<string> one, HashSet<string> other) =>
        one.Count + other.Count == 0 ? 0 : 2.0 * one.Count(other.Contains) / (one.Count + other.Count);

    private static HashSet<string> Pairs(string solid) => [.. Enumerable.Range(0, Math.Max(0, solid.Length - 1)).Select(i => solid.Substring(i, 2))];

    private sealed record Spelling(Phrase Phrase, bool IsName)
    {
        public HashSet<string> Pairs { get; } = Pairs(Phrase.Solid);
    }

    private sealed record Known(SearchEntry Entry)
    {
        public IReadOnlyList<Spelling> Spellings { get; } =
        [
            new(Phrase.Of(Entry.English), IsName: true), new(Phrase.Of(Entry.Indonesian), IsName: true),
            .. Entry.Aliases.Select(alias => new Spelling(Phrase.Of(alias), IsName: false)),
        ];
    }
}
