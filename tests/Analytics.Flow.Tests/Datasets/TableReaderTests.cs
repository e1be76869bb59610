using System.Globalization;
using Analytics.Models.Releases.Datasets;
using Analytics.Tests.Datasets;
using Xunit;

namespace Analytics.Flow.Tests.Datasets;

/// <summary>That other people's programs read out of our files what was written: rows, types, blanks and their reasons.</summary>
public sealed class TableReaderTests
{
    private static readonly int Pay = Place("pay"), Reason = Place("pay_blank");

    /// <summary>The places of <see cref="TableReader.All"/>, with words for a person.</summary>
    public static TheoryData<int, string> Readers => Which(_ => true);

    public static TheoryData<int, string> ParquetReaders => Which(r => r.Format == TableFormat.Parquet);

    [Theory, MemberData(nameof(Readers))]
    public async Task Every_value_is_read_as_it_was_written(int at, string _)
    {
        var reader = TableReader.All[at];
        var (columns, rows) = await reader.ReadAsync(SampleTable.Write(reader.Format, SampleTable.Rows));
        Assert.Equal(SampleTable.Columns.Select(c => new[] { c.Name, reader.Types[c.Type] }), columns);
        Assert.Equal(SampleTable.Rows.Select(row => row.Select(value => Expected(reader, value))), rows);
    }

    // Beyond the 20,480 rows from which DuckDB guesses the types of a CSV; in Parquet beyond a page and a group of rows.
    [Theory, MemberData(nameof(Readers))]
    public async Task Many_rows_are_read_whole(int at, string _)
    {
        var reader = TableReader.All[at];
        List<object?[]> written = [.. SampleTable.Many(reader.Format == TableFormat.Parquet ? 100_500 : 21_000)];
        var (columns, rows) = await reader.ReadAsync(SampleTable.Write(reader.Format, written));
        Assert.Equal(SampleTable.Columns.Select(c => new[] { c.Name, reader.Types[c.Type] }), columns);
        Assert.Equal(written.Count, rows.Count);
        for (var i = 0; i < rows.Count; i++)
            Assert.Equal(written[i].Select(value => Expected(reader, value)), rows[i]);
    }

    [Theory, MemberData(nameof(Readers))]
    public async Task A_blank_and_its_reason_are_told_apart(int at, string _)
    {
        var reader = TableReader.All[at];
        List<object?[]> written = [.. SampleTable.Many(400)];
        var rows = (await reader.ReadAsync(SampleTable.Write(reader.Format, written))).Rows;
        // The pay is a number or nothing, never a word; where it is nothing, the reason is beside it, and only there.
        Assert.All(rows, row => Assert.True(row[Pay] is double ? row[Reason] is null : row[Pay] is null && BlankReason.All.Contains((string)row[Reason]!)));
        Assert.Equal(Reasons(written), Reasons(rows));
        Assert.True(Reasons(rows).Count > 1);
    }

    [Theory, MemberData(nameof(Readers))]
    public async Task A_formula_is_text_and_only_csv_marks_it(int at, string _)
    {
        var reader = TableReader.All[at];
        var rows = (await reader.ReadAsync(SampleTable.Write(reader.Format, SampleTable.Formulas.Select(f => new object?[] { f, null, 1, 1.5m, null, true, null, null })))).Rows;
        Assert.Equal(SampleTable.Formulas.Select(f => (reader.Format == TableFormat.Csv ? "'" : "") + (reader.KeepsLineBreaks ? f : f.Replace('\r', '\n'))), rows.Select(r => r[0]));
    }

    [Theory, MemberData(nameof(Readers))]
    public async Task A_table_without_rows_is_a_table(int at, string _)
    {
        var reader = TableReader.All[at];
        var (columns, rows) = await reader.ReadAsync(SampleTable.Write(reader.Format, []));
        Assert.Empty(rows);
        // Lines of JSON say their columns only in rows; only Parquet says their types.
        if (reader.Format != TableFormat.JsonLines)
            Assert.Equal(SampleTable.Columns.Select(c => c.Name), columns.Select(c => c[0]));
        if (reader.Format == TableFormat.Parquet)
            Assert.Equal(SampleTable.Columns.Select(c => reader.Types[c.Type]), columns.Select(c => c[1]));
    }

    [Theory, MemberData(nameof(ParquetReaders))]
    public async Task A_parquet_file_that_was_cut_is_refused(int at, string _)
    {
        var reader = TableReader.All[at];
        var whole = SampleTable.Write(reader.Format, SampleTable.Rows);
        Assert.Equal(0, (await reader.RunAsync(whole)).Code);
        Assert.NotEqual(0, (await reader.RunAsync(whole[..^20])).Code);
    }

    private static TheoryData<int, string> Which(Func<TableReader, bool> isMeant)
    {
        var data = new TheoryData<int, string>();
        for (var i = 0; i < TableReader.All.Count; i++)
        {
            if (isMeant(TableReader.All[i]))
                data.Add(i, $"{TableReader.All[i].Format} in {TableReader.All[i].Name}");
        }

        return data;
    }

    private static Dictionary<string, int> Reasons(IEnumerable<object?[]> rows) =>
        rows.Where(r => r[Pay] is null).CountBy(r => (string)r[Reason]!).OrderBy(r => r.Key, StringComparer.Ordinal).ToDictionary();

    private static object? Expected(TableReader reader, object? value) => value switch
    {
        int number => (double)number,
        decimal number => double.Parse(number.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture),
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        string text when !reader.KeepsLineBreaks => text.ReplaceLineEndings("\n"),
        _ => value,
    };

    private static int Place(string column) => SampleTable.Columns.ToList().FindIndex(c => c.Name == column);
}
