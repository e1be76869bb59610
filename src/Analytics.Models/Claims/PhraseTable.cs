namespace Analytics.Models.Claims;

/// <summary>One meaning of a phrase: the cue, and its number or name where the cue has one.</summary>
internal readonly record struct Sense(Cue Cue, decimal Value = 0, string? Text = null);

/// <summary>A phrase found in a block: the tokens from <paramref name="First"/> up to, not including, <paramref name="End"/>.</summary>
internal sealed record Hit(int First, int End, IReadOnlyList<Sense> Senses)
{
    public bool Has(Cue cue)
    {
        for (var i = 0; i < Senses.Count; i++)
        {
            if (Senses[i].Cue == cue)
                return true;
        }

        return false;
    }

    public Sense? Get(Cue cue)
    {
        for (var i = 0; i < Senses.Count; i++)
        {
            if (Senses[i].Cue == cue)
                return Senses[i];
        }

        return null;
    }
}

/// <summary>Phrases by their words. Finds the longest phrase at each place.</summary>
internal sealed class PhraseTable(Vocabulary words)
{
    private readonly Dictionary<long, int> _next = [];
    private readonly List<List<Sense>?> _senses = [null];
    private readonly List<int> _parents = [-1];

    /// <summary>Adds a meaning to a phrase.</summary>
    /// <exception cref="ArgumentException">The phrase has no word.</exception>
    public void Add(string phrase, Sense sense)
    {
        var node = 0;
        foreach (var word in WordsOf(phrase))
        {
            var key = Key(node, word);
            if (!_next.TryGetValue(key, out var next))
            {
                _next[key] = next = _senses.Count;
                _senses.Add(null);
                _parents.Add(node);
            }

            node = next;
        }

        if (node == 0)
            throw new ArgumentException($"The phrase '{phrase}' has no word; write it with letters.", nameof(phrase));
        (_senses[node] ??= []).Add(sense);
    }

    /// <summary>
    /// Lets longer phrases keep what their beginning says of pay: "pay for" is also "pay", "tasks are" also a task. To be called when
    /// all phrases are in.
    /// </summary>
    public void Inherit() => Inherit(s => s.Cue is Cue.Earn or Cue.Pay or Cue.Get or Cue.Rate or Cue.Worker or Cue.Unit or Cue.UnitAdverb or Cue.Is or Cue.FirstPerson or Cue.ThirdPerson);

    /// <summary>Lets longer phrases keep all that their beginnings say. To be called when all phrases are in.</summary>
    public void InheritAll() => Inherit(_ => true);

    private void Inherit(Func<Sense, bool> kept)
    {
        for (var node = 1; node < _senses.Count; node++)
        {
            var parent = _parents[node];
            while (parent > 0 && _senses[parent] is null)
                parent = _parents[parent];
            if (parent > 0 && _senses[node] is { } senses)
                senses.AddRange(_senses[parent]!.Where(s => kept(s) && !senses.Contains(s)).ToList());
        }
    }

    /// <summary>Whether the phrase has a meaning already.</summary>
    public bool Contains(string phrase)
    {
        var node = 0;
        foreach (var word in WordsOf(phrase))
        {
            if (!_next.TryGetValue(Key(node, word), out node))
                return false;
        }

        return _senses[node] is not null;
    }

    /// <summary>
    /// The phrases found, in order. With <paramref name="nested"/> every place is looked at, so that "now earns" also shows "earns";
    /// without, a longer phrase hides those within it.
    /// </summary>
    public List<Hit> Find(List<Token> tokens, bool nested = false)
    {
        var hits = new List<Hit>();
        for (var i = 0; i < tokens.Count;)
        {
            var hit = tokens[i].Word == 0 ? null : LongestAt(tokens, i);
            if (hit is not null)
                hits.Add(hit);
            i = nested ? i + 1 : hit?.End ?? i + 1;
        }

        return hits;
    }

    private IEnumerable<int> WordsOf(string phrase) =>
        Tokenizer.Split(phrase, words).Where(t => t.Kind is TokenKind.Word or TokenKind.Number).Select(t => words.Add(phrase.Substring(t.Start, t.Length)));

    private Hit? LongestAt(List<Token> tokens, int first)
    {
        Hit? longest = null;
        var node = 0;
        for (var i = first; i < tokens.Count; i++)
        {
            if (i > first && IsJoint(tokens, i))
                i++;
            if (tokens[i].Word == 0 || !_next.TryGetValue(Key(node, tokens[i].Word), out node))
                break;
            if (_senses[node] is { } senses)
                longest = new Hit(first, i + 1, senses);
        }

        return longest;
    }

    /// <summary>A mark inside a written name or compound: sign-up, J&amp;T, freelancer.com, s/d.</summary>
    private static bool IsJoint(List<Token> tokens, int i) =>
        !tokens[i].Spaced && tokens[i].Kind == TokenKind.Mark && tokens[i].Sign is '-' or '&' or '.' or '/'
        && i + 1 < tokens.Count && !tokens[i + 1].Spaced;

    private static long Key(int node, int word) => ((long)node << 32) | (uint)word;
}
