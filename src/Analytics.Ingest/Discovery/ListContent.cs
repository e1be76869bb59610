namespace Analytics.Ingest.Discovery;

/// <summary>A page or sitemap as a list names it.</summary>
/// <param name="Address">Absolute; the spelling is the list's own.</param>
/// <param name="Title">As stated, white space folded.</param>
/// <param name="Published">The day it was published, by the list's own clock.</param>
/// <param name="ChangedAt">Its last change, or its publication where that is all that is stated; of a day alone, the end of it.</param>
internal sealed record ListEntry(Uri Address, string? Title, DateOnly? Published, DateTimeOffset? ChangedAt);

/// <summary>What a feed or sitemap says.</summary>
/// <param name="Pages">The pages it names, in its order.</param>
/// <param name="Sitemaps">The sitemaps it names, when it is an index.</param>
/// <param name="Trouble">What kept it from being read, or from being read to its end; completes "ADDRESS …". Null when all is well.</param>
internal sealed record ListContent(IReadOnlyList<ListEntry> Pages, IReadOnlyList<ListEntry> Sitemaps, string? Trouble)
{
    public static ListContent Unreadable(string why) => new([], [], why);

    /// <summary>Whether nothing at all could be read.</summary>
    public bool IsUnreadable => Trouble is not null && Pages.Count == 0 && Sitemaps.Count == 0;
}
