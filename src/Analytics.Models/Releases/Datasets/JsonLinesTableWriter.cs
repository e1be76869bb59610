using System.Buffers;
using System.Text.Json;

namespace Analytics.Models.Releases.Datasets;

/// <summary>A table as <see cref="TableFormat.JsonLines"/>.</summary>
internal sealed class JsonLinesTableWriter : TableWriter
{
    // Bytes held before they are handed on.
    private const int Held = 64 * 1024;

    private static readonly JsonWriterOptions Options = new() { Encoder = Storage.Rows.Json.Encoder };

    private readonly Stream to;
    private readonly ArrayBufferWriter<byte> buffer = new(2 * Held);
    private readonly JsonEncodedText[] names;

    public JsonLinesTableWriter(Stream to, IReadOnlyList<DatasetColumn> columns)
        : base(columns)
    {
        this.to = to;
        names = [.. columns.Select(c => JsonEncodedText.Encode(c.Name, Options.Encoder))];
    }

    public override void Flush()
    {
        HandOn();
        to.Flush();
    }

    private protected override void WriteRow(object?[] row)
    {
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            json.WriteStartObject();
            for (var i = 0; i < row.Length; i++)
            {
                json.WritePropertyName(names[i]);
                FieldText.Write(json, row[i]);
            }

            json.WriteEndObject();
        }

        buffer.Write("\n"u8);
        if (buffer.WrittenCount >= Held)
            HandOn();
    }

    private protected override void Finish() => Flush();

    private void HandOn()
    {
        to.Write(buffer.WrittenSpan);
        buffer.ResetWrittenCount();
    }
}
