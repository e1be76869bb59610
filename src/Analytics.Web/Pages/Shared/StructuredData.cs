using System.Text.Json;
using System.Text.Json.Serialization;
using Analytics.Web.Search;

namespace Analytics.Web.Pages.Shared;

/// <summary>A step of the way to a page.</summary>
/// <param name="Path">Address after the language.</param>
public sealed record Crumb(string Name, string Path);

/// <summary>What a page is, for machines: schema.org as JSON-LD. Written from the page's frame, so it can say nothing that the page does not.</summary>
public static class StructuredData
{
    public const string Licence = "https://creativecommons.org/licenses/by/4.0/";

    // The default encoder writes < > & and quotes as escapes: no string can end the script element.
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>The JSON of each thing that a page is; empty for a page in no list.</summary>
    /// <param name="site">Scheme and host.</param>
    public static IEnumerable<string> Of(PageFrame frame, string site) =>
    [
        .. Things(frame, site).Select(thing => JsonSerializer.Serialize(thing, thing.GetType(), Format)),
        .. frame.Data is { } data ? [data] : Array.Empty<string>(),
    ];

    /// <summary>The way from the first page to the one at <paramref name="path"/>, itself included; pages that are not in the site map are left out.</summary>
    internal static IReadOnlyList<Crumb> Trail(Asked asked, string path, string title)
    {
        var index = SiteIndex.Of(asked.Release);
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var above = Enumerable.Range(0, parts.Length).Select(n => "/" + string.Join('/', parts.Take(n)));
        return [.. above.Select(index.At).OfType<SearchEntry>().Select(entry => new Crumb(entry.NameIn(asked.Text.Language), entry.Path)), new(title, path)];
    }

    private static IEnumerable<Thing> Things(PageFrame frame, string site)
    {
        var text = frame.Text;
        string Whole(string path) => $"{site}/{text.Language.Code}{path}";
        if (frame.Path == "/")
            yield return new WebSite(text["site.name"], Whole("/"), text.Language.Code, text["site.tagline"], new(new(Whole("/search?q={search_term_string}"))));
        if (frame.Trail.Count > 1)
            yield return new BreadcrumbList([.. frame.Trail.Select((crumb, i) => new ListItem(i + 1, crumb.Name, Whole(crumb.Path)))]);
    }

    private abstract record Thing([property: JsonPropertyName("@type"), JsonPropertyOrder(-1)] string Type);

    /// <summary>A thing that stands by itself and so names the vocabulary.</summary>
    private abstract record Root(string Type) : Thing(Type)
    {
        [JsonPropertyName("@context"), JsonPropertyOrder(-2)]
        public string Context { get; } = "https://schema.org";
    }

    private sealed record WebSite(string Name, string Url, string InLanguage, string Description, SearchAction PotentialAction) : Root("WebSite");

    private sealed record SearchAction(EntryPoint Target) : Thing("SearchAction")
    {
        [JsonPropertyName("query-input")]
        public string QueryInput { get; } = "required name=search_term_string";
    }

    private sealed record EntryPoint(string UrlTemplate) : Thing("EntryPoint");

    private sealed record BreadcrumbList(IReadOnlyList<ListItem> ItemListElement) : Root("BreadcrumbList");

    private sealed record ListItem(int Position, string Name, string Item) : Thing("ListItem");
}
