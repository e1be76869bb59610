using System.Text.Json;

namespace Analytics.Ingest.Discovery;

/// <summary>JSON Feed 1 and 1.1 (jsonfeed.org).</summary>
internal static class JsonFeed
{
    public static ListContent Read(string text, Uri address)
    {
        try
        {
            using var document = JsonDocument.Parse(text, new() { MaxDepth = 64, AllowTrailingCommas = true });
            if (Text(document.RootElement, "version")?.Contains("jsonfeed.org/version/", StringComparison.Ordinal) != true
                || !document.RootElement.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array)
            {
                return ListContent.Unreadable("is JSON, but no JSON Feed: it lacks its version or its items");
            }

            var pages = items.EnumerateArray().Take(ListReader.MostEntries).Where(i => i.ValueKind == JsonValueKind.Object).Select(i => Entry(i, address)).OfType<ListEntry>().ToList();
            return new(pages, [], items.GetArrayLength() > ListReader.MostEntries ? ListReader.TooMany : null);
        }
        catch (JsonException fault)
        {
            return ListContent.Unreadable($"is broken JSON: {ListReader.Shown(fault.Message)}".TrimEnd('.'));
        }
    }

    private static ListEntry? Entry(JsonElement item, Uri address) => XmlEntries.Entry(
        Text(item, "url"), address, Text(item, "title"), ListDate.Parse(Text(item, "date_published")), ListDate.Parse(Text(item, "date_modified")));

    private static string? Text(JsonElement of, string name) =>
        of.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
