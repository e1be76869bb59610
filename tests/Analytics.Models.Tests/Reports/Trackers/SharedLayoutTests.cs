using Analytics.Models.Reports.Trackers;
using Xunit;

namespace Analytics.Models.Tests.Reports.Trackers;

/// <summary>The layouts handed to the project, where they are at hand; nothing of them is in the repository.</summary>
public sealed class SharedLayoutTests
{
    [Theory]
    [InlineData("worker_hit_history.csv", TrackerFormat.HitHistory)]
    [InlineData("worker_hit_history.json", TrackerFormat.HitHistory)]
    [InlineData("format_sample_mturk_batch_results.csv", TrackerFormat.BatchResults)]
    [InlineData("participant_export_header.csv", TrackerFormat.Prolific)]
    [InlineData("instacart_shifts.csv", TrackerFormat.Shifts)]
    [InlineData("postmates_denver_earnings.csv", TrackerFormat.Trips)]
    [InlineData("postmates_denver_hoursmileage.csv", TrackerFormat.Shifts)]
    public void A_layout_is_told_by_its_content(string name, TrackerFormat format)
    {
        using var file = Open(name);
        Assert.Equal(format, Tracker.Sniff(file));
    }

    [Fact]
    public void The_history_in_json_and_in_csv_sums_up_the_same_where_both_have_the_row()
    {
        using var json = Open("worker_hit_history.json");
        var read = Tracker.Read(json, new());
        Assert.Empty(read.Problems);
        Assert.Equal(63, read.Rows);
        Assert.Equal(read.Rows, read.Counted + read.LeftOut.GetValueOrDefault(LeftOut.Nothing));
        using var csv = Open("worker_hit_history.csv");
        Assert.Empty(Tracker.Read(csv, new()).Problems);
    }

    [Fact]
    public void The_shifts_sum_up_to_what_the_file_s_own_columns_do()
    {
        using var file = Open("instacart_shifts.csv");
        var rows = new StreamReader(file).ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(r => r.Split(',')).ToList();
        var read = Tracker.Read(file, new() { Currency = "USD" });
        Assert.Empty(read.Problems);
        Assert.Equal(rows.Sum(r => Number(r[6]) + Number(r[8])), read.Sums.Sum(s => s.Pay));
        Assert.Equal((double)rows.Sum(r => Number(r[10])) / 60, (double)read.Sums.Sum(s => s.PaidHours!.Value), 0.1);
        Assert.Equal(rows.Select(r => r[0][..7]).Distinct().Count(), read.Sums.Count);
    }

    [Fact]
    public void Deliveries_sum_up_to_their_total_column()
    {
        using var file = Open("postmates_denver_earnings.csv");
        var read = Tracker.Read(file, new() { Currency = "USD" });
        // Four restaurants were closed: these rows have no amount.
        Assert.Equal([(20, TrackerFault.NoAmount), (192, TrackerFault.NoAmount), (235, TrackerFault.NoAmount), (368, TrackerFault.NoAmount)], read.Problems.Select(p => (p.Line, p.Fault)));
        Assert.All(read.Sums, s => Assert.Equal("Postmates", s.PlatformName));
        file.Position = 0;
        var total = new StreamReader(file).ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(r => r.Split(',')[22]).Where(t => t.Length > 0).Sum(Number);
        Assert.Equal((double)total, (double)read.Sums.Sum(s => s.Pay), 0.1);
        Assert.Equal(read.Rows, read.Counted + 4 + read.LeftOut.GetValueOrDefault(LeftOut.Nothing));
    }

    [Fact]
    public void A_requester_s_file_is_refused_unless_the_worker_is_named()
    {
        using var file = Open("format_sample_mturk_batch_results.csv");
        Assert.Equal(TrackerFault.SeveralWorkers, Assert.Throws<TrackerException>(() => Tracker.Read(file, new())).Problem.Fault);
        var own = Tracker.Read(file, new() { Worker = "WE86195A6634C" });
        Assert.Equal((0.40m, 0.145m), (Assert.Single(own.Sums).Pay, own.Sums[0].PaidHours!.Value));
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static FileStream Open(string name)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (Path.Combine(at.FullName, "shared", "data", "imports", name) is var file && File.Exists(file))
                return File.OpenRead(file);
        }

        Assert.Skip("The shared layouts are not at hand.");
        throw new FileNotFoundException(name);
    }
}
