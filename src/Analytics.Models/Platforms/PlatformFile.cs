using System.Text.Json;
using System.Text.Json.Serialization;

namespace Analytics.Models.Platforms;

/// <summary>Reads one platform from its JSON file. A statement without a source is refused.</summary>
internal static class PlatformFile
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
    public static Platform Read(string file, string text)
    {
        try
        {
            return Checked(file, JsonSerializer.Deserialize<Platform>(text, Options)
                ?? throw new FormatException($"{file}: the file is empty."));
        }
        catch (JsonException fault)
        {
            throw new FormatException($"{file}, line {(fault.LineNumber ?? 0) + 1}, field {fault.Path ?? "$"}: {fault.Message}", fault);
        }
    }

    private static Platform Checked(string file, Platform platform)
    {
        if (Path.GetFileNameWithoutExtension(file) != platform.Slug)
            throw new FormatException($"{file}, field slug: '{platform.Slug}' must be the file's own name.");
        if (platform.TaskTypes.Count == 0)
            throw new FormatException($"{file}, field task_types: at least one belongs here.");
        foreach (var (index, statement) in platform.Statements.Index())
            Check($"{file}, field statements[{index}]", statement);
        return platform;
    }

    private static void Check(string place, PlatformStatement statement)
    {
        Require(place, "english", statement.English);
        Require(place, "indonesian", statement.Indonesian);
        Require(place, "finding", statement.Finding);
        Require(place, "source.title", statement.Source.Title);
        if (statement.Source.Address is null)
            throw new FormatException($"{place}.source.address: a statement needs the address it was found at.");
        if (statement.Source.Seen is null)
            throw new FormatException($"{place}.source.seen: a statement needs the date it was seen.");
    }

    private static void Require(string place, string field, string text)
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
