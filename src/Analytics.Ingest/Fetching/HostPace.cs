using System.Collections.Concurrent;

namespace Analytics.Ingest.Fetching;

/// <summary>
/// One request at a time to a host, and a pause between the end of one and the start of the next. Public hosts are queued by name,
/// the operator's allowed ones by name and port.
/// </summary>
internal sealed class HostPace(FetchRules rules, TimeProvider time)
{
    private readonly ConcurrentDictionary<string, Queue> queues = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Waits for the host's turn; dispose it when the answer is read.</summary>
    /// <exception cref="RefusedException">The turn is further off than <see cref="FetchRules.LongestWait"/>.</exception>
    public async Task<Turn> TakeAsync(Uri address, CancellationToken stop)
    {
        var allowed = rules.IsAllowed(address);
        var queue = queues.GetOrAdd(allowed ? address.Authority : address.IdnHost,
            _ => new Queue(allowed ? rules.AllowedHostPause : rules.Pause));
        await queue.Gate.WaitAsync(stop);
        try
        {
            var wait = queue.NextAt - time.GetUtcNow();
            if (wait > rules.LongestWait)
            {
                throw new RefusedException(RefusalReason.RetryLater, $"{address.Host} asked not to be visited before {queue.NextAt:u}")
                {
                    Until = queue.NextAt,
                };
            }

            if (wait > TimeSpan.Zero)
                await Task.Delay(wait, time, stop);
            return new Turn(queue, time);
        }
        catch
        {
            queue.Gate.Release();
            throw;
        }
    }

    internal sealed class Queue(TimeSpan pause)
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public TimeSpan Pause { get; set; } = pause;

        public DateTimeOffset NextAt { get; set; }
    }

    /// <summary>The right to one request.</summary>
    internal sealed class Turn(Queue queue, TimeProvider time) : IDisposable
    {
        private DateTimeOffset? until;

        /// <summary>The host asked for a longer pause than ours (Crawl-delay).</summary>
        public void AskLongerPause(TimeSpan pause) => queue.Pause = pause > queue.Pause ? pause : queue.Pause;

        /// <summary>The host asked to be left alone until <paramref name="moment"/> (Retry-After).</summary>
        public void LeaveAloneUntil(DateTimeOffset moment) => until = moment;

        public void Dispose()
        {
            var next = time.GetUtcNow() + queue.Pause;
            queue.NextAt = until > next ? until.Value : next;
            queue.Gate.Release();
        }
    }
}
