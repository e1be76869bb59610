using System.Data.Common;
using Analytics.Models.Releases;
using Analytics.Web.Http;
using Microsoft.AspNetCore.OutputCaching;

namespace Analytics.Web.Releases;

/// <summary>
/// The releases that the site shows, in memory. Which is the latest is asked at most every two seconds, its content loaded once; while
/// the database is away the last one goes on being shown.
/// </summary>
public sealed class LatestRelease(ReleaseStore store, IOutputCacheStore kept, TimeProvider time, ILogger<LatestRelease> log) : IDisposable
{
    private const int OlderKept = 3;
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim asking = new(1, 1);
    private readonly Lock older = new();
    private readonly List<ShownRelease> olderOnes = [];
    private long? askedAt;

    /// <summary>The latest release as far as known; null before the first.</summary>
    public ShownRelease? Current { get; private set; }

    /// <summary>Whether the database answered when it was last asked.</summary>
    public bool Reached { get; private set; } = true;

    /// <summary>Whether it is time to ask for the latest release.</summary>
    public bool IsDue => askedAt is not { } at || time.GetElapsedTime(at) >= Pause;

    /// <summary>Asks for the latest release where that is due. Requests that come meanwhile are answered with the one known.</summary>
    public async Task RefreshAsync(CancellationToken stop)
    {
        if (!IsDue)
            return;
        // Before the very first answer there is nothing to show, so all wait for it.
        if (!await asking.WaitAsync(askedAt is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, stop))
            return;
        try
        {
            if (!IsDue)
                return;
            await AskAsync(stop);
            askedAt = time.GetTimestamp();
        }
        finally
        {
            asking.Release();
        }
    }

    /// <summary>The release called <paramref name="id"/>, the latest for null; null when there is none.</summary>
    /// <exception cref="DbException">It is not in memory and the database is away.</exception>
    public async Task<ShownRelease?> FindAsync(string? id, CancellationToken stop)
    {
        if (id is null || id == Current?.Head.Id)
            return Current;
        if (!id.All(char.IsAsciiLetterOrDigit))
            return null;
        lock (older)
        {
            if (olderOnes.Find(r => r.Head.Id == id) is { } found)
            {
                olderOnes.Remove(found);
                olderOnes.Add(found);
                return found;
            }
        }

        return await store.ReadAsync(id, stop) is { } release ? Keep(new ShownRelease(release, await store.ListAsync(stop))) : null;
    }

    public void Dispose() => asking.Dispose();

    private async Task AskAsync(CancellationToken stop)
    {
        try
        {
            var head = await store.LatestAsync(stop);
            if (head is not null && head.Id != Current?.Head.Id && await store.ReadAsync(head.Id, stop) is { } release)
            {
                Current = new ShownRelease(release, await store.ListAsync(stop));
                await ReleaseCache.ForgetAsync(kept, stop);
                log.LogInformation("Showing release {Number} ({Id}).", head.Number, head.Id);
            }

            Reached = true;
        }
        catch (Exception failure) when (failure is DbException or TimeoutException)
        {
            if (Reached)
                log.LogWarning("The database does not answer; the last release goes on being shown. {Reason}", failure.Message);
            Reached = false;
        }
    }

    private ShownRelease Keep(ShownRelease release)
    {
        lock (older)
        {
            olderOnes.RemoveAll(r => r.Head.Id == release.Head.Id);
            olderOnes.Add(release);
            if (olderOnes.Count > OlderKept)
                olderOnes.RemoveAt(0);
        }

        return release;
    }
}
