using System.Text.Json.Nodes;
using Analytics.Models.Releases.Datasets;

namespace Analytics.Web.Api;

/// <summary>What stands in the query of an address, as OpenAPI tells it.</summary>
internal static class OpenApiParameters
{
    /// <summary>The parameter <paramref name="name"/> of <paramref name="table"/>.</summary>
    public static JsonObject Of(DatasetTable table, string name) => name switch
    {
        "release" => Query(name, "Id of a release. Without it, the latest.", new() { ["type"] = "string", ["pattern"] = "^[0-9A-Za-z]+$" }),
        "limit" => Query(name, "Rows of a page at most.",
            new() { ["type"] = "integer", ["minimum"] = 1, ["maximum"] = ApiQuery.MostRows, ["default"] = ApiQuery.UsualRows }),
        "cursor" => Query(name, "Where the page begins: part of the address that `next` or the `Link` header of the page before holds. Take the address whole; what a cursor looks like is not promised.",
            new() { ["type"] = "string", ["pattern"] = "^[0-9A-Za-z_-]+$" }),
        _ => Filter(table, name, DatasetFilter.ColumnOf(table, name)!),
    };

    public static JsonObject Id() => new()
    {
        ["name"] = "id",
        ["in"] = "path",
        ["required"] = true,
        ["description"] = "Id of a release, from `/releases`.",
        ["schema"] = new JsonObject { ["type"] = "string", ["pattern"] = "^[0-9A-Za-z]+$" },
    };

    /// <summary>Asking again for what one has.</summary>
    public static JsonObject Held() => new()
    {
        ["name"] = "If-None-Match",
        ["in"] = "header",
        ["description"] = "The `ETag` of an earlier answer: 304 where it would be the same bytes.",
        ["schema"] = new JsonObject { ["type"] = "string" },
    };

    private static JsonObject Filter(DatasetTable table, string name, DatasetColumn column)
    {
        var (value, told) = (new JsonObject { ["type"] = "string" }, "");
        if (column.Words.Count > 0)
            value["enum"] = new JsonArray([.. column.Words.Select(w => JsonValue.Create(w))]);
        else if (column.Name == "country")
            (value["pattern"], told) = ("^([A-Z]{2}|all)$", " A two-letter code (ISO 3166).");
        else if (column.Name == "quarter")
            (value["pattern"], told) = ("^([0-9]{4}Q[1-4]|all)$", " A year and a quarter, such as 2026Q1.");
        else
            told = " The short name of a platform, as in `/platforms`.";
        var parameter = Query(name, $"Only rows with this value of `{column.Name}`.{told} Repeat the name for several values: any of them will do.", new() { ["type"] = "array", ["items"] = value });
        parameter["style"] = "form";
        parameter["explode"] = true;
        if (column.Required && column.Words.Contains(DatasetTables.Every))
            parameter["description"] = $"{parameter["description"]} `{DatasetTables.Every}` asks for the rows in which it is not told apart.";
        return parameter;
    }

    private static JsonObject Query(string name, string description, JsonObject schema) => new() { ["name"] = name, ["in"] = "query", ["description"] = description, ["schema"] = schema };
}
