namespace Analytics.Models.Sources;

/// <summary>What stands at a source's address.</summary>
public enum SourceKind
{
    Page,

    /// <summary>A file that an operator handed in; never fetched again.</summary>
    File,

    /// <summary>RSS, Atom or JSON Feed: names pages.</summary>
    Feed,

    /// <summary>A sitemap or an index of sitemaps: names pages of its own host.</summary>
    Sitemap,
}

/// <summary>Who put a source on the list.</summary>
public enum SourceOrigin
{
    /// <summary>The list shipped with the program, or the operator's own list in its place.</summary>
    Default,

    /// <summary>An operator's command; it stands before what the list says.</summary>
    Operator,

    /// <summary>A feed or sitemap that named it.</summary>
    Found,
}

/// <summary>An address we collect from.</summary>
/// <param name="Address">As it is cited.</param>
/// <param name="Language">Two-letter code to assume where the page states none; a list's holds for the pages it names.</param>
/// <param name="Note">What is found there.</param>
public sealed record Source(string Address, SourceKind Kind, string? Language, string? Note, SourceOrigin Origin)
{
    /// <summary>Whether it is collected on schedule.</summary>
    public bool Active { get; init; } = true;

    /// <summary>Of a feed or sitemap: which pages are wanted; null for all.</summary>
    public string? Words { get; init; }

    /// <summary>Of a feed: whether it may name pages of other hosts.</summary>
    public bool OtherHosts { get; init; }

    /// <summary>When the page was published, as a feed states it.</summary>
    public DateOnly? Published { get; init; }

    /// <summary>Whether it names pages rather than being one.</summary>
    public bool IsList => Kind is SourceKind.Feed or SourceKind.Sitemap;
}

/// <summary>The last attempt at an address and what came of it.</summary>
/// <param name="Outcome">A fixed word: <c>fetched</c>, <c>not-modified</c>, <c>gone</c>, <c>unreadable</c> (a list that is none), or the reason of a refusal.</param>
/// <param name="Sentence">What an operator should know.</param>
public sealed record FetchRecord(string Address, DateTimeOffset At, string Outcome, string Sentence, int? Status, int? Bytes);

/// <summary>A source of the list with its last attempt; null where there was none yet.</summary>
public sealed record SourceState(string Address, SourceKind Kind, string? Note, DateTimeOffset? At, string? Outcome, string? Sentence)
{
    public SourceOrigin Origin { get; init; }

    public bool Active { get; init; } = true;

    public string? Words { get; init; }

    /// <summary>How many pages it found.</summary>
    public int Found { get; init; }
}
