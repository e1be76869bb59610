using Analytics.Models.Platforms;

namespace Analytics.Models.Reports.Trackers;

/// <summary>Results of an MTurk batch, CSV, with the times of each assignment: <c>AssignmentId, WorkerId, Reward, AcceptTime, SubmitTime, WorkTimeInSeconds, AssignmentStatus</c>.</summary>
internal sealed class BatchResults : Layout
{
    private readonly OneWorker worker = new();

    public override TrackerFormat Format => TrackerFormat.BatchResults;

    public override bool HasGaps => true;

    public override bool Fits(SourceRows rows) => rows.Has("assignmentid") && rows.Has("reward") && Any(rows, "worktimeinseconds", "submittime");

    public override TrackedWork Read(RowView row)
    {
        if (!worker.Is(row, "workerid"))
            return TrackedWork.Left(LeftOut.OtherWorker);
        if (HitState.Outcome(row, "assignmentstatus") is not { } outcome)
            return TrackedWork.Left(LeftOut.Unfinished);
        var reward = row.MustMoney("pay", "reward");
        var (start, end) = (row.When("start", "accepttime"), row.When("end", "submittime"));
        var span = row.Span(start, end);
        return new()
        {
            Platform = HitState.Platform,
            Task = row.TaskOf(TaskType.Other, "title", "keywords", "description"),
            Date = (start ?? row.MustWhen("end", "submittime")).Date,
            Currency = row.CurrencyOf(reward, "USD"),
            Pay = reward.Value,
            Time = row.Took(TimeUnit.Seconds, "worktimeinseconds") ?? (span is { } s ? s.End - s.Start : null),
            Span = span,
            Outcome = outcome,
            Key = RowView.KeyOf(row.Text("assignmentid")),
        };
    }
}
