using Analytics.Models.Platforms;

namespace Analytics.Models.Reports.Trackers;

/// <summary>Submissions of a Prolific participant, CSV: <c>Study, Reward, Bonus, Started At, Completed At, Completion Code, Status</c>.</summary>
internal sealed class ProlificExport : Layout
{
    public override TrackerFormat Format => TrackerFormat.Prolific;

    public override bool HasGaps => true;

    public override bool Fits(SourceRows rows) => rows.Has("study") && rows.Has("reward") && rows.Has("startedat") && rows.Has("status");

    public override TrackedWork Read(RowView row)
    {
        if (Outcome(row) is not { } outcome)
            return TrackedWork.Left(LeftOut.Unfinished);
        var (start, end) = (row.MustWhen("start", "startedat"), row.When("end", "completedat"));
        var (reward, bonus) = (row.Money("pay", "reward"), row.Money("bonus", "bonus"));
        var span = row.Span(start, end);
        if (reward is null && outcome is Trackers.Outcome.Paid or Trackers.Outcome.Waiting)
            reward = row.MustMoney("pay", "reward");
        return new()
        {
            Platform = "prolific",
            Task = row.TaskOf(TaskType.Survey, "study"),
            Date = start.Date,
            Currency = row.CurrencyOf(reward is { Currency: not null } ? reward.Value : bonus ?? default),
            Pay = (reward?.Value ?? 0) + (bonus?.Value ?? 0),
            Bonus = bonus?.Value,
            Time = span is { } s ? s.End - s.Start : null,
            Span = span,
            Outcome = outcome,
            Key = RowView.KeyOf(row.Text("submissionid", "id")) ?? RowView.KeyOf(row.Text("study"), row.Text("startedat")),
        };
    }

    private static Outcome? Outcome(RowView row)
    {
        switch (row.Word("status"))
        {
            case "approved" or "paid" or "partiallyapproved":
                return Trackers.Outcome.Paid;
            case "awaitingreview" or "submitted" or "pending":
                return Trackers.Outcome.Waiting;
            case "rejected":
                return Trackers.Outcome.Rejected;
            case "returned" or "timedout" or "screenedout" or "nocode":
                return Trackers.Outcome.Unpaid;
            case "active" or "reserved" or "started":
                return null;
            default:
                row.Wrong(TrackerFault.UnknownState, "state", "status");
                return null;
        }
    }
}
