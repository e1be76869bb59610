using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Analytics.Models.Storage;
using Analytics.Web.Pages.Shared;
using CsvHelper;

namespace Analytics.Web.Charts;

/// <summary>
/// A chart as files of data: CSV, JSON, and both in a ZIP with what the columns mean and how to cite. Everything in them follows from the release, so a frozen chart's are the
/// same bytes for ever.
/// </summary>
internal static class ChartFiles
{
    private static readonly JsonSerializerOptions Indented = new(Rows.Json) { WriteIndented = true };

    /// <summary>The table by RFC 4180, in UTF-8. A text that a spreadsheet would take for a formula begins with an apostrophe.</summary>
    public static byte[] Csv(ChartTable table)
    {
        using var bytes = new MemoryStream();
        using (var writer = CsvWriter.Create(bytes, new CsvWriterOptions { NewLine = "\r\n", Injection = CsvInjection.Escape }, leaveOpen: true))
        {
            foreach (var column in table.Columns)
                writer.WriteField(column.Name);
            writer.EndRecord();
            foreach (var row in table.Rows)
            {
                foreach (var value in row)
                    writer.WriteField(Written(value.Value));
                writer.EndRecord();
            }
        }

        return bytes.ToArray();
    }

    /// <summary>Data and what is to be known of it.</summary>
    /// <param name="address">The chart's page, frozen.</param>
    public static byte[] Json(Chart chart, string address)
    {
        var head = chart.Asked.Release.Head;
        var document = new JsonObject
        {
            ["chart"] = new JsonObject
            {
                ["form"] = chart.Form.Name,
                ["title"] = chart.Series.Title,
                ["description"] = chart.Series.Alternative,
                ["unit"] = chart.Series.AxisTitle,
                ["language"] = chart.Asked.Text.Language.Code,
                ["currency"] = chart.Asked.Currency.Code,
                ["simulated"] = head.Simulated,
                ["source"] = chart.Series.Source,
                ["address"] = address,
                ["citation"] = Citation(chart, address),
                ["licence"] = StructuredData.Licence,
            },
            ["release"] = new JsonObject { ["id"] = head.Id, ["number"] = head.Number, ["made_at"] = Moment(head.MadeAt) },
            ["columns"] = new JsonArray([.. chart.Table.Columns.Select(c => new JsonObject { ["name"] = c.Name, ["title"] = c.Title, ["note"] = c.Note })]),
            ["rows"] = new JsonArray([.. chart.Table.Rows.Select(row => Row(chart.Table, row))]),
        };
        return [.. JsonSerializer.SerializeToUtf8Bytes(document, Indented), (byte)'\n'];
    }

    /// <summary>CSV, JSON and a readme, as <c>{form}.csv</c>, <c>{form}.metadata.json</c> and <c>readme.md</c>.</summary>
    public static byte[] Zip(Chart chart, string address)
    {
        using var bytes = new MemoryStream();
        using (var zip = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, chart, $"{chart.Form.Name}.csv", Csv(chart.Table));
            Add(zip, chart, $"{chart.Form.Name}.metadata.json", Json(chart, address));
            Add(zip, chart, "readme.md", Encoding.UTF8.GetBytes(Readme(chart, address)));
        }

        return bytes.ToArray();
    }

    /// <summary>How the chart is cited, in its language: title, site, release, address.</summary>
    public static string Citation(Chart chart, string address) =>
        chart.Asked.Text.Fill("citing.line", ("title", chart.Series.Title), ("release", chart.Asked.ReleaseLine), ("address", address));

    private static string Readme(Chart chart, string address)
    {
        var text = chart.Asked.Text;
        var lines = new List<string> { $"# {chart.Series.Title}", "", chart.Series.Alternative, "" };
        if (chart.Series.Warning is { } warning)
            lines.AddRange([$"**{warning}**", ""]);
        lines.AddRange([$"## {text["files.columns"]}", "", text.Fill("files.csv", ("file", $"{chart.Form.Name}.csv")), ""]);
        lines.AddRange(chart.Table.Columns.Select(c => $"- `{c.Name}`: {c.Title}. {c.Note}"));
        lines.AddRange(["", $"## {text["files.cite"]}", "", Citation(chart, address), "", $"{text["site.licence"]} {StructuredData.Licence}", "",
            $"## {text["files.made"]}", "", $"- {chart.Asked.ReleaseLine}", $"- {chart.Series.Source}", $"- {chart.Series.AxisTitle}", $"- {text["site.beforeTax"]}", ""]);
        return string.Join('\n', lines);
    }

    private static void Add(ZipArchive zip, Chart chart, string name, byte[] content)
    {
        var entry = zip.CreateEntry(name, CompressionLevel.Optimal);
        // The day of the release, so that the same chart is the same file whenever it is packed.
        entry.LastWriteTime = new DateTimeOffset(chart.Asked.Release.Head.MadeAt.UtcDateTime, TimeSpan.Zero);
        using var stream = entry.Open();
        stream.Write(content);
    }

    private static JsonObject Row(ChartTable table, IReadOnlyList<ChartValue> row)
    {
        var node = new JsonObject();
        for (var i = 0; i < table.Columns.Count; i++)
            node[table.Columns[i].Name] = Node(row[i].Value);
        return node;
    }

    private static JsonValue? Node(object? value) => value switch
    {
        null => null,
        decimal number => JsonValue.Create(number),
        int number => JsonValue.Create(number),
        bool yes => JsonValue.Create(yes),
        _ => JsonValue.Create(Written(value)),
    };

    private static string Written(object? value) => value switch
    {
        null => "",
        string text => text,
        bool yes => yes ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new ArgumentException($"A {value.GetType().Name} cannot stand in a table of a chart."),
    };

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
