using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Analytics.Models.Releases.Datasets;

namespace Analytics.Web.Api;

/// <summary>What answers are made of, as OpenAPI tells it: a row of each table by its columns, and what stands around the rows.</summary>
internal static class OpenApiSchemas
{
    private const string Moment = "date-time", Address = "uri";

    /// <summary>A row of each table, for examples; by the name of the table.</summary>
    public static JsonObject Examples()
    {
        using var file = Assembly.GetExecutingAssembly().GetManifestResourceStream("Api.examples.json")!;
        return JsonNode.Parse(file)!.AsObject();
    }

    /// <summary>Name of the schema of a row: <c>Rates</c>.</summary>
    public static string RowOf(string name) => string.Concat(name.Split('_').Select(part => char.ToUpperInvariant(part[0]) + part[1..]));

    public static JsonObject All()
    {
        var all = new JsonObject();
        var examples = Examples();
        foreach (var table in ApiEndpoints.Tables)
        {
            all[RowOf(table.Name)] = Row(table, examples[table.Name]!.AsObject());
            all[OpenApiDocument.Page(table.Name)] = PageOf(table);
        }

        all["ReleaseHead"] = Object("The release that an answer is of.", ("id", Text("Opaque; never changes.")), ("number", Whole("1, 2, 3, …")), ("made_at", Text("When it was published.", Moment)),
            ("simulated", Truth("Whether its reports are made up: the demonstration.")), ("address", Text("Its page, for ever.", Address)), ("citation", Text("How to cite it.", Address)), ("licence", Text("The licence of the data.", Address)));
        all["Releases"] = List(false, Object("A release.", ("id", Text("Opaque; never changes.")), ("number", Whole("1, 2, 3, …")), ("made_at", Text("When it was published.", Moment)),
            ("simulated", Truth("Whether its reports are made up: the demonstration.")), ("address", Text("Its page, for ever.", Address)), ("files", Text("The list of its files, in this API.", Address))));
        all["Files"] = List(true, Object("A file.", ("name", Text("Name of the file.")), ("address", Text("Where it is, for ever.", Address)), ("bytes", Whole("Its size.")),
            ("sha256", Text("SHA-256 of its bytes, hexadecimal.")), ("rows", Whole("Rows of a table; 0 for what is none."))));
        all["Problem"] = Problem();
        return all;
    }

    private static JsonObject Row(DatasetTable table, JsonObject example)
    {
        var properties = new JsonObject();
        foreach (var column in table.Columns)
            properties[column.Name] = Property(table, column, example[column.Name]);
        return new()
        {
            ["type"] = "object",
            ["title"] = Codebook.English.Of(table).Title,
            ["description"] = Codebook.English.Of(table).Description,
            ["required"] = new JsonArray([.. table.Columns.Select(c => JsonValue.Create(c.Name))]),
            ["properties"] = properties,
            ["example"] = example.DeepClone(),
        };
    }

    private static JsonObject Property(DatasetTable table, DatasetColumn column, JsonNode? example)
    {
        var type = column.Type switch { ColumnType.Integer => "integer", ColumnType.Number => "number", ColumnType.Boolean => "boolean", _ => "string" };
        var told = Codebook.English.Whole(table, column);
        var property = new JsonObject
        {
            ["type"] = table.IsAlwaysTold(column) ? type : new JsonArray(type, "null"),
            ["title"] = Codebook.English.Of(table, column).Title,
            ["description"] = column.Unit is null ? told : $"{told} Unit: {column.Unit}.",
        };
        if (column.Type == ColumnType.Date)
            property["format"] = "date";
        // Of several words in one value, none stands for the whole.
        if (column.Words.Count > 0 && !column.List)
            property["enum"] = new JsonArray([.. column.Words.Select(w => JsonValue.Create(w)), .. table.IsAlwaysTold(column) ? Array.Empty<JsonNode?>() : [null]]);
        property["examples"] = new JsonArray(example?.DeepClone());
        return property;
    }

    private static JsonObject PageOf(DatasetTable table)
    {
        var page = Object($"Rows of {table.Name}, in the order in which they are published.",
            ("release", OpenApiDocument.Ref("schemas", "ReleaseHead")),
            ("filters", new()
            {
                ["type"] = "object",
                ["description"] = "The filter, as it was understood.",
                ["additionalProperties"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } },
            }),
            ("count", Whole("All rows that the filter lets through, on whatever page.")),
            ("next", new() { ["type"] = new JsonArray("string", "null"), ["format"] = Address, ["description"] = "The whole address of the next page; null on the last." }),
            ("data", new() { ["type"] = "array", ["description"] = "The rows.", ["items"] = OpenApiDocument.Ref("schemas", RowOf(table.Name)) }));
        return page;
    }

    private static JsonObject List(bool ofRelease, JsonObject row)
    {
        var (count, data) = (("count", Whole("How many there are.")), ("data", new JsonObject { ["type"] = "array", ["description"] = "All of them.", ["items"] = row }));
        return ofRelease ? Object("A list without pages.", ("release", OpenApiDocument.Ref("schemas", "ReleaseHead")), count, data) : Object("A list without pages.", count, data);
    }

    private static JsonObject Problem()
    {
        var problem = Object("What is wrong (RFC 9457).", ("type", Text("An address that names the kind of problem.")), ("title", Text("The kind of problem, in words.")), ("status", Whole("The status of the answer.")));
        var properties = problem["properties"]!.AsObject();
        properties["detail"] = Text("What is wrong with this request, and what to do.");
        properties["errors"] = new JsonObject
        {
            ["type"] = "object",
            ["description"] = "The names in the address that are at fault, each with sentences.",
            ["additionalProperties"] = new JsonObject { ["type"] = "array", ["items"] = new JsonObject { ["type"] = "string" } },
        };
        properties["traceId"] = Text("Name this where you ask us about the problem.");
        return problem;
    }

    private static JsonObject Object(string description, params (string Name, JsonObject Schema)[] properties) => new()
    {
        ["type"] = "object",
        ["description"] = description,
        ["required"] = new JsonArray([.. properties.Select(p => JsonValue.Create(p.Name))]),
        ["properties"] = new JsonObject(properties.Select(p => KeyValuePair.Create<string, JsonNode?>(p.Name, p.Schema))),
    };

    private static JsonObject Text(string description, string? format = null)
    {
        var text = new JsonObject { ["type"] = "string", ["description"] = description };
        if (format is not null)
            text["format"] = format;
        return text;
    }

    private static JsonObject Whole(string description) => new() { ["type"] = "integer", ["description"] = description };

    private static JsonObject Truth(string description) => new() { ["type"] = "boolean", ["description"] = description };
}
