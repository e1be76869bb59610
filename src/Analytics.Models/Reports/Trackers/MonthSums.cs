namespace Analytics.Models.Reports.Trackers;

/// <summary>Adds up the work of a file by platform, kind of work, month and currency.</summary>
internal sealed class MonthSums(TrackerLimits limits, bool hasGaps)
{
    private readonly Dictionary<GroupKey, WorkGroup> groups = [];
    private readonly Dictionary<(string Platform, DateOnly Month, string Currency), (decimal Costs, int Rows)> shared = [];
    private readonly HashSet<UInt128> seen = [];
    private readonly List<Stretch> stretches = [];

    /// <summary>Adds a row.</summary>
    /// <returns>Why it is in no sum; null where it is.</returns>
    /// <exception cref="TrackerException">There are more sums than a file can have.</exception>
    public LeftOut? Add(TrackedWork work)
    {
        if (work.LeftOut is { } why)
            return why;
        if (work.Key is { } id && !seen.Add(id))
            return LeftOut.Duplicate;
        var month = new DateOnly(work.Date.Year, work.Date.Month, 1);
        if (work.SharedCosts)
        {
            var (costs, rows) = shared.GetValueOrDefault((work.Platform, month, work.Currency));
            shared[(work.Platform, month, work.Currency)] = (costs + work.Costs!.Value, rows + 1);
            return null;
        }

        if (work is { Pay: 0, Costs: null or 0, Time: null, Unpaid: null } or { Outcome: Outcome.Unpaid or Outcome.Rejected, Bonus: null or 0, Time: null })
            return LeftOut.Nothing;
        var group = GroupOf(work, month);
        group.Add(work);
        if (work is { Span: { } span, Time: { } time })
        {
            group.UnpaidEstimated |= hasGaps;
            stretches.Add(new(span.Start, span.End, time, group, work.Outcome is Outcome.Paid or Outcome.Waiting));
        }

        return null;
    }

    /// <summary>The sums, and how many of the rows added are in none of them after all.</summary>
    public (IReadOnlyList<TrackerSum> Sums, int NoTime, int NoPay) Finish()
    {
        SearchTime.Share(stretches, hasGaps, (stretch, worked, searched) =>
        {
            stretch.Group.Paid += stretch.Paid ? worked : TimeSpan.Zero;
            stretch.Group.Unpaid += searched + (stretch.Paid ? TimeSpan.Zero : worked);
        });
        var (noTime, noPay) = (0, 0);
        var sums = new List<TrackerSum>();
        var pay = groups.Values.GroupBy(Account).ToDictionary(g => g.Key, g => g.Sum(w => w.AllPay));
        foreach (var group in groups.Values)
        {
            var (inside, beside) = group.Rows;
            if (!group.Counts)
            {
                noPay += inside + beside;
                continue;
            }

            noTime += beside;
            var account = Account(group);
            sums.Add(group.Sum(pay[account] > 0 ? shared.GetValueOrDefault(account).Costs / pay[account] : 0));
        }

        noPay += shared.Where(s => !(pay.GetValueOrDefault(s.Key) > 0)).Sum(s => s.Value.Rows);
        return ([.. sums.OrderBy(s => s.Month).ThenBy(s => s.Platform ?? s.PlatformName, StringComparer.Ordinal).ThenBy(s => s.Task).ThenBy(s => s.Currency, StringComparer.Ordinal)], noTime, noPay);
    }

    /// <summary>Why a row that was added is in no sum after all; null where it is. To be asked after <see cref="Finish"/>.</summary>
    public LeftOut? After(TrackedWork work)
    {
        var month = new DateOnly(work.Date.Year, work.Date.Month, 1);
        if (work.SharedCosts || !groups.TryGetValue(KeyOf(work, month), out var group))
            return null;
        return !group.Counts ? LeftOut.NoPay : work.Time is null && group.OnlyTimed ? LeftOut.NoTime : null;
    }

    private WorkGroup GroupOf(TrackedWork work, DateOnly month)
    {
        var key = KeyOf(work, month);
        if (!groups.TryGetValue(key, out var group))
        {
            if (groups.Count == limits.MostSums)
                throw new TrackerException(new(TrackerFault.TooManySums, 0));
            groups.Add(key, group = new(key));
        }

        return group;
    }

    private static GroupKey KeyOf(TrackedWork work, DateOnly month) => new(work.Platform, work.Unlisted, work.Task, month, work.Currency);

    private static (string Platform, DateOnly Month, string Currency) Account(WorkGroup group) => (group.Key.Platform, group.Key.Month, group.Key.Currency);
}
