using System.Text;

namespace Analytics.Ingest.Fetching;

/// <summary>
/// One path pattern of a robots.txt rule: a prefix in which <c>*</c> stands for anything and a last <c>$</c> for the end
/// (RFC 9309 §2.2.2 and §2.2.3).
/// </summary>
internal sealed class RobotsPattern
{
    private readonly string[] parts;
    private readonly bool anchored;

    public RobotsPattern(string written)
    {
        anchored = written.EndsWith('$');
        var pattern = Normalise(anchored ? written[..^1] : written, isPattern: true);
        parts = pattern.Split('*');
        Length = pattern.Length + (anchored ? 1 : 0);
    }

    /// <summary>Octets of the pattern; the longest matching one decides.</summary>
    public int Length { get; }

    /// <param name="path">Path and query as <see cref="Normalise"/> gives them.</param>
    public bool Matches(string path)
    {
        if (!path.StartsWith(parts[0], StringComparison.Ordinal))
            return false;
        var at = parts[0].Length;
        for (var i = 1; i < parts.Length; i++)
        {
            // The last part of an anchored pattern must sit at the very end, not at its first occurrence.
            if (anchored && i == parts.Length - 1)
                return path.Length - parts[i].Length >= at && path.EndsWith(parts[i], StringComparison.Ordinal);
            var found = path.IndexOf(parts[i], at, StringComparison.Ordinal);
            if (found < 0)
                return false;
            at = found + parts[i].Length;
        }

        return !anchored || at == path.Length;
    }

    /// <summary>
    /// One spelling for all equal paths: non-ASCII as percent-encoded UTF-8, escapes in upper case, unreserved characters
    /// unescaped, a <c>%</c> of no escape escaped. In the query <c>:</c>, <c>/</c>, <c>?</c> and <c>@</c> are unescaped too. A literal <c>*</c> or <c>$</c> is escaped,
    /// except that in a pattern <c>*</c> is the wildcard.
    /// </summary>
    public static string Normalise(string text, bool isPattern)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var normal = new StringBuilder(bytes.Length);
        var inQuery = false;
        for (var i = 0; i < bytes.Length; i++)
        {
            var octet = bytes[i];
            if (octet == '%' && i + 2 < bytes.Length && Hex(bytes[i + 1]) is var high and >= 0 && Hex(bytes[i + 2]) is var low and >= 0)
            {
                i += 2;
                var decoded = (high << 4) | low;
                if (IsUnreserved(decoded) || (inQuery && decoded is ':' or '/' or '?' or '@'))
                    normal.Append((char)decoded);
                else
                    Escape(normal, decoded);
            }
            else if (octet >= 0x80 || octet is <= (byte)' ' or (byte)'$' or (byte)'%' || (octet == '*' && !isPattern))
            {
                Escape(normal, octet);
            }
            else
            {
                inQuery |= octet == '?';
                normal.Append((char)octet);
            }
        }

        return normal.ToString();
    }

    private static void Escape(StringBuilder text, int octet) =>
        text.Append('%').Append("0123456789ABCDEF"[octet >> 4]).Append("0123456789ABCDEF"[octet & 15]);

    private static bool IsUnreserved(int c) => c < 128 && (char.IsAsciiLetterOrDigit((char)c) || c is '-' or '.' or '_' or '~');

    private static int Hex(byte c) => char.IsAsciiHexDigit((char)c) ? Convert.ToInt32(((char)c).ToString(), 16) : -1;
}
