namespace Analytics.Models.Reports.Trackers;

/// <summary>Backup of the MTurk Suite extension: <c>{"hits": [{"hit_id", "reward": {"amount_in_dollars"}, "state", "title", "date"}], "days": […]}</c>.</summary>
internal sealed class MturkSuiteBackup : Layout
{
    public override TrackerFormat Format => TrackerFormat.MturkSuite;

    public override bool Fits(SourceRows rows) => rows.Section == "hits" && rows.Has("hitid");

    public override TrackedWork Read(RowView row) => row.Section != "hits" ? TrackedWork.Left(LeftOut.Total)
        : HitState.Read(row, "hitid", ["rewardamountindollars", "reward"], ["bonusamountindollars", "bonus"], "state");
}
