using Analytics.Models.Claims;

namespace Analytics.Ingest.Pages;

/// <summary>Why a page's bytes were not made into an article.</summary>
public enum UnreadableReason
{
    /// <summary>More elements open at once, or more tags, than any honest page has; refused before parsing.</summary>
    TooManyOpenTags,

    /// <summary>Reading took longer than it may.</summary>
    DeadlinePassed,

    /// <summary>Reading takes more memory than it may.</summary>
    TooLarge,

    /// <summary>It ended the process that reads pages, each time.</summary>
    ReaderEnded,

    /// <summary>Not HTML or plain text.</summary>
    NotText,

    /// <summary>Nothing to read on it.</summary>
    Empty,
}

/// <summary>What came of a page: <see cref="Read"/> or <see cref="Refused"/>.</summary>
public abstract record PageReading
{
    private PageReading() { }

    /// <summary>The article of the page.</summary>
    public sealed record Read(Article Article) : PageReading;

    /// <summary>The page was not read.</summary>
    /// <param name="Reason">Why, as a word.</param>
    /// <param name="Sentence">Why, in plain English, with the page's address where it has one.</param>
    public sealed record Refused(UnreadableReason Reason, string Sentence) : PageReading;
}
