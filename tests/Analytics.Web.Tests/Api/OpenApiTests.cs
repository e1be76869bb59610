using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Analytics.Models.Releases.Datasets;
using Analytics.Web.Api;

namespace Analytics.Web.Tests.Api;

/// <summary>The OpenAPI document says of the answers what they are: neither less nor more.</summary>
public sealed class OpenApiTests(ApiSite site) : IClassFixture<ApiSite>
{
    private static readonly JsonObject Document = OpenApiDocument.Make("http://localhost");

    public static TheoryData<string, string> Answers => new()
    {
        { "/rates", "rates?limit=1000" }, { "/estimates", "estimates?limit=1000" }, { "/claims", "claims?limit=1000" }, { "/platforms", "platforms?limit=1000" },
        { "/rates.json", "rates.json?platform=prolific&platform=mturk&limit=1" }, { "/releases", "releases" }, { "/releases/{id}", "releases/{id}" },
    };

    [Theory, MemberData(nameof(Answers))]
    public async Task Every_property_of_an_answer_is_named_and_of_its_type(string path, string address)
    {
        var answer = await site.JsonAsync("/api/v1/" + address.Replace("{id}", site.Release!.Head.Id, StringComparison.Ordinal));
        Assert.NotEmpty(answer["data"]!.AsArray());
        var faults = new List<string>();
        Check(answer, Schema(path), "answer", faults);
        Assert.Empty(faults.Take(20));
    }

    [Theory]
    [InlineData("rates?limit=0", 400, "Refused")]
    [InlineData("rates?release=none", 404, "NoRelease")]
    public async Task So_is_every_property_of_a_problem(string address, int status, string response)
    {
        using var answer = await site.AskAsync($"/api/v1/{address}");
        Assert.Equal(status, (int)answer.StatusCode);
        var faults = new List<string>();
        var told = Document["components"]!["responses"]![response]!;
        Check(JsonNode.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), Followed(told["content"]!["application/problem+json"]!["schema"]!), "problem", faults);
        Assert.Empty(faults);
        Assert.All(told["headers"]!.AsObject(), header => Assert.True(answer.Headers.Contains(header.Key), header.Key));
    }

    [Fact]
    public void What_does_not_fit_is_found()
    {
        var row = OpenApiSchemas.Examples()["rates"]!.DeepClone().AsObject();
        Assert.Empty(Faults(row));
        foreach (var (name, value) in new (string, JsonNode?)[] { ("measure", null), ("measure", "net"), ("median", "12.50"), ("contributors", 1.5), ("imputed", 1), ("platform", null) })
        {
            var wrong = row.DeepClone().AsObject();
            wrong[name] = value;
            Assert.Single(Faults(wrong));
        }

        var more = row.DeepClone().AsObject();
        more["new_column"] = 1;
        Assert.Single(Faults(more));
        row.Remove("median");
        Assert.Single(Faults(row));

        static List<string> Faults(JsonObject row)
        {
            var faults = new List<string>();
            Check(row, Document["components"]!["schemas"]!["Rates"]!, "row", faults);
            return faults;
        }
    }

    [Fact]
    public void Examples_have_every_column_and_fit()
    {
        foreach (var table in ApiEndpoints.Tables)
        {
            var (example, faults) = (OpenApiSchemas.Examples()[table.Name]!, new List<string>());
            Assert.Equal(table.Columns.Select(c => c.Name), example.AsObject().Select(p => p.Key));
            Check(example, Document["components"]!["schemas"]![OpenApiSchemas.RowOf(table.Name)]!, table.Name, faults);
            Assert.Empty(faults);
        }
    }

    [Fact]
    public async Task Every_parameter_is_taken_and_its_words_are_those_that_are_known()
    {
        foreach (var table in ApiEndpoints.Tables)
        {
            var parameters = Document["paths"]![$"/{table.Name}"]!["get"]!["parameters"]!.AsArray().Where(p => (string?)p!["in"] == "query").ToList();
            Assert.Equal(ApiQuery.NamesOf(table), parameters.Select(p => (string)p!["name"]!));
            foreach (var parameter in parameters.Where(p => p!["schema"]!["items"]?["enum"] is not null))
            {
                var query = string.Join('&', parameter!["schema"]!["items"]!["enum"]!.AsArray().Select(word => $"{parameter["name"]}={word}"));
                await site.JsonAsync($"/api/v1/{table.Name}?limit=1&{query}");
            }
        }
    }

    [Fact]
    public async Task Every_address_answers_with_the_headers_that_are_told()
    {
        foreach (var (path, told) in Document["paths"]!.AsObject())
        {
            using var answer = await site.AskAsync("/api/v1" + path.Replace("{id}", site.Release!.Head.Id, StringComparison.Ordinal));
            Assert.True(answer.IsSuccessStatusCode, path);
            var response = told!["get"]!["responses"]!["200"]!;
            Assert.Contains(answer.Content.Headers.ContentType!.MediaType, response["content"]!.AsObject().Select(c => c.Key));
            Assert.All(response["headers"]!.AsObject().Where(h => h.Key != "Link"), header => Assert.True(answer.Headers.Contains(header.Key), $"{path}: {header.Key}"));
        }

        var served = await site.JsonAsync("/api/v1/openapi.json");
        Assert.True(JsonNode.DeepEquals(Document, served));
    }

    [Fact]
    public async Task The_page_tells_every_address_and_the_limit_in_both_languages()
    {
        foreach (var language in new[] { "en", "id" })
        {
            var page = SiteFixture.TextOf(await site.PageAsync($"/{language}/data/api"));
            foreach (var path in Document["paths"]!.AsObject().Select(p => p.Key).Where(p => p == "/openapi.json" || !p.Contains('.', StringComparison.Ordinal)))
                Assert.Contains($"/api/v1{path}", page, StringComparison.Ordinal);
            Assert.Contains("300 ", page, StringComparison.Ordinal);
            foreach (var name in ApiEndpoints.Tables.SelectMany(DatasetFilter.NamesOf))
                Assert.Contains(name, page, StringComparison.Ordinal);
            Assert.Contains($"href=\"/{language}/data/api\"", await site.PageAsync($"/{language}/data"), StringComparison.Ordinal);
        }
    }

    private static JsonNode Schema(string path) => Document["paths"]![path]!["get"]!["responses"]!["200"]!["content"]!["application/json"]!["schema"]!;

    private static JsonNode Followed(JsonNode schema) => (string?)schema["$ref"] is { } reference ? Document["components"]!["schemas"]![reference.Split('/')[^1]]! : schema;

    // The part of JSON Schema that the document uses. A property that it does not name is a fault here, though clients pass over it.
    private static void Check(JsonNode? value, JsonNode schema, string at, List<string> faults)
    {
        schema = Followed(schema);
        var types = schema["type"] is JsonArray several ? several.Select(t => (string)t!).ToList() : [(string)schema["type"]!];
        if (!types.Contains(TypeOf(value)) && !(TypeOf(value) == "integer" && types.Contains("number")))
            faults.Add($"{at} is {TypeOf(value)}, not {string.Join(" or ", types)}");
        else if (schema["enum"] is JsonArray words && !words.Any(w => JsonNode.DeepEquals(w, value)))
            faults.Add($"{at} is {value?.ToJsonString() ?? "null"}, none of its words");
        else if (value is not null && (string?)schema["format"] is { } format && !HasFormat((string)value!, format))
            faults.Add($"{at} is no {format}");
        if (value is JsonArray items)
        {
            foreach (var (i, item) in items.Index())
                Check(item, schema["items"]!, $"{at}[{i.ToString(CultureInfo.InvariantCulture)}]", faults);
        }

        if (value is not JsonObject properties)
            return;
        foreach (var missing in (schema["required"]?.AsArray() ?? []).Where(name => !properties.ContainsKey((string)name!)))
            faults.Add($"{at}.{missing} is missing");
        foreach (var (name, property) in properties)
        {
            if ((schema["properties"]?[name] ?? schema["additionalProperties"]) is { } known)
                Check(property, known, $"{at}.{name}", faults);
            else
                faults.Add($"{at}.{name} is not told of");
        }
    }

    private static string TypeOf(JsonNode? value) => value?.GetValueKind() switch
    {
        null => "null",
        JsonValueKind.True or JsonValueKind.False => "boolean",
        JsonValueKind.String => "string",
        JsonValueKind.Array => "array",
        JsonValueKind.Object => "object",
        _ => Regex.IsMatch(value.ToJsonString(), "^-?[0-9]+$") ? "integer" : "number",
    };

    private static bool HasFormat(string text, string format) => format switch
    {
        "date" => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _),
        "date-time" => DateTimeOffset.TryParseExact(text, "yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _),
        "uri" => Uri.TryCreate(text, UriKind.Absolute, out _),
        _ => false,
    };
}
