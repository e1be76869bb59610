using System.IO.Compression;
using System.Text;
using Analytics.Models.Reports.Trackers;
using Xunit;

namespace Analytics.Models.Tests.Reports.Trackers;

/// <summary>Bad rows are told with line and column; bad and hostile files are refused in bounded time and memory.</summary>
public sealed class TrackerRefusalTests
{
    private const string Head = "date,minutes,pay,platform,currency\n2024-03-15,60,10.00,Prolific,USD\n";

    private static TrackerReading Read(byte[] file, TrackerOptions? options = null) => Tracker.Read(new MemoryStream(file), options ?? new() { LastDay = new(2026, 11, 30) });

    private static TrackerReading Read(string text, TrackerOptions? options = null) => Read(Encoding.UTF8.GetBytes(text), options);

    private static TrackerProblem Refused(byte[] file) => Assert.Throws<TrackerException>(() => Read(file)).Problem;

    [Theory]
    [InlineData("2024-03-16,60,,Prolific,USD", TrackerFault.NoAmount, 3)]
    [InlineData("2024-03-16,60,ten,Prolific,USD", TrackerFault.NotAnAmount, 3)]
    [InlineData("2024-03-16,60,NaN,Prolific,USD", TrackerFault.NotAnAmount, 3)]
    [InlineData("2024-03-16,60,Infinity,Prolific,USD", TrackerFault.NotAnAmount, 3)]
    [InlineData("2024-03-16,60,1e400,Prolific,USD", TrackerFault.NotAnAmount, 3)]
    [InlineData("2024-03-16,60,99999999999999999999999999999999999999,Prolific,USD", TrackerFault.NotAnAmount, 3)]
    [InlineData("2024-03-16,60,=1+1,Prolific,USD", TrackerFault.NotAnAmount, 3)]
    [InlineData("2024-03-16,60,@SUM(A1),Prolific,USD", TrackerFault.NotAnAmount, 3)]
    [InlineData("2024-03-16,60,1.2.3.4,Prolific,USD", TrackerFault.NotAnAmount, 3)]
    [InlineData("2024-03-16,60,10.00,Prolific,Gold", TrackerFault.UnknownCurrency, 5)]
    [InlineData("2024-03-16,60,10.00,Prolific,", TrackerFault.NoCurrency, 0)]
    [InlineData(",60,10.00,Prolific,USD", TrackerFault.NoDate, 1)]
    [InlineData("yesterday,60,10.00,Prolific,USD", TrackerFault.NotADate, 1)]
    [InlineData("2024-02-30,60,10.00,Prolific,USD", TrackerFault.NotADate, 1)]
    [InlineData("03/04/2024,60,10.00,Prolific,USD", TrackerFault.AmbiguousDate, 1)]
    [InlineData("1999-03-16,60,10.00,Prolific,USD", TrackerFault.DateOutOfRange, 1)]
    [InlineData("2027-03-16,60,10.00,Prolific,USD", TrackerFault.DateOutOfRange, 1)]
    [InlineData("2024-03-16,soon,10.00,Prolific,USD", TrackerFault.NotATime, 2)]
    [InlineData("2024-03-16,99999,10.00,Prolific,USD", TrackerFault.TooLong, 2)]
    [InlineData("2024-03-16,60,10.00,Nowhere,USD", TrackerFault.UnknownPlatform, 4)]
    [InlineData("2024-03-16,60,10,50,Prolific,USD", TrackerFault.TooManyFields, 6)]
    public void A_row_that_is_wrong_is_left_out_and_told_with_line_and_column(string row, TrackerFault fault, int column)
    {
        var read = Read(Head + row + "\n2024-03-17,60,5.00,Prolific,USD\n");
        Assert.Equal((fault, 3, column), (Assert.Single(read.Problems).Fault, read.Problems[0].Line, read.Problems[0].Column));
        Assert.Equal(15m, Assert.Single(read.Sums).Pay);
        Assert.Equal(LeftOut.Problem, read.Lines[1].LeftOut);
    }

    [Fact]
    public void A_bad_cell_of_json_is_told_with_line_and_column()
    {
        var problem = Assert.Single(Read("[\n {\"id\":\"1\",\"requester_id\":\"R\",\"title\":\"x\",\"status\":\"Paid\",\"date\":\"2024-03-15\",\n  \"reward\": 1e999}]").Problems);
        Assert.Equal((TrackerFault.NotAnAmount, 3, 13), (problem.Fault, problem.Line, problem.Column));
        Assert.Equal("line 3, column 13 (pay): this is not an amount.", TrackerWords.Sentence(problem));
    }

    [Fact]
    public void An_amount_that_can_be_read_in_two_ways_is_so_only_where_the_file_is_of_two_minds()
    {
        Assert.Equal(1234m, Read(Head + "2024-03-16,60,\"1,234\",Clickworker,USD").Sums[0].Pay);
        Assert.Equal(1.23m, Read("date;minutes;pay;platform;currency\n2024-03-15;60;10,00;Prolific;USD\n2024-03-16;60;1,234;Clickworker;USD").Sums[0].Pay);
        Assert.Equal(TrackerFault.AmbiguousAmount, Assert.Single(Read(Head + "2024-03-16,60,\"1,234\",Prolific,USD\n2024-03-16,60,\"1,5\",Prolific,USD").Problems).Fault);
    }

    [Fact]
    public void Dates_are_read_as_the_file_s_other_dates_are() =>
        Assert.Equal([new(2024, 3, 1), new(2024, 4, 1)], Read("date,minutes,pay,platform,currency\n25/03/2024,60,1,Prolific,USD\n05/04/2024,60,1,Prolific,USD").Sums.Select(s => s.Month));

    [Fact]
    public void Packed_files_are_refused_unopened()
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = archive.CreateEntry("hits.json").Open();
            var zeros = new byte[1 << 20];
            for (var i = 0; i < 64; i++)
                entry.Write(zeros);
        }

        using var gzip = new MemoryStream();
        using (var packed = new GZipStream(gzip, CompressionLevel.Optimal, leaveOpen: true))
            packed.Write(new byte[1 << 20]);
        Assert.Equal(TrackerFault.Packed, Refused(zip.ToArray()).Fault);
        Assert.Equal(TrackerFault.Packed, Refused(gzip.ToArray()).Fault);
        Assert.StartsWith("this is a packed file", TrackerWords.Sentence(new(TrackerFault.Packed, 0)), StringComparison.Ordinal);
    }

    [Fact]
    public void Files_that_are_no_lists_are_refused()
    {
        Assert.Equal(TrackerFault.Empty, Refused([]).Fault);
        Assert.Equal(TrackerFault.Empty, Refused("  \n "u8.ToArray()).Fault);
        Assert.Equal(TrackerFault.NotText, Refused([0x89, 0x50, 0x4E, 0x47, 13, 10, 0x1A, 10, 0, 0, 0, 13]).Fault);
        var noise = new byte[100_000];
        new Random(5).NextBytes(noise);
        Assert.Equal(TrackerFault.NotText, Refused(noise).Fault);
        Assert.Equal(TrackerFault.UnknownFormat, Refused("Dear Sir,\nplease find enclosed"u8.ToArray()).Fault);
        Assert.Equal(TrackerFault.UnknownFormat, Refused("{\"a\": 1}"u8.ToArray()).Fault);
        Assert.Equal(TrackerFault.NoColumn, Refused("date,start_time,shift_time,trips\n2024-03-01,1,2,3"u8.ToArray()).Fault);
        Assert.Equal(TrackerFault.NeedsPlatform, Refused("date,minutes,pay,currency\n2024-03-01,60,3,USD"u8.ToArray()).Fault);
    }

    [Fact]
    public void Json_that_breaks_off_or_is_nested_deep_is_told_with_line_and_column()
    {
        var broken = Refused("[\n{\"id\":\"1\",\n\"requester_id\" \"R\"}]"u8.ToArray());
        Assert.Equal((TrackerFault.BrokenJson, 3), (broken.Fault, broken.Line));
        Assert.True(broken.Column > 1);
        Assert.Equal(TrackerFault.BrokenJson, Refused(Encoding.UTF8.GetBytes("{\"hits\":[{\"hit_id\":\"1\",\"date\":\"2024-03-01\",\"state\":\"Paid\",\"reward\":1},")).Fault);
        Assert.Equal(TrackerFault.BrokenJson, Refused(Encoding.UTF8.GetBytes(new string('[', 1_000_000))).Fault);
        Assert.Equal(TrackerFault.BrokenJson, Refused(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("{\"a\":", 1_000_000)))).Fault);
        Assert.Equal(TrackerFault.BrokenJson, Refused("[{\"id\":NaN}]"u8.ToArray()).Fault);
    }

    [Fact]
    public void A_quotation_mark_that_is_never_closed_is_told_with_its_line()
    {
        var problem = Refused(Encoding.UTF8.GetBytes(Head + "2024-03-16,60,\"5.00,Prolific,USD\n2024-03-17,60,5.00,Prolific,USD\n"));
        Assert.Equal((TrackerFault.OpenQuote, 3), (problem.Fault, problem.Line));
    }

    [Fact]
    public void Endless_rows_and_values_are_refused_in_little_memory()
    {
        foreach (var (head, limits, fault) in new (string, TrackerLimits, TrackerFault)[]
        {
            ("date,pay,platform\n", new(), TrackerFault.TooLarge),
            ("date,pay,platform\n", new() { MostBytes = 1L << 31 }, TrackerFault.RowTooLong),
            ("date,pay,platform\n2024-03-01,\"", new() { MostBytes = 1L << 31 }, TrackerFault.RowTooLong),
            ("[{\"id\":\"", new() { MostBytes = 1L << 31 }, TrackerFault.RowTooLong),
            ("", new() { MostBytes = 1L << 31 }, TrackerFault.RowTooLong),
        })
        {
            using var endless = new EndlessFile(head, limits.MostBytes > int.MaxValue ? 128L << 20 : 1L << 30);
            var before = GC.GetAllocatedBytesForCurrentThread();
            Assert.Equal(fault, Assert.Throws<TrackerException>(() => Tracker.Read(endless, new(), limits)).Problem.Fault);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 8 << 20);
        }
    }

    [Fact]
    public void Too_many_rows_and_sums_are_refused()
    {
        var rows = string.Concat(Enumerable.Range(0, 200).Select(i => $"{2010 + i / 12}-{i % 12 + 1:00}-01,60,1,Prolific,USD\n"));
        Assert.Equal(TrackerFault.TooManyRows, Assert.Throws<TrackerException>(() => Tracker.Read(File(rows), new(), new() { MostRows = 199 })).Problem.Fault);
        Assert.Equal(TrackerFault.TooManySums, Assert.Throws<TrackerException>(() => Tracker.Read(File(rows), new(), new() { MostSums = 199 })).Problem.Fault);
        Assert.Equal(200, Tracker.Read(File(rows), new(), new() { MostSums = 200, MostRows = 200 }).Sums.Count);

        static MemoryStream File(string rows) => new(Encoding.UTF8.GetBytes("date,minutes,pay,platform,currency\n" + rows));
    }

    [Fact]
    public void Two_hundred_thousand_rows_are_read_at_once_and_nothing_of_them_is_held()
    {
        var file = new StringBuilder("Study,Reward,Bonus,Started At,Completed At,Completion Code,Status\n");
        var start = new DateTime(2023, 1, 1);
        for (var i = 0; i < 200_000; i++)
            file.Append(System.Globalization.CultureInfo.InvariantCulture, $"\"Study {i}, of choices\",£1.00,,{start.AddMinutes(i * 3):yyyy-MM-dd HH:mm:ss},{start.AddMinutes(i * 3 + 2):yyyy-MM-dd HH:mm:ss},C{i},APPROVED\n");
        var shares = new List<double>();
        var read = Tracker.Read(new MemoryStream(Encoding.UTF8.GetBytes(file.ToString())), new(), progress: new Told(shares));
        Assert.Equal((200_000, 200_000), (read.Rows, read.Counted));
        Assert.Equal(200_000m, read.Sums.Sum(s => s.Pay));
        Assert.InRange(read.Sums.Sum(s => s.PaidHours!.Value), 6666.6m, 6666.7m);
        Assert.InRange(read.Sums.Sum(s => s.UnpaidHours!.Value), 3333.2m, 3333.4m);
        Assert.Equal(50, read.Lines.Count);
        Assert.True(shares.Count > 100 && shares.Zip(shares.Skip(1)).All(s => s.First <= s.Second) && shares[^1] <= 1);
    }

    [Fact]
    public void Every_problem_has_a_sentence() =>
        Assert.All(Enum.GetValues<TrackerFault>(), f => Assert.EndsWith(".", TrackerWords.Sentence(new(f, 1, 2, "pay")), StringComparison.Ordinal));

    private sealed class Told(List<double> shares) : IProgress<double>
    {
        public void Report(double value) => shares.Add(value);
    }
}
