using System.Globalization;
using Analytics.Models.Releases.Datasets;
using Analytics.Models.Releases.Datasets.Parquet;
using Analytics.Tests.Datasets;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Analytics.Models.Tests.Releases.Datasets;

public sealed class ParquetTableWriterTests
{
    private static readonly DateOnly Epoch = new(1970, 1, 1);

    [Fact]
    public void Every_value_comes_back_as_its_type()
    {
        var read = new ParquetBack(SampleTable.Write(TableFormat.Parquet, SampleTable.Rows));
        Assert.Equal(SampleTable.Columns.Select(c => c.Name), read.Names);
        Assert.Equal(SampleTable.Rows.Select(Kept), read.Rows());
    }

    [Fact]
    public void A_table_without_rows_has_its_columns_and_no_groups()
    {
        var read = new ParquetBack(SampleTable.Write(TableFormat.Parquet, []));
        Assert.Equal(SampleTable.Columns.Select(c => c.Name), read.Names);
        Assert.Empty(read.Groups);
        Assert.Empty(read.Rows());
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 1)]
    [InlineData(4, 2)]
    [InlineData(6, 2)]
    [InlineData(7, 3)]
    public void Rows_stand_in_groups(int rows, int groups)
    {
        var read = new ParquetBack(SampleTable.Write(to => new ParquetTableWriter(to, SampleTable.Columns, rowsAGroup: 3), SampleTable.Many(rows)));
        Assert.Equal(groups, read.Groups.Count);
        Assert.Equal(SampleTable.Many(rows).Select(Kept), read.Rows());
    }

    [Theory]
    [InlineData(20_000)]
    [InlineData(20_001)]
    [InlineData(100_001)]
    public void Rows_at_the_edges_of_pages_and_groups_are_all_there(int rows)
    {
        var read = new ParquetBack(SampleTable.Write(TableFormat.Parquet, SampleTable.Many(rows)));
        Assert.Equal(rows > 100_000 ? 2 : 1, read.Groups.Count);
        Assert.Equal(SampleTable.Many(rows).Select(Kept), read.Rows());
    }

    [Fact]
    public void A_column_whose_values_repeat_has_a_dictionary()
    {
        var read = new ParquetBack(SampleTable.Write(TableFormat.Parquet, SampleTable.Many(1000)));
        Assert.Equal([false, true, true, false, true, false, true, true], SampleTable.Columns.Select((_, at) => read.Chunk(0, at).ContainsKey(11)));
    }

    [Fact]
    public void The_footer_says_the_ends_and_the_blanks_of_each_column()
    {
        var read = new ParquetBack(SampleTable.Write(TableFormat.Parquet, SampleTable.Rows));
        Assert.Equal([0L, 1, 1, 2, 6, 1, 1, 1], SampleTable.Columns.Select((_, at) => (long)Ends(read, at)[3]));
        Assert.Equal(("a1", "h8"), (ParquetBack.Text(Ends(read, 0)[6]), ParquetBack.Text(Ends(read, 0)[5])));
        Assert.Equal((-int.MaxValue, int.MaxValue), (BitConverter.ToInt32((byte[])Ends(read, 2)[6]), BitConverter.ToInt32((byte[])Ends(read, 2)[5])));
        Assert.Equal((-0.05, 12345678901234567.891), (BitConverter.ToDouble((byte[])Ends(read, 3)[6]), BitConverter.ToDouble((byte[])Ends(read, 3)[5])));
        Assert.Equal((0, 1), (((byte[])Ends(read, 5)[6])[0], ((byte[])Ends(read, 5)[5])[0]));
        Assert.Equal(-1, BitConverter.ToInt32((byte[])Ends(read, 6)[6]));
    }

    [Fact]
    public void The_greatest_text_is_the_greatest_in_utf_8()
    {
        // U+FFFD is below U+1F6B4 in UTF-8, and above its first surrogate in .NET.
        var read = new ParquetBack(SampleTable.Write(TableFormat.Parquet, new[] { "a", "\uFFFD", "🚴" }.Select(t => new object?[] { t, null, null, null, null, null, null, new string('x', 65) })));
        Assert.Equal("🚴", ParquetBack.Text(Ends(read, 0)[5]));
        // A long one is not told.
        Assert.Equal([3], Ends(read, 7).Keys);
    }

    [Fact]
    public void A_zero_is_told_with_both_signs()
    {
        var read = new ParquetBack(SampleTable.Write(TableFormat.Parquet, [["a", null, null, -0.0m, null, null, null, null]]));
        Assert.Equal((true, false), (double.IsNegative(BitConverter.ToDouble((byte[])Ends(read, 3)[6])), double.IsNegative(BitConverter.ToDouble((byte[])Ends(read, 3)[5]))));
        Assert.False(double.IsNegative((double)read.Rows()[0][3]!));
    }

    [Fact]
    public void What_is_told_of_the_file_stands_in_the_footer()
    {
        var read = new ParquetBack(SampleTable.Write(to => new ParquetTableWriter(to, SampleTable.Columns, metadata: [new("release", "r1"), new("licence", "CC BY 4.0")]), []));
        Assert.Equal(["release=r1", "licence=CC BY 4.0"], ((List<object>)read.Footer[5]).Cast<Dictionary<int, object>>().Select(p => $"{ParquetBack.Text(p[1])}={ParquetBack.Text(p[2])}"));
    }

    [Fact]
    public void Any_table_comes_back() => Prop.ForAll(ArbMap.Default.ArbFor<int>(), seed =>
    {
        var random = new Random(seed);
        var rows = Enumerable.Range(0, random.Next(60)).Select(_ => Any(random)).ToList();
        var read = new ParquetBack(SampleTable.Write(to => new ParquetTableWriter(to, SampleTable.Columns, rowsAGroup: random.Next(1, 40)), rows));
        Assert.Equal(rows.Select(Kept), read.Rows());
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_number_is_the_double_that_its_digits_are_read_as() => Prop.ForAll(ArbMap.Default.ArbFor<decimal>(), ArbMap.Default.ArbFor<byte>(), (number, scale) =>
    {
        foreach (var value in new[] { number, Math.Round(number, 2), number / (scale + 1m), new decimal(scale, scale, scale % 2, scale % 3 == 0, (byte)(scale % 29)) })
            Assert.Equal(double.Parse(value.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), NumberBuffer.Nearest(value));
    }).QuickCheckThrowOnFailure();

    private static object?[] Any(Random random) =>
    [
        $"{random.Next(5)}", random.Next(3) == 0 ? null : "ID", Maybe(random, random.Next()), Maybe(random, Math.Round((decimal)random.NextDouble(), random.Next(15))), null,
        Maybe(random, random.Next(2) == 0), Maybe(random, Epoch.AddDays(random.Next(-40_000, 40_000))), random.Next(2) == 0 ? null : new string('é', random.Next(1, 100)),
    ];

    private static object? Maybe<T>(Random random, T value) => random.Next(4) == 0 ? null : value;

    private static Dictionary<int, object> Ends(ParquetBack read, int column) => (Dictionary<int, object>)read.Chunk(0, column)[12];

    private static object?[] Kept(object?[] row) => [.. row.Select(value => value switch
    {
        decimal number => double.Parse(number.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        DateOnly day => day.DayNumber - Epoch.DayNumber,
        _ => value,
    })];
}
