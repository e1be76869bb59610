using System.Collections.Concurrent;

namespace Analytics.Ingest.Fetching;

/// <summary>The robots.txt of each origin, fetched once and kept for a day; what cannot be had counts as "nothing is allowed".</summary>
internal sealed class RobotsCache(FetchRules rules, TimeProvider time, HostPace pace, PageRequest request)
{
    private static readonly TimeSpan Kept = TimeSpan.FromHours(24);
    private static readonly TimeSpan FailureKept = TimeSpan.FromMinutes(10);

    private readonly ConcurrentDictionary<string, Entry> entries = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="RefusedException">The file could not be had because of the network or the address.</exception>
    public async Task<Rules> ForAsync(Uri address, CancellationToken stop)
    {
        var origin = new Uri(address.GetLeftPart(UriPartial.Authority));
        var entry = entries.GetOrAdd(origin.AbsoluteUri, _ => new Entry());
        await entry.Gate.WaitAsync(stop);
        try
        {
            if (entry.Rules is null || time.GetUtcNow() >= entry.Until)
            {
                entry.Rules = await FetchAsync(origin, stop);
                entry.Until = time.GetUtcNow() + (entry.Rules.IsLasting ? Kept : FailureKept);
            }

            return entry.Rules.Failure is { } failure
                ? throw new RefusedException(failure.Reason, failure.Message, failure) { Until = failure.Until, Status = failure.Status }
                : entry.Rules;
        }
        finally
        {
            entry.Gate.Release();
        }
    }

    private async Task<Rules> FetchAsync(Uri origin, CancellationToken stop)
    {
        try
        {
            return await FollowAsync(new Uri(origin, "/robots.txt"), stop);
        }
        catch (RefusedException e)
        {
            return new Rules(RobotsFile.DisallowAll, "its robots.txt could not be had", IsLasting: false) { Failure = e };
        }
    }

    private async Task<Rules> FollowAsync(Uri address, CancellationToken stop)
    {
        for (var redirects = 0; redirects <= rules.MostRedirects; redirects++)
        {
            if (AddressText.Check(address, rules) is { } refused)
                throw new RefusedException(refused.Reason, $"its robots.txt leads where we do not go ({refused.Sentence.TrimEnd('.')})");
            using var turn = await pace.TakeAsync(address, stop);
            var answer = await request.SendAsync(address, null, BodyRule.Robots, stop);
            if (!answer.IsRedirect)
                return Read(answer, turn);
            address = answer.Location!;
        }

        return Disallow("its robots.txt redirects too often", isLasting: false);
    }

    // RFC 9309 §2.3.1, but 401, 403 and 429 are taken as a no (METHOD.md §7).
    private static Rules Read(PageAnswer answer, HostPace.Turn turn)
    {
        if (answer.RetryAt is { } moment)
            turn.LeaveAloneUntil(moment);
        return answer.Status switch
        {
            >= 200 and <= 299 => new Rules(RobotsFile.Parse(answer.Content), "its robots.txt says no", IsLasting: true),
            401 or 403 or 429 => Disallow($"its robots.txt is answered with {answer.Status}, which we take as a no", isLasting: true),
            >= 400 and <= 499 => new Rules(RobotsFile.AllowAll, "", IsLasting: true),
            _ => Disallow($"its robots.txt could not be had (status {answer.Status}), so nothing there may be read for now", isLasting: false),
        };
    }

    private static Rules Disallow(string why, bool isLasting) => new(RobotsFile.DisallowAll, why, isLasting);

    /// <param name="File">The rules to match.</param>
    /// <param name="Why">What to say when they refuse.</param>
    /// <param name="IsLasting">Whether they are kept for a day or only for minutes.</param>
    internal sealed record Rules(RobotsFile File, string Why, bool IsLasting)
    {
        /// <summary>Why the file could not be had; the same keeps us from the page.</summary>
        public RefusedException? Failure { get; init; }
    }

    private sealed class Entry
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public Rules? Rules { get; set; }

        public DateTimeOffset Until { get; set; }
    }
}
