using System.Text;
using Analytics.Models.Reports.Trackers;
using Xunit;

namespace Analytics.Models.Tests.Reports.Trackers;

/// <summary>What is counted as what: gaps, overlaps, rejected work, times that some rows lack, fees, who it is of.</summary>
public sealed class TrackerRuleTests
{
    private static TrackerReading Read(string text, TrackerOptions? options = null) => Tracker.Read(new MemoryStream(Encoding.UTF8.GetBytes(text)), options ?? new());

    private static string[] Sums(string text, TrackerOptions? options = null) => TrackerSample.Written(Read(text, options));

    private static string Prolific(params string[] rows) => "Study,Reward,Bonus,Started At,Completed At,Completion Code,Status\n" + string.Join('\n', rows);

    [Theory]
    [InlineData("10:12:00", "0.2")]
    [InlineData("10:12:01", "0")]
    [InlineData("10:00:00", "0")]
    public void A_gap_of_twelve_minutes_is_searching_and_a_longer_one_is_not(string start, string hours)
    {
        var file = Prolific("A,£1,,2024-03-05 09:30:00,2024-03-05 10:00:00,,APPROVED", $"B,£1,,2024-03-05 {start},2024-03-05 11:12:00,,APPROVED");
        Assert.Contains($" ~{hours}h 2 paid", Sums(file)[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Minutes_of_two_tasks_at_once_count_once()
    {
        var file = Prolific(
            "A,£1,,2024-03-05 10:00:00,2024-03-05 11:00:00,,APPROVED", "B,£1,,2024-03-05 10:30:00,2024-03-05 11:30:00,,APPROVED", "C,£1,,2024-03-05 10:40:00,2024-03-05 10:50:00,,APPROVED");
        Assert.Equal(["prolific survey 2024-03 GBP 3 + - 1.5h ~0h 3 paid"], Sums(file));
    }

    [Fact]
    public void Rows_in_any_order_give_the_same_gaps()
    {
        string[] rows = ["A,£1,,2024-03-05 09:30:00,2024-03-05 10:00:00,,APPROVED", "B,£1,,2024-03-05 10:06:00,2024-03-05 10:30:00,,APPROVED", "C,£1,,2024-03-05 10:33:00,2024-03-05 11:00:00,,APPROVED"];
        Assert.Equal(Sums(Prolific(rows)), Sums(Prolific([rows[2], rows[0], rows[1]])));
        Assert.Contains("~0.15h", Sums(Prolific(rows))[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Zones_are_heeded_between_tasks_and_the_month_is_the_one_written()
    {
        var file = Prolific("A,£1,,2024-03-31 23:30:00 +07:00,2024-03-31 23:50:00 +07:00,,APPROVED", "B,£1,,2024-03-31 17:00:00Z,2024-03-31 17:30:00Z,,APPROVED");
        Assert.Equal(["prolific survey 2024-03 GBP 2 + - 0.833h ~0.167h 2 paid"], Sums(file));
        Assert.StartsWith("prolific survey 2024-04", Sums(Prolific("A,£1,,2024-04-01 00:30:00 +07:00,2024-04-01 00:50:00 +07:00,,APPROVED"))[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Where_some_rows_of_a_month_lack_the_time_only_the_others_are_summed()
    {
        var read = Read("date,minutes,pay,platform,currency\n2024-03-01,60,10,Prolific,USD\n2024-03-02,,90,Prolific,USD\n2024-04-01,,90,Prolific,USD");
        Assert.Equal(["prolific other 2024-03 USD 10 + - 1h h 1 paid", "prolific other 2024-04 USD 90 + - h h 1 paid"], TrackerSample.Written(read));
        Assert.Equal(LeftOut.NoTime, read.Lines[1].LeftOut);
        Assert.Equal(1, read.LeftOut[LeftOut.NoTime]);
    }

    [Fact]
    public void Fees_of_the_account_are_shared_out_by_pay_and_follow_what_is_summed()
    {
        const string Head = "Date,Ref ID,Type,Description,Amount,Currency\n";
        Assert.Equal(
            ["upwork coding 2024-03 USD 300 + -30 h h 1 paid", "upwork writing 2024-03 USD 100 + -10 h h 1 paid"],
            Sums(Head + "2024-03-01,1,Fixed Price,Python script,300,USD\n2024-03-02,2,Fixed Price,Blog post,100,USD\n2024-03-03,3,Service Fee,Fees,-40,USD"));
        Assert.Equal(
            ["upwork coding 2024-03 USD 100 + -10 5h h 1 paid"],
            Sums(Head + "2024-03-01,1,Hourly,Python script 5:00 hrs,100,USD\n2024-03-02,2,Fixed Price,Python script,300,USD\n2024-03-03,3,Service Fee,Fees,-40,USD"));
        var alone = Read(Head + "2024-03-01,1,Service Fee,Fees,-40,USD\n2024-04-01,2,Fixed Price,Python script,300,USD");
        Assert.Equal(1, alone.LeftOut[LeftOut.NoPay]);
        Assert.Equal(["upwork coding 2024-04 USD 300 + - h h 1 paid"], TrackerSample.Written(alone));
    }

    [Fact]
    public void A_file_of_several_workers_is_refused_unless_one_of_them_is_named()
    {
        const string File = "AssignmentId,WorkerId,Title,Reward,AcceptTime,SubmitTime,AssignmentStatus,WorkTimeInSeconds\n"
            + "A1,W1,Survey,$1.00,2024-03-05 10:00,2024-03-05 10:30,Approved,1800\nA2,W2,Survey,$9.00,2024-03-05 10:00,2024-03-05 10:30,Approved,1800\n";
        Assert.Equal(TrackerFault.SeveralWorkers, Assert.Throws<TrackerException>(() => Read(File)).Problem.Fault);
        Assert.Equal(["mturk survey 2024-03 USD 1 + - 0.5h ~0h 1 paid"], Sums(File, new() { Worker = "w1" }));
    }

    [Fact]
    public void Columns_are_mapped_by_name()
    {
        const string File = "Wann;Lohn;Dauer (h);Wo\n05.03.2024;1.234,50 €;1,5;Prolific\n06.03.2024;10,00 €;0:30;Prolific\n";
        var map = new Dictionary<string, string> { ["date"] = "Wann", ["pay"] = "Lohn", ["hours"] = "Dauer (h)", ["platform"] = "Wo" };
        Assert.Null(Tracker.Sniff(new MemoryStream(Encoding.UTF8.GetBytes(File))));
        Assert.Equal(["prolific survey 2024-03 EUR 1244.5 + - 2h h 2 paid"], Sums(File, new() { Map = map, TaskType = Models.Platforms.TaskType.Survey }));
        var missing = Assert.Throws<TrackerException>(() => Read(File, new() { Map = new Dictionary<string, string>(map) { ["costs"] = "Kosten" } }));
        Assert.Equal((TrackerFault.NoColumn, "costs"), (missing.Problem.Fault, missing.Problem.Field));
    }

    [Fact]
    public void Rupiah_have_full_stops_between_thousands() =>
        Assert.Equal(["gojek ride-delivery 2024-03 IDR 45000 + - 1.5h h 2 paid"],
            Sums("date,minutes,pay,platform,task\n2024-03-01,60,Rp 15.000,Gojek,ride-delivery\n2024-03-02,30,Rp30.000,Gojek,ride-delivery"));

    [Fact]
    public void Deliveries_of_a_platform_that_the_catalogue_lacks_keep_its_name_and_wait()
    {
        var sum = Assert.Single(Read("Date_Time,Date,BasePay,Tip,PMEarnings,CashTip,TotalEarnings,Distance_MI\n2024-03-09 21:17:00,2024-03-09,4.0,7.05,11.05,,11.05,1.0", new() { Currency = "USD" }).Sums);
        Assert.Equal((null, "Postmates", 11.05m), (sum.Platform, sum.PlatformName, sum.Pay));
        Assert.Equal(Models.Reports.HoldReason.UnknownPlatform, sum.ToReport("r", "c", "b", "1", false, default).Hold);
    }

    [Fact]
    public void A_shift_with_costs_tells_all_of_the_hour() =>
        Assert.Equal(["grab ride-delivery 2024-03 USD 50 + -12 5h 0h 9 paid"],
            Sums("date,start,end,trips,earnings,fuel\n2024-03-01,08:00,13:00,9,50,12", new() { Platform = "grab", Currency = "USD" }));
}
