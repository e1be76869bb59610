namespace Analytics.Models.Claims;

/// <summary>
/// Names the person a figure is told of. A person is introduced by a full name and then called by one part of it ("Utkarsh Amitabh …
/// Amitabh …"), described beside it ("Priya Raman, a lawyer") or quoted by it ("kata Dewi Lestari"); companies and places are not. In a
/// thread "I" is who wrote the post. Where nobody is named, the words for a group ("a driver") do.
/// </summary>
internal sealed class PersonFinder
{
    private const int TimesCalled = 2;

    // Words in the longest platform name, and more.
    private const int LongestName = 8;
    private const int WordsOfDescription = 6;
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
            if ((called.Count < TimesCalled && !full.IsDescribed) || !named.Add(full.Text))
                continue;
            _mentions.Add(full);
            _mentions.AddRange(called.Select(c => c with { Text = full.Text }));
        }

        _mentions.Sort(ByPlace);
    }

    private sealed record Mention(int Block, int First, int Length, string Text, bool IsDescribed = false);

    /// <summary>The person named in the figure's sentence or last before it; else the group's words in the sentence; else null.</summary>
    public string? Of(Figure figure)
    {
        var (view, span) = (figure.View, figure.Span);
        if (view.Block.Author is { } author && view.Any(span.First, span.End, Cue.FirstPerson))
            return author;
        var before = _mentions.BinarySearch(new Mention(view.Index, span.End, 0, ""), ByPlace);
        if ((before < 0 ? ~before : before) is > 0 and var next)
            return _mentions[next - 1].Text;
        // "kata Karynn": one who is quoted by a single name.
        for (var i = span.First; i < span.End; i++)
        {
            if (view.Has(i, Cue.Said) && !view.Any(i - 1, i, Cue.Per) && view.HitAt(i) is { } said && said.End < span.End && IsName(view, said.End))
                return view.Characters(said.End, said.End + 1);
        }

        return view.Between(span.First, span.End).FirstOrDefault(h => h.Has(Cue.SomePerson)) is { } some ? Uncapitalised(view.Characters(some.First, some.End)) : null;
    }

    // "Father has earned": the capital is the sentence's, not a name's.
    private static string Uncapitalised(string words) => char.ToLowerInvariant(words[0]) + words[1..];

    /// <summary>Whether a person is named in the figure's sentence, before the figure.</summary>
    public bool IsNamed(Figure figure)
    {
        var at = _mentions.BinarySearch(new Mention(figure.View.Index, figure.First, 0, ""), ByPlace);
        return SubjectIsName(figure) || (at < 0 ? ~at : at) is > 0 and var next && _mentions[next - 1].Block == figure.View.Index && _mentions[next - 1].First >= figure.Span.First;
    }

    /// <summary>"…, Ida bisa mengantongi": a name within the sentence, right before a word of getting.</summary>
    private static bool SubjectIsName(Figure figure)
    {
        var view = figure.View;
        for (var i = figure.Span.First + 1; i < figure.First - 1; i++)
        {
            var next = view.Has(i + 1, Cue.Modal) && !view.Has(i + 1, Cue.Get) ? i + 2 : i + 1;
            if (IsName(view, i) && (view.Has(next, Cue.Earn) || view.Has(next, Cue.Get)) && !BlockView.Within(view.Platforms, i - LongestName, i + LongestName).Any(h => h.First <= i && h.End > i))
                return true;
        }

        return false;
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
            var isDescribed = IsDescribed(view, first, i + 1);
            // A capital at the beginning of a sentence names nobody: "Bagi Amitabh".
            if (i > first && !isDescribed && view.Sentences[view.SentenceOf(first)].First == first)
                first++;
            yield return new Mention(view.Index, first, i - first + 1, view.Characters(first, i + 1), isDescribed);
        }
    }

    /// <summary>"Priya Raman, a 41-year-old lawyer"; "Slamet Riyadi, pengemudi Grab"; "kata Dewi Lestari"; "Priya Raman earns".</summary>
    private static bool IsDescribed(BlockView view, int first, int end)
    {
        if (view.HitBefore(first) is { } said && said.Has(Cue.Said))
            return true;
        if (end > first + 1 && (view.Has(end, Cue.Earn) || view.Has(end, Cue.Get)))
            return true;
        if (!view.IsMark(end, ','))
            return false;
        var (next, until) = (end + 1, end + WordsOfDescription);
        return view.Any(next, until, Cue.Worker) || view.Any(next, until, Cue.SomePerson) || view.Any(next, until, Cue.Expertise)
            || view.Between(next, until).Any(h => h.Get(Cue.Unit)?.Text == "year");
    }

    private static bool IsName(BlockView view, int i) =>
        view.Tokens[i] is { Kind: TokenKind.Word, Capital: true, Word: 0, Length: > 1 };
}
