using System.Text.Json;
using System.Text.Json.Serialization;

namespace Analytics.Models.Platforms;

/// <summary>Reads a JSON file of the catalogue. Every field must be there and known, enumerated words in their written form.</summary>
internal static class CatalogueJson
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        Converters =
        {
            new TermConverter<TaskType>(), new TermConverter<PlatformGroup>(), new TermConverter<StatementTopic>(),
            new WebAddressConverter(),
        },
    };

    /// <exception cref="FormatException">The file is not as it should be; the message says where and what.</exception>
    public static T Read<T>(string file, string text)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(text, Options) ?? throw new FormatException($"{file}: the file is empty.");
        }
        catch (JsonException fault)
        {
            throw new FormatException($"{file}, line {(fault.LineNumber ?? 0) + 1}, field {fault.Path ?? "$"}: {fault.Message}", fault);
        }
    }

    /// <exception cref="FormatException"><paramref name="text"/> is empty; the message says where.</exception>
    public static void Require(string place, string field, string text)
    {
        if (string.IsNullOrWhiteSpace(text))
            throw new FormatException($"{place}.{field}: is empty.");
    }

    /// <summary>Enumerated words in their written form.</summary>
    private sealed class TermConverter<T> : JsonConverter<T> where T : struct, Enum
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            try
            {
                return Term.Parse<T>(reader.GetString() ?? "");
            }
            catch (FormatException fault)
            {
                throw new JsonException(fault.Message, fault);
            }
        }

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(Term.Of(value));
    }

    private sealed class WebAddressConverter : JsonConverter<Uri>
    {
        public override Uri Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            WebAddress.Find(reader.GetString() ?? "") ?? throw new JsonException($"'{reader.GetString()}' is not a web address.");

        public override void Write(Utf8JsonWriter writer, Uri value, JsonSerializerOptions options) => writer.WriteStringValue(value.OriginalString);
    }
}
