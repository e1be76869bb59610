using System.Text;
using Analytics.Models.Releases.Datasets;
using Analytics.Tests.Datasets;
using Xunit;

namespace Analytics.Models.Tests.Releases.Datasets;

/// <summary>What holds in every format.</summary>
public sealed class TableWriterTests
{
    public static TheoryData<string> Endings => [.. TableFormat.All.Select(f => f.Ending)];

    [Fact]
    public void Formats_are_found_by_their_endings()
    {
        Assert.Equal(["csv", "parquet", "jsonl"], TableFormat.All.Select(f => f.Ending));
        Assert.Equal(["text/csv", "application/vnd.apache.parquet", "application/jsonl"], TableFormat.All.Select(f => f.MediaType));
        Assert.Same(TableFormat.JsonLines, TableFormat.Find("jsonl"));
        Assert.Null(TableFormat.Find("xlsx"));
    }

    [Theory, MemberData(nameof(Endings))]
    public void The_same_rows_are_the_same_bytes_and_the_stream_stays_open(string ending)
    {
        using var bytes = new MemoryStream();
        var writer = TableFormat.Find(ending)!.Open(bytes, SampleTable.Columns);
        foreach (var row in SampleTable.Many(1000))
            writer.Write(row);
        writer.Complete();
        Assert.Equal(1000, writer.Rows);
        Assert.True(bytes.CanWrite);
        Assert.Equal(SampleTable.Write(TableFormat.Find(ending)!, SampleTable.Many(1000)), bytes.ToArray());
        Assert.NotEqual(SampleTable.Write(TableFormat.Find(ending)!, SampleTable.Many(999)), bytes.ToArray());
    }

    [Theory, MemberData(nameof(Endings))]
    public void A_table_stands_where_the_stream_stood(string ending)
    {
        using var bytes = new MemoryStream();
        bytes.Write("before"u8);
        var writer = TableFormat.Find(ending)!.Open(bytes, SampleTable.Columns);
        foreach (var row in SampleTable.Rows)
            writer.Write(row);
        writer.Complete();
        Assert.Equal(SampleTable.Write(TableFormat.Find(ending)!, SampleTable.Rows), bytes.ToArray()[6..]);
    }

    [Theory, MemberData(nameof(Endings))]
    public void A_table_that_is_given_up_has_no_end(string ending)
    {
        using var bytes = new MemoryStream();
        var writer = TableFormat.Find(ending)!.Open(bytes, SampleTable.Columns);
        foreach (var row in SampleTable.Rows)
            writer.Write(row);
        Assert.True(bytes.Length < SampleTable.Write(TableFormat.Find(ending)!, SampleTable.Rows).Length);
    }

    [Theory]
    [InlineData("csv", true)]
    [InlineData("jsonl", true)]
    [InlineData("parquet", false)]
    public void Rows_are_handed_on_when_asked_where_the_format_allows(string ending, bool allows)
    {
        using var bytes = new MemoryStream();
        var writer = TableFormat.Find(ending)!.Open(bytes, SampleTable.Columns);
        writer.Write([.. SampleTable.Rows[0]]);
        writer.Flush();
        Assert.Equal(allows, Encoding.UTF8.GetString(bytes.ToArray()).Contains("plain", StringComparison.Ordinal));
    }

    [Theory, MemberData(nameof(Endings))]
    public void An_empty_text_is_a_blank_and_the_row_is_left_as_it_was(string ending)
    {
        object?[] row = ["x", "", 1, 2m, null, true, null, ""], blank = ["x", null, 1, 2m, null, true, null, null];
        Assert.Equal(SampleTable.Write(TableFormat.Find(ending)!, [blank]), SampleTable.Write(TableFormat.Find(ending)!, [row]));
        Assert.Equal("", row[1]);
    }

    [Theory, MemberData(nameof(Endings))]
    public void What_does_not_fit_is_refused(string ending)
    {
        using var bytes = new MemoryStream();
        var writer = TableFormat.Find(ending)!.Open(bytes, SampleTable.Columns);
        Assert.Contains("7 values", Assert.Throws<ArgumentException>(() => writer.Write([.. SampleTable.Rows[0].Skip(1)])).Message, StringComparison.Ordinal);
        object?[] wrong = [.. SampleTable.Rows[0]];
        wrong[3] = 3.25;
        Assert.Contains("Column pay is of type Number, and a Double is not.", Assert.Throws<ArgumentException>(() => writer.Write(wrong)).Message, StringComparison.Ordinal);
        Assert.Equal(0, writer.Rows);
        writer.Complete();
        Assert.Throws<InvalidOperationException>(() => writer.Write([.. SampleTable.Rows[0]]));
        Assert.Throws<InvalidOperationException>(writer.Complete);
    }
}
