using System.Buffers.Binary;
using System.Text.Json;
using Analytics.Models.Sources;
using Analytics.Models.Storage;

namespace Analytics.Ingest.Steps;

/// <summary>
/// What goes over the pipes to and from the process that reads pages: frames of a length (four bytes, little-endian) and that many bytes.
/// A page is two frames, its record without the bytes and the bytes; a reading is one; an empty frame says that the process is ready.
/// </summary>
internal static class ReadingFrames
{
    /// <summary>Far above the largest page that is fetched.</summary>
    private const int LongestPage = 64 << 20;

    public static async Task SendAsync(Stream to, SourcePage page)
    {
        await SendAsync(to, JsonSerializer.SerializeToUtf8Bytes(page with { Content = [] }, Rows.Json));
        await SendAsync(to, page.Content);
    }

    public static Task SendAsync(Stream to, PageRead read) => SendAsync(to, JsonSerializer.SerializeToUtf8Bytes(read, Rows.Json));

    public static Task SendReadyAsync(Stream to) => SendAsync(to, Array.Empty<byte>());

    /// <summary>The next page; null when the other side has closed the pipe.</summary>
    public static async Task<SourcePage?> PageAsync(Stream from)
    {
        if (await FrameAsync(from, LongestPage) is not { } record)
            return null;
        var content = await FrameAsync(from, LongestPage) ?? throw new EndOfStreamException();
        return JsonSerializer.Deserialize<SourcePage>(record, Rows.Json)! with { Content = content };
    }

    /// <exception cref="EndOfStreamException">The other side has ended.</exception>
    /// <exception cref="InvalidDataException">It would be longer than <paramref name="longest"/> bytes.</exception>
    public static async Task<PageRead> ReadingAsync(Stream from, int longest) =>
        JsonSerializer.Deserialize<PageRead>(await FrameAsync(from, longest) ?? throw new EndOfStreamException(), Rows.Json)!;

    /// <exception cref="EndOfStreamException">The other side has ended before it was ready.</exception>
    public static async Task ReadyAsync(Stream from) => _ = await FrameAsync(from, 0) ?? throw new EndOfStreamException();

    private static async Task SendAsync(Stream to, byte[] content)
    {
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, content.Length);
        await to.WriteAsync(length);
        await to.WriteAsync(content);
        await to.FlushAsync();
    }

    private static async Task<byte[]?> FrameAsync(Stream from, int longest)
    {
        var head = new byte[sizeof(int)];
        if (await from.ReadAtLeastAsync(head, head.Length, throwOnEndOfStream: false) < head.Length)
            return null;
        var length = BinaryPrimitives.ReadInt32LittleEndian(head);
        if (length < 0 || length > longest)
            throw new InvalidDataException($"A frame of {length} bytes, where at most {longest} are taken.");
        var content = new byte[length];
        await from.ReadExactlyAsync(content);
        return content;
    }
}
