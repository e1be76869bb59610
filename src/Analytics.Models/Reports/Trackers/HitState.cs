using Analytics.Models.Platforms;

namespace Analytics.Models.Reports.Trackers;

/// <summary>What the lists of HITs have in common, whichever program keeps them.</summary>
internal static class HitState
{
    public const string Platform = "mturk";

    /// <summary>A HIT with its state, by the names that the file has for its parts.</summary>
    public static TrackedWork Read(RowView row, string id, string[] pay, string[] bonus, string state)
    {
        if (Outcome(row, state) is not { } outcome)
            return TrackedWork.Left(LeftOut.Unfinished);
        var reward = row.MustMoney("pay", pay);
        var extra = row.Money("bonus", bonus);
        return new()
        {
            Platform = Platform,
            Task = row.TaskOf(TaskType.Other, "title"),
            Date = row.MustWhen("date", "date").Date,
            Currency = row.CurrencyOf(reward, "USD"),
            Pay = reward.Value + (extra?.Value ?? 0),
            Bonus = extra?.Value,
            Outcome = outcome,
            Key = RowView.KeyOf(row.Text(id)),
        };
    }

    /// <summary>What became of it; null where it is not handed in yet.</summary>
    public static Outcome? Outcome(RowView row, string column)
    {
        switch (row.Word(column))
        {
            case "paid" or "approved" or "pendingpayment" or "approvedpendingpayment":
                return Trackers.Outcome.Paid;
            case "" or "submitted" or "pending" or "pendingapproval" or "awaitingapproval":
                return Trackers.Outcome.Waiting;
            case "rejected":
                return Trackers.Outcome.Rejected;
            case "returned" or "abandoned" or "expired" or "timedout":
                return Trackers.Outcome.Unpaid;
            case "accepted" or "assigned" or "inprogress":
                return null;
            default:
                row.Wrong(TrackerFault.UnknownState, "state", column);
                return null;
        }
    }
}
