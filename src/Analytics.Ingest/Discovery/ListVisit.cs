using Analytics.Ingest.Fetching;
using Analytics.Models;
using Analytics.Models.Sources;

namespace Analytics.Ingest.Discovery;

/// <summary>What visiting a list came to.</summary>
internal sealed record Visit
{
    /// <summary>Outcome of each document asked for.</summary>
    public List<string> Outcomes { get; } = [];

    public List<string> Troubles { get; } = [];

    /// <summary>Pages named in what was read, that passed the list's words.</summary>
    public int Named { get; set; }

    /// <summary>Of them, not known before.</summary>
    public int New { get; set; }

    /// <summary>Of them, known, but stated otherwise than before.</summary>
    public int Changed { get; set; }

    /// <summary>Sitemaps left for another night.</summary>
    public int SitemapsLeft { get; set; }
}

/// <summary>Fetches a feed or sitemap, with the sitemaps an index names, and keeps the pages they name as sources.</summary>
internal sealed class ListVisit(SourceStore sources, ListStore lists, PoliteFetcher fetcher, FetchRules rules, NightBounds bounds, TimeProvider time)
{
    // An index of indexes is not in the protocol, and there.
    private const int MostNested = 2, MostSitemaps = 500;

    private readonly ListReader reader = new(rules, time);

    /// <summary>Visits <paramref name="list"/>: itself, then at most the bounded number of its sitemaps, the newest first.</summary>
    public async Task<Visit> ReadAsync(Source list, CancellationToken stop)
    {
        var visit = new Visit();
        WordFilter words;
        try
        {
            words = WordFilter.Parse(list.Words);
        }
        catch (FormatException fault)
        {
            visit.Troubles.Add($"{list.Address}: {fault.Message}.");
            return visit;
        }

        var own = (await lists.DocumentsAsync(list.Address, stop)).FirstOrDefault(d => d.Address == list.Address);
        await ReadAsync(list, own ?? new(list.Address, null, null, null, null, null, null), words, level: 0, visit, stop);
        var parents = new List<string> { list.Address };
        for (var level = 1; level <= MostNested && parents.Count > 0; level++)
        {
            var children = (await lists.DocumentsAsync(list.Address, stop)).Where(d => d.Parent is { } parent && parents.Contains(parent)).ToList();
            var due = children.Where(d => IsDue(d, list)).OrderByDescending(d => d.ChangedAt ?? DateTimeOffset.MinValue).ThenBy(d => d.ReadAt ?? DateTimeOffset.MinValue).ToList();
            var now = due.Take(Math.Max(0, bounds.DocumentsPerList - visit.Outcomes.Count)).ToList();
            visit.SitemapsLeft += due.Count - now.Count;
            foreach (var document in now)
                await ReadAsync(list, document, words, level, visit, stop);
            parents = [.. children.Select(d => d.Address)];
        }

        return visit;
    }

    /// <summary>Under what a document of <paramref name="list"/> is read; when it differs from last time, an unchanged one is read all the same.</summary>
    public static string ReadAs(Source list) => $"{ListReader.Version} {(list.OtherHosts ? "any" : "own")} {list.Words}";

    // An index that states no change of a sitemap leaves it to be asked for every night.
    private static bool IsDue(ListDocument document, Source list) =>
        document.ReadAs != ReadAs(list) || document.ChangedAt is not { } changed || document.ReadAt is not { } read || changed > read;

    private async Task ReadAsync(Source list, ListDocument document, WordFilter words, int level, Visit visit, CancellationToken stop)
    {
        var address = new Uri(document.Address);
        var previous = document.ReadAs == ReadAs(list) ? new Validators(document.ETag, document.LastModified) : null;
        var answer = await fetcher.FetchListAsync(address, previous, stop);
        var now = time.GetUtcNow();
        var attempt = answer switch
        {
            FetchResult.Fetched fetched => await KeepAsync(list, document, fetched, words, level, visit, now, stop),
            FetchResult.NotModified same => new FetchRecord(document.Address, now, "not-modified", same.Sentence, 304, null),
            FetchResult.Gone gone => new FetchRecord(document.Address, now, "gone", gone.Sentence, gone.Status, null),
            FetchResult.Refused refused => new FetchRecord(document.Address, now, Term.Of(refused.Reason), refused.Sentence, refused.Status, null),
            _ => throw new InvalidOperationException($"A fetch ended as {answer.GetType().Name}, which discovery does not know."),
        };
        await sources.RecordAsync(attempt, stop);
        visit.Outcomes.Add(attempt.Outcome);
        if (attempt.Outcome is not ("fetched" or "not-modified"))
            visit.Troubles.Add(attempt.Sentence);
    }

    private async Task<FetchRecord> KeepAsync(
        Source list, ListDocument document, FetchResult.Fetched fetched, WordFilter words, int level, Visit visit, DateTimeOffset now, CancellationToken stop)
    {
        var content = reader.Read(fetched.Content, fetched.Charset, fetched.FinalAddress, stop);
        if (content.IsUnreadable)
            return new(document.Address, now, "unreadable", $"{document.Address} {content.Trouble}.", fetched.Status, fetched.Content.Length);
        var chosen = Choose(list, document, content, words, level, now);
        // What could be read only in part is fetched again in full: it may have been mended without a new tag.
        var isWhole = content.Trouble is null;
        var read = document with { ReadAs = ReadAs(list), ETag = isWhole ? fetched.Validators.ETag : null, LastModified = isWhole ? fetched.Validators.LastModified : null };
        var (added, changed, noRoom) = await lists.KeepAsync(list, new(read, chosen.Pages, chosen.Sitemaps, isWhole), bounds.PagesPerList, now, stop);
        (visit.Named, visit.New, visit.Changed) = (visit.Named + chosen.Pages.Count, visit.New + added, visit.Changed + changed);
        if (!isWhole)
            visit.Troubles.Add($"{document.Address} {content.Trouble}.");
        if (noRoom > 0)
            visit.Troubles.Add($"{list.Address} names {noRoom} more pages than the {bounds.PagesPerList} that one list may find; give it words to choose by.");
        var sentence = $"{document.Address} {(isWhole ? "was read: it" : content.Trouble + "; it")} names {content.Pages.Count} pages{(chosen.Sitemaps.Count > 0 ? $" and {chosen.Sitemaps.Count} sitemaps" : "")}"
            + $"; {added} new, {changed} changed{Part(chosen.Forbidden, "that it may not name")}{Part(chosen.PassedOver, "passed over by its words")}{Part(noRoom, "without room")}.";
        return new(document.Address, now, "fetched", sentence, fetched.Status, fetched.Content.Length);

        static string Part(int count, string what) => count > 0 ? $", {count} {what}" : "";
    }

    private Chosen Choose(Source list, ListDocument document, ListContent content, WordFilter words, int level, DateTimeOffset now)
    {
        var home = new Uri(list.Address);
        bool IsAllowed(ListEntry entry) => AddressText.Check(entry.Address, rules) is null && (list.OtherHosts || Site.IsSame(entry.Address, home));
        var allowed = content.Pages.Where(IsAllowed).ToList();
        var wanted = allowed.Where(p => words.Wants(p.Address, p.Title)).ToList();
        var pages = wanted.GroupBy(p => PageAddress.Spell(p.Address)).Select(g => Named(g.Key, g.MaxBy(p => p.ChangedAt ?? DateTimeOffset.MinValue)!, now));
        var sitemaps = content.Sitemaps.Where(s => level < MostNested && IsAllowed(s)).GroupBy(s => s.Address.AbsoluteUri)
            .Select(g => new ListDocument(g.Key, document.Address, NotAhead(g.Max(s => s.ChangedAt), now), null, null, null, null))
            .OrderByDescending(s => s.ChangedAt ?? DateTimeOffset.MinValue).Take(MostSitemaps);
        return new([.. pages], [.. sitemaps], content.Pages.Count - allowed.Count, allowed.Count - wanted.Count);
    }

    private static NamedPage Named(string address, ListEntry entry, DateTimeOffset now) => new(address, entry.Title, entry.Published, NotAhead(entry.ChangedAt, now));

    // A list's clock that is ahead must not have a page look changed for as long.
    private static DateTimeOffset? NotAhead(DateTimeOffset? at, DateTimeOffset now) => at > now ? now : at;

    private sealed record Chosen(IReadOnlyList<NamedPage> Pages, IReadOnlyList<ListDocument> Sitemaps, int Forbidden, int PassedOver);
}
