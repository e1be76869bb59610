using System.Text;
using Analytics.Models.Reports.Trackers;
using Xunit;

namespace Analytics.Models.Tests.Reports.Trackers;

/// <summary>Every layout, written in every way that files are written: the sums are the same.</summary>
public sealed class TrackerVariantTests
{
    public static TheoryData<string, string> Tables()
    {
        var data = new TheoryData<string, string>();
        foreach (var sample in OwnSamples.Tables)
        {
            foreach (var (name, _, _) in sample.Variants())
                data.Add(Term.Of(sample.Format), name);
        }

        return data;
    }

    public static TheoryData<string> Lists() => [.. OwnSamples.Json().Select(j => j.Name)];

    [Fact]
    public void Every_layout_is_written_in_ten_ways_at_least()
    {
        var ways = OwnSamples.Tables.Select(s => (s.Format, N: s.Variants().Count())).Concat(OwnSamples.Json().GroupBy(j => j.Format).Select(g => (Format: g.Key, N: 4 * g.Count())))
            .GroupBy(f => f.Format).ToDictionary(g => g.Key, g => g.Sum(f => f.N));
        Assert.Equal(Enum.GetValues<TrackerFormat>().Order(), ways.Keys.Order());
        Assert.All(ways, f => Assert.True(f.Value >= 10, $"{f.Key} is written in {f.Value} ways."));
        Console.WriteLine($"figure variants_least {ways.Values.Min()}");
        Console.WriteLine($"figure variants_all {ways.Values.Sum()}");
    }

    [Theory]
    [MemberData(nameof(Tables))]
    public void A_table_sums_up_the_same_however_it_is_written(string format, string variant)
    {
        var sample = OwnSamples.Tables.Single(s => Term.Of(s.Format) == format);
        var (_, file, options) = sample.Variants().Single(v => v.Name == variant);
        Assert.Equal(sample.Format, Tracker.Sniff(new MemoryStream(file)));
        var read = sample.Read(file, options);
        Assert.Empty(read.Problems);
        Assert.Equal(sample.Sums, TrackerSample.Written(read));
        Assert.Equal(sample.Rows.Length, read.Rows);
        Assert.Equal(read.Rows, read.Counted + read.LeftOut.Values.Sum());
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_list_sums_up_the_same_however_it_is_written(string name)
    {
        var (_, format, text) = OwnSamples.Json().Single(j => j.Name == name);
        byte[][] files =
        [
            Encoding.UTF8.GetBytes(text), [.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text)],
            [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes(text)], Encoding.BigEndianUnicode.GetBytes(text),
        ];
        foreach (var file in files)
        {
            Assert.Equal(format, Tracker.Sniff(new MemoryStream(file)));
            var read = Tracker.Read(new MemoryStream(file), new());
            Assert.Empty(read.Problems);
            Assert.StartsWith(OwnSamples.JsonSums, Assert.Single(TrackerSample.Written(read)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Reading_says_what_was_left_out_and_why()
    {
        var sample = OwnSamples.Tables.Single(s => s.Format == TrackerFormat.HitHistory);
        var read = sample.Read(Encoding.UTF8.GetBytes(sample.Csv()));
        Assert.Equal([null, null, LeftOut.Nothing, LeftOut.Duplicate, LeftOut.Unfinished, null], read.Lines.Select(l => l.LeftOut));
        Assert.Equal([2, 3, 4, 5, 6, 7], read.Lines.Select(l => l.Line));
        Assert.Equal(3, read.Counted);
    }

    [Fact]
    public void Nothing_of_a_reading_holds_a_name_a_title_or_an_id()
    {
        foreach (var sample in OwnSamples.Tables)
        {
            var read = sample.Read(Encoding.UTF8.GetBytes(sample.Csv()));
            var kept = System.Text.Json.JsonSerializer.Serialize(read, Models.Storage.Rows.Json);
            Assert.All(["caf", "Somebody", "pay.example", "Draw", "\"H1\"", "\"R1\"", "\"W1\"", "\"A1\"", "ABC", "1001", "\"T1\""],
                word => Assert.DoesNotContain(word, kept, StringComparison.OrdinalIgnoreCase));
        }
    }
}
