using System.Text.Json;

namespace Analytics.Ingest.Pages;

/// <summary>
/// The schema.org things a page declares as JSON-LD, and its job postings in microdata, flattened: arrays, <c>@graph</c> and <c>mainEntity</c> are opened. What is malformed,
/// too deep or too long is passed over.
/// </summary>
internal sealed class StructuredData
{
    private const int LongestScript = 1_000_000;
    private const int MostThings = 500;

    private static readonly JsonDocumentOptions Lenient = new()
    {
        MaxDepth = 32,
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    private readonly List<JsonElement> things = [];

    public static StructuredData Of(TellingElements told)
    {
        var data = new StructuredData();
        foreach (var script in told.Scripts.Where(s => string.Equals(s.GetAttribute("type"), "application/ld+json", StringComparison.OrdinalIgnoreCase)).Take(50))
            data.Parse(script.TextContent);
        data.things.AddRange(Microdata.JobPostings(page));
        return data;
    }

    /// <summary>The things of one of the types, in the page's order.</summary>
    public IEnumerable<JsonElement> OfType(params string[] types) => things.Where(t => Types(t).Any(types.Contains));

    /// <summary>The article of the page, whatever kind of article it is; null when none is declared.</summary>
    public JsonElement? Article =>
        things.Where(t => Types(t).Any(IsArticle)).OrderByDescending(t => Text(t, "articleBody")?.Length ?? 0).Select(t => (JsonElement?)t).FirstOrDefault();

    public bool Has(params string[] types) => OfType(types).Any();

    /// <summary>A property's text: of a string, a number, or a thing's name; of the first of several. Null when there is none.</summary>
    public static string? Text(JsonElement thing, string property)
    {
        if (thing.ValueKind != JsonValueKind.Object || !thing.TryGetProperty(property, out var value))
            return null;
        return Text(value);
    }

    /// <summary>A property that is a string, as written.</summary>
    public static string? Raw(JsonElement thing, string property) =>
        Many(thing, property).Where(v => v.ValueKind == JsonValueKind.String).Select(v => System.Net.WebUtility.HtmlDecode(v.GetString())).FirstOrDefault();

    public static string? Text(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => NullIfEmpty(WhiteSpace.Fold(System.Net.WebUtility.HtmlDecode(value.GetString()!))),
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.Array => value.EnumerateArray().Select(Text).FirstOrDefault(t => t is not null),
        JsonValueKind.Object => Text(value, "name") ?? Text(value, "@value"),
        _ => null,
    };

    /// <summary>A property's things or values: one or several.</summary>
    public static IEnumerable<JsonElement> Many(JsonElement thing, string property)
    {
        if (thing.ValueKind != JsonValueKind.Object || !thing.TryGetProperty(property, out var value))
            return [];
        return value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : [value];
    }

    private static IEnumerable<string> Types(JsonElement thing) =>
        Many(thing, "@type").Where(t => t.ValueKind == JsonValueKind.String).Select(t => t.GetString()!.Split('/', ':')[^1]);

    private static bool IsArticle(string type) =>
        type.EndsWith("Article", StringComparison.Ordinal) || type is "BlogPosting" or "Report" or "LiveBlogPosting" or "DiscussionForumPosting";

    private void Parse(string script)
    {
        var text = script.Trim();
        if (text.Length is 0 or > LongestScript)
            return;
        foreach (var wrapper in (string[])["<!--", "-->", "//<![CDATA[", "<![CDATA[", "//]]>", "]]>"])
            text = text.Replace(wrapper, "", StringComparison.Ordinal);
        try
        {
            using var json = JsonDocument.Parse(text, Lenient);
            Add(json.RootElement.Clone());
        }
        catch (JsonException)
        {
            // A page's broken metadata says nothing; its text still does.
        }
    }

    private void Add(JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in value.EnumerateArray())
                Add(item);
        }

        if (value.ValueKind != JsonValueKind.Object || things.Count >= MostThings)
            return;
        things.Add(value);
        foreach (var property in (string[])["@graph", "mainEntity", "mainEntityOfPage"])
        {
            if (value.TryGetProperty(property, out var inner))
                Add(inner);
        }
    }

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text;
}
