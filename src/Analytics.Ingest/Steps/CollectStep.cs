using Analytics.Ingest.Discovery;
using Analytics.Ingest.Fetching;
using Analytics.Models.Sources;

namespace Analytics.Ingest.Steps;

/// <summary>
/// Reads the feeds and sitemaps of the source list, then fetches the pages on the list, the addresses that readers asked for, and those of the found pages
/// whose turn it is, and keeps their bytes as they came.
/// </summary>
/// <param name="asked">Sources to fetch in place of the list; null for the list. The pages that a list among them found are fetched too.</param>
internal sealed class CollectStep(
    SourceStore sources, ListStore lists, AskedAddressStore readers, PoliteFetcher fetcher, ListVisit visits, NightBounds bounds, TimeProvider time, IReadOnlyList<Source>? asked = null) : IStep
{
    public string Name => "collect";

    public async Task<StepResult> RunAsync(IProgress<StepProgress> progress, CancellationToken stop)
    {
        var tally = new CollectTally();
        var list = asked ?? await sources.ActiveAsync(stop);
        foreach (var named in list.Where(s => s.IsList))
        {
            progress.Report(new(Name, null, $"reading {named.Address}"));
            tally.Add(await visits.ReadAsync(named, stop));
        }

        var pages = list.Where(s => !s.IsList).ToList();
        var night = NightPlan.Of(await FoundAsync(list, stop), time.GetUtcNow(), bounds);
        var given = asked is null ? await readers.WaitingAsync(stop) : [];
        var all = pages.Count + given.Count + night.Pages.Count;
        void Report(int done, string address) => progress.Report(new(Name, (double)done / all, address));
        for (var i = 0; i < pages.Count; i++)
        {
            Report(i, pages[i].Address);
            tally.AddListed(await FetchAsync(pages[i], tally, stop));
        }

        var silent = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        await FetchGivenAsync(given, silent, tally, (i, address) => Report(pages.Count + i, address), stop);
        await FetchFoundAsync(night, silent, tally, (i, address) => Report(pages.Count + given.Count + i, address), stop);
        await sources.DropContentAsync(time.GetUtcNow() - SourcePage.KeptFor, stop);
        return tally.Result(Name, night, bounds);
    }

    private async Task<IReadOnlyList<FoundPage>> FoundAsync(IReadOnlyList<Source> list, CancellationToken stop)
    {
        if (asked is null)
            return await lists.FoundAsync(null, stop);
        var found = new List<FoundPage>();
        foreach (var named in list.Where(s => s.IsList))
            found.AddRange(await lists.FoundAsync(named.Address, stop));
        return found;
    }

    // Each once, whatever comes of it. Killed before an address is marked, the next run asks again, and is told that nothing has changed.
    private async Task FetchGivenAsync(IReadOnlyList<string> given, HashSet<string> silent, CollectTally tally, Action<int, string> report, CancellationToken stop)
    {
        foreach (var (i, address) in given.Index())
        {
            if (silent.Contains(NightPlan.Host(address)))
            {
                tally.LeftBySilence++;
                continue;
            }

            report(i, address);
            if (await sources.FindSourceAsync(address, stop) is { Active: false })
            {
                await readers.MarkAsync(address, AskedAddressStore.NotCollected, time.GetUtcNow(), stop);
                continue;
            }

            var attempt = await FetchAsync(new(address, SourceKind.Page, null, null, SourceOrigin.Found), tally, stop);
            tally.AddFound(attempt);
            await readers.MarkAsync(address, attempt.Outcome, attempt.At, stop);
            if (IsSilence(attempt))
                silent.Add(NightPlan.Host(address));
        }
    }

    // A host that does not answer is not asked for its other pages in the same night.
    private async Task FetchFoundAsync(NightPlan night, HashSet<string> silent, CollectTally tally, Action<int, string> report, CancellationToken stop)
    {
        var began = time.GetUtcNow();
        for (var i = 0; i < night.Pages.Count; i++)
        {
            var page = night.Pages[i];
            if (time.GetUtcNow() - began > bounds.Longest)
            {
                tally.LeftByTime += night.Pages.Count - i;
                return;
            }

            if (silent.Contains(NightPlan.Host(page)))
            {
                tally.LeftBySilence++;
                continue;
            }

            report(i, page.Address);
            var attempt = await FetchAsync(page.AsSource(), tally, stop);
            tally.AddFound(attempt);
            if (IsSilence(attempt))
                silent.Add(NightPlan.Host(page));
        }
    }

    private static bool IsSilence(FetchRecord attempt) => Models.Term.Find<RefusalReason>(attempt.Outcome)
        is RefusalReason.ConnectFailed or RefusalReason.NameNotFound or RefusalReason.TlsFailure or RefusalReason.TimedOut or RefusalReason.RetryLater;

    private async Task<FetchRecord> FetchAsync(Source source, CollectTally tally, CancellationToken stop)
    {
        var (attempt, changed) = await AskAsync(source, stop);
        await sources.RecordAsync(attempt, stop);
        tally.Changed |= changed;
        return attempt;
    }

    private async Task<(FetchRecord Attempt, bool Changed)> AskAsync(Source source, CancellationToken stop)
    {
        var validators = await sources.ValidatorsAsync(source.Address, stop);
        var answer = await fetcher.FetchAsync(new Uri(source.Address), validators is { } v ? new(v.ETag, v.LastModified) : null, stop);
        var now = time.GetUtcNow();
        switch (answer)
        {
            case FetchResult.Fetched page:
                var added = await sources.KeepAsync(Page(source, page, now), stop);
                return (new(source.Address, now, "fetched", page.Sentence, page.Status, page.Content.Length), added);
            case FetchResult.NotModified same:
                return (new(source.Address, now, "not-modified", same.Sentence, 304, null), false);
            case FetchResult.Gone gone:
                var stood = await sources.MarkVanishedAsync(source.Address, now, stop);
                return (new(source.Address, now, "gone", gone.Sentence, gone.Status, null), stood);
            case FetchResult.Refused refused:
                return (new(source.Address, now, Models.Term.Of(refused.Reason), refused.Sentence, refused.Status, null), false);
            default:
                throw new InvalidOperationException($"A fetch ended as {answer.GetType().Name}, which collect does not know.");
        }
    }

    private static SourcePage Page(Source source, FetchResult.Fetched page, DateTimeOffset now) => new()
    {
        Address = source.Address,
        Content = page.Content,
        FetchedAt = now,
        ContentType = page.ContentType,
        Charset = page.Charset,
        ETag = page.Validators.ETag,
        LastModified = page.Validators.LastModified,
        StatedDate = source.Published,
        StatedLanguage = source.Language,
    };
}
