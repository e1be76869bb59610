using System.IO.Compression;

namespace Analytics.Models.Releases.Datasets.Parquet;

/// <summary>Writes the pages of a Parquet file, each with its header and compressed, and keeps count of where it is.</summary>
internal sealed class PageWriter
{
    private static readonly byte[] Mark = "PAR1"u8.ToArray();

    private readonly Stream to;
    private readonly ByteBuffer header = new();

    public PageWriter(Stream to)
    {
        this.to = to;
        Write(Mark);
    }

    /// <summary>Bytes of the file so far.</summary>
    public long Position { get; private set; }

    /// <summary>Bytes that the file would have so far without compression.</summary>
    public long Uncompressed { get; private set; }

    /// <summary>The values that the column's pages then name by their places.</summary>
    public void WriteDictionary(ReadOnlySpan<byte> content, int values) => WritePage(content, 2, thrift =>
    {
        thrift.Begin(7);
        thrift.Field(1, values);
        thrift.Field(2, (int)PageEncoding.Plain);
        thrift.End();
    });

    /// <param name="rows">Values and blanks in it.</param>
    public void WriteData(ReadOnlySpan<byte> content, int rows, PageEncoding encoding) => WritePage(content, 0, thrift =>
    {
        thrift.Begin(5);
        thrift.Field(1, rows);
        thrift.Field(2, (int)encoding);
        // Whether a value is there, and how deep it is nested; the latter takes no bytes in a flat table.
        thrift.Field(3, (int)PageEncoding.Runs);
        thrift.Field(4, (int)PageEncoding.Runs);
        thrift.End();
    });

    /// <summary>The end of the file.</summary>
    public void WriteFooter(ReadOnlySpan<byte> footer)
    {
        Write(footer);
        header.Clear();
        header.Int32(footer.Length);
        Write(header.Written);
        Write(Mark);
    }

    private void WritePage(ReadOnlySpan<byte> content, int type, Action<ThriftCompactWriter> kind)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            gzip.Write(content);
        header.Clear();
        var thrift = new ThriftCompactWriter(header);
        thrift.Field(1, type);
        thrift.Field(2, content.Length);
        thrift.Field(3, (int)packed.Length);
        kind(thrift);
        thrift.End();
        Write(header.Written);
        Write(packed.GetBuffer().AsSpan(0, (int)packed.Length));
        Uncompressed += content.Length - packed.Length;
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        to.Write(bytes);
        Position += bytes.Length;
        Uncompressed += bytes.Length;
    }
}
