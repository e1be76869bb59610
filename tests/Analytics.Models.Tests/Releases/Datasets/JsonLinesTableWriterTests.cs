using System.Text;
using System.Text.Json;
using Analytics.Models.Releases.Datasets;
using Analytics.Tests.Datasets;
using Xunit;

namespace Analytics.Models.Tests.Releases.Datasets;

public sealed class JsonLinesTableWriterTests
{
    [Fact]
    public void A_table_without_rows_is_empty() => Assert.Empty(SampleTable.Write(TableFormat.JsonLines, []));

    [Fact]
    public void A_row_is_a_line_with_every_column_in_order() => Assert.Equal(
        """{"id":"a","country":null,"workers":-12,"pay":-3.250,"pay_blank":null,"imputed":true,"seen":"2025-03-01","note":"two\r\nlines, \"é\" 每"}""" + "\n",
        Encoding.UTF8.GetString(SampleTable.Write(TableFormat.JsonLines, [["a", null, -12, -3.250m, null, true, new DateOnly(2025, 3, 1), "two\r\nlines, \"é\" 每"]])));

    [Fact]
    public void Every_line_is_the_row_that_was_given()
    {
        List<object?[]> rows = [.. SampleTable.Rows, .. SampleTable.Formulas.Select(f => new object?[] { f, null, null, null, null, null, null, f }), .. SampleTable.Many(5000)];
        var lines = Encoding.UTF8.GetString(SampleTable.Write(TableFormat.JsonLines, rows)).Split('\n');
        Assert.Equal(rows.Count + 1, lines.Length);
        Assert.Equal("", lines[^1]);
        for (var i = 0; i < rows.Count; i++)
        {
            using var line = JsonDocument.Parse(lines[i]);
            Assert.Equal(SampleTable.Columns.Select(c => c.Name), line.RootElement.EnumerateObject().Select(p => p.Name));
            Assert.Equal(rows[i], line.RootElement.EnumerateObject().Select((p, at) => Value(p.Value, SampleTable.Columns[at].Type)));
        }
    }

    private static object? Value(JsonElement value, ColumnType type) => value.ValueKind == JsonValueKind.Null ? null : type switch
    {
        ColumnType.Integer => value.GetInt32(),
        ColumnType.Number => value.GetDecimal(),
        ColumnType.Boolean => value.GetBoolean(),
        ColumnType.Date => DateOnly.ParseExact(value.GetString()!, "yyyy-MM-dd", null),
        _ => value.GetString(),
    };
}
