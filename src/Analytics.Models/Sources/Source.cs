namespace Analytics.Models.Sources;

/// <summary>What stands at a source's address.</summary>
public enum SourceKind
{
    Page,

    /// <summary>A file that an operator handed in; never fetched again.</summary>
    File,
}

/// <summary>Who put a source on the list.</summary>
public enum SourceOrigin
{
    /// <summary>The list shipped with the program.</summary>
    Default,
    Operator,
}

/// <summary>An address we collect from.</summary>
/// <param name="Address">As it is cited.</param>
/// <param name="Language">Two-letter code to assume where the page states none.</param>
/// <param name="Note">What is found there.</param>
public sealed record Source(string Address, SourceKind Kind, string? Language, string? Note, SourceOrigin Origin)
{
    /// <summary>Whether it is collected on schedule.</summary>
    public bool Active { get; init; } = true;
}

/// <summary>The last attempt at an address and what came of it.</summary>
/// <param name="Outcome">A fixed word: <c>fetched</c>, <c>not-modified</c>, <c>gone</c>, or the reason of a refusal.</param>
/// <param name="Sentence">What an operator should know.</param>
public sealed record FetchRecord(string Address, DateTimeOffset At, string Outcome, string Sentence, int? Status, int? Bytes);

/// <summary>A source with its last attempt; null where there was none yet.</summary>
public sealed record SourceState(string Address, SourceKind Kind, string? Note, DateTimeOffset? At, string? Outcome, string? Sentence);
