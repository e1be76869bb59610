namespace Analytics.Models.Claims;

/// <summary>A block split into tokens and sentences, with the lexicon phrases found in it.</summary>
internal sealed class BlockView
{
    private readonly Hit?[] _startingAt;
    private readonly Hit?[] _endingAt;
    private readonly int[] _sentenceOf;
    private readonly UInt128 _cues;

    public BlockView(Block block, int index, List<Token> tokens, LexiconSet all, Lexicon lexicon)
    {
        (Block, Index, Tokens) = (block, index, tokens);
        DotIsThousands = lexicon.File.DotIsThousands;
        Sentences = Tokenizer.Sentences(block.Text, tokens, t => all.Abbreviations.Contains(t.Word));
        Cues = lexicon.Cues.Find(tokens, nested: true);
        Topics = lexicon.Topics.Find(tokens);
        (_startingAt, _endingAt) = (new Hit?[tokens.Count], new Hit?[tokens.Count + 1]);
        foreach (var hit in Cues)
        {
            _startingAt[hit.First] = hit;
            _endingAt[hit.End] ??= hit;
            foreach (var sense in hit.Senses)
                _cues |= UInt128.One << (int)sense.Cue;
        }

        _sentenceOf = new int[tokens.Count];
        for (var s = 0; s < Sentences.Count; s++)
            Array.Fill(_sentenceOf, s, Sentences[s].First, Sentences[s].End - Sentences[s].First);
    }

    /// <summary>Whether the cue stands anywhere in the block.</summary>
    public bool Says(Cue cue) => (_cues & (UInt128.One << (int)cue)) != 0;

    public Block Block { get; }

    /// <summary>Whether the block only points to another article.</summary>
    public bool IsPointer => Has(0, Cue.Related);

    public int Index { get; }

    public string Text => Block.Text;

    public List<Token> Tokens { get; }

    public List<SentenceSpan> Sentences { get; }

    public List<Hit> Cues { get; }

    public List<Hit> Topics { get; }

    /// <summary>Platforms named in the block; set by the reader, which knows the gazetteer.</summary>
    public List<Hit> Platforms { get; set; } = [];

    /// <summary>Whether the text's language separates thousands with a full stop.</summary>
    public bool DotIsThousands { get; }

    /// <summary>The number that a number token stands for, by the custom of the text's language; null when it is none.</summary>
    public decimal? NumberAt(int token) =>
        NumberForm.Read(Text.AsSpan(Tokens[token].Start, Tokens[token].Length), DotIsThousands, At(token + 1, Cue.Multiplier) is { Value: >= 1000 });

    public int SentenceOf(int token) => _sentenceOf[token];

    /// <summary>The sense of the phrase that begins at a token, if it has this cue.</summary>
    public Sense? At(int token, Cue cue) => (uint)token < (uint)Tokens.Count ? _startingAt[token]?.Get(cue) : null;

    public bool Has(int token, Cue cue) => At(token, cue) is not null;

    /// <summary>The phrase that begins at a token.</summary>
    public Hit? HitAt(int token) => (uint)token < (uint)Tokens.Count ? _startingAt[token] : null;

    /// <summary>The phrase that ends just before a token.</summary>
    public Hit? HitBefore(int token) => token > 0 && token <= Tokens.Count ? _endingAt[token] : null;

    /// <summary>Of the phrases that end just before a token, the longest for which <paramref name="wanted"/> holds.</summary>
    public Hit? HitBefore(int token, Func<Hit, bool> wanted)
    {
        var longest = HitBefore(token);
        for (var i = longest?.First ?? token; i < token; i++)
        {
            if (_startingAt[i] is { } hit && hit.End == token && wanted(hit))
                return hit;
        }

        return null;
    }

    public bool IsMark(int token, char sign) => (uint)token < (uint)Tokens.Count && Tokens[token].Is(sign);

    /// <summary>The hits that lie in a token range.</summary>
    public static IEnumerable<Hit> Within(List<Hit> hits, int first, int end)
    {
        var (low, high) = (0, hits.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = hits[middle].First < first ? (middle + 1, high) : (low, middle);
        }

        for (; low < hits.Count && hits[low].End <= end; low++)
            yield return hits[low];
    }

    /// <summary>Phrases that begin in the token range.</summary>
    public IEnumerable<Hit> Between(int first, int end)
    {
        for (var i = Math.Max(0, first); i < Math.Min(end, Tokens.Count); i++)
        {
            if (_startingAt[i] is { } hit)
                yield return hit;
        }
    }

    public bool Any(int first, int end, Cue cue)
    {
        if (!Says(cue))
            return false;
        for (var i = Math.Max(0, first); i < Math.Min(end, Tokens.Count); i++)
        {
            if (_startingAt[i]?.Has(cue) == true)
                return true;
        }

        return false;
    }

    public string Characters(int firstToken, int endToken) =>
        Text[Tokens[firstToken].Start..Tokens[endToken - 1].End];
}
