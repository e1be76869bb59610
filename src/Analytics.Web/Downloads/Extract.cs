using System.Buffers;

namespace Analytics.Web.Downloads;

/// <summary>Where an extract goes.</summary>
internal interface IExtractTarget
{
    void Write(ReadOnlySpan<byte> bytes);

    /// <summary>Hands on what was written.</summary>
    ValueTask FlushAsync(CancellationToken stop);
}

/// <summary>The records of a table's file that a filter wants, byte for byte as they stand there, in memory that does not grow with them.</summary>
internal sealed class Extract(Stream from, ExtractRecords records, int rows)
{
    private const int Piece = 1 << 18, LongestRecord = 1 << 24;
    private long read;
    private long kept;

    /// <summary>Writes the extract to <paramref name="to"/>.</summary>
    /// <returns>Its rows.</returns>
    /// <exception cref="InvalidDataException">The file has more or fewer rows than it should have, or ends within one: what was written is not whole.</exception>
    public async Task<long> WriteAsync(IExtractTarget to, CancellationToken stop)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(Piece);
        try
        {
            var held = 0;
            while (await from.ReadAsync(buffer.AsMemory(held), stop) is > 0 and var got)
            {
                held += got;
                var (done, wanted) = Sift(buffer.AsSpan(0, held));
                to.Write(buffer.AsSpan(0, wanted));
                await to.FlushAsync(stop);
                buffer.AsSpan(done, held - done).CopyTo(buffer);
                held -= done;
                if (held == buffer.Length)
                    buffer = Larger(buffer);
            }

            if (held > 0 || read != rows + records.Headers)
                throw new InvalidDataException($"The file ends after {read - records.Headers} of {rows} rows{(held > 0 ? ", within a row" : "")}.");
            return kept - records.Headers;
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    // Moves what is wanted together, so that it is written at once.
    private (int Done, int Wanted) Sift(Span<byte> data)
    {
        var (at, end) = (0, 0);
        while (records.Read(data[at..], out var wanted) is > 0 and var length)
        {
            read++;
            if (wanted)
            {
                kept++;
                if (end < at)
                    data.Slice(at, length).CopyTo(data[end..]);
                end += length;
            }

            at += length;
        }

        return (at, end);
    }

    private static byte[] Larger(byte[] buffer)
    {
        if (buffer.Length >= LongestRecord)
            throw new InvalidDataException("A record does not end.");
        var larger = ArrayPool<byte>.Shared.Rent(buffer.Length * 2);
        buffer.CopyTo(larger, 0);
        ArrayPool<byte>.Shared.Return(buffer);
        return larger;
    }
}
