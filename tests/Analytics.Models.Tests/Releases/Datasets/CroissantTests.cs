using System.Text.Json;
using Analytics.Models.Releases.Datasets;
using Xunit;

namespace Analytics.Models.Tests.Releases.Datasets;

public sealed class CroissantTests
{
    private static readonly JsonElement Written = Parsed(DatasetSample.Files);

    [Fact]
    public void It_is_a_frozen_dataset_of_one_release()
    {
        Assert.Equal(("sc:Dataset", "http://mlcommons.org/croissant/1.1", "7.0.0"), (Text(Written, "@type"), Text(Written, "conformsTo"), Text(Written, "version")));
        Assert.False(Written.GetProperty("isLiveDataset").GetBoolean());
        Assert.Equal(new DatasetCitation(DatasetSample.Head).BibTeX(), Text(Written, "citeAs"));
    }

    [Fact]
    public void Without_the_zip_files_are_at_their_own_addresses()
    {
        var files = Of("distribution");
        Assert.Equal(DatasetTables.All.Count * 3, files.Count);
        Assert.All(files, f => Assert.Equal($"https://perjam.example/s/r7k2m9/{Text(f, "name")}", Text(f, "contentUrl")));
        Assert.All(files, f => Assert.Matches("^[0-9a-f]{64}$", Text(f, "sha256")));
        Assert.Equal("1000 B", Text(files[0], "contentSize"));
    }

    [Fact]
    public void With_the_zip_they_are_in_it()
    {
        var files = Parsed([.. DatasetSample.Files, DatasetSample.Zip]).GetProperty("distribution").EnumerateArray().ToList();
        Assert.Equal("https://perjam.example/s/r7k2m9/perjam-r7k2m9.zip", Text(files[0], "contentUrl"));
        Assert.All(files.Skip(1), f => Assert.Equal((Text(f, "name"), "perjam-r7k2m9.zip"), (Text(f, "contentUrl"), Text(f.GetProperty("containedIn"), "@id"))));
    }

    [Fact]
    public void Record_sets_are_the_tables_and_fields_their_columns()
    {
        foreach (var (set, table) in Of("recordSet").Zip(DatasetTables.All))
            Assert.Equal(table.Columns.Select(c => $"{table.Name}/{c.Name}"), set.GetProperty("field").EnumerateArray().Select(f => Text(f, "@id")));
        var platform = Of("recordSet")[0].GetProperty("field").EnumerateArray().Single(f => Text(f, "name") == "platform");
        Assert.Equal("platforms/platform", Text(platform.GetProperty("references"), "@id"));
        Assert.Equal("rates.csv", Text(platform.GetProperty("source").GetProperty("fileObject"), "@id"));
    }

    [Fact]
    public void A_table_that_is_no_csv_cannot_be_described() =>
        Assert.Throws<ArgumentException>(() => Croissant.Write(DatasetSample.Head, [.. DatasetSample.Files.Where(f => f.Name != "rates.csv")]));

    private static JsonElement Parsed(IReadOnlyList<DatasetFile> files) => JsonDocument.Parse(Croissant.Write(DatasetSample.Head, files)).RootElement;

    private static List<JsonElement> Of(string list) => [.. Written.GetProperty(list).EnumerateArray()];

    private static string Text(JsonElement thing, string name) => thing.GetProperty(name).GetString()!;
}
