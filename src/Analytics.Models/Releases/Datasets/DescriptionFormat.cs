using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Analytics.Models.Releases.Datasets;

/// <summary>How descriptions of a dataset are written as JSON.</summary>
internal static class DescriptionFormat
{
    // In a file of its own nothing has to be escaped for HTML, and people read it.
    private static readonly JsonSerializerOptions File = new() { WriteIndented = true, IndentSize = 2, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(JsonNode node) => node.ToJsonString(File) + "\n";

    public static JsonArray Array(IEnumerable<JsonNode?> items) => [.. items];

    public static JsonArray Texts(IEnumerable<string> items) => [.. items.Select(item => (JsonNode)item)];
}
