namespace Analytics.Models.Sources;

/// <summary>A page as a feed or sitemap names it.</summary>
/// <param name="Address">In the one spelling that pages are kept by.</param>
/// <param name="Title">As stated; null where none is.</param>
/// <param name="Published">The day it was published; null where none is stated.</param>
/// <param name="ChangedAt">Its last change; where only a day is stated, the end of that day.</param>
public sealed record NamedPage(string Address, string? Title, DateOnly? Published, DateTimeOffset? ChangedAt);

/// <summary>A page that an active feed or sitemap named, with its last attempt.</summary>
/// <param name="FoundBy">Address of the list that named it first.</param>
/// <param name="AddedAt">When it was first seen there.</param>
/// <param name="ChangedAt">Its last change as any list states it.</param>
/// <param name="TriedAt">The last attempt; null when it was never fetched.</param>
/// <param name="Failures">How many attempts since the last good one brought nothing.</param>
public sealed record FoundPage(
    string Address, string? Language, string FoundBy, string? Title, DateOnly? Published, DateTimeOffset AddedAt,
    DateTimeOffset? ChangedAt, DateTimeOffset? TriedAt, string? Outcome, string? Sentence, int Failures)
{
    /// <summary>The page as something to fetch.</summary>
    public Source AsSource() => new(Address, SourceKind.Page, Language, null, SourceOrigin.Found) { Published = Published };
}

/// <summary>One document of a list: the feed or sitemap itself, or a sitemap named by an index.</summary>
/// <param name="Parent">The index that names it; null for the list itself.</param>
/// <param name="ChangedAt">Its last change as the index states it.</param>
/// <param name="ReadAs">By which reader and under which words it was last read; null when it was not.</param>
/// <param name="ReadAt">The last attempt at it that brought it, changed or not.</param>
public sealed record ListDocument(
    string Address, string? Parent, DateTimeOffset? ChangedAt, string? ReadAs, string? ETag, string? LastModified, DateTimeOffset? ReadAt);

/// <summary>What a document of a list was found to name.</summary>
/// <param name="Pages">Each address once.</param>
/// <param name="Sitemaps">The sitemaps an index names, in place of those it named before.</param>
/// <param name="IsWhole">Whether it was read to its end; if not, sitemaps it does not name stay.</param>
public sealed record ListReading(ListDocument Document, IReadOnlyCollection<NamedPage> Pages, IReadOnlyCollection<ListDocument> Sitemaps, bool IsWhole);
