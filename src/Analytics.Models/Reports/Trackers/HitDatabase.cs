namespace Analytics.Models.Reports.Trackers;

/// <summary>Backup of the older HIT database: <c>{"HIT": [{"hitId", "reward" or "reward": {"pay", "bonus"}, "status", "title", "date"}], "STATS": […]}</c>.</summary>
internal sealed class HitDatabase : Layout
{
    public override TrackerFormat Format => TrackerFormat.HitDatabase;

    public override bool Fits(SourceRows rows) => rows.Section == "hit" && rows.Has("hitid");

    public override TrackedWork Read(RowView row) => row.Section != "hit" ? TrackedWork.Left(LeftOut.Total)
        : HitState.Read(row, "hitid", ["rewardpay", "reward", "pay"], ["rewardbonus", "bonus"], "status");
}
