using System.Runtime.InteropServices;

namespace Analytics.Web.Http;

/// <summary>How often a network may ask the API. Counted in memory alone, from one window to the next.</summary>
/// <param name="most">Requests of a network in a window.</param>
internal sealed class ReadingQuota(TimeProvider time, TimeSpan window, int most = ReadingQuota.AMinute)
{
    /// <summary>Requests of a network a minute.</summary>
    public const int AMinute = 300;

    // One window for all, so that nothing of a network is kept longer than it.
    private readonly Dictionary<string, int> counted = [];
    private long began = time.GetTimestamp();

    /// <summary>What is allowed, as <c>RateLimit-Policy</c> says it: so many (q) in so many seconds (w).</summary>
    public string Policy { get; } = FormattableString.Invariant($"\"reading\";q={most};w={Seconds(window)}");

    /// <summary>Counts a request.</summary>
    /// <returns>Whether it may be answered, how many more may be in this window, and how many seconds are left of it.</returns>
    public (bool Allowed, int Left, long Seconds) Take(string network)
    {
        lock (counted)
        {
            if (time.GetElapsedTime(began) >= window)
            {
                counted.Clear();
                began = time.GetTimestamp();
            }

            ref var taken = ref CollectionsMarshal.GetValueRefOrAddDefault(counted, network, out _);
            var allowed = taken < most;
            if (allowed)
                taken++;
            return (allowed, most - taken, Seconds(window - time.GetElapsedTime(began)));
        }
    }

    // Whole seconds, never fewer than there are.
    private static long Seconds(TimeSpan span) => (long)Math.Ceiling(span.TotalSeconds);
}
