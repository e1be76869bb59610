using System.Globalization;

namespace Analytics.Ingest.Fetching;

/// <summary>When to ask again a server that could not answer now.</summary>
public static class Retry
{
    private static readonly TimeSpan LongestRetryAfter = TimeSpan.FromHours(24);

    /// <summary>
    /// The moment a Retry-After header names, as seconds or as an HTTP date (RFC 9110 §10.2.3), at most 24 hours off;
    /// null when the header is absent or says neither.
    /// </summary>
    public static DateTimeOffset? After(string? header, DateTimeOffset now)
    {
        var text = header?.Trim();
        if (string.IsNullOrEmpty(text))
            return null;
        var wait = text.All(char.IsAsciiDigit)
            ? TimeSpan.FromSeconds(text.Length > 6 ? LongestRetryAfter.TotalSeconds : int.Parse(text, CultureInfo.InvariantCulture))
            : DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date)
                ? date - now
                : (TimeSpan?)null;
        if (wait is null)
            return null;
        return now + (wait < TimeSpan.Zero ? TimeSpan.Zero : wait > LongestRetryAfter ? LongestRetryAfter : wait.Value);
    }

    /// <summary>
    /// Full-jitter back-off: a wait drawn evenly between nothing and <c>first · 2^attempt</c>, at most <paramref name="longest"/>
    /// (M. Brooker, "Exponential Backoff and Jitter", AWS Architecture Blog, 2015).
    /// </summary>
    /// <param name="attempt">0 for the wait after the first failure.</param>
    /// <param name="first">Upper end of the first wait.</param>
    /// <param name="longest">Upper end of any wait.</param>
    /// <param name="random">Made from the run's stored seed.</param>
    public static TimeSpan BackOff(int attempt, TimeSpan first, TimeSpan longest, Random random)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(attempt);
        var ceiling = Math.Min(longest.TotalSeconds, first.TotalSeconds * Math.Pow(2, attempt));
        return TimeSpan.FromSeconds(random.NextDouble() * ceiling);
    }
}
