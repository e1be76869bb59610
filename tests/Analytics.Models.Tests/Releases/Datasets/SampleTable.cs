using Analytics.Models.Releases.Datasets;

namespace Analytics.Tests.Datasets;

/// <summary>A table with a column of every type and what is hard to write: blanks and their reasons, line breaks, quotes, formulas, signs beyond the first plane.</summary>
internal static class SampleTable
{
    public static readonly IReadOnlyList<DatasetColumn> Columns =
    [
        new("id", ColumnType.Text, null, []) { Required = true },
        new("country", ColumnType.Text, null, []),
        new("workers", ColumnType.Integer, null, []),
        new("pay", ColumnType.Number, "USD/h", []) { BlankColumn = "pay_blank" },
        new("pay_blank", ColumnType.Text, null, BlankReason.All),
        new("imputed", ColumnType.Boolean, null, []),
        new("seen", ColumnType.Date, null, []),
        new("note", ColumnType.Text, null, []),
    ];

    public static readonly IReadOnlyList<object?[]> Rows =
    [
        ["a1", "ID", 12, 3.25m, null, true, new DateOnly(2025, 3, 1), "plain"],
        // Namibia, which is not "not available".
        ["b2", "NA", -3, -0.05m, null, false, new DateOnly(1969, 12, 31), "commas, and \"quotes\""],
        ["c3", "US", 0, null, "SUPPRESSED_K", null, null, "two\nlines"],
        ["d4", null, null, null, "UNSTABLE", false, new DateOnly(2199, 12, 31), "Rp 25.000 per jam – 每小时 – 🚴🏽 – é"],
        ["e5", "KE", int.MaxValue, 0.1000m, null, true, new DateOnly(2024, 2, 29), null],
        ["f6", "ID", -int.MaxValue, 12345678901234567.891m, null, true, new DateOnly(2025, 3, 1), " spaces around, a tab\there, 'apostrophes' and a \\ "],
        ["g7", "ID", 7, 0m, null, false, new DateOnly(2025, 3, 2), "null"],
        ["h8", "US", 8, 1e-9m, null, false, new DateOnly(2025, 3, 2), "two\r\nlines"],
    ];

    /// <summary>Texts that a spreadsheet would take for formulas; in CSV they begin with an apostrophe.</summary>
    public static readonly IReadOnlyList<string> Formulas = ["=1+1", "+62 812", "-5% fee", "@home", "\ttab", "\rreturn"];

    /// <summary>So many rows of few and of many distinct values, long runs and short, some blank.</summary>
    public static IEnumerable<object?[]> Many(int count)
    {
        for (var i = 0; i < count; i++)
        {
            yield return
            [
                $"row-{i}",
                i % 1000 < 300 ? "ID" : i % 7 == 0 ? null : $"C{i % 5}",
                i % 11 == 0 ? null : i % 3,
                i % 4 == 0 ? null : Math.Round((decimal)Math.Sqrt(i), 2),
                i % 4 == 0 ? BlankReason.All[i % BlankReason.All.Count] : null,
                i % 13 == 0 ? null : i % 2 == 0,
                i % 9 == 0 ? null : new DateOnly(2020, 1, 1).AddDays(i / 10),
                i % 5 == 0 ? "said twice" : null,
            ];
        }
    }

    /// <summary>The bytes of a table of <paramref name="rows"/>.</summary>
    public static byte[] Write(TableFormat format, IEnumerable<object?[]> rows) => Write(to => format.Open(to, Columns), rows);

    public static byte[] Write(Func<Stream, TableWriter> open, IEnumerable<object?[]> rows)
    {
        using var bytes = new MemoryStream();
        var writer = open(bytes);
        foreach (var row in rows)
            writer.Write(row);
        writer.Complete();
        return bytes.ToArray();
    }
}
