namespace Analytics.Models.Releases.Datasets.Parquet;

/// <summary>How values are kept; the numbers are Parquet's.</summary>
internal enum PhysicalType
{
    Boolean = 0,
    Int32 = 1,
    Double = 5,
    ByteArray = 6,
}

/// <summary>How the values of a page are written; the numbers are Parquet's.</summary>
internal enum PageEncoding
{
    /// <summary>One after the other.</summary>
    Plain = 0,

    /// <summary>Runs of small numbers, see <see cref="HybridRuns"/>.</summary>
    Runs = 3,

    /// <summary>Runs of places in the dictionary page.</summary>
    Dictionary = 8,
}

/// <summary>Where the values of one column in one group of rows stand, and what they are.</summary>
/// <param name="Rows">Values and blanks.</param>
/// <param name="Start">Where its first page begins: the dictionary where there is one.</param>
/// <param name="FirstData">Where its first page of values begins.</param>
/// <param name="Compressed">Bytes in the file, with the pages' headers.</param>
/// <param name="Uncompressed">Bytes without compression, with the pages' headers.</param>
/// <param name="Low">The least value as the footer writes it; null where it is not said.</param>
/// <param name="High">The greatest.</param>
internal sealed record ColumnChunk(PhysicalType Physical, int Rows, int Blanks, long Start, long FirstData, long Compressed, long Uncompressed, byte[]? Low, byte[]? High)
{
    public bool HasDictionary => Start != FirstData;
}

/// <summary>Rows that were written together.</summary>
internal sealed record RowGroup(int Rows, IReadOnlyList<ColumnChunk> Chunks);
