using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace Analytics.Models.Reports.Trackers;

/// <summary>What the bytes of a file tell before any row is read: its hash, its encoding, JSON or a table, and the separator.</summary>
internal sealed record FileLook
{
    private const int Block = 64 * 1024;
    private static readonly Encoding Western = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>SHA-256 in hexadecimal digits.</summary>
    public required string Hash { get; init; }

    public required Encoding Encoding { get; init; }

    /// <summary>Where the text begins, after a byte order mark.</summary>
    public required int Start { get; init; }

    public required bool Json { get; init; }

    /// <summary>Separator of a table; null where its first line names it (<c>sep=;</c>).</summary>
    public char? Separator { get; init; }

    /// <summary>Reads <paramref name="file"/> once from its beginning.</summary>
    /// <exception cref="TrackerException">It is empty, too large, packed or no text.</exception>
    public static FileLook At(Stream file, TrackerLimits limits, CancellationToken stop)
    {
        if (file.CanSeek && file.Length > limits.MostBytes)
            throw new TrackerException(new(TrackerFault.TooLarge, 0));
        file.Position = 0;
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var head = new byte[Block];
        var length = file.ReadAtLeast(head, Block, throwOnEndOfStream: false);
        if (length == 0)
            throw new TrackerException(new(TrackerFault.Empty, 0));
        var first = head.AsSpan(0, length);
        if (IsPacked(first))
            throw new TrackerException(new(TrackerFault.Packed, 0));
        var (encoding, start) = Marked(first) ?? (Unmarked(first), 0);
        var utf8 = ReadOn(file, first, hash, encoding, limits, stop);
        encoding ??= utf8 ? Encoding.UTF8 : Western;
        var text = encoding.GetString(first[start..]);
        var begin = text.AsSpan().TrimStart();
        if (begin.IsEmpty)
            throw new TrackerException(new(TrackerFault.Empty, 0));
        var json = begin[0] is '{' or '[';
        return new() { Hash = Convert.ToHexStringLower(hash.GetHashAndReset()), Encoding = encoding, Start = start, Json = json, Separator = json ? null : SeparatorOf(text) };
    }

    /// <summary>The file's text as UTF-8, from its beginning; the file stays open.</summary>
    public Stream Text(Stream file)
    {
        file.Position = Start;
        return Encoding is UTF8Encoding ? file : Encoding.CreateTranscodingStream(file, Encoding, Encoding.UTF8, leaveOpen: true);
    }

    // The rest is read for the hash and for what encoding it can be: a £ may stand in the last row only.
    private static bool ReadOn(Stream file, Span<byte> first, IncrementalHash hash, Encoding? known, TrackerLimits limits, CancellationToken stop)
    {
        var block = new byte[Block];
        var (carried, utf8, total) = (0, true, 0L);
        var part = first;
        while (true)
        {
            hash.AppendData(part[carried..]);
            total += part.Length - carried;
            if (total > limits.MostBytes)
                throw new TrackerException(new(TrackerFault.TooLarge, 0));
            if (known is null && part.Contains((byte)0))
                throw new TrackerException(new(TrackerFault.NotText, 0));
            var whole = WholeLetters(part);
            utf8 = utf8 && Utf8.IsValid(part[..whole]);
            carried = part.Length - whole;
            part[whole..].CopyTo(block);
            stop.ThrowIfCancellationRequested();
            var read = file.Read(block, carried, Block - carried);
            if (read == 0)
                return utf8 && carried == 0;
            part = block.AsSpan(0, carried + read);
        }
    }

    // How many bytes at the beginning are not part of a UTF-8 letter that goes on after the end.
    private static int WholeLetters(ReadOnlySpan<byte> part)
    {
        for (var back = 1; back <= Math.Min(3, part.Length); back++)
        {
            var one = part[^back];
            if (one < 0x80)
                return part.Length;
            if (one >= 0xC0)
                return (one >= 0xF0 ? 4 : one >= 0xE0 ? 3 : 2) > back ? part.Length - back : part.Length;
        }

        return part.Length;
    }

    private static (Encoding? Encoding, int Start)? Marked(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (null, 3),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => null,
    };

    // UTF-16 without a mark: in the first letters, which are names of columns, every other byte is zero.
    private static Encoding? Unmarked(ReadOnlySpan<byte> head) => head switch
    {
        [not 0, 0, not 0, 0, ..] => Encoding.Unicode,
        [0, not 0, 0, not 0, ..] => Encoding.BigEndianUnicode,
        _ => null,
    };

    private static bool IsPacked(ReadOnlySpan<byte> head) => head switch
    {
        [0x50, 0x4B, 3 or 5 or 7, ..] or [0x1F, 0x8B, ..] or [0x42, 0x5A, 0x68, ..] or [0x37, 0x7A, 0xBC, 0xAF, ..]
            or [0xFD, 0x37, 0x7A, 0x58, ..] or [0x52, 0x61, 0x72, 0x21, ..] or [0x28, 0xB5, 0x2F, 0xFD, ..] => true,
        _ => false,
    };

    // The separator is the one of which the header, outside of quotes, has most.
    private static char? SeparatorOf(string text)
    {
        var line = text.AsSpan().TrimStart();
        var end = line.IndexOfAny('\r', '\n');
        line = end < 0 ? line : line[..end];
        if (line.StartsWith("sep=", StringComparison.OrdinalIgnoreCase) && line.Length == 5)
            return null;
        ReadOnlySpan<char> separators = [',', ';', '\t', '|'];
        Span<int> counts = stackalloc int[4];
        var quoted = false;
        foreach (var letter in line)
        {
            quoted ^= letter == '"';
            if (!quoted && separators.IndexOf(letter) is >= 0 and var which)
                counts[which]++;
        }

        var best = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            if (counts[i] > counts[best])
                best = i;
        }

        return separators[best];
    }
}
