using System.Text;
using System.Text.Json;

namespace Analytics.Models.Reports.Trackers;

/// <summary>
/// The rows of a JSON file: the objects of its list, of each list of its object (<see cref="SourceRows.Section"/> is the list's name), or of its object by id.
/// What is nested in a row is named with its way: <c>{"reward":{"amount":1}}</c> is the column <c>rewardamount</c>; lists in a row are passed over.
/// </summary>
internal sealed class JsonRows(Stream utf8, TrackerLimits limits) : SourceRows
{
    private const int MostColumns = 200;

    private readonly Dictionary<string, Cell> cells = [];
    private readonly List<string> way = [];
    private byte[] buffer = new byte[16 * 1024];
    private int used;
    private int filled;
    private bool ended;
    private JsonReaderState state = new(new() { MaxDepth = limits.Deepest, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
    private int line = 1;
    private int column = 1;
    private int rowLine;
    private string section = "";
    private bool inRoot;
    private bool inList;

    public override string Section => section;

    public override int Line => rowLine;

    public override IEnumerable<string> Columns => cells.Keys;

    public override bool Has(string name) => cells.ContainsKey(name);

    public override Cell this[string name] => cells[name];

    public override bool Read()
    {
        cells.Clear();
        while (Next(out var token))
        {
            switch (token.Type)
            {
                case JsonTokenType.PropertyName when !inList:
                    section = Plain(token.Text);
                    break;
                case JsonTokenType.StartObject when inList || inRoot:
                    rowLine = token.Line;
                    ReadRow();
                    return true;
                case JsonTokenType.StartObject:
                    inRoot = true;
                    break;
                case JsonTokenType.StartArray when !inList:
                    inList = true;
                    break;
                case JsonTokenType.StartArray:
                    PassOver();
                    break;
                case JsonTokenType.EndArray:
                    inList = false;
                    break;
            }
        }

        return false;
    }

    // The stream is whoever opened it.
    public override void Dispose()
    {
    }

    private void ReadRow()
    {
        way.Clear();
        var name = "";
        while (Next(out var token) && (token.Type != JsonTokenType.EndObject || way.Count > 0))
        {
            switch (token.Type)
            {
                case JsonTokenType.PropertyName:
                    name = token.Text;
                    break;
                case JsonTokenType.StartObject:
                    way.Add(name);
                    break;
                case JsonTokenType.EndObject:
                    way.RemoveAt(way.Count - 1);
                    break;
                case JsonTokenType.StartArray:
                    PassOver();
                    break;
                default:
                    Keep(string.Join('.', way.Append(name)), token);
                    break;
            }
        }
    }

    private void Keep(string name, Token token)
    {
        if (cells.Count >= MostColumns)
            throw new TrackerException(new(TrackerFault.RowTooLong, rowLine));
        cells.TryAdd(Plain(name), new(token.Text.Trim(), token.Line, token.Column, name));
    }

    private void PassOver()
    {
        for (var depth = 1; depth > 0 && Next(out var token);)
        {
            if (token.Type is JsonTokenType.StartArray or JsonTokenType.StartObject)
                depth++;
            else if (token.Type is JsonTokenType.EndArray or JsonTokenType.EndObject)
                depth--;
        }
    }

    private bool Next(out Token token)
    {
        token = default;
        try
        {
            while (true)
            {
                var reader = new Utf8JsonReader(buffer.AsSpan(used, filled - used), ended, state);
                if (reader.Read())
                {
                    GoOn((int)reader.TokenStartIndex);
                    token = new(reader.TokenType, TextOf(ref reader), line, column);
                    GoOn((int)reader.BytesConsumed - (int)reader.TokenStartIndex);
                    state = reader.CurrentState;
                    return true;
                }

                GoOn((int)reader.BytesConsumed);
                state = reader.CurrentState;
                if (ended)
                    return false;
                Fill();
            }
        }
        catch (JsonException fault)
        {
            throw new TrackerException(new(TrackerFault.BrokenJson, (int)(fault.LineNumber ?? line - 1) + 1, (int)Math.Min(fault.BytePositionInLine ?? 0, int.MaxValue - 1) + 1));
        }
    }

    private static string TextOf(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.String or JsonTokenType.PropertyName => Unescaped(ref reader),
        JsonTokenType.Number => Encoding.UTF8.GetString(reader.ValueSpan),
        JsonTokenType.True => "true",
        JsonTokenType.False => "false",
        _ => "",
    };

    // Bytes that are no UTF-8, and halves of surrogate pairs, become the replacement character: text is only looked through for words.
    private static string Unescaped(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString() ?? "";
        }
        catch (InvalidOperationException)
        {
            return Encoding.UTF8.GetString(reader.ValueSpan);
        }
    }

    private void GoOn(int bytes)
    {
        var passed = buffer.AsSpan(used, bytes);
        var last = passed.LastIndexOf((byte)'\n');
        line += passed.Count((byte)'\n');
        column = last < 0 ? column + bytes : bytes - last;
        used += bytes;
    }

    private void Fill()
    {
        if (filled - used > limits.LongestRow)
            throw new TrackerException(new(TrackerFault.RowTooLong, line, column));
        if (used > 0)
        {
            buffer.AsSpan(used, filled - used).CopyTo(buffer);
            (used, filled) = (0, filled - used);
        }
        else if (filled == buffer.Length)
        {
            Array.Resize(ref buffer, buffer.Length * 2);
        }

        var read = utf8.Read(buffer, filled, buffer.Length - filled);
        ended = read == 0;
        filled += read;
    }

    private readonly record struct Token(JsonTokenType Type, string Text, int Line, int Column);
}
