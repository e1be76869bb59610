using Analytics.Ingest.Fetching;
using Analytics.Models.Sources;

namespace Analytics.Ingest.Steps;

/// <summary>Fetches the pages of the source list, or those asked for, and keeps their bytes as they came.</summary>
/// <param name="asked">Addresses to fetch in place of the list; null for the list.</param>
internal sealed class CollectStep(SourceStore sources, PoliteFetcher fetcher, TimeProvider time, IReadOnlyList<Source>? asked = null) : IStep
{
    public string Name => "collect";

    public async Task<StepResult> RunAsync(IProgress<StepProgress> progress, CancellationToken stop)
    {
        var list = asked ?? await sources.ActiveAsync(stop);
        var counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        var troubles = new List<string>();
        var changed = false;
        for (var i = 0; i < list.Count; i++)
        {
            progress.Report(new(Name, (double)i / list.Count, list[i].Address));
            var (attempt, added) = await FetchAsync(list[i], stop);
            await sources.RecordAsync(attempt, stop);
            counts[attempt.Outcome] = counts.GetValueOrDefault(attempt.Outcome) + 1;
            changed |= added;
            if (attempt.Outcome is not ("fetched" or "not-modified"))
                troubles.Add(attempt.Sentence);
        }

        await sources.DropContentAsync(time.GetUtcNow() - SourcePage.KeptFor, stop);
        var good = counts.GetValueOrDefault("fetched") + counts.GetValueOrDefault("not-modified");
        return new(Name, changed, $"{good} of {list.Count} addresses answered.", counts) { Troubles = troubles };
    }

    private async Task<(FetchRecord Attempt, bool Added)> FetchAsync(Source source, CancellationToken stop)
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
        StatedLanguage = source.Language,
    };
}
