using System.Security.Cryptography;
using System.Text;

namespace Analytics.Web.Operations;

/// <summary>
/// Counts guesses at passwords by what they have in common, a name or a source, and makes whoever guesses wait: five are free, then 30 s, twice that after each further
/// one, up to 15 minutes. Kept in memory alone and under a key drawn at start: neither names nor addresses are stored.
/// </summary>
public sealed class Guesses(TimeProvider time)
{
    public const int Free = 5;
    public static readonly TimeSpan FirstWait = TimeSpan.FromSeconds(30), LongestWait = TimeSpan.FromMinutes(15);

    private const int Most = 10_000;
    private static readonly TimeSpan Remembered = TimeSpan.FromHours(24);

    private readonly byte[] secret = RandomNumberGenerator.GetBytes(32);
    private readonly Dictionary<string, Count> counts = [];
    private readonly Lock guard = new();

    /// <summary>Counts a guess before it is checked, so that many at once are no way round the wait; <see cref="Forget"/> takes it back where it was right.</summary>
    /// <returns>Null when it may be made; else how long to wait, and it is not counted.</returns>
    public TimeSpan? Begin(params ReadOnlySpan<string> about)
    {
        var now = time.GetUtcNow();
        lock (guard)
        {
            var wait = TimeSpan.Zero;
            foreach (var one in about)
                wait = TimeSpan.FromTicks(Math.Max(wait.Ticks, (Of(one, now).Until - now).Ticks));
            if (wait > TimeSpan.Zero)
                return wait;
            foreach (var one in about)
            {
                var n = Of(one, now).N + 1;
                counts[KeyOf(one)] = new(n, now, now + WaitAfter(n));
            }

            Tidy(now);
            return null;
        }
    }

    /// <summary>The guess was right: what was counted of these no longer counts.</summary>
    public void Forget(params ReadOnlySpan<string> about)
    {
        lock (guard)
        {
            foreach (var one in about)
                counts.Remove(KeyOf(one));
        }
    }

    private static TimeSpan WaitAfter(int n) => n < Free ? TimeSpan.Zero : TimeSpan.FromTicks(Math.Min(LongestWait.Ticks, FirstWait.Ticks << Math.Min(n - Free, 10)));

    private Count Of(string about, DateTimeOffset now) =>
        counts.TryGetValue(KeyOf(about), out var count) && now - count.Last < Remembered ? count : new(0, now, now);

    // Whoever fills the table waits at the door of the hasher far longer than any entry that falls out of it would have lasted.
    private void Tidy(DateTimeOffset now)
    {
        if (counts.Count <= Most)
            return;
        foreach (var old in counts.OrderBy(c => c.Value.Last).Take(counts.Count / 2).Concat(counts.Where(c => now - c.Value.Last >= Remembered)).Select(c => c.Key).ToList())
            counts.Remove(old);
    }

    private string KeyOf(string about) => Convert.ToBase64String(HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes(about)));

    private readonly record struct Count(int N, DateTimeOffset Last, DateTimeOffset Until);
}
