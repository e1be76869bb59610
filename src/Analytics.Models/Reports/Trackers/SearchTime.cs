namespace Analytics.Models.Reports.Trackers;

/// <summary>
/// Time between tasks, as in Hara et al. 2018 ("A Data-Driven Analysis of Workers' Earnings on Amazon Mechanical Turk"), who gather tasks into sessions by
/// the gaps between them: a gap of at most <see cref="LongestGap"/> between the end of one task and the start of the next is time spent searching for it;
/// a longer one ends the session and is nobody's. Where tasks overlap, the minute counts once, for the task begun first.
/// </summary>
public static class SearchTime
{
    /// <summary>The longest gap that counts as searching.</summary>
    public static readonly TimeSpan LongestGap = TimeSpan.FromMinutes(12);

    /// <summary>Gives each stretch its own working time and the searching before it.</summary>
    /// <param name="stretches">Put in order by this.</param>
    /// <param name="withGaps">Whether gaps are searching at all.</param>
    /// <param name="give">Told of the stretch, its working time and the searching that led to it.</param>
    internal static void Share(List<Stretch> stretches, bool withGaps, Action<Stretch, TimeSpan, TimeSpan> give)
    {
        stretches.Sort((a, b) => a.Start != b.Start ? a.Start.CompareTo(b.Start) : a.End.CompareTo(b.End));
        var reach = DateTime.MinValue;
        foreach (var one in stretches)
        {
            var gap = one.Start - reach;
            var own = one.End - (one.Start > reach ? one.Start : reach);
            give(one, own < TimeSpan.Zero ? TimeSpan.Zero : own < one.Worked ? own : one.Worked, withGaps && gap > TimeSpan.Zero && gap <= LongestGap ? gap : TimeSpan.Zero);
            reach = one.End > reach ? one.End : reach;
        }
    }
}

/// <summary>A task on the clock.</summary>
/// <param name="Worked">What its own row says of the time, at most from start to end.</param>
/// <param name="Paid">Whether the time is paid.</param>
internal readonly record struct Stretch(DateTime Start, DateTime End, TimeSpan Worked, WorkGroup Group, bool Paid);
