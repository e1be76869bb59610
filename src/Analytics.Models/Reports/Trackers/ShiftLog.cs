namespace Analytics.Models.Reports.Trackers;

/// <summary>Shifts of riders, drivers and shoppers, CSV: a date, from when to when or how long, what was earned, tips. A shift holds its own waiting, so there are no gaps to estimate.</summary>
internal sealed class ShiftLog : Layout
{
    private static readonly string[] Dates = ["date", "day", "shiftdate"];
    private static readonly string[] Starts = ["timestart", "starttime", "shiftstart", "start", "clockin", "from"];
    private static readonly string[] Ends = ["timeend", "endtime", "shiftend", "end", "clockout", "to"];
    private static readonly string[] Lengths = ["totaltime", "shifttime", "onlinetime", "timeonline", "duration", "activetime", "hours", "totalhours", "onlinehours", "hoursonline", "totaltimehrs"];
    private static readonly string[] Minutes = ["totaltimemin", "minutes", "onlineminutes"];
    private static readonly string[] Signs = ["totalbatches", "batches", "deliveries", "trips", "orders", "totaltrips", "shifttime", "onlinetime", "timeonline", "onlinehours", "hoursonline", "shiftstart", "cashtips"];

    public override TrackerFormat Format => TrackerFormat.Shifts;

    public override IReadOnlyList<(string Field, string[] Columns)> Needs => [("pay", RidePay.Columns)];

    public override bool Fits(SourceRows rows) => Any(rows, Signs) && Any(rows, [.. Dates, .. Starts]) && Any(rows, [.. Starts, .. Lengths, .. Minutes]);

    public override TrackedWork Read(RowView row)
    {
        var start = row.Has(Dates) ? row.WhenOf("start", Dates, Starts) : row.When("start", Starts);
        if (start is null)
            row.Wrong(TrackerFault.NoDate, "date", [.. Dates, .. Starts]);
        var end = row.Has(Dates) && row.Text(Ends).Length is > 0 and <= 11 ? row.WhenOf("end", Dates, Ends) : row.When("end", Ends);
        // A shift over midnight has one date.
        if (start?.At is { } from && end?.At is { } to && to < from)
            end = end.Value with { At = to.AddDays(1) };
        var span = row.Span(start, end);
        var work = RidePay.Read(row, start?.Date ?? default);
        return work with
        {
            Time = row.Took(TimeUnit.Hours, Lengths) ?? row.Took(TimeUnit.Minutes, Minutes) ?? (span is { } s ? s.End - s.Start : null),
            Span = span,
            // Only where costs are told as well is all of a shift told: else the vehicle would be taken to cost nothing.
            Unpaid = work.Costs is null ? null : TimeSpan.Zero,
            Tasks = Math.Max(1, Count(row, 1, "totalbatches", "batches", "deliveries", "trips", "orders", "totaltrips")),
        };
    }
}
