using Analytics.Models.Platforms;

namespace Analytics.Models.Reports.Trackers;

/// <summary>
/// Time entries of Toggl or Clockify, CSV, with a column of pay: <c>Client, Project, Description, Billable, Start date, Start time, End date, End time, Duration, Amount (USD)</c>.
/// Entries that are not billable are unpaid time. What is not tracked is not guessed at.
/// </summary>
internal sealed class TimeEntries : Layout
{
    private static readonly string[] Lengths = ["durationh", "duration", "durationdecimal", "timeh", "timedecimal"];
    private static readonly string[] Pay = ["amount", "billableamount", "pay", "paid", "earnings", "earned", "income"];
    private readonly OneWorker worker = new();

    public override TrackerFormat Format => TrackerFormat.TimeEntries;

    public override IReadOnlyList<(string Field, string[] Columns)> Needs => [("pay", Pay)];

    public override bool Fits(SourceRows rows) => Any(rows, "startdate", "start") && Any(rows, Lengths) && Any(rows, "project", "client", "description");

    public override TrackedWork Read(RowView row)
    {
        if (!worker.Is(row, "email", "user"))
            return TrackedWork.Left(LeftOut.OtherWorker);
        var start = row.WhenOf("start", ["startdate", "start"], ["starttime"]);
        if (start is null)
            row.Wrong(TrackerFault.NoDate, "start", "startdate", "start");
        var end = row.WhenOf("end", ["enddate", "end"], ["endtime"]);
        var unpaid = row.Word("billable") is "no" or "false" or "tidak";
        var pay = unpaid ? row.Money("pay", Pay) ?? default : row.MustMoney("pay", Pay);
        var span = row.Span(start, end);
        return new()
        {
            Platform = row.PlatformOf(PlatformIn(row)),
            Task = row.TaskOf(TaskType.Other, "description", "task", "project", "tags"),
            Date = start?.Date ?? default,
            Currency = row.CurrencyOf(pay, null, "currency"),
            Pay = pay.Value,
            Time = row.Took(TimeUnit.Hours, Lengths) ?? (span is { } s ? s.End - s.Start : null),
            Span = span,
            Outcome = unpaid || pay.Value == 0 ? Outcome.Unpaid : Outcome.Paid,
        };
    }

    private static string? PlatformIn(RowView row) =>
        TitleWords.Platform(row.Text("platform")) ?? TitleWords.Platform(row.Text("client")) ?? TitleWords.Platform(row.Text("project"));
}
