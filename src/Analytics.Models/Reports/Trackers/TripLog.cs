namespace Analytics.Models.Reports.Trackers;

/// <summary>Trips and deliveries, CSV: when each began and, mostly, ended, what it paid, tips.</summary>
internal sealed class TripLog : Layout
{
    private static readonly string[] Starts =
        ["begintriptime", "begintriptimestamplocal", "triprequesttime", "requesttime", "pickuptime", "acceptedat", "acceptedtime", "tripstart", "starttime", "start", "startedat", "datetime", "date"];

    private static readonly string[] Ends = ["dropofftime", "dropofftimestamplocal", "droptime", "tripend", "completedat", "deliveredat", "endtime", "end", "endedat"];
    private static readonly string[] Signs =
        ["begintriptime", "begintriptimestamplocal", "triprequesttime", "pickuptime", "dropofftime", "tripstart", "tripid", "tripuuid", "deliveryid", "orderid", "fare", "basepay", "distance", "distancemi", "distancekm", "tripdistance"];

    public override TrackerFormat Format => TrackerFormat.Trips;

    public override bool HasGaps => true;

    public override IReadOnlyList<(string Field, string[] Columns)> Needs => [("pay", RidePay.Columns)];

    public override bool Fits(SourceRows rows) => Any(rows, Signs) && Any(rows, Starts) && !rows.Has("requesterid");

    public override TrackedWork Read(RowView row)
    {
        var start = row.MustWhen("start", Starts);
        var span = row.Span(start, row.When("end", Ends));
        var work = RidePay.Read(row, start.Date);
        return work with
        {
            Time = row.Took(TimeUnit.Minutes, "durationmin", "durationminutes", "minutes", "tripminutes") ?? row.Took(TimeUnit.Seconds, "durationseconds", "tripdurationseconds")
                ?? row.Took(TimeUnit.Minutes, "tripduration", "duration") ?? (span is { } s ? s.End - s.Start : null),
            Span = span,
            Outcome = work.Pay == 0 ? Outcome.Unpaid : Outcome.Paid,
            Key = RowView.KeyOf(row.Text("tripid", "tripuuid", "deliveryid", "orderid", "uuid", "id")),
        };
    }
}
