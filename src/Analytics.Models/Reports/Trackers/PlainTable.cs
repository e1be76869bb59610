using Analytics.Models.Platforms;

namespace Analytics.Models.Reports.Trackers;

/// <summary>Any other list whose columns have our names (<see cref="Fields"/>) or are mapped to them; docs/importing.md describes them.</summary>
internal sealed class PlainTable(TrackerOptions options) : Layout
{
    /// <summary>The columns there can be, by our names.</summary>
    public static readonly IReadOnlyList<string> Fields =
        ["date", "start", "end", "minutes", "hours", "seconds", "unpaid_minutes", "pay", "bonus", "costs", "currency", "platform", "task", "title", "id", "status", "tasks"];

    private readonly Dictionary<string, string[]> columns = Fields.ToDictionary(f => f, f => options.Map.TryGetValue(f, out var mapped) ? new[] { SourceRows.Plain(mapped) } : [SourceRows.Plain(f)]);

    public override TrackerFormat Format => TrackerFormat.Table;

    public override bool HasGaps => true;

    public override IReadOnlyList<(string Field, string[] Columns)> Needs =>
        [("pay", columns["pay"]), ("date", [.. columns["date"], .. columns["start"]]), .. options.Map.Select(m => (m.Key, columns[m.Key]))];

    public override bool Fits(SourceRows rows) => options.Map.Count > 0 || Any(rows, columns["pay"]) && Any(rows, [.. columns["date"], .. columns["start"]]);

    public override TrackedWork Read(RowView row)
    {
        if (row.Word(columns["date"]) is "total" or "totals" or "sum" or "jumlah")
            return TrackedWork.Left(LeftOut.Total);
        var (start, end) = (row.When("start", columns["start"]), row.When("end", columns["end"]));
        var date = row.When("date", columns["date"]) ?? start ?? row.MustWhen("date", columns["date"]);
        var span = row.Span(start, end);
        var outcome = OutcomeOf(row);
        var (pay, bonus) = (outcome is Outcome.Paid or Outcome.Waiting ? row.MustMoney("pay", columns["pay"]) : row.Money("pay", columns["pay"]) ?? default, row.Money("bonus", columns["bonus"]));
        return new()
        {
            Platform = row.PlatformOf(null, columns["platform"]),
            Task = TaskOf(row),
            Date = date.Date,
            Currency = row.CurrencyOf(pay, null, columns["currency"]),
            Pay = pay.Value + (bonus?.Value ?? 0),
            Bonus = bonus?.Value,
            Costs = row.Money("costs", columns["costs"]) is { } costs ? Math.Abs(costs.Value) : null,
            Time = row.Took(TimeUnit.Minutes, columns["minutes"]) ?? row.Took(TimeUnit.Hours, columns["hours"]) ?? row.Took(TimeUnit.Seconds, columns["seconds"])
                ?? (span is { } s ? s.End - s.Start : null),
            Unpaid = row.Took(TimeUnit.Minutes, columns["unpaid_minutes"]),
            Span = span,
            Outcome = outcome,
            Tasks = Math.Max(1, Count(row, 1, columns["tasks"])),
            Key = RowView.KeyOf(row.Text(columns["id"])),
        };
    }

    private TaskType TaskOf(RowView row)
    {
        if (row.Text(columns["task"]) is not { Length: > 0 } named)
            return row.TaskOf(TaskType.Other, columns["title"]);
        if (Term.Find<TaskType>(named) is { } term)
            return term;
        if (TitleWords.Task(named) is { } told)
            return told;
        row.Wrong(TrackerFault.UnknownTask, "task", columns["task"]);
        return default;
    }

    private Outcome OutcomeOf(RowView row)
    {
        switch (row.Word(columns["status"]))
        {
            case "" or "paid" or "approved" or "completed" or "done" or "dibayar":
                return Outcome.Paid;
            case "waiting" or "pending" or "submitted" or "menunggu":
                return Outcome.Waiting;
            case "rejected" or "refused" or "ditolak":
                return Outcome.Rejected;
            case "returned" or "unpaid" or "timedout" or "cancelled" or "canceled" or "dibatalkan":
                return Outcome.Unpaid;
            default:
                row.Wrong(TrackerFault.UnknownState, "status", columns["status"]);
                return default;
        }
    }
}
