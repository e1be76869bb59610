using System.Text;
using Analytics.Models.Releases.Datasets;

namespace Analytics.Web.Downloads;

/// <summary>Records of CSV as RFC 4180 has them: a field in quotes may hold commas and line ends. Begins at the header, which says where the columns are.</summary>
internal sealed class CsvRecords(DatasetFilter filter) : ExtractRecords
{
    private const byte Quote = (byte)'"', Comma = (byte)',', End = (byte)'\n';

    // In the order of their columns; null before the header has been read.
    private (int Column, byte[][] Values, bool List)[]? conditions;

    public override int Headers => 1;

    /// <exception cref="InvalidDataException">The header lacks a column that the filter needs.</exception>
    public override int Read(ReadOnlySpan<byte> data, out bool wanted)
    {
        wanted = true;
        if (conditions is { } known)
            return Read(data, known, out wanted);
        var length = data.IndexOf(End) + 1;
        if (length > 0)
            ReadHeader(Encoding.UTF8.GetString(data[..length]).TrimEnd('\r', '\n').Split(','));
        return length;
    }

    private static int Read(ReadOnlySpan<byte> data, (int Column, byte[][] Values, bool List)[] conditions, out bool wanted)
    {
        wanted = true;
        var (at, column) = (0, 0);
        foreach (var (wantedColumn, values, list) in conditions)
        {
            for (; column < wantedColumn; column++)
            {
                if (FieldEnd(data, at) is var end && (end < 0 || data[end] == End))
                    return Missing(end);
                at = end + 1;
            }

            var to = FieldEnd(data, at);
            if (to < 0)
                return 0;
            if (IsOneOf(Value(data[at..to]), values, list))
                continue;
            wanted = false;
            break;
        }

        return LineEnd(data, at) + 1;
    }

    private static int Missing(int end) => end < 0 ? 0 : throw new InvalidDataException("A record has fewer fields than the header.");

    // A value of a filter holds no quotes, so what stands doubled between them need not be told apart.
    private static ReadOnlySpan<byte> Value(ReadOnlySpan<byte> field)
    {
        field = field is [.., (byte)'\r'] ? field[..^1] : field;
        return field is [Quote, .., Quote] ? field[1..^1] : field;
    }

    // The place of what ends the field that begins at a place; -1 where it does not end here.
    private static int FieldEnd(ReadOnlySpan<byte> data, int at)
    {
        if (at < data.Length && data[at] == Quote)
            at = AfterQuotes(data, at);
        if (at < 0)
            return -1;
        var length = data[at..].IndexOfAny(Comma, End);
        return length < 0 ? -1 : at + length;
    }

    // The place of the end of the line that the field at a place stands in; -1 where it does not end here.
    private static int LineEnd(ReadOnlySpan<byte> data, int at)
    {
        while (at >= 0)
        {
            var next = data[at..].IndexOfAny(Quote, End);
            if (next < 0)
                return -1;
            at += next;
            if (data[at] == End)
                return at;
            at = AfterQuotes(data, at);
        }

        return -1;
    }

    // The place after the quotes that open at a place; doubled ones open again at once.
    private static int AfterQuotes(ReadOnlySpan<byte> data, int at)
    {
        do
        {
            var close = data[(at + 1)..].IndexOf(Quote);
            if (close < 0)
                return -1;
            at += close + 2;
        }
        while (at < data.Length && data[at] == Quote);
        return at;
    }

    private void ReadHeader(string[] columns) => conditions =
    [
        .. filter.Conditions.Select(c => (Column: Array.IndexOf(columns, c.Column.Name), Bytes(c), c.Column.List)).OrderBy(c => c.Column)
            .Select(c => c.Column >= 0 ? c : throw new InvalidDataException("The header lacks a column of the filter.")),
    ];
}
