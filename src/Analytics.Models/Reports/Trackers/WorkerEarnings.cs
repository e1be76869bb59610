using Analytics.Models.Platforms;

namespace Analytics.Models.Reports.Trackers;

/// <summary>Earnings of an MTurk worker by day, CSV: a date, how many HITs were submitted and approved, earnings, bonuses.</summary>
internal sealed class WorkerEarnings : Layout
{
    private static readonly string[] Dates = ["date", "day"];
    private static readonly string[] Totals = ["totalearnings", "total"];
    private static readonly string[] Rewards = ["earnings", "hitearnings", "approvedhitearnings", "hitrewards", "rewards", "reward", "approvedearnings"];
    private static readonly string[] Bonuses = ["bonuses", "bonus", "bonusearnings"];
    private static readonly string[] Counts = ["approved", "hitsapproved", "approvedhits", "submitted", "hitssubmitted", "submittedhits", "hits"];

    public override TrackerFormat Format => TrackerFormat.WorkerEarnings;

    public override bool Fits(SourceRows rows) => Any(rows, Dates) && Any(rows, [.. Totals, .. Rewards]) && Any(rows, Counts) && !rows.Has("title");

    public override TrackedWork Read(RowView row)
    {
        if (row.Word(Dates) is "total" or "totals" or "sum")
            return TrackedWork.Left(LeftOut.Total);
        var total = row.Money("pay", Totals);
        var rewards = total ?? row.MustMoney("pay", Rewards);
        var bonus = row.Money("bonus", Bonuses);
        var pay = rewards.Value + (total is null ? bonus?.Value ?? 0 : 0);
        var date = row.MustWhen("date", Dates).Date;
        if (pay == 0)
            return TrackedWork.Left(LeftOut.Nothing);
        return new()
        {
            Platform = HitState.Platform,
            Task = row.TaskOf(TaskType.Other),
            Date = date,
            Currency = row.CurrencyOf(rewards, "USD", "currency"),
            Pay = pay,
            Bonus = bonus?.Value,
            Tasks = Math.Max(1, Count(row, 1, Counts)),
        };
    }
}
