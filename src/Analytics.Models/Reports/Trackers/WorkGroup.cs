using Analytics.Models.Platforms;

namespace Analytics.Models.Reports.Trackers;

/// <summary>What is summed together.</summary>
internal readonly record struct GroupKey(string Platform, bool Unlisted, TaskType Task, DateOnly Month, string Currency);

/// <summary>Pay of rows of one group.</summary>
internal struct PaySum
{
    public int Rows { get; private set; }

    public int Tasks { get; private set; }

    public decimal Pay { get; private set; }

    public decimal? Bonus { get; private set; }

    public decimal? Costs { get; private set; }

    public void Add(TrackedWork work, decimal pay)
    {
        Rows++;
        Tasks += work.Outcome is Outcome.Paid or Outcome.Waiting ? work.Tasks : 0;
        Pay += pay;
        Bonus = work.Bonus is { } bonus ? (Bonus ?? 0) + bonus : Bonus;
        Costs = work.Costs is { } costs ? (Costs ?? 0) + costs : Costs;
    }
}

/// <summary>The sums of one platform, kind of work, month and currency while a file is read.</summary>
internal sealed class WorkGroup(GroupKey key)
{
    private PaySum timed;
    private PaySum untimed;
    private bool waiting;
    private bool rejected;

    public GroupKey Key => key;

    public TimeSpan Paid { get; set; }

    public TimeSpan Unpaid { get; set; }

    /// <summary>Whether unpaid time was told by a row, and whether some of it could be estimated.</summary>
    public bool UnpaidTold { get; set; }

    public bool UnpaidEstimated { get; set; }

    /// <summary>All pay of the group, in the sum or not.</summary>
    public decimal AllPay => timed.Pay + untimed.Pay;

    /// <summary>Whether only the rows with times are summed.</summary>
    public bool OnlyTimed => timed.Tasks > 0 && Paid > TimeSpan.Zero;

    /// <summary>Whether there is anything to publish an hour of: pay, or time that went unpaid all the same.</summary>
    public bool Counts => Chosen.Pay > 0 || (Chosen.Pay == 0 && OnlyTimed);

    /// <summary>Rows of the sum, and rows without a time beside it.</summary>
    public (int In, int Beside) Rows => OnlyTimed ? (timed.Rows, untimed.Rows) : (timed.Rows + untimed.Rows, 0);

    private PaySum Chosen => OnlyTimed ? timed : untimed;

    public void Add(TrackedWork work)
    {
        waiting |= work.Outcome == Outcome.Waiting;
        rejected |= work.Outcome == Outcome.Rejected;
        // Of what is rejected or returned only a bonus is paid.
        var paid = work.Outcome is Outcome.Paid or Outcome.Waiting;
        var pay = paid ? work.Pay : work.Bonus ?? 0;
        if (work.Time is null)
            untimed.Add(work, pay);
        else
            timed.Add(work, pay);
        if (work is { Span: null, Time: { } time })
        {
            Paid += paid ? time : TimeSpan.Zero;
            Unpaid += paid ? TimeSpan.Zero : time;
        }

        UnpaidTold |= work.Unpaid is not null || (!paid && work.Time is not null);
        Unpaid += work.Unpaid ?? TimeSpan.Zero;
    }

    /// <param name="sharedCosts">Fees of the account per unit of pay.</param>
    public TrackerSum Sum(decimal sharedCosts)
    {
        var sum = Chosen;
        var costs = sharedCosts != 0 ? (sum.Costs ?? 0) + sharedCosts * sum.Pay : sum.Costs;
        return new()
        {
            Platform = key.Unlisted ? null : key.Platform,
            PlatformName = key.Unlisted ? key.Platform : null,
            Task = key.Task,
            Month = key.Month,
            Currency = key.Currency,
            Pay = Math.Round(sum.Pay, 2, MidpointRounding.ToEven),
            Bonus = sum.Bonus is { } bonus ? Math.Round(bonus, 2, MidpointRounding.ToEven) : null,
            Costs = costs is { } c ? Math.Round(c, 2, MidpointRounding.ToEven) : null,
            PaidHours = OnlyTimed ? Hours(Paid) : null,
            UnpaidHours = OnlyTimed && (UnpaidTold || UnpaidEstimated) ? Hours(Unpaid) : null,
            UnpaidEstimated = OnlyTimed && UnpaidEstimated,
            Tasks = sum.Tasks,
            Payment = rejected ? PaymentState.PartlyRejected : waiting ? PaymentState.Waiting : PaymentState.Paid,
        };
    }

    private static decimal Hours(TimeSpan time) => Math.Round((decimal)time.Ticks / TimeSpan.TicksPerHour, 3, MidpointRounding.ToEven);
}
