namespace Analytics.Models.Releases.Datasets;

/// <summary>A form in which a table is published. The same rows and columns stand in each.</summary>
public sealed class TableFormat
{
    private readonly Func<Stream, IReadOnlyList<DatasetColumn>, TableWriter> open;

    private TableFormat(string ending, string mediaType, Func<Stream, IReadOnlyList<DatasetColumn>, TableWriter> open) => (Ending, MediaType, this.open) = (ending, mediaType, open);

    /// <summary>
    /// RFC 4180 in UTF-8 without a byte order mark, with a header. A blank is an empty field. A text that a spreadsheet would take for a formula begins with an apostrophe, which
    /// the other formats do not have.
    /// </summary>
    public static TableFormat Csv { get; } = new("csv", "text/csv", (to, columns) => new CsvTableWriter(to, columns));

    /// <summary>A JSON object a line with every column in order; a blank is null.</summary>
    public static TableFormat JsonLines { get; } = new("jsonl", "application/jsonl", (to, columns) => new JsonLinesTableWriter(to, columns));

    /// <summary>Apache Parquet: columns with their types, compressed.</summary>
    public static TableFormat Parquet { get; } = new("parquet", "application/vnd.apache.parquet", (to, columns) => new ParquetTableWriter(to, columns));

    /// <summary>Every format, in the order in which they are offered.</summary>
    public static IReadOnlyList<TableFormat> All { get; } = [Csv, Parquet, JsonLines];

    /// <summary>How its file names end, without the dot.</summary>
    public string Ending { get; }

    public string MediaType { get; }

    /// <summary>The format whose files end with <paramref name="ending"/> (without the dot), or null.</summary>
    public static TableFormat? Find(string ending) => All.FirstOrDefault(f => f.Ending == ending);

    /// <summary>Begins a table of <paramref name="columns"/>. <paramref name="to"/> is written from where it stands, needs no seeking and stays open.</summary>
    public TableWriter Open(Stream to, IReadOnlyList<DatasetColumn> columns) => open(to, columns);

    /// <summary>Its <see cref="Ending"/>.</summary>
    public override string ToString() => Ending;
}
