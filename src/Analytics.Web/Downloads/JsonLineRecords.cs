using System.Text;
using System.Text.Json;
using Analytics.Models.Releases.Datasets;

namespace Analytics.Web.Downloads;

/// <summary>Records of JSON Lines: an object a line, its values plain.</summary>
internal sealed class JsonLineRecords(DatasetFilter filter) : ExtractRecords
{
    private readonly (byte[] Name, byte[][] Values, bool List)[] conditions = [.. filter.Conditions.Select(c => (Encoding.UTF8.GetBytes(c.Column.Name), Bytes(c), c.Column.List))];

    public override int Headers => 0;

    /// <exception cref="JsonException">A line is no JSON.</exception>
    public override int Read(ReadOnlySpan<byte> data, out bool wanted)
    {
        wanted = false;
        var length = data.IndexOf((byte)'\n') + 1;
        if (length > 0)
            wanted = IsWanted(data[..length]);
        return length;
    }

    private bool IsWanted(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        var met = 0;
        while (met < conditions.Length && reader.Read())
        {
            if (reader.TokenType != JsonTokenType.PropertyName || Find(ref reader) is not { } condition)
                continue;
            reader.Read();
            if (reader.TokenType != JsonTokenType.String || !Holds(ref reader, condition.Values, condition.List))
                return false;
            met++;
        }

        return met == conditions.Length;
    }

    private (byte[] Name, byte[][] Values, bool List)? Find(ref Utf8JsonReader reader)
    {
        foreach (var condition in conditions)
        {
            if (reader.ValueTextEquals(condition.Name))
                return condition;
        }

        return null;
    }

    private static bool Holds(ref Utf8JsonReader reader, byte[][] values, bool list) =>
        IsOneOf(reader.ValueIsEscaped ? Encoding.UTF8.GetBytes(reader.GetString()!) : reader.ValueSpan, values, list);
}
