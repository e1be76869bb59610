using Analytics.Models.Platforms;

namespace Analytics.Models.Claims;

/// <summary>What a phrase tells of a platform beside pay. The written forms are the keys of a lexicon's <c>statements.cues</c>.</summary>
internal enum StatementCue
{
    /// <summary>A way of paying out, by its name: <c>bank</c>, <c>paypal</c>.</summary>
    Method,

    /// <summary>How often is paid: <c>every week</c>.</summary>
    Pace,

    /// <summary>A topic that a heading, a column or a line over a list announces.</summary>
    Heading,
    Done,
    ConsistsOf,

    /// <summary>That the worker is paid.</summary>
    PaidOut,

    /// <summary>What arrives in so many days.</summary>
    Money,

    /// <summary>Taking out what one has earned.</summary>
    Withdraw,
    Fee,

    /// <summary>Taking a part: "keeps", "memotong". A share after it is a fee; an amount only where money is taken out.</summary>
    Charged,

    /// <summary>That there is no fee.</summary>
    Free,

    /// <summary>Who pays is not the worker.</summary>
    Buyer,

    /// <summary>The least that can be taken out.</summary>
    Least,
    MayJoin,

    /// <summary>After an age: "or older".</summary>
    Older,
    Sought,
    Qualification,
    BetterWork,
    Newcomer,
    LowPaid,
    Open,
    Waitlist,
    Closed,

    /// <summary>How long money takes.</summary>
    Arrives,
    Rejected,
    Deactivated,

    /// <summary>Before a way of paying: what is told is told of that way alone ("for PayPal").</summary>
    Toward,

    /// <summary>Beside a country's name it makes that a language's: "bahasa Indonesia".</summary>
    Language,

    /// <summary>Begins a clause about another thing: "while", "sedangkan".</summary>
    Contrast,
}

/// <summary>A language's phrases about platforms beside pay, kept apart from those about pay so that neither hides the other.</summary>
internal sealed record StatementLexicon
{
    public static readonly StatementLexicon None = new();

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Cues { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>Ways of paying out, by the name that a statement gives them; known in texts of every language.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Methods { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public IReadOnlyDictionary<string, IReadOnlyList<string>> Paces { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>What headings, columns and lines over lists say, by the <see cref="StatementTopic"/> they announce.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headings { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    public IEnumerable<string> Phrases => new[] { Cues, Methods, Paces, Headings }.SelectMany(d => d.Values).SelectMany(v => v);

    /// <summary>Puts the phrases into <paramref name="text"/>, and those of headings into <paramref name="headings"/>.</summary>
    public void AddTo(PhraseTable text, PhraseTable headings, bool methodsOnly)
    {
        Add(text, StatementCue.Method, Methods);
        if (methodsOnly)
            return;
        foreach (var (name, phrases) in Cues)
            Add(text, Term.Parse<StatementCue>(name), new Dictionary<string, IReadOnlyList<string>> { [""] = phrases });
        Add(text, StatementCue.Pace, Paces);
        Add(headings, StatementCue.Heading, Headings);
    }

    private static void Add(PhraseTable table, StatementCue cue, IReadOnlyDictionary<string, IReadOnlyList<string>> lists)
    {
        foreach (var (name, phrase) in lists.SelectMany(pair => pair.Value.Select(p => (pair.Key, p))))
            table.Add(phrase, new Sense(Cue.Statement, (int)cue, name.Length == 0 ? null : name));
    }
}
