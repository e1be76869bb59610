using System.Text;
using Analytics.Models.Releases.Datasets;
using Analytics.Tests.Datasets;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Analytics.Models.Tests.Releases.Datasets;

public sealed class CsvTableWriterTests
{
    private const string Head = "id,country,workers,pay,pay_blank,imputed,seen,note\r\n";

    [Fact]
    public void A_table_without_rows_is_its_header_and_no_byte_order_mark() =>
        Assert.Equal(Encoding.UTF8.GetBytes(Head), SampleTable.Write(TableFormat.Csv, []));

    [Fact]
    public void Every_type_is_written_plainly_and_a_blank_is_an_empty_field() => Assert.Equal(
        Head + "a,ID,-12,-3.250,,true,2025-03-01,é 每\r\n" + "b,,,,UNSTABLE,false,,\r\n",
        Written(["a", "ID", -12, -3.250m, null, true, new DateOnly(2025, 3, 1), "é 每"], ["b", null, null, null, "UNSTABLE", false, null, null]));

    [Theory]
    [InlineData("a,b", "\"a,b\"")]
    [InlineData("say \"so\"", "\"say \"\"so\"\"\"")]
    [InlineData("two\nlines", "\"two\nlines\"")]
    [InlineData("two\r\nlines", "\"two\r\nlines\"")]
    [InlineData("=1+1", "\"'=1+1\"")]
    [InlineData("+62", "\"'+62\"")]
    [InlineData("-5", "\"'-5\"")]
    [InlineData("@home", "\"'@home\"")]
    [InlineData("\ttab", "\"'\ttab\"")]
    [InlineData("5-10", "5-10")]
    [InlineData("it's", "it's")]
    public void A_text_with_signs_of_its_own_is_quoted_and_no_text_is_a_formula(string text, string field) =>
        Assert.Equal($"{Head}a,,,,,,,{field}\r\n", Written(["a", null, null, null, null, null, null, text]));

    [Fact]
    public void Any_texts_come_back_by_the_rules_of_rfc_4180() => Prop.ForAll(ArbMap.Default.ArbFor<(string, string)[]>(), texts =>
    {
        var rows = texts.Select(t => new object?[] { Safe(t.Item1), null, null, null, null, null, null, Safe(t.Item2) }).ToList();
        var expected = rows.Select(r => r.Select(v => v as string ?? "").ToList());
        Assert.Equal(expected, Parse(Written([.. rows])).Skip(1));
    }).QuickCheckThrowOnFailure();

    // Whole text beginning with a letter: what formulas become is told above, and half a surrogate is no text.
    private static string Safe(string text) => "t" + Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text ?? ""));

    private static string Written(params object?[][] rows) => Encoding.UTF8.GetString(SampleTable.Write(TableFormat.Csv, rows));

    private static List<List<string>> Parse(string csv)
    {
        var (records, record, field, quoted) = (new List<List<string>>(), new List<string>(), new StringBuilder(), false);
        for (var i = 0; i < csv.Length; i++)
        {
            if (quoted && csv[i] == '"' && i + 1 < csv.Length && csv[i + 1] == '"')
                field.Append(csv[++i]);
            else if (csv[i] == '"')
                quoted = !quoted;
            else if (quoted || csv[i] is not (',' or '\r'))
                field.Append(csv[i]);
            else
            {
                record.Add(field.ToString());
                field.Clear();
                if (csv[i] == ',')
                    continue;
                Assert.Equal('\n', csv[++i]);
                records.Add(record);
                record = [];
            }
        }

        Assert.Empty(record);
        return records;
    }
}
