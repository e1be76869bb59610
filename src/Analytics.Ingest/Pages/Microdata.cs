using System.Text.Json;
using System.Text.Json.Nodes;
using AngleSharp.Dom;

namespace Analytics.Ingest.Pages;

/// <summary>The job postings that a page declares as microdata (<c>itemscope</c>, <c>itemprop</c>), as things like those of JSON-LD.</summary>
internal static class Microdata
{
    private const int MostThings = 20, MostProperties = 200, Deepest = 6;

    public static IEnumerable<JsonElement> JobPostings(TellingElements told) => told.Things
        .Where(e => e.HasAttribute("itemscope") && e.GetAttribute("itemtype")!.EndsWith("/JobPosting", StringComparison.Ordinal)).Take(MostThings)
        .Select(e => JsonSerializer.SerializeToElement(Thing(e, Deepest)));

    private static JsonObject Thing(IElement element, int depth)
    {
        var thing = new JsonObject { ["@type"] = element.GetAttribute("itemtype")?.Split('/')[^1] };
        foreach (var property in element.QuerySelectorAll("[itemprop]").Where(p => p.ParentElement?.Closest("[itemscope]") == element).Take(MostProperties))
        {
            // Of several of one name the first is kept, as a reader sees it first.
            if (property.GetAttribute("itemprop") is { Length: > 0 } name && !thing.ContainsKey(name))
                thing[name] = Value(property, depth);
        }

        return thing;
    }

    private static JsonNode? Value(IElement property, int depth)
    {
        if (property.HasAttribute("itemscope"))
            return depth == 0 ? null : Thing(property, depth - 1);
        var stated = property.GetAttribute("content") ?? property.LocalName switch
        {
            "time" => property.GetAttribute("datetime"),
            "data" or "meter" => property.GetAttribute("value"),
            _ => null,
        };
        return WhiteSpace.Fold(stated ?? property.TextContent);
    }
}
