using System.Data.Common;
using Analytics.Models.Corrections;

namespace Analytics.Web.Embeds;

/// <summary>
/// The public log of corrections, in memory: every embed asks for it. The database is asked at most every 30 seconds; while it is away, what was last read goes on being told.
/// </summary>
public sealed class PublishedLog(CorrectionStore store, TimeProvider time, ILogger<PublishedLog> log) : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan PauseWhileAway = TimeSpan.FromSeconds(2);

    private readonly SemaphoreSlim asking = new(1, 1);
    private IReadOnlyList<PublishedCorrection>? known;
    private bool reached = true;
    private long? askedAt;

    /// <summary>The cases that have ended, the latest first; null where the log could not be read yet.</summary>
    public async Task<IReadOnlyList<PublishedCorrection>?> ReadAsync(CancellationToken stop)
    {
        // Requests that come while it is asked are answered with what is known; before the first answer all wait for it.
        if (!IsDue || !await asking.WaitAsync(askedAt is null ? Timeout.InfiniteTimeSpan : TimeSpan.Zero, stop))
            return known;
        try
        {
            if (IsDue)
            {
                await AskAsync(stop);
                askedAt = time.GetTimestamp();
            }

            return known;
        }
        finally
        {
            asking.Release();
        }
    }

    public void Dispose() => asking.Dispose();

    private bool IsDue => askedAt is not { } at || time.GetElapsedTime(at) >= (reached ? Pause : PauseWhileAway);

    private async Task AskAsync(CancellationToken stop)
    {
        try
        {
            known = await store.LogAsync(stop);
            reached = true;
        }
        catch (Exception failure) when (failure is DbException or TimeoutException)
        {
            if (reached)
                log.LogWarning("The log of corrections cannot be read; what was last read goes on being told. {Reason}", failure.Message);
            reached = false;
        }
    }
}
