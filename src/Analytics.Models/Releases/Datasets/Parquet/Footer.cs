namespace Analytics.Models.Releases.Datasets.Parquet;

/// <summary>The end of a Parquet file: its columns and where their values are. The numbers are those of the fields in Parquet's own description.</summary>
internal static class Footer
{
    private const int Version = 1, Optional = 1, Gzip = 2;
    private const string MadeBy = "PerJam version 1";

    private static readonly int[] Without = [(int)PageEncoding.Plain, (int)PageEncoding.Runs], WithDictionary = [.. Without, (int)PageEncoding.Dictionary];

    public static ReadOnlySpan<byte> Of(IReadOnlyList<DatasetColumn> columns, IReadOnlyList<RowGroup> groups, long rows, IReadOnlyList<KeyValuePair<string, string>> metadata)
    {
        var bytes = new ByteBuffer();
        var thrift = new ThriftCompactWriter(bytes);
        thrift.Field(1, Version);
        // The first element is the row, which the columns are parts of.
        thrift.Field<DatasetColumn?>(2, [null, .. columns], column => WriteElement(thrift, column, columns.Count));
        thrift.Field(3, rows);
        thrift.Field(4, groups, group => WriteGroup(thrift, group, columns));
        if (metadata.Count > 0)
            thrift.Field(5, metadata, pair => WritePair(thrift, pair));
        thrift.Field(6, MadeBy);
        // The ends of each column are in the order of its type.
        thrift.Field(7, columns, _ =>
        {
            thrift.Begin(1);
            thrift.End();
        });
        thrift.End();
        return bytes.Written;
    }

    private static void WriteElement(ThriftCompactWriter thrift, DatasetColumn? column, int columns)
    {
        if (column is null)
        {
            thrift.Field(4, "row");
            thrift.Field(5, columns);
            return;
        }

        thrift.Field(1, (int)Physical(column.Type));
        thrift.Field(3, Optional);
        thrift.Field(4, column.Name);
        WriteMeaning(thrift, column.Type);
    }

    // What the kept values stand for, in the old words (field 6) and the new (field 10).
    private static void WriteMeaning(ThriftCompactWriter thrift, ColumnType type)
    {
        var (old, kind) = type switch
        {
            ColumnType.Text => (0, 1),
            ColumnType.Date => (6, 6),
            ColumnType.Integer => (17, 10),
            _ => (-1, -1),
        };
        if (kind < 0)
            return;
        thrift.Field(6, old);
        thrift.Begin(10);
        thrift.Begin(kind);
        if (type == ColumnType.Integer)
        {
            thrift.Field(1, (sbyte)32);
            thrift.Field(2, true);
        }

        thrift.End();
        thrift.End();
    }

    private static void WriteGroup(ThriftCompactWriter thrift, RowGroup group, IReadOnlyList<DatasetColumn> columns)
    {
        thrift.Field(1, [.. group.Chunks.Zip(columns)], pair => WriteChunk(thrift, pair.First, pair.Second.Name));
        thrift.Field(2, group.Chunks.Sum(c => c.Uncompressed));
        thrift.Field(3, (long)group.Rows);
        thrift.Field(5, group.Chunks[0].Start);
        thrift.Field(6, group.Chunks.Sum(c => c.Compressed));
    }

    private static void WriteChunk(ThriftCompactWriter thrift, ColumnChunk chunk, string name)
    {
        thrift.Field(2, chunk.Start);
        thrift.Begin(3);
        thrift.Field(1, (int)chunk.Physical);
        thrift.Field(2, chunk.HasDictionary ? WithDictionary : Without);
        thrift.Field(3, [name]);
        thrift.Field(4, Gzip);
        thrift.Field(5, (long)chunk.Rows);
        thrift.Field(6, chunk.Uncompressed);
        thrift.Field(7, chunk.Compressed);
        thrift.Field(9, chunk.FirstData);
        if (chunk.HasDictionary)
            thrift.Field(11, chunk.Start);
        WriteStatistics(thrift, chunk);
        thrift.End();
    }

    private static void WriteStatistics(ThriftCompactWriter thrift, ColumnChunk chunk)
    {
        thrift.Begin(12);
        thrift.Field(3, (long)chunk.Blanks);
        if (chunk.High is { } high)
            thrift.Field(5, high);
        if (chunk.Low is { } low)
            thrift.Field(6, low);
        thrift.End();
    }

    private static void WritePair(ThriftCompactWriter thrift, KeyValuePair<string, string> pair)
    {
        thrift.Field(1, pair.Key);
        thrift.Field(2, pair.Value);
    }

    private static PhysicalType Physical(ColumnType type) => type switch
    {
        ColumnType.Text => PhysicalType.ByteArray,
        ColumnType.Number => PhysicalType.Double,
        ColumnType.Boolean => PhysicalType.Boolean,
        _ => PhysicalType.Int32,
    };
}
