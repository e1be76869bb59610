using System.Text.Json;
using System.Text.Json.Nodes;
using Analytics.Models.Releases.Datasets;
using Analytics.Models.Storage;
using Analytics.Web.Http;
using Analytics.Web.Pages.Shared;

namespace Analytics.Web.Api;

/// <summary>The API described for programs: OpenAPI 3.1, written from the tables themselves, so that it cannot say of a column what is not so.</summary>
internal static class OpenApiDocument
{
    private static readonly JsonSerializerOptions Indented = new(Rows.Json) { WriteIndented = true };

    private const string About =
        """
        What an hour of gig work pays: rates, estimates, claims and platforms of PerJam, as pages of rows from a numbered release.

        Every answer is of one release. Without `release` it is the latest; a cursor goes on in the release that it began with. Reading needs no key.
        A whole table is had at once as a file of the release (CSV, Parquet, JSON Lines).

        **What v1 promises.** Nothing is removed, renamed or given another meaning or type. Columns, parameters, tables and words may be added, so pass over what you do not know.
        Should v1 ever end, that is announced at least 12 months before in the feed (`/feed.xml`) and by the headers `Deprecation` and `Sunset`. Releases and their files stay for ever.

        Examples are of the demonstration: their reports are made up.
        """;

    /// <param name="site">Where the API is, without a slash at the end.</param>
    public static byte[] Write(string site) => [.. JsonSerializer.SerializeToUtf8Bytes(Make(site), Indented), (byte)'\n'];

    /// <inheritdoc cref="Write"/>
    public static JsonObject Make(string site)
    {
        var paths = new JsonObject();
        foreach (var table in ApiEndpoints.Tables)
        {
            var parameters = new JsonArray([.. ApiQuery.NamesOf(table).Select(name => OpenApiParameters.Of(table, name))]);
            Add(paths, table.Name, Codebook.English.Of(table).Title, Codebook.English.Of(table).Description, parameters, Page(table.Name), paged: true);
        }

        Add(paths, "releases", "All releases", "Every release, the latest first. A release never changes and stays for ever.", [], "Releases", paged: false);
        Add(paths, "releases/{id}", "Files of a release", "Every file of a release with its size and hash, so that what was fetched can be proved whole.", [OpenApiParameters.Id()], "Files", paged: false);
        paths["/openapi.json"] = new JsonObject
        {
            ["get"] = new JsonObject
            {
                ["operationId"] = "getDescription",
                ["summary"] = "This document",
                ["tags"] = new JsonArray("releases"),
                ["responses"] = new JsonObject
                {
                    ["200"] = new JsonObject
                    {
                        ["description"] = "The description.",
                        ["headers"] = OpenApiResponses.Headers(paged: false),
                        ["content"] = new JsonObject { ["application/json"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "object" } } },
                    },
                    ["304"] = OpenApiResponses.Held(),
                    ["429"] = Ref("responses", "TooMany"),
                },
            },
        };
        return new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject
            {
                ["title"] = "PerJam API",
                ["version"] = "1",
                ["summary"] = "What an hour of gig work pays.",
                ["description"] = About,
                ["license"] = new JsonObject { ["name"] = "CC BY 4.0", ["url"] = StructuredData.Licence },
            },
            ["externalDocs"] = new JsonObject { ["description"] = "How to use it, with examples in curl, Python and R", ["url"] = $"{site}/en/data/api" },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = site + ApiEndpoints.Root, ["description"] = "v1" }),
            ["security"] = new JsonArray(),
            ["tags"] = new JsonArray(
                [.. ApiEndpoints.Tables.Select(t => Tag(t.Name, Codebook.English.Of(t).Use)), Tag("releases", "The releases and their files.")]),
            ["paths"] = paths,
            ["components"] = new JsonObject { ["schemas"] = OpenApiSchemas.All(), ["responses"] = OpenApiResponses.All() },
        };
    }

    /// <summary>A reference to a component.</summary>
    public static JsonObject Ref(string kind, string name) => new() { ["$ref"] = $"#/components/{kind}/{name}" };

    /// <summary>Name of the schema of a page of a table.</summary>
    public static string Page(string table) => OpenApiSchemas.RowOf(table) + "Page";

    // The address without an ending, which answers by Accept, and one for each form.
    private static void Add(JsonObject paths, string name, string summary, string description, JsonArray parameters, string schema, bool paged)
    {
        var all = ApiFormat.All;
        parameters.Add(OpenApiParameters.Held());
        paths[$"/{name}"] = Operation(name, summary, description, parameters, all, schema, paged);
        foreach (var format in all)
            paths[$"/{name}.{format.Ending}"] = Operation(name, $"{summary} ({format.Ending.ToUpperInvariant()})", $"The same as `/{name}`, whatever `Accept` says.", (JsonArray)parameters.DeepClone(), [format], schema, paged);
    }

    private static JsonObject Operation(string name, string summary, string description, JsonArray parameters, IReadOnlyList<ApiFormat> formats, string schema, bool paged)
    {
        var id = "list" + OpenApiSchemas.RowOf(name.Replace("/{id}", "_files", StringComparison.Ordinal)) + (formats.Count == 1 ? OpenApiSchemas.RowOf(formats[0].Ending) : "");
        var content = new JsonObject();
        foreach (var format in formats)
            content[format.MediaType] = format == ApiFormat.Json ? new JsonObject { ["schema"] = Ref("schemas", schema) } : OpenApiResponses.Csv(schema);
        var responses = new JsonObject
        {
            ["200"] = new JsonObject { ["description"] = "The rows.", ["headers"] = OpenApiResponses.Headers(paged), ["content"] = content },
            ["304"] = OpenApiResponses.Held(),
            ["400"] = Ref("responses", "Refused"),
        };
        if (paged || name.Contains('{', StringComparison.Ordinal))
            responses["404"] = Ref("responses", "NoRelease");
        if (formats.Count > 1)
            responses["406"] = Ref("responses", "NoForm");
        responses["429"] = Ref("responses", "TooMany");
        responses["503"] = Ref("responses", "Away");
        return new JsonObject
        {
            ["get"] = new JsonObject
            {
                ["operationId"] = id,
                ["summary"] = summary,
                ["description"] = description,
                ["tags"] = new JsonArray(name.Split('/')[0]),
                ["parameters"] = parameters,
                ["responses"] = responses,
            },
        };
    }

    private static JsonObject Tag(string name, string description) => new() { ["name"] = name, ["description"] = description };
}
