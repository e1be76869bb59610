using System.Text;
using Analytics.Models.Releases.Datasets;
using Analytics.Web.Downloads;

namespace Analytics.Web.Tests.Downloads;

/// <summary>Extracts of made-up files: bytes and a filter in, the wanted records out.</summary>
public sealed class ExtractTests
{
    private const string Header = "cell,measure,platform,task_type,experience,country,quarter,kind,median\r\n";

    private static readonly string[] Rows =
    [
        "a,paid-only,mturk,all,all,ID,all,self-report; tracker-log,1\r\n",
        "\"b, \"\"quoted\"\"\r\nover lines\",paid-only,mturk,survey,all,all,all,survey-statistic,\r\n",
        "\"prolific,ID\",all-in,prolific,all,all,\"ID\",all,\"self-report; tracker-log\",3\r\n",
        "d,all-in,\"prolific\"\"\",all,all,ID,all,,\"\r\n\"\r\n",
        "e,all-in,,all,all,US,all,tracker-log,\"5,\"\r\n",
    ];

    [Theory]
    [InlineData("platform=mturk", 0, 1)]
    [InlineData("platform=prolific", 2)]
    [InlineData("country=ID", 0, 2, 3)]
    [InlineData("country=ID&country=US", 0, 2, 3, 4)]
    [InlineData("kind=tracker-log", 0, 2, 4)]
    [InlineData("kind=survey-statistic&task=survey", 1)]
    [InlineData("country=ID&platform=mturk&kind=self-report&measure=paid-only", 0)]
    [InlineData("country=DE")]
    [InlineData("quarter=all", 0, 1, 2, 3, 4)]
    public async Task Of_CSV_the_header_and_the_wanted_records_come_byte_for_byte(string asked, params int[] wanted)
    {
        // However the bytes arrive.
        foreach (var piece in new[] { 1, 2, 3, 7, 64, 1 << 20 })
        {
            var (rows, text) = await RunAsync(Header + string.Concat(Rows), piece, filter => new CsvRecords(filter), asked, Rows.Length);
            Assert.Equal(Header + string.Concat(wanted.Select(i => Rows[i])), text);
            Assert.Equal(wanted.Length, rows);
        }
    }

    [Theory]
    [InlineData("platform=mturk", 0)]
    [InlineData("country=ID", 0, 2)]
    [InlineData("kind=tracker-log", 0, 2)]
    [InlineData("platform=mturk&platform=prolific", 0, 1, 2)]
    public async Task Of_JSON_lines_the_wanted_lines_come_byte_for_byte(string asked, params int[] wanted)
    {
        string[] lines =
        [
            "{\"cell\":\"platform\",\"platform\":\"mturk\",\"country\":\"ID\",\"kind\":\"self-report; tracker-log\",\"median\":1.5}\n",
            "{\"cell\":\"\\\"platform\\\":\\\"mturk\\\"\",\"platform\":\"prolific\",\"country\":null,\"kind\":\"listing\",\"median\":null}\n",
            "{\"cell\":\"c\",\"platform\":\"\\u0070rolific\",\"country\":\"ID\",\"kind\":\"tracker-log\",\"median\":2}\n",
            "{\"cell\":\"d\",\"median\":2}\n",
        ];
        foreach (var piece in new[] { 1, 5, 1 << 20 })
        {
            var (rows, text) = await RunAsync(string.Concat(lines), piece, filter => new JsonLineRecords(filter), asked, lines.Length);
            Assert.Equal(string.Concat(wanted.Select(i => lines[i])), text);
            Assert.Equal(wanted.Length, rows);
        }
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(20)]
    [InlineData(100)]
    public async Task A_file_that_is_cut_or_has_a_row_too_few_is_no_extract(int cut)
    {
        var file = Header + string.Concat(Rows);
        await Assert.ThrowsAsync<InvalidDataException>(() => RunAsync(file[..^cut], 64, filter => new CsvRecords(filter), "platform=mturk", Rows.Length + (cut == 0 ? 1 : 0)));
    }

    [Theory]
    [InlineData("cell,median\r\na,1\r\n")]
    [InlineData("cell,measure,platform\r\na\r\n")]
    public async Task A_file_without_the_column_is_no_extract(string file) =>
        await Assert.ThrowsAsync<InvalidDataException>(() => RunAsync(file, 64, filter => new CsvRecords(filter), "platform=mturk", 1));

    [Fact]
    public async Task A_record_may_be_larger_than_what_is_read_at_once()
    {
        var large = $"a,paid-only,mturk,all,all,ID,all,self-report,\"{new string('x', 1 << 20)}\"\r\n";
        var (rows, text) = await RunAsync(Header + large + Rows[4], 1 << 16, filter => new CsvRecords(filter), "platform=mturk", 2);
        Assert.Equal((1, Header + large), (rows, text));
    }

    private static async Task<(long Rows, string Text)> RunAsync(string file, int piece, Func<DatasetFilter, ExtractRecords> records, string asked, int rows)
    {
        var faults = new Dictionary<string, string>();
        var filter = DatasetFilter.Read(DatasetTables.Find("rates")!, asked.Split('&').Select(a => a.Split('=')).Select(a => (a[0], a[1])), ["mturk", "prolific"], faults);
        Assert.Empty(faults);
        var written = new Written();
        var count = await new Extract(new Slow(Encoding.UTF8.GetBytes(file), piece), records(filter), rows).WriteAsync(written, CancellationToken.None);
        return (count, Encoding.UTF8.GetString(written.Content.ToArray()));
    }

    private sealed class Written : IExtractTarget
    {
        public MemoryStream Content { get; } = new();

        public void Write(ReadOnlySpan<byte> bytes) => Content.Write(bytes);

        public ValueTask FlushAsync(CancellationToken stop) => ValueTask.CompletedTask;
    }

    /// <summary>Gives no more than some bytes at a time.</summary>
    private sealed class Slow(byte[] content, int piece) : MemoryStream(content)
    {
        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => base.ReadAsync(buffer[..Math.Min(buffer.Length, piece)], cancellationToken);
    }
}
