namespace Analytics.Models.Reports.Trackers;

/// <summary>A list of HITs done, JSON or CSV: <c>id, date, requester_id, title, reward, bonus, status</c>. It tells no times; minutes that an advert named are not the worker's.</summary>
internal sealed class HitHistory : Layout
{
    public override TrackerFormat Format => TrackerFormat.HitHistory;

    public override bool Fits(SourceRows rows) =>
        Any(rows, "requesterid", "requestername", "requester") && rows.Has("title") && rows.Has("date") && rows.Has("status") && Any(rows, "reward", "pay") && Any(rows, "id", "hitid");

    public override TrackedWork Read(RowView row) => HitState.Read(row, row.Has("id") ? "id" : "hitid", ["reward", "pay"], ["bonus"], "status");
}
