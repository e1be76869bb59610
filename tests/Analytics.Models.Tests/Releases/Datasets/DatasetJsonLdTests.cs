using System.Text.Json;
using Analytics.Models.Releases.Datasets;
using Xunit;

namespace Analytics.Models.Tests.Releases.Datasets;

public sealed class DatasetJsonLdTests
{
    public static TheoryData<string> Languages => [.. Codebook.Languages];

    [Theory]
    [MemberData(nameof(Languages))]
    public void It_has_what_dataset_search_asks_for(string language)
    {
        var thing = JsonDocument.Parse(DatasetJsonLd.Of(DatasetSample.Head, DatasetSample.Files, Codebook.In(language), "https://perjam.example/en/data")).RootElement;
        Assert.Equal(("https://schema.org", "Dataset", language), (Text(thing, "@context"), Text(thing, "@type"), Text(thing, "inLanguage")));
        Assert.InRange(Text(thing, "description").Length, 50, 5000);
        Assert.Equal(("Organization", DatasetHead.LicenceAddress), (Text(thing.GetProperty("creator"), "@type"), Text(thing, "license")));
        Assert.Equal(DatasetSample.Files.Count, thing.GetProperty("distribution").GetArrayLength());
        Assert.Equal(DatasetTables.All.Count, thing.GetProperty("hasPart").GetArrayLength());
        Assert.All(thing.GetProperty("hasPart").EnumerateArray(), part => Assert.InRange(Text(part, "description").Length, 50, 5000));
        Assert.Contains(thing.GetProperty("variableMeasured").EnumerateArray(), v => Text(v, "name") == "typical" && Text(v, "unitText") == "USD/h");
    }

    [Fact]
    public void A_table_is_part_of_its_release_and_has_its_own_files()
    {
        var thing = JsonDocument.Parse(DatasetJsonLd.Of(DatasetSample.Simulated, DatasetSample.Files, Codebook.English, "https://perjam.example/en/data/claims", DatasetTables.Find("claims")!)).RootElement;
        Assert.Equal(["claims.csv", "claims.parquet", "claims.jsonl"], thing.GetProperty("distribution").EnumerateArray().Select(d => Text(d, "name")));
        Assert.Equal("https://perjam.example/s/r7k2m9", Text(thing.GetProperty("isPartOf"), "url"));
        Assert.Contains("simulated", Text(thing, "name"), StringComparison.Ordinal);
    }

    [Fact]
    public void No_text_can_end_the_script_element() =>
        Assert.DoesNotContain('<', DatasetJsonLd.Of(DatasetSample.Head with { Site = "https://perjam.example/</script>" }, DatasetSample.Files, Codebook.English, "https://perjam.example/en/data"));

    private static string Text(JsonElement thing, string name) => thing.GetProperty(name).GetString()!;
}
