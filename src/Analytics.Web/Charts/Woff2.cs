using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace Analytics.Web.Charts;

/// <summary>
/// The tables of a WOFF 2.0 font file (W3C Recommendation, 2022) that are kept untransformed; enough to measure text with the very
/// files that are served.
/// </summary>
internal static class Woff2
{
    private const int HeaderLength = 48;
    private const int ArbitraryTag = 63;

    // The first of the format's known tags, by their number; the rest is not needed to measure.
    private static readonly string[] KnownTags = ["cmap", "head", "hhea", "hmtx", "maxp"];
    private const int Glyf = 10;
    private const int Loca = 11;

    /// <exception cref="InvalidDataException">Not a WOFF2 file.</exception>
    public static IReadOnlyDictionary<string, ReadOnlyMemory<byte>> Tables(byte[] file)
    {
        if (file.Length < HeaderLength || Encoding.ASCII.GetString(file, 0, 4) != "wOF2")
            throw new InvalidDataException("Not a WOFF2 font: the file does not begin with 'wOF2'.");

        var at = HeaderLength;
        var directory = Enumerable.Range(0, BinaryPrimitives.ReadUInt16BigEndian(file.AsSpan(12)))
            .Select(_ => ReadEntry(file, ref at)).ToList();
        var data = Decompress(file.AsMemory(at, (int)BinaryPrimitives.ReadUInt32BigEndian(file.AsSpan(20))));

        var tables = new Dictionary<string, ReadOnlyMemory<byte>>();
        var start = 0;
        foreach (var (tag, length) in directory)
        {
            tables[tag] = data.AsMemory(start, length);
            start += length;
        }

        return tables;
    }

    private static (string Tag, int Length) ReadEntry(byte[] file, ref int at)
    {
        var flags = file[at++];
        var number = flags & 0x3f;
        var tag = number < KnownTags.Length ? KnownTags[number] : $"#{number}";
        if (number == ArbitraryTag)
        {
            tag = Encoding.ASCII.GetString(file, at, 4);
            at += 4;
        }

        var length = ReadBase128(file, ref at);
        // For the outlines version 3 means "as it was"; for every other table version 0 does.
        var transformed = number is Glyf or Loca ? flags >> 6 != 3 : flags >> 6 != 0;
        return (tag, transformed ? ReadBase128(file, ref at) : length);
    }

    private static int ReadBase128(byte[] file, ref int at)
    {
        var value = 0;
        byte next;
        do
        {
            next = file[at++];
            value = (value << 7) | (next & 0x7f);
        }
        while ((next & 0x80) != 0);

        return value;
    }

    private static byte[] Decompress(ReadOnlyMemory<byte> compressed)
    {
        using var brotli = new BrotliStream(new MemoryStream(compressed.ToArray()), CompressionMode.Decompress);
        using var data = new MemoryStream();
        brotli.CopyTo(data);
        return data.ToArray();
    }
}
