using System.Text.Json;
using System.Text.RegularExpressions;

namespace Analytics.Flow.Tests.Datasets;

/// <summary>
/// What Croissant 1.1 asks of a description, from its specification (mlcommons/croissant, docs/croissant-spec-1.1.md), and what it strongly recommends of a dataset that does not change. It has
/// no schema.
/// </summary>
internal sealed partial class CroissantRules
{
    private static readonly string[] Types = ["sc:Text", "sc:Integer", "sc:Float", "sc:Boolean", "sc:Date"];

    private readonly List<string> faults = [];
    private readonly Dictionary<string, JsonElement> files = [];
    private readonly Dictionary<string, JsonElement> fields = [];
    private readonly JsonElement root;

    private CroissantRules(string document) => root = JsonDocument.Parse(document).RootElement;

    /// <summary>What is wrong with <paramref name="document"/>; empty for nothing.</summary>
    public static IReadOnlyList<string> Broken(string document)
    {
        var rules = new CroissantRules(document);
        rules.Dataset();
        foreach (var file in rules.Listed(rules.root, "distribution"))
            rules.Known(file, rules.files);
        foreach (var field in rules.Listed(rules.root, "recordSet").SelectMany(set => rules.Listed(set, "field")))
            rules.Known(field, rules.fields);
        foreach (var file in rules.files.Values)
            rules.FileObject(file);
        foreach (var set in rules.Listed(rules.root, "recordSet"))
            rules.RecordSet(set);
        return rules.faults;
    }

    private void Dataset()
    {
        Must(Text(root, "@type") is "sc:Dataset", "@type is sc:Dataset");
        Must(root.TryGetProperty("@context", out var context) && Text(context, "@vocab") is "http://schema.org/" or "https://schema.org/", "@context has the vocabulary of schema.org");
        Must(context.ValueKind == JsonValueKind.Object && Text(context, "conformsTo") == "dct:conformsTo" && Text(context, "cr") == "http://mlcommons.org/croissant/", "@context has the terms of Croissant");
        Must(Text(root, "conformsTo") == "http://mlcommons.org/croissant/1.1", "conformsTo is that of 1.1");
        Must(Text(root, "name") is { Length: > 0 }, "name");
        Must(Text(root, "description") is { Length: > 0 }, "description");
        Must(IsAddress(Text(root, "url")), "url is an address");
        Must(IsAddress(Text(root, "license")), "license is an address");
        Must(root.TryGetProperty("creator", out var creator) && Text(creator, "@type") is "sc:Organization" or "sc:Person" && Text(creator, "name") is { Length: > 0 }, "creator is typed and named");
        Must(DateTimeOffset.TryParse(Text(root, "datePublished"), System.Globalization.CultureInfo.InvariantCulture, out _), "datePublished is a date");
        Must(Version().IsMatch(Text(root, "version") ?? ""), "version is MAJOR.MINOR.PATCH");
        Must(root.TryGetProperty("isLiveDataset", out var live) && live.ValueKind == JsonValueKind.False, "isLiveDataset is false");
        Must(Text(root, "citeAs")?.StartsWith('@') == true, "citeAs is BibTeX");
        Must(Listed(root, "distribution").Any(), "distribution is not empty");
    }

    private void FileObject(JsonElement file)
    {
        var id = Text(file, "@id");
        Must(Text(file, "@type") == "cr:FileObject", $"{id} is a cr:FileObject");
        Must(Text(file, "name") is { } name && Path.HasExtension(name), $"{id} has a name with its ending");
        Must(Text(file, "encodingFormat")?.Contains('/') == true, $"{id} has its media type");
        Must(Hash().IsMatch(Text(file, "sha256") ?? ""), $"{id} has its SHA-256");
        Must(Size().IsMatch(Text(file, "contentSize") ?? ""), $"{id} has its size");
        if (file.TryGetProperty("containedIn", out var container))
            Must(Text(container, "@id") is { } inside && files.ContainsKey(inside) && Text(file, "contentUrl") is { } path && !IsAddress(path) && !path.StartsWith('/'), $"{id} is at a path within a file that is there");
        else
            Must(IsAddress(Text(file, "contentUrl")), $"{id} has an address");
    }

    private void RecordSet(JsonElement set)
    {
        var id = Text(set, "@id");
        Must(Text(set, "@type") == "cr:RecordSet" && id is { Length: > 0 }, $"{id} is a cr:RecordSet");
        Must(Listed(set, "field").Any(), $"{id} has fields");
        foreach (var key in Listed(set, "key"))
            Must(Text(key, "@id") is { } name && Listed(set, "field").Any(f => Text(f, "@id") == name), $"{id} has its key {Text(key, "@id")} among its fields");
        foreach (var field in Listed(set, "field"))
            Field(id + "/", field);
    }

    private void Field(string prefix, JsonElement field)
    {
        var id = Text(field, "@id");
        Must(Text(field, "@type") == "cr:Field", $"{id} is a cr:Field");
        Must(id?.StartsWith(prefix, StringComparison.Ordinal) == true, $"{id} begins with its record set");
        Must(Types.Contains(Text(field, "dataType")), $"{id} has a data type");
        Must(field.TryGetProperty("source", out var source) && source.TryGetProperty("fileObject", out var file) && Text(file, "@id") is { } from && files.ContainsKey(from), $"{id} is from a file that is there");
        Must(source.ValueKind == JsonValueKind.Object && source.TryGetProperty("extract", out var extract) && Text(extract, "column") is { Length: > 0 }, $"{id} names its column");
        if (field.TryGetProperty("references", out var other))
            Must(Text(other, "@id") is { } target && fields.ContainsKey(target) && !target.StartsWith(prefix, StringComparison.Ordinal), $"{id} references a field of another record set");
    }

    private void Known(JsonElement thing, Dictionary<string, JsonElement> among) => Must(Text(thing, "@id") is { Length: > 0 } id && among.TryAdd(id, thing), $"{Text(thing, "@id")} has an id of its own");

    private IEnumerable<JsonElement> Listed(JsonElement thing, string name)
    {
        if (!thing.TryGetProperty(name, out var list))
            return [];
        Must(list.ValueKind == JsonValueKind.Array, $"{name} is a list");
        return list.ValueKind == JsonValueKind.Array ? list.EnumerateArray() : [];
    }

    private void Must(bool holds, string rule)
    {
        if (!holds)
            faults.Add("not so: " + rule);
    }

    private static string? Text(JsonElement thing, string name) =>
        thing.ValueKind == JsonValueKind.Object && thing.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static bool IsAddress(string? text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "https" or "http" && !text!.StartsWith('/');

    [GeneratedRegex(@"^\d+\.\d+\.\d+$")]
    private static partial Regex Version();

    [GeneratedRegex("^[0-9a-f]{64}$")]
    private static partial Regex Hash();

    [GeneratedRegex(@"^\d+ B$")]
    private static partial Regex Size();
}
