using Analytics.Models.Sources;

namespace Analytics.Ingest.Discovery;

/// <summary>How much one night may ask of the pages that lists found; pages on the list itself are not bounded.</summary>
internal sealed record NightBounds
{
    /// <summary>Most pages of one host.</summary>
    public int PagesPerHost { get; init; } = 200;

    /// <summary>Most pages of all hosts.</summary>
    public int Pages { get; init; } = 1_000;

    /// <summary>No page is begun later than this after the first.</summary>
    public TimeSpan Longest { get; init; } = TimeSpan.FromMinutes(90);

    /// <summary>Most documents of one sitemap index.</summary>
    public int DocumentsPerList { get; init; } = 50;

    /// <summary>Most pages that one list may find in all.</summary>
    public int PagesPerList { get; init; } = 50_000;
}

/// <summary>Which of the found pages to fetch in a night, in order, and how many due ones are left for another, by reason.</summary>
internal sealed record NightPlan(IReadOnlyList<FoundPage> Pages, int LeftByHost, int LeftByNight)
{
    // Of every four pages of a host one was read before, so that a backlog of new ones does not keep us from seeing what vanished.
    private const int NewForOneKnown = 3;

    /// <summary>
    /// The due ones of <paramref name="found"/>: hosts take turns, in each new and changed pages come first, the newest before all, with one known page,
    /// the longest due, after every three. What was asked for earlier in the same night counts towards the bounds.
    /// </summary>
    public static NightPlan Of(IReadOnlyCollection<FoundPage> found, DateTimeOffset now, NightBounds bounds)
    {
        var hosts = found.GroupBy(Host).Select(h => new { Asked = h.Count(p => p.TriedAt > now - Revisit.Night), Due = InOrder(h.Where(p => Revisit.DueAt(p) <= now)) }).ToList();
        var within = hosts.SelectMany(h => h.Due.Take(Math.Max(0, bounds.PagesPerHost - h.Asked))).OrderBy(t => t.Turn).ThenByDescending(t => Date(t.Page)).Select(t => t.Page).ToList();
        var pages = within.Take(Math.Max(0, bounds.Pages - hosts.Sum(h => h.Asked))).ToList();
        return new(pages, hosts.Sum(h => h.Due.Count) - within.Count, within.Count - pages.Count);
    }

    /// <summary>The host whose bound and pace a page falls under.</summary>
    public static string Host(FoundPage page) => Host(page.Address);

    public static string Host(string address) => new Uri(address).Authority;

    private static List<(FoundPage Page, int Turn)> InOrder(IEnumerable<FoundPage> due)
    {
        var byNews = due.ToLookup(p => p.TriedAt is null || p.ChangedAt > p.TriedAt);
        var fresh = byNews[true].OrderByDescending(Date).ThenBy(p => p.Address, StringComparer.Ordinal).Select((p, i) => (Page: p, Turn: i + (i / NewForOneKnown)));
        var known = byNews[false].OrderBy(Revisit.DueAt).ThenBy(p => p.Address, StringComparer.Ordinal).Select((p, i) => (Page: p, Turn: ((i + 1) * (NewForOneKnown + 1)) - 1));
        return [.. fresh.Concat(known).OrderBy(t => t.Turn).Select((t, i) => (t.Page, i))];
    }

    private static DateTimeOffset Date(FoundPage page) => page.ChangedAt ?? page.AddedAt;
}
