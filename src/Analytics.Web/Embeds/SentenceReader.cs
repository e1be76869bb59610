using System.Data.Common;
using Analytics.Models.Corrections;
using Analytics.Models.Releases;
using Analytics.Web.Releases;
using Microsoft.Extensions.Caching.Memory;

namespace Analytics.Web.Embeds;

/// <summary>A sentence with how its figure stands today.</summary>
/// <param name="Standing">Null where the log of corrections could not be read, so that nothing can be said.</param>
/// <param name="Latest">The latest release.</param>
/// <param name="Newest">The sentence of the same cell in it; null where it has no such figure.</param>
/// <param name="Blank">Why the latest release shows none, as its files name it; null where it shows one, or has none of that cell.</param>
public sealed record ShownSentence(Sentence Sentence, FigureStanding? Standing, ShownRelease Latest, Sentence? Newest, string? Blank);

/// <summary>
/// Finds sentences by their ids. One that was made stays in memory, within a bound: it never changes, and an article that many read must not have an old release read each time.
/// </summary>
public sealed class SentenceReader(LatestRelease releases, PublishedLog corrections) : IDisposable
{
    /// <summary>Sentences in memory, of about a kilobyte each.</summary>
    private const int MostKept = 4096;

    private readonly MemoryCache kept = new(new MemoryCacheOptions { SizeLimit = MostKept });

    /// <summary>The sentence as it stands; null where there is none of that id.</summary>
    /// <exception cref="DbException">It is not in memory and the database is away.</exception>
    public async Task<ShownSentence?> FindAsync(SentenceId id, CancellationToken stop)
    {
        if (releases.Current is not { } latest || await SentenceAsync(id, latest, stop) is not { } sentence)
            return null;
        var newest = await SentenceAsync(id with { Release = latest.Head.Id }, latest, stop);
        var standing = await corrections.ReadAsync(stop) is { } log
            ? FigureStanding.Of(sentence.Figure, newest?.Figure, TouchingCorrections.CorrectionsOf(sentence.Release.Number, sentence.Pages, log))
            : null;
        return new(sentence, standing, latest, newest, newest is null ? latest.CellOf(id.Cell, id.Measure)?.Blank : null);
    }

    public void Dispose() => kept.Dispose();

    private async Task<Sentence?> SentenceAsync(SentenceId id, ShownRelease latest, CancellationToken stop)
    {
        if (kept.TryGetValue(id, out Sentence? found))
            return found;
        // The latest release knows of all before it: an id made up costs no query.
        var release = id.Release == latest.Head.Id ? latest : latest.NumberOf(id.Release) is null ? null : await releases.FindAsync(id.Release, stop);
        if (release is null || Sentence.Of(release, id) is not { } made)
            return null;
        return kept.Set(id, made, new MemoryCacheEntryOptions { Size = 1 });
    }
}
