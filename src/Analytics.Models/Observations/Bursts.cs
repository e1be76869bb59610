using MathNet.Numerics.Distributions;

namespace Analytics.Models.Observations;

/// <summary>
/// Finds reports that came in bursts (METHOD.md §6): of one work, far more contributors in a day than usual, or in a day, week, month or quarter far more than a quarter of them on one side
/// of the pay that is usual there. The second sees what is spread thin enough to hide from the first. Values in, values out.
/// </summary>
public static class Bursts
{
    /// <summary>Chance below which it is no chance.</summary>
    public const double LeastChance = 1e-6;

    /// <summary>The same on a side where a burst has been found within the quarter: its beginning and its end are thinner than its middle.</summary>
    public const double LeastChanceAfter = 1e-4;

    /// <summary>The longest that a burst may take to be seen.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(90);

    /// <summary>The days before, by which a day is judged.</summary>
    public static readonly TimeSpan Before = TimeSpan.FromDays(28);

    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan[] Spans = [Day, TimeSpan.FromDays(7), TimeSpan.FromDays(30), Longest];

    // Where little has been sent so far, a contributor a day is usual.
    private const double LeastUsual = 1;

    /// <summary>Ids of those in <paramref name="arrivals"/>, all of one work, that are part of a burst.</summary>
    /// <param name="usual">What the work has paid so far; null where nothing tells.</param>
    public static IReadOnlySet<string> Find(IEnumerable<Arrival> arrivals, UsualPay? usual)
    {
        var sorted = arrivals.OrderBy(a => a.At).ThenBy(a => a.Id, StringComparer.Ordinal).ToLookup(a => a.InBurst);
        List<Arrival> all = [.. sorted[false]];
        var found = new HashSet<string>();
        found.UnionWith(Within(all, Crowded(FirstOfEach(all)), Day));
        if (usual is not { Tells: true })
            return found;
        foreach (var side in (Func<double, bool>[])[hourly => hourly > usual.P75, hourly => hourly < usual.P25])
        {
            bool OnSide(Arrival a) => a.Hourly is { } hourly && side(hourly);
            var there = all.Where(OnSide).ToList();
            if (sorted[true].Any(OnSide) || FindSide(LeastChance))
                FindSide(LeastChanceAfter);

            // The shortest span first, and without what it has found: what comes after a burst is not held for it.
            bool FindSide(double least)
            {
                var before = found.Count;
                foreach (var span in Spans)
                    found.UnionWith(Within(there, OneSided([.. FirstOfEach(all).Where(a => a.Hourly is not null && !found.Contains(a.Id))], OnSide, span, least), span));
                return found.Count > before;
            }
        }

        return found;
    }

    // Whoever sends many counts once, with what came first: the months of one import are no burst.
    private static List<Arrival> FirstOfEach(List<Arrival> all) => [.. all.DistinctBy(a => a.Who)];

    // Beginnings of days that brought more than the 28 days before them let expect.
    private static IEnumerable<DateTimeOffset> Crowded(List<Arrival> sent)
    {
        var (before, end) = (0, 0);
        for (var i = 0; i < sent.Count; i++)
        {
            var from = sent[i].At;
            while (end < sent.Count && sent[end].At < from + Day)
                end++;
            while (sent[before].At < from - Before)
                before++;
            var usual = Math.Max(LeastUsual, (i - before) / Before.TotalDays);
            if (end - i > usual && 1 - new Poisson(usual).CumulativeDistribution(end - i - 1) < LeastChance)
                yield return from;
        }
    }

    // Beginnings of spans of which far more than a quarter lie on that side.
    private static IEnumerable<DateTimeOffset> OneSided(List<Arrival> sent, Func<Arrival, bool> onSide, TimeSpan span, double least)
    {
        var (end, there) = (0, 0);
        for (var i = 0; i < sent.Count; i++)
        {
            for (; end < sent.Count && sent[end].At < sent[i].At + span; end++)
                there += onSide(sent[end]) ? 1 : 0;
            if (!onSide(sent[i]))
                continue;
            var n = end - i;
            if (there > n * 0.25 && 1 - new Binomial(0.25, n).CumulativeDistribution(there - 1) < least)
                yield return sent[i].At;
            there--;
        }
    }

    // Those that lie in one of the spans with these beginnings, which are in order, as they are.
    private static IEnumerable<string> Within(List<Arrival> sent, IEnumerable<DateTimeOffset> beginnings, TimeSpan span)
    {
        var next = 0;
        foreach (var from in beginnings)
        {
            while (next < sent.Count && sent[next].At < from)
                next++;
            for (; next < sent.Count && sent[next].At < from + span; next++)
                yield return sent[next].Id;
        }
    }
}
