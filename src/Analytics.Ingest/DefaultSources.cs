using System.Text.Json;
using Analytics.Models.Sources;

namespace Analytics.Ingest;

/// <summary>The list of public pages collected from on schedule, as shipped: <c>sources.json</c>.</summary>
internal static class DefaultSources
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<Source> All() =>
        [.. JsonSerializer.Deserialize<Entry[]>(Text(), JsonSerializerOptions.Web)!
            .Select(e => new Source(new Uri(e.Address).ToString(), SourceKind.Page, e.Language, e.Note, SourceOrigin.Default))];

    private static string Text()
    {
        using var stream = typeof(DefaultSources).Assembly.GetManifestResourceStream("sources.json")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    private sealed record Entry(string Address, string Language, string Note);
}
