using System.Text;
using System.Text.RegularExpressions;

namespace Analytics.Ingest.Fetching;

/// <summary>Bytes of a page → text, by the order of the HTML standard.</summary>
public static partial class Charset
{
    private const int PrescanBytes = 1024;

    static Charset() => Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);

    /// <summary>
    /// Decodes by byte order mark, else by the HTTP header, else by what the first 1,024 bytes declare, else as UTF-8 where the bytes are
    /// valid UTF-8 beyond ASCII (the standard's optional detection step), else as windows-1252. Never fails; broken bytes become U+FFFD.
    /// One exception to the standard: a page full of valid UTF-8 is that, whatever it declares. Saved pages are written anew as UTF-8 and
    /// keep the declaration they had.
    /// </summary>
    public static string Decode(byte[] content, string? httpCharset)
    {
        var (encoding, mark) = ByteOrderMark(content);
        encoding ??= Find(httpCharset) ?? (IsSurelyUtf8(content) ? Encoding.UTF8 : null) ?? Declared(content)
            ?? (IsUtf8(content) ? Encoding.UTF8 : Encoding.GetEncoding(1252));
        return encoding.GetString(content, mark, content.Length - mark);
    }

    private static (Encoding? Encoding, int Length) ByteOrderMark(byte[] content) => content switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        _ => (null, 0),
    };

    private static Encoding? Declared(byte[] content)
    {
        var head = Comment().Replace(Encoding.Latin1.GetString(content, 0, Math.Min(content.Length, PrescanBytes)), "");
        var found = XmlDeclaration().Match(head);
        if (!found.Success)
            found = Meta().Matches(head).Select(m => MetaCharset().Match(m.Value)).FirstOrDefault(m => m.Success) ?? Match.Empty;
        // Bytes that could be read this far are no UTF-16, whatever they say.
        var encoding = found.Success ? Find(found.Groups["label"].Value) : null;
        return encoding is UnicodeEncoding ? Encoding.UTF8 : encoding;
    }

    // The labels browsers read otherwise than they are registered (WHATWG Encoding, "names and labels").
    private static Encoding? Find(string? label)
    {
        var name = label?.Trim().Trim('"', '\'').ToLowerInvariant();
        try
        {
            return name switch
            {
                null or "" or "utf-7" => null,
                "utf8" or "unicode-1-1-utf-8" or "utf8mb4" => Encoding.UTF8,
                "iso-8859-1" or "iso8859-1" or "iso_8859-1" or "latin1" or "latin-1" or "l1" or "ascii" or "us-ascii" or "cp1252" or "x-cp1252"
                    => Encoding.GetEncoding(1252),
                "gb2312" or "gbk" or "gb_2312-80" or "x-gbk" or "chinese" => Encoding.GetEncoding("gb18030"),
                "iso-8859-9" or "latin5" => Encoding.GetEncoding(1254),
                "iso-8859-11" or "tis-620" => Encoding.GetEncoding(874),
                _ => Encoding.GetEncoding(name),
            };
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // One letter of another encoding may look like UTF-8, twenty never do.
    private static bool IsSurelyUtf8(byte[] content) => IsUtf8(content) && HasManyLetters(content);

    private static bool HasManyLetters(ReadOnlySpan<byte> content)
    {
        var found = 0;
        for (var at = content.IndexOfAnyInRange((byte)0xC2, (byte)0xFF); at >= 0 && ++found < 20; at = content.IndexOfAnyInRange((byte)0xC2, (byte)0xFF))
            content = content[(at + 1)..];
        return found >= 20;
    }

    private static bool IsUtf8(byte[] content) =>
        content.AsSpan().ContainsAnyExceptInRange((byte)0, (byte)0x7F) && System.Text.Unicode.Utf8.IsValid(content);

    [GeneratedRegex("<!--.*?(-->|$)", RegexOptions.Singleline)]
    private static partial Regex Comment();

    [GeneratedRegex("""^\s*<\?xml\s[^>]*?encoding\s*=\s*["'](?<label>[^"'>]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex XmlDeclaration();

    [GeneratedRegex("<meta[\\s/][^>]*", RegexOptions.IgnoreCase)]
    private static partial Regex Meta();

    [GeneratedRegex("""charset\s*=\s*["']?\s*(?<label>[^\s"'/>;]+)""", RegexOptions.IgnoreCase)]
    private static partial Regex MetaCharset();
}
