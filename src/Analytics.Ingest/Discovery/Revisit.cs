using Analytics.Models.Sources;

namespace Analytics.Ingest.Discovery;

/// <summary>When a page that a list found is asked for again. docs/operating.md says the same in words.</summary>
internal static class Revisit
{
    // Counted from the change last stated, or from the first sight of the page where none is.
    private static readonly (TimeSpan Younger, int Nights)[] Rule =
        [(TimeSpan.FromDays(14), 1), (TimeSpan.FromDays(90), 7), (TimeSpan.FromDays(365), 30)];

    private const int NightsOfOldPages = 90, MostNightsAfterFailures = 64;

    /// <summary>A night's run begins when it can and takes hours: what was fetched late in one is due in the next all the same.</summary>
    public static readonly TimeSpan Night = TimeSpan.FromHours(20);

    /// <summary>The moment from which <paramref name="page"/> is due; in the past for one never fetched.</summary>
    public static DateTimeOffset DueAt(FoundPage page)
    {
        if (page.TriedAt is not { } tried)
            return page.AddedAt;
        if (page.ChangedAt > tried)
            return page.ChangedAt.Value;
        var nights = page.Failures > 0 ? Math.Min(1 << Math.Min(page.Failures - 1, 30), MostNightsAfterFailures) : Nights(tried - (page.ChangedAt ?? page.AddedAt));
        return tried + TimeSpan.FromDays(nights - 1) + Night;
    }

    private static int Nights(TimeSpan age)
    {
        foreach (var (younger, nights) in Rule)
        {
            if (age < younger)
                return nights;
        }

        return NightsOfOldPages;
    }
}
