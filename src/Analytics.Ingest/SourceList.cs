using System.Text.Json;
using System.Text.Json.Serialization;
using Analytics.Models.Sources;

namespace Analytics.Ingest;

/// <summary>A list of public pages to collect from on schedule: JSON objects of address, language and note.</summary>
internal static class SourceList
{
    /// <summary>The list shipped with the program.</summary>
    public static IReadOnlyList<Source> Shipped() => Read("sources.json", Text());

    /// <summary>The list in <paramref name="json"/>; <paramref name="file"/> is named in messages.</summary>
    /// <exception cref="FormatException">It is no such list.</exception>
    public static IReadOnlyList<Source> Read(string file, string json)
    {
        try
        {
            return [.. JsonSerializer.Deserialize<Entry[]>(json, Strict)!
                .Select(e => new Source(new Uri(e.Address).ToString(), SourceKind.Page, e.Language, e.Note, SourceOrigin.Default))];
        }
        catch (Exception fault) when (fault is JsonException or UriFormatException)
        {
            throw new FormatException($"{file} is no list of sources, objects with address, language and note: {fault.Message}", fault);
        }
    }

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web) { UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow };

    private static string Text()
    {
        using var stream = typeof(SourceList).Assembly.GetManifestResourceStream("sources.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private sealed record Entry(string Address, string? Language, string? Note);
}
