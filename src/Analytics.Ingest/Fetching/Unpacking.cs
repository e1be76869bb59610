using System.IO.Compression;

namespace Analytics.Ingest.Fetching;

/// <summary>Decompresses a body while counting what comes out, so that a small bomb cannot fill the memory.</summary>
internal static class Unpacking
{
    // A page of ten thousand equal table rows honestly packs better than 100:1; below this size it harms no one.
    private const int RatioCountsFrom = 64 * 1024;

    /// <param name="packed">The body as it came.</param>
    /// <param name="encoding">Content-Encoding: gzip, x-gzip, deflate, br, identity, or null.</param>
    /// <param name="rules">The limits on size and ratio.</param>
    /// <exception cref="RefusedException">Over a limit, an unknown encoding, or broken.</exception>
    public static byte[] Unpack(byte[] packed, string? encoding, FetchRules rules)
    {
        if (encoding is null or "" or "identity" || packed.Length == 0)
            return packed;
        try
        {
            using var unpacking = Open(packed, encoding);
            using var content = new MemoryStream();
            var chunk = new byte[32 * 1024];
            for (int read; (read = unpacking.Read(chunk)) > 0;)
            {
                content.Write(chunk, 0, read);
                if (content.Length > rules.LargestBody)
                    throw TooLarge(rules);
                if (content.Length > RatioCountsFrom && content.Length / rules.LargestRatio > packed.Length)
                    throw new RefusedException(RefusalReason.RatioTooHigh, $"it unpacks to more than {rules.LargestRatio} times its size");
            }

            return content.ToArray();
        }
        catch (Exception e) when (e is InvalidDataException or InvalidOperationException or IOException)
        {
            throw new RefusedException(RefusalReason.BrokenBody, $"it is not the {encoding} it says it is", e);
        }
    }

    public static RefusedException TooLarge(FetchRules rules) =>
        new(RefusalReason.TooLarge, $"it is larger than {rules.LargestBody / 1024} KiB");

    private static Stream Open(byte[] packed, string encoding)
    {
        var source = new MemoryStream(packed, writable: false);
        return encoding.ToLowerInvariant() switch
        {
            "gzip" or "x-gzip" => new GZipStream(source, CompressionMode.Decompress),
            "deflate" when HasZlibHeader(packed) => new ZLibStream(source, CompressionMode.Decompress),
            // Some servers send raw deflate under this name.
            "deflate" => new DeflateStream(source, CompressionMode.Decompress),
            "br" => new BrotliStream(source, CompressionMode.Decompress),
            _ => throw new RefusedException(RefusalReason.WrongType, $"it is packed as {encoding}, which was not asked for"),
        };
    }

    private static bool HasZlibHeader(byte[] packed) =>
        packed.Length > 1 && (packed[0] & 0x0f) == 8 && ((packed[0] << 8) | packed[1]) % 31 == 0;
}
