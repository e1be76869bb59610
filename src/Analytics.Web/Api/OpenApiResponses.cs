using System.Text.Json.Nodes;

namespace Analytics.Web.Api;

/// <summary>Answers and their headers, as OpenAPI tells them.</summary>
internal static class OpenApiResponses
{
    private static readonly (string Name, string Description, string Example)[] Rates =
    [
        ("RateLimit-Policy", "How often one may ask: so many times (q) in so many seconds (w).", "\"reading\";q=300;w=60"),
        ("RateLimit", "How many more times (r) one may ask in the seconds that are left (t).", "\"reading\";r=299;t=60"),
    ];

    /// <summary>The answers that are no rows.</summary>
    public static JsonObject All() => new()
    {
        ["Refused"] = Problem("A name or value in the address is not known; `errors` has a sentence for each name.", Example(400, "A value in the address is not known", "'minute' is not known; measure is one of paid-only, all-in.", "measure")),
        ["NoRelease"] = Problem("There is no release of that id.", Example(404, "No such release", "There is no release of that id.")),
        ["NoForm"] = Problem("`Accept` names no form that there is.", Example(406, "No such form", "Accept names no form that there is; there are application/json and text/csv.")),
        ["TooMany"] = Problem("The network has asked too often.", Example(429, "Too many requests", "Your network has asked more often than is allowed; ask again in 12 seconds."),
            ("Retry-After", "Seconds after which to ask again.", "12")),
        ["Away"] = Problem("There is no release yet, or what is asked for is not in memory and the database does not answer.", Example(503, "No release yet", "There is no release yet; ask again in a minute.")),
    };

    /// <summary>Headers of an answer with rows.</summary>
    public static JsonObject Headers(bool paged)
    {
        var headers = Headers([.. Rates, ("ETag", "Changes whenever the bytes do.", "\"0c1e5f3b9a7d24680c1e5f3b9a7d2468\""), ("Cache-Control", "For how many seconds the answer may be kept without asking.", "public, max-age=60")]);
        if (paged)
            headers["Link"] = Header("The address of the next page, with `rel=\"next\"`; absent on the last.", "<https://perjam.example/api/v1/rates?cursor=UjEuMTAwLmFi>; rel=\"next\"");
        return headers;
    }

    /// <summary>That the reader has it already.</summary>
    public static JsonObject Held() => new() { ["description"] = "The bytes are those of `If-None-Match`.", ["headers"] = Headers(Rates) };

    /// <summary>A table with a header line.</summary>
    /// <param name="schema">The schema of the same page as JSON.</param>
    public static JsonObject Csv(string schema) => new()
    {
        ["schema"] = new JsonObject
        {
            ["type"] = "string",
            ["description"] = $"RFC 4180 in UTF-8 with a header line. The columns are the properties of a row of {schema}, in their order; a blank is an empty field. A text that a spreadsheet would take for a formula begins with an apostrophe.",
        },
    };

    private static JsonObject Problem(string description, JsonObject example, params (string Name, string Description, string Example)[] more) => new()
    {
        ["description"] = description,
        ["headers"] = Headers([.. Rates, .. more]),
        ["content"] = new JsonObject { ["application/problem+json"] = new JsonObject { ["schema"] = OpenApiDocument.Ref("schemas", "Problem"), ["example"] = example } },
    };

    private static JsonObject Example(int status, string title, string detail, string? name = null)
    {
        var example = new JsonObject { ["type"] = $"about:blank", ["title"] = title, ["status"] = status, ["detail"] = detail };
        if (name is not null)
            example["errors"] = new JsonObject { [name] = new JsonArray(detail) };
        return example;
    }

    private static JsonObject Headers(IEnumerable<(string Name, string Description, string Example)> headers) =>
        new(headers.Select(h => KeyValuePair.Create<string, JsonNode?>(h.Name, Header(h.Description, h.Example))));

    private static JsonObject Header(string description, string example) => new() { ["description"] = description, ["schema"] = new JsonObject { ["type"] = "string" }, ["example"] = example };
}
