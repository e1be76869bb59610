namespace Analytics.Models.Claims;

/// <summary>
/// Names the person a figure is told of. A person is introduced by a full name and then called by one part of it ("Utkarsh Amitabh …
/// Amitabh …"); companies and places are not. Where no such name stands before the figure, the words for a group ("a driver") do.
/// </summary>
internal sealed class PersonFinder
{
    private const int TimesCalled = 2;
    private static readonly Comparer<Mention> ByPlace = Comparer<Mention>.Create((a, b) => (a.Block, a.First).CompareTo((b.Block, b.First)));
    private readonly List<Mention> _mentions = [];

    public PersonFinder(ArticleView article)
    {
        var runs = article.Blocks.Where(b => b.Block.Kind != BlockKind.Heading).SelectMany(Runs).ToList();
        var alone = runs.Where(r => r.Length == 1).GroupBy(r => r.Text, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.ToList(), StringComparer.Ordinal);
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var full in runs.Where(r => r.Length is 2 or 3))
        {
            var called = full.Text.Split(' ').Select(part => alone.GetValueOrDefault(part)).OfType<List<Mention>>().SelectMany(m => m).ToList();
            if (called.Count < TimesCalled || !named.Add(full.Text))
                continue;
            _mentions.Add(full);
            _mentions.AddRange(called.Select(c => c with { Text = full.Text }));
        }

        _mentions.Sort(ByPlace);
    }

    private sealed record Mention(int Block, int First, int Length, string Text);

    /// <summary>The person named in the figure's sentence or last before it; else the group's words in the sentence; else null.</summary>
    public string? Of(Figure figure)
    {
        var (view, span) = (figure.View, figure.Span);
        var before = _mentions.BinarySearch(new Mention(view.Index, span.End, 0, ""), ByPlace);
        if ((before < 0 ? ~before : before) is > 0 and var next)
            return _mentions[next - 1].Text;
        // "kata Karynn": one who is quoted by a single name.
        for (var i = span.First; i < span.End; i++)
        {
            if (view.Has(i, Cue.Said) && !view.Any(i - 1, i, Cue.Per) && view.HitAt(i) is { } said && said.End < span.End && IsName(view, said.End))
                return Word(view, said.End);
        }

        return view.Between(span.First, span.End).FirstOrDefault(h => h.Has(Cue.SomePerson)) is { } some ? view.Characters(some.First, some.End) : null;
    }

    private static IEnumerable<Mention> Runs(BlockView view)
    {
        for (var i = 0; i < view.Tokens.Count; i++)
        {
            if (!IsName(view, i))
                continue;
            var first = i;
            while (i + 1 < view.Tokens.Count && IsName(view, i + 1) && view.Tokens[i + 1].Start == view.Tokens[i].End + 1)
                i++;
            // A capital at the beginning of a sentence names nobody: "Bagi Amitabh".
            if (i > first && view.Sentences[view.SentenceOf(first)].First == first)
                first++;
            yield return new Mention(view.Index, first, i - first + 1, view.Characters(first, i + 1));
        }
    }

    private static bool IsName(BlockView view, int i) =>
        view.Tokens[i] is { Kind: TokenKind.Word, Capital: true, Word: 0, Length: > 1 };

    private static string Word(BlockView view, int i) => view.Characters(i, i + 1);
}
