using System.Text.Json;
using Analytics.Models.Releases.Datasets;
using Analytics.Models.Tests.Releases.Datasets;
using Xunit;

namespace Analytics.Flow.Tests.Datasets;

/// <summary>The descriptions of a dataset, held by others' checkers against the schemas and rules of their formats; and each checker finding what is wrong.</summary>
public sealed class DescriptionTests
{
    private const string DataPackageSchema = "frictionless-datapackage-2.0.json", CffSchema = "citation-file-format-1.2.0.schema.json";

    private static readonly string Package = DataPackage.Write(DatasetSample.Head, DatasetSample.Files);
    private static readonly string Cake = Croissant.Write(DatasetSample.Head, DatasetSample.Files);

    [Fact]
    public async Task The_data_package_is_valid()
    {
        Assert.Equal("", await DocumentCheck.BySchemaAsync(DataPackageSchema, Package, ".json"));
        Assert.Equal("", await DocumentCheck.BySchemaAsync(DataPackageSchema, DataPackage.Write(DatasetSample.Simulated, DatasetSample.Files), ".json"));
        // The schema of packages holds those of all their resources and tables; one each shows that they stand by themselves.
        var resource = JsonDocument.Parse(Package).RootElement.GetProperty("resources")[0];
        Assert.Equal("", await DocumentCheck.BySchemaAsync("frictionless-dataresource-2.0.json", resource.GetRawText(), ".json"));
        Assert.Equal("", await DocumentCheck.BySchemaAsync("frictionless-tableschema-2.0.json", resource.GetProperty("schema").GetRawText(), ".json"));
    }

    [Theory]
    [InlineData("\"hash\": \"sha256:", "\"hash\": \"sha256 ")]
    [InlineData("\"type\": \"integer\"", "\"type\": \"whole\"")]
    [InlineData("\"resources\"", "\"resource\"")]
    [InlineData("\"path\": \"rates.csv\"", "\"path\": \"/etc/rates.csv\"")]
    public async Task A_broken_data_package_is_found(string right, string wrong)
    {
        Assert.Contains(right, Package, StringComparison.Ordinal);
        Assert.NotEqual("", await DocumentCheck.BySchemaAsync(DataPackageSchema, Package.Replace(right, wrong, StringComparison.Ordinal), ".json"));
    }

    [Fact]
    public async Task Citations_of_all_sorts_are_valid_cff()
    {
        DatasetCitation[] all =
        [
            new(DatasetSample.Head), new(DatasetSample.Simulated), DatasetSample.Extract with { Filter = [] }, DatasetSample.Extract,
            DatasetSample.Extract with { Filter = [new("platform", "a: b # \"c\" \\ 'd'\n- e\t😀")] },
        ];
        foreach (var citation in all)
            Assert.Equal("", await DocumentCheck.BySchemaAsync(CffSchema, citation.Cff(), ".cff"));
    }

    [Theory]
    [InlineData("type: \"dataset\"", "type: \"table\"")]
    [InlineData("message:", "massage:")]
    [InlineData("title: \"", "title: \"\"")]
    [InlineData("date-released: \"2026-11-22\"", "date-released: \"22/11/2026\"")]
    public async Task A_broken_citation_is_found(string right, string wrong)
    {
        var cff = new DatasetCitation(DatasetSample.Head).Cff();
        Assert.Contains(right, cff, StringComparison.Ordinal);
        Assert.NotEqual("", await DocumentCheck.BySchemaAsync(CffSchema, cff.Replace(right, wrong, StringComparison.Ordinal), ".cff"));
    }

    [Fact]
    public void Croissant_keeps_its_rules()
    {
        Assert.Empty(CroissantRules.Broken(Cake));
        Assert.Empty(CroissantRules.Broken(Croissant.Write(DatasetSample.Simulated, [.. DatasetSample.Files, DatasetSample.Zip])));
    }

    [Theory]
    [InlineData("\"conformsTo\": \"http://mlcommons.org/croissant/1.1\"", "\"conformsTo\": \"http://mlcommons.org/croissant/1.0\"", "conformsTo")]
    [InlineData("\"isLiveDataset\": false", "\"isLiveDataset\": true", "isLiveDataset")]
    [InlineData("\"datePublished\"", "\"published\"", "datePublished")]
    [InlineData("\"sha256\"", "\"sha1\"", "SHA-256")]
    [InlineData("\"@id\": \"platforms/platform\",", "\"@id\": \"platforms/slug\",", "references")]
    [InlineData("\"@id\": \"rates/median\"", "\"@id\": \"median\"", "begins with its record set")]
    [InlineData("\"@id\": \"claims.csv\",", "\"@id\": \"other.csv\",", "from a file")]
    [InlineData("\"dataType\": \"sc:Date\"", "\"dataType\": \"Date\"", "data type")]
    [InlineData("\"@type\": \"cr:FileObject\"", "\"@type\": \"sc:DataDownload\"", "cr:FileObject")]
    public void A_broken_croissant_is_found(string right, string wrong, string told)
    {
        Assert.Contains(right, Cake, StringComparison.Ordinal);
        Assert.Contains(CroissantRules.Broken(Cake.Replace(right, wrong, StringComparison.Ordinal)), fault => fault.Contains(told, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Croissant_expands_to_what_it_means()
    {
        var dataset = Assert.Single((await DocumentCheck.ExpandedAsync(Cake)).EnumerateArray());
        Assert.Equal("http://schema.org/Dataset", dataset.GetProperty("@type")[0].GetString());
        Assert.Equal("http://mlcommons.org/croissant/1.1", Value(dataset, "http://purl.org/dc/terms/conformsTo"));
        Assert.Equal(DatasetTables.All.Count, dataset.GetProperty("http://mlcommons.org/croissant/recordSet").GetArrayLength());
        var field = dataset.GetProperty("http://mlcommons.org/croissant/recordSet")[0].GetProperty("http://mlcommons.org/croissant/field")[0];
        Assert.Equal("http://schema.org/Text", field.GetProperty("http://mlcommons.org/croissant/dataType")[0].GetProperty("@id").GetString());
        Assert.True(dataset.TryGetProperty("http://www.w3.org/ns/prov#wasGeneratedBy", out _));
    }

    [Fact]
    public async Task The_json_of_pages_expands_in_both_languages()
    {
        foreach (var book in Codebook.Languages.Select(Codebook.In))
        {
            var release = Assert.Single((await DocumentCheck.ExpandedAsync(DatasetJsonLd.Of(DatasetSample.Head, DatasetSample.Files, book, "https://perjam.example/en/data"))).EnumerateArray());
            Assert.Equal("http://schema.org/Dataset", release.GetProperty("@type")[0].GetString());
            Assert.Equal(book.Dataset.Name, Value(release, "http://schema.org/name"));
            var table = DatasetJsonLd.Of(DatasetSample.Head, DatasetSample.Files, book, "https://perjam.example/en/data/rates", DatasetTables.All[0]);
            Assert.Equal("http://schema.org/Dataset", (await DocumentCheck.ExpandedAsync(table))[0].GetProperty("@type")[0].GetString());
        }
    }

    [Theory]
    [InlineData("\"@vocab\": \"http://schema.org/\",", "", "Dropping property")]
    [InlineData("\"@context\": {", "\"@context\": \"https://elsewhere.example/context\", \"context\": {", "elsewhere.example")]
    public async Task Json_that_means_nothing_or_asks_elsewhere_is_found(string right, string wrong, string told)
    {
        Assert.Contains(right, Cake, StringComparison.Ordinal);
        var fault = await Assert.ThrowsAsync<FormatException>(() => DocumentCheck.ExpandedAsync(Cake.Replace(right, wrong, StringComparison.Ordinal)));
        Assert.Contains(told, fault.Message, StringComparison.Ordinal);
    }

    private static string? Value(JsonElement thing, string name) => thing.GetProperty(name)[0].GetProperty("@value").GetString();
}
