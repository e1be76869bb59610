using System.Collections.Frozen;

namespace Analytics.Models.Claims;

/// <summary>
/// All lexicons over one vocabulary. Texts mix languages, so the amounts, units and topics of all are recognised in every text; where two languages
/// disagree about a word ("fee" is a charge in English and pay in Indonesian), the text's own language wins.
/// </summary>
internal sealed class LexiconSet
{
    private readonly IReadOnlyList<LexiconFile> _languages = LexiconFiles.Languages();
    private readonly FrozenDictionary<string, Lexicon> _byLanguage;
    private readonly FrozenDictionary<int, int> _functionWords;
    private readonly FrozenDictionary<int, int> _ownWords;

    /// <param name="weights">Weights other than the embedded ones; the fit tries them.</param>
    public LexiconSet(Weights? weights = null)
    {
        Weights = weights ?? LexiconFiles.Weights();
        Words.SetSuffixes(_languages.SelectMany(l => l.Suffixes));
        Currencies = LexiconFiles.Currencies().ToFrozenDictionary(c => c.Code);
        foreach (var sign in Currencies.Values.SelectMany(c => c.Signs.Append(c.Code)).Where(s => s.All(char.IsLetter)))
            Words.AddCurrency(sign);
        // Short words first, so that "hours" finds "hour" and both are one word.
        foreach (var word in _languages.SelectMany(Phrases).SelectMany(Parts).OrderBy(w => w.Length))
            Words.Add(word);
        _functionWords = _languages.SelectMany((l, i) => l.FunctionWords.Select(w => (Word: Words.Add(w), i)))
            .GroupBy(x => x.Word).Where(g => g.Count() == 1).ToFrozenDictionary(g => g.Key, g => g.First().i);
        _ownWords = _languages.SelectMany((l, i) => Phrases(l).SelectMany(Parts).Distinct().Select(w => (Word: Words.Add(w), i)).Distinct())
            .GroupBy(x => x.Word).Where(g => g.Count() == 1).ToFrozenDictionary(g => g.Key, g => g.First().i);
        Abbreviations = _languages.SelectMany(l => l.Abbreviations).Select(Words.Add).ToFrozenSet();
        _byLanguage = _languages.ToFrozenDictionary(l => l.Language, l => new Lexicon(this, [l, .. _languages.Where(o => o != l)]));
    }

    public Vocabulary Words { get; } = new();

    public FrozenDictionary<string, CurrencyEntry> Currencies { get; }

    public FrozenSet<int> Abbreviations { get; }

    public Weights Weights { get; }

    /// <summary>The lexicon for a text in <paramref name="language"/>, or in the language its function words tell.</summary>
    public Lexicon For(string? language, Func<IEnumerable<List<Token>>> text) =>
        language is { Length: >= 2 } && _byLanguage.TryGetValue(language[..2].ToLowerInvariant(), out var known) ? known : Guess(text());

    // "Penghasilan 50rb/jam" has no small words: then any words that only one language has tell it.
    private Lexicon Guess(IEnumerable<List<Token>> blocks)
    {
        var words = blocks.SelectMany(b => b).Select(token => token.Word).Where(word => word != 0).ToList();
        return Most(words, _functionWords) ?? Most(words, _ownWords) ?? _byLanguage["en"];
    }

    /// <summary>The language that has most of <paramref name="words"/>; of two that have as many, the one that borrows from others. Null where none has any.</summary>
    private Lexicon? Most(List<int> words, FrozenDictionary<int, int> languages)
    {
        var counts = new int[_languages.Count];
        foreach (var word in words)
        {
            if (languages.TryGetValue(word, out var language))
                counts[language]++;
        }

        return counts.Max() is var most and > 0
            ? _byLanguage[_languages.Where((_, i) => counts[i] == most).MaxBy(l => l.AlsoReads.Count)!.Language]
            : null;
    }

    private static string[] Parts(string phrase) => phrase.Split([' ', '-', '/'], StringSplitOptions.RemoveEmptyEntries);

    private static IEnumerable<string> Phrases(LexiconFile file) =>
        file.FunctionWords.Concat(file.Numbers.Keys).Concat(file.Multipliers.Keys)
            .Concat(new[] { file.Currencies, file.Cents, file.Units, file.UnitAdverbs, file.Tasks, file.Countries, file.Cues }
                .SelectMany(d => d.Values.SelectMany(v => v)))
            .Concat(file.Statements.Phrases);
}

/// <summary>The lexicons as a text of one language sees them.</summary>
internal sealed class Lexicon
{
    public Lexicon(LexiconSet all, IReadOnlyList<LexiconFile> files)
    {
        (All, File) = (all, files[0]);
        Cues = new PhraseTable(all.Words);
        Topics = new PhraseTable(all.Words);
        Statements = new PhraseTable(all.Words);
        StatementHeadings = new PhraseTable(all.Words);
        foreach (var currency in all.Currencies.Values)
        {
            foreach (var sign in currency.Signs.Append(currency.Code).Where(s => s.All(char.IsLetter)))
                Cues.Add(sign, new Sense(Cue.Currency, 0, currency.Code));
        }

        foreach (var file in files)
        {
            AddTo(Cues, AmountsOf(file).Concat(file == File || File.AlsoReads.Contains(file.Language) ? CuesOf(file) : []));
            AddTo(Topics, TopicsOf(file));
            file.Statements.AddTo(Statements, StatementHeadings, methodsOnly: file != File && !File.AlsoReads.Contains(file.Language));
        }

        Cues.Inherit();
        Statements.InheritAll();
        StatementHeadings.InheritAll();
    }

    public LexiconSet All { get; }

    /// <summary>The file of the text's own language.</summary>
    public LexiconFile File { get; }

    public PhraseTable Cues { get; }

    /// <summary>Task types and countries: apart from the cues, so that "delivery driver" does not hide "driver".</summary>
    public PhraseTable Topics { get; }

    /// <summary>Phrases about platforms beside pay.</summary>
    public PhraseTable Statements { get; }

    /// <summary>What headings announce about platforms beside pay.</summary>
    public PhraseTable StatementHeadings { get; }

    /// <summary>A file's meanings go in together; a phrase that an earlier file explained keeps that meaning alone.</summary>
    private static void AddTo(PhraseTable table, IEnumerable<(string Phrase, Sense Sense)> entries)
    {
        var mine = new HashSet<string>(StringComparer.Ordinal);
        var taken = entries.ToList();
        foreach (var (phrase, sense) in taken)
        {
            if (mine.Contains(phrase) || !table.Contains(phrase))
            {
                table.Add(phrase, sense);
                mine.Add(phrase);
            }
        }
    }

    private static IEnumerable<(string, Sense)> CuesOf(LexiconFile file) =>
        file.Cues.SelectMany(pair => pair.Value.Select(p => (p, new Sense(Term.Parse<Cue>(pair.Key)))));

    private static IEnumerable<(string, Sense)> AmountsOf(LexiconFile file)
    {
        foreach (var (word, value) in file.Numbers)
            yield return (word, new Sense(Cue.Number, value));
        foreach (var (word, value) in file.Multipliers)
            yield return (word, new Sense(Cue.Multiplier, value));
        foreach (var (cue, lists) in new[] { (Cue.Currency, file.Currencies), (Cue.Cent, file.Cents), (Cue.Unit, file.Units), (Cue.UnitAdverb, file.UnitAdverbs) })
        {
            foreach (var (name, phrase) in lists.SelectMany(pair => pair.Value.Select(p => (pair.Key, p))))
                yield return (phrase, new Sense(cue, 0, name));
        }
    }

    private static IEnumerable<(string, Sense)> TopicsOf(LexiconFile file) =>
        file.Tasks.SelectMany(pair => pair.Value.Select(p => (p, new Sense(Cue.Task, 0, pair.Key))))
            .Concat(file.Countries.SelectMany(pair => pair.Value.Select(p => (p, new Sense(Cue.Country, 0, pair.Key)))));
}
