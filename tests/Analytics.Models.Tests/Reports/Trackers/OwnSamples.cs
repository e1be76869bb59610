using Analytics.Models.Reports.Trackers;

namespace Analytics.Models.Tests.Reports.Trackers;

/// <summary>Made-up files of every layout that is a table.</summary>
internal static class OwnSamples
{
    public static readonly IReadOnlyList<TrackerSample> Tables =
    [
        new(TrackerFormat.HitHistory,
            ["id", "date", "requester_id", "title", "reward", "bonus", "status"],
            [
                ["H1", "2024-03-05 10:00:00", "R1", "Short survey, about cafés", "1.50", "0.25", "Paid"],
                ["H2", "2024-03-06 10:00:00", "R2", "Draw a box around each \"car\"", "0.10", "", "Approved -"],
                ["H3", "2024-03-06 11:00:00", "R2", "Draw a box around each car", "0.10", "", "Rejected"],
                ["H1", "2024-03-05 10:00:00", "R1", "Short survey, about cafés", "1.50", "0.25", "Paid"],
                ["H4", "2024-03-07 11:00:00", "R2", "Draw a box around each car", "0.10", "", "Accepted"],
                ["H5", "2024-04-01 08:00:00", "R3", "Answer a questionnaire", "1,234.50", "", "Pending Approval"],
            ],
            [4, 5],
            [
                "mturk survey 2024-03 USD 1.75 +0.25 - h h 1 paid",
                "mturk image-video-labelling 2024-03 USD 0.1 + - h h 1 paid",
                "mturk survey 2024-04 USD 1234.5 + - h h 1 waiting",
            ]),
        new(TrackerFormat.WorkerEarnings,
            ["Date", "HITs Submitted", "HITs Approved", "Earnings", "Bonuses"],
            [
                ["2024-03-05", "40", "38", "4.10", "0.50"],
                ["2024-03-06", "0", "0", "0.00", "0.00"],
                ["2024-04-02", "10", "10", "1,234.50", ""],
                ["Total", "50", "48", "1,238.60", "0.50"],
            ],
            [3, 4],
            ["mturk other 2024-03 USD 4.6 +0.5 - h h 38 paid", "mturk other 2024-04 USD 1234.5 + - h h 10 paid"]),
        new(TrackerFormat.BatchResults,
            ["HITId", "Title", "Reward", "AssignmentId", "WorkerId", "AssignmentStatus", "AcceptTime", "SubmitTime", "WorkTimeInSeconds"],
            [
                ["3A", "Survey of cafés", "$1.00", "A1", "W1", "Approved", "Tue Mar 05 08:00:00 PST 2024", "Tue Mar 05 08:30:00 PST 2024", "1800"],
                ["3A", "Survey of cafés", "$2.00", "A2", "W1", "Submitted", "Tue Mar 05 08:40:00 PST 2024", "Tue Mar 05 09:10:00 PST 2024", "1800"],
                ["3B", "Survey of tea", "$1,234.50", "A3", "W1", "Rejected", "Tue Mar 05 10:00:00 PST 2024", "Tue Mar 05 10:15:00 PST 2024", "900"],
            ],
            [2],
            ["mturk survey 2024-03 USD 3 + - 1h ~0.417h 2 partly-rejected"]),
        new(TrackerFormat.Prolific,
            ["Study", "Reward", "Bonus", "Started At", "Completed At", "Completion Code", "Status"],
            [
                ["Cafés, news and you", "£2.67", "£0.50", "2024-03-05 10:00:00", "2024-03-05 10:20:00", "ABC", "APPROVED"],
                ["Choices", "£4.00", "", "2024-03-05 10:25:00", "2024-03-05 10:50:00", "XYZ", "AWAITING REVIEW"],
                ["Given back", "£1.00", "", "2024-03-05 12:00:00", "", "", "RETURNED"],
                ["Too slow", "£1.00", "", "2024-03-05 13:00:00", "2024-03-05 13:30:00", "", "TIMED-OUT"],
                ["Later", "$1,007.50", "", "2024-04-01 09:00:00", "2024-04-01 10:00:00", "", "APPROVED"],
            ],
            [1, 2],
            ["prolific survey 2024-03 GBP 7.17 +0.5 - 0.75h ~0.583h 2 waiting", "prolific survey 2024-04 USD 1007.5 + - 1h ~0h 1 paid"]),
        new(TrackerFormat.Upwork,
            ["Date", "Ref ID", "Type", "Description", "Agency", "Freelancer", "Team", "Account Name", "PO", "Amount", "ExchangeRate", "Currency", "Balance"],
            [
                ["Mar 4, 2024", "1001", "Hourly", "Café, logo design: 10:30 hrs @ $30.00/hr", "", "Somebody", "", "", "", "315.00", "1", "USD", "315.00"],
                ["Mar 4, 2024", "1002", "Service Fee", "Fee of 1001", "", "Somebody", "", "", "", "-31.50", "1", "USD", "283.50"],
                ["Mar 11, 2024", "1003", "Hourly", "Logo design: 2:00 hrs @ $30.00/hr", "", "Somebody", "", "", "", "60.00", "1", "USD", "343.50"],
                ["Mar 11, 2024", "1004", "Service Fee", "Fee of 1003", "", "Somebody", "", "", "", "(6.00)", "1", "USD", "337.50"],
                ["Mar 20, 2024", "1005", "Withdrawal", "To the bank", "", "", "", "", "", "-300.00", "1", "USD", "37.50"],
                ["Apr 2, 2024", "1006", "Fixed Price", "A Python script", "", "Somebody", "", "", "", "1,234.50", "1", "USD", "1,272.00"],
                ["Apr 2, 2024", "1007", "Service Fee", "Fee of 1006", "", "Somebody", "", "", "", "-123.45", "1", "USD", "1,148.55"],
                ["Apr 3, 2024", "1008", "WHT", "Tax", "", "", "", "", "", "-10.00", "1", "USD", "1,138.55"],
            ],
            [9, 12],
            ["upwork design 2024-03 USD 375 + -37.5 12.5h h 2 paid", "upwork coding 2024-04 USD 1234.5 + -123.45 h h 1 paid"]),
        new(TrackerFormat.Shifts,
            ["date", "d_o_w", "time_start", "time_end", "total_time", "mileage", "earned", "total_batches", "cash_tips"],
            [
                ["2024-03-05", "café", "12:00:00", "14:00:00", "02:00:00", "10.5", "30.00", "2", "5"],
                ["2024-03-06", "Wed", "22:00:00", "01:00:00", "03:00:00", "12.0", "1,045.25", "3", "0"],
                ["2024-04-01", "Mon", "08:00:00", "09:00:00", "01:00:00", "3.0", "0.0", "0", "0"],
            ],
            [6, 8],
            ["instacart ride-delivery 2024-03 USD 1080.25 +5 - 5h h 5 paid", "instacart ride-delivery 2024-04 USD 0 +0 - 1h h 1 paid"],
            new() { Currency = "USD" }),
        new(TrackerFormat.Trips,
            ["Trip ID", "Begin Trip Time", "Dropoff Time", "Distance (mi)", "Pickup café", "Fare", "Tip"],
            [
                ["T1", "2024-03-05 10:00:00", "2024-03-05 10:20:00", "3.1", "é", "$8.00", "$2.00"],
                ["T2", "2024-03-05 10:30:00", "2024-03-05 10:50:00", "2.9", "", "$1,006.50", ""],
                ["T3", "2024-03-05 12:00:00", "2024-03-05 12:20:00", "0.0", "", "$0.00", ""],
                ["T2", "2024-03-05 10:30:00", "2024-03-05 10:50:00", "2.9", "", "$1,006.50", ""],
            ],
            [5, 6],
            ["uber ride-delivery 2024-03 USD 1016.5 +2 - 0.667h ~0.5h 2 paid"],
            new() { Platform = "uber" }),
        new(TrackerFormat.TimeEntries,
            ["User", "Email", "Client", "Project", "Description", "Billable", "Start date", "Start time", "End date", "End time", "Duration", "Amount (USD)"],
            [
                ["Somebody", "s@pay.example", "Upwork", "Café", "Logo design", "Yes", "2024-03-05", "10:00:00", "2024-03-05", "11:30:00", "01:30:00", "45.00"],
                ["Somebody", "s@pay.example", "Upwork", "Café", "Logo design", "No", "2024-03-05", "12:00:00", "2024-03-05", "12:30:00", "00:30:00", "0.00"],
                ["Somebody", "s@pay.example", "Upwork", "Café", "Logo design", "Yes", "2024-04-01", "10:00:00", "2024-04-01", "12:00:00", "02:00:00", "1,234.50"],
            ],
            [11],
            ["upwork design 2024-03 USD 45 + - 1.5h 0.5h 1 paid", "upwork design 2024-04 USD 1234.5 + - 2h h 1 paid"]),
        new(TrackerFormat.Table,
            ["date", "minutes", "pay", "bonus", "costs", "currency", "platform", "task", "title", "id"],
            [
                ["2024-03-05", "60", "10.00", "1.00", "0.50", "USD", "Prolific", "survey", "café", "1"],
                ["2024-03-06", "30", "5.00", "", "", "usd", "clickworker", "data entry", "", "2"],
                ["2024-04-07", "90", "1,234.50", "", "", "USD", "Prolific", "survey", "", "3"],
                ["2024-04-07", "90", "1,234.50", "", "", "USD", "Prolific", "survey", "", "3"],
            ],
            [2, 3, 4],
            [
                "clickworker data-entry 2024-03 USD 5 + - 0.5h h 1 paid",
                "prolific survey 2024-03 USD 11 +1 -0.5 1h h 1 paid",
                "prolific survey 2024-04 USD 1234.5 + - 1.5h h 1 paid",
            ]),
    ];

    /// <summary>The files of hits in JSON, in the ways that programs write them; all sum up to <see cref="JsonSums"/>.</summary>
    public static IEnumerable<(string Name, TrackerFormat Format, string Text)> Json()
    {
        const string Suite = """
            {"hits": [
              {"hit_id": "H1", "requester_id": "R", "requester_name": "Café \u00e9", "reward": {"amount_in_dollars": 1.5, "currency_code": "USD"}, "state": "Paid", "title": "Short survey", "date": "2024-03-05"},
              {"hit_id": "H2", "reward": {"amount_in_dollars": 0.25}, "state": "Approved", "title": "A study of tea", "date": "20240306", "extra": [1, {"a": [2]}]},
              {"hit_id": "H2", "reward": {"amount_in_dollars": 0.25}, "state": "Approved", "title": "A study of tea", "date": "20240306"},
              {"hit_id": "H3", "reward": {"amount_in_dollars": 9}, "state": "Returned", "title": "Another study", "date": "2024-03-06"}
            ], "days": [{"date": "2024-03-05", "earnings": 1.75}]}
            """;
        yield return ("MTurk Suite", TrackerFormat.MturkSuite, Suite);
        yield return ("MTurk Suite, days first", TrackerFormat.MturkSuite, """{"days":[{"date":"20240305","earnings":7}],"hits":[{"hit_id":"H1","reward":{"amount_in_dollars":1.75},"state":"Paid","title":"survey","date":"20240305"}]}""");
        yield return ("MTurk Suite, one line", TrackerFormat.MturkSuite, Suite.ReplaceLineEndings(""));
        yield return ("MTurk Suite, names in capitals", TrackerFormat.MturkSuite, Suite.Replace("hit_id", "HIT_ID", StringComparison.Ordinal).Replace("state", "State", StringComparison.Ordinal));
        yield return ("MTurk Suite, amounts as text", TrackerFormat.MturkSuite, Suite.Replace("1.5,", "\"$1.50\",", StringComparison.Ordinal).Replace("0.25", "\"0.25\"", StringComparison.Ordinal));
        yield return ("MTurk Suite, milliseconds", TrackerFormat.MturkSuite, Suite.Replace("\"2024-03-05\", \"earnings\"", "1, \"earnings\"", StringComparison.Ordinal).Replace("\"20240306\"", "1709719200000", StringComparison.Ordinal));
        yield return ("MTurk Suite, numbers with exponents", TrackerFormat.MturkSuite, Suite.Replace("1.5,", "15e-1,", StringComparison.Ordinal));
        const string Old = """
            {"HIT": [
              {"hitId": "H1", "date": "2024-03-05", "requesterName": "X", "reward": 1.5, "status": "Paid", "title": "Survey", "feedback": "=cmd"},
              {"hitId": "H2", "date": "2024-03-06", "reward": 0.25, "status": "Pending Payment", "title": "A study", "feedback": null}
            ], "STATS": [{"date": "2024-03-05", "submitted": 3}]}
            """;
        yield return ("older database", TrackerFormat.HitDatabase, Old);
        yield return ("older database, statistics first", TrackerFormat.HitDatabase, """{"STATS":[{"date":"2024-03-05"}],"HIT":[{"hitId":"H1","date":"2024-03-05","reward":1.75,"status":"Paid","title":"survey"}]}""");
        yield return ("older database, pay and bonus apart", TrackerFormat.HitDatabase, Old.Replace("\"reward\": 1.5", "\"reward\": {\"pay\": 1.5}", StringComparison.Ordinal));
        yield return ("older database, one line", TrackerFormat.HitDatabase, Old.ReplaceLineEndings(""));
        yield return ("older database, dates of America", TrackerFormat.HitDatabase, Old.Replace("2024-03-05", "03/25/2024", StringComparison.Ordinal).Replace("2024-03-06", "03/06/2024", StringComparison.Ordinal));
        yield return ("older database, names in small letters", TrackerFormat.HitDatabase, Old.Replace("HIT", "hit", StringComparison.Ordinal).Replace("hitId", "hitid", StringComparison.Ordinal));
        yield return ("older database, zone", TrackerFormat.HitDatabase, Old.Replace("\"2024-03-06\"", "\"2024-03-06T23:30:00-08:00\"", StringComparison.Ordinal));
        const string List = """
            [
              {"id": "H1", "date": "2024-03-05T04:00:00.000Z", "requester_id": "R", "title": "Survey", "reward": 1.5, "bonus": "", "status": "Paid"},
              {"id": "H2", "date": "2024-03-06T04:00:00.000Z", "requester_id": "R", "title": "Study", "reward": 0.25, "bonus": "", "status": "Approved\u00a0-"}
            ]
            """;
        yield return ("list of HITs", TrackerFormat.HitHistory, List);
        yield return ("list of HITs by id", TrackerFormat.HitHistory, List.Replace("[", "{", StringComparison.Ordinal).Replace("]", "}", StringComparison.Ordinal).Replace("{\"id\": \"H1\"", "\"H1\": {\"id\": \"H1\"", StringComparison.Ordinal).Replace("{\"id\": \"H2\"", "\"H2\": {\"id\": \"H2\"", StringComparison.Ordinal));
        yield return ("list of HITs, requester nested", TrackerFormat.HitHistory, List.Replace("\"requester_id\": \"R\"", "\"requester\": {\"id\": \"R\", \"name\": \"N\"}", StringComparison.Ordinal));
        yield return ("list of HITs, comma at the end", TrackerFormat.HitHistory, List.Replace("-\"}", "-\"},", StringComparison.Ordinal));
        yield return ("list of HITs, line ends of Windows", TrackerFormat.HitHistory, List.ReplaceLineEndings("\r\n"));
    }

    public const string JsonSums = "mturk survey 2024-03 USD 1.75 + - h h";
}
