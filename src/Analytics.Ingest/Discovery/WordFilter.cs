using System.Text.RegularExpressions;
using Analytics.Ingest.Fetching;

namespace Analytics.Ingest.Discovery;

/// <summary>
/// Which of the pages a list names are wanted. Alternatives with <c>|</c> between them: a word or phrase, found at the beginning of a word in the
/// title or the address, in small or capital letters (<c>earn</c> finds <c>/my-earnings</c>, not <c>learn</c>); or a path as robots.txt writes it
/// (<c>/blog/*pay</c>). One that begins with <c>-</c> is unwanted, whatever else is found. Where only unwanted ones are named, all others are wanted.
/// </summary>
internal sealed partial class WordFilter
{
    private const int LongestFilter = 1_000;

    private readonly List<Alternative> wanted, unwanted;

    private WordFilter(List<Alternative> all) => (wanted, unwanted) = (all.FindAll(a => !a.IsUnwanted), all.FindAll(a => a.IsUnwanted));

    /// <summary>The filter written as <paramref name="words"/>; null wants all.</summary>
    /// <exception cref="FormatException">It is no filter; the message says why.</exception>
    public static WordFilter Parse(string? words) => words is null ? new([])
        : words.Length > LongestFilter ? throw new FormatException($"words are longer than {LongestFilter} characters")
        : new([.. words.Split('|').Select(a => Alternative.Parse(a, words))]);

    public bool Wants(Uri address, string? title)
    {
        // ToString shows an address's letters where AbsoluteUri has their codes.
        var text = $" {Separators().Replace($"{address} {title}".ToLowerInvariant(), " ")}";
        var path = RobotsPattern.Normalise(address.PathAndQuery, isPattern: false);
        return (wanted.Count == 0 || wanted.Exists(a => a.IsIn(text, path))) && !unwanted.Exists(a => a.IsIn(text, path));
    }

    private sealed record Alternative(bool IsUnwanted, string Word, RobotsPattern? Path)
    {
        public static Alternative Parse(string written, string words)
        {
            var (isUnwanted, text) = written.Trim() is ['-', .. var rest] ? (true, rest.Trim()) : (false, written.Trim());
            if (text.StartsWith('/'))
                return new(isUnwanted, text, new RobotsPattern(text));
            var word = Separators().Replace(text.ToLowerInvariant(), " ").Trim();
            return word.Length >= 2 ? new(isUnwanted, " " + word, null)
                : throw new FormatException($"words '{words}' hold '{written}', which is neither a word of two letters or more nor a path such as /blog/; write alternatives with | between them and - before unwanted ones");
        }

        public bool IsIn(string text, string path) => Path?.Matches(path) ?? text.Contains(Word, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"[^\p{L}\p{Nd}]+")]
    private static partial Regex Separators();
}
