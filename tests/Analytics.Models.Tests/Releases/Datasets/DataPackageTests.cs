using System.Text.Json;
using Analytics.Models.Releases;
using Analytics.Models.Releases.Datasets;
using Xunit;

namespace Analytics.Models.Tests.Releases.Datasets;

public sealed class DataPackageTests
{
    private static readonly JsonElement Written = Parsed(DatasetSample.Head);

    [Fact]
    public void It_says_what_release_it_is_and_under_which_licence()
    {
        Assert.Equal("https://datapackage.org/profiles/2.0/datapackage.json", Text(Written, "$schema"));
        Assert.Equal(("perjam", "https://perjam.example/s/r7k2m9", "1.7.0", "r7k2m9"), (Text(Written, "name"), Text(Written, "id"), Text(Written, "version"), Text(Written, "snapshot")));
        // 23:30 two hours behind UTC is the next day.
        Assert.Equal("2026-11-22T01:30:00Z", Text(Written, "created"));
        Assert.Equal("CC-BY-4.0", Text(Written.GetProperty("licenses")[0], "name"));
        Assert.True(Written.GetProperty("sources").GetArrayLength() >= 3);
    }

    [Fact]
    public void A_simulated_release_says_so()
    {
        var written = Parsed(DatasetSample.Simulated);
        Assert.True(written.GetProperty("simulated").GetBoolean());
        Assert.Contains("simulated", Text(written, "title"), StringComparison.Ordinal);
        Assert.Contains("simulated", Text(written, "description"), StringComparison.Ordinal);
        Assert.DoesNotContain("simulated", Text(Written, "title") + Text(Written, "description"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_table_is_a_resource_in_each_format_and_no_document_is()
    {
        var resources = Resources();
        Assert.Equal(DatasetTables.All.Count * 3, resources.Count);
        Assert.Equal(resources.Count, resources.Select(r => Text(r, "name")).Distinct().Count());
        foreach (var (resource, file) in resources.Zip(DatasetSample.Files))
        {
            Assert.Equal((file.Name, "sha256:" + file.Sha256, file.Bytes), (Text(resource, "path"), Text(resource, "hash"), resource.GetProperty("bytes").GetInt64()));
            Assert.Equal(file.Format == "csv", resource.TryGetProperty("schema", out _));
        }
    }

    [Fact]
    public void Fields_are_the_columns_with_their_types_units_and_words()
    {
        var rates = Fields("rates");
        Assert.Equal(DatasetTables.Find("rates")!.Columns.Select(c => c.Name), rates.Select(f => Text(f, "name")));
        var p10 = rates.Single(f => Text(f, "name") == "p10");
        Assert.Equal(("number", "USD/h", "tails_blank"), (Text(p10, "type"), Text(p10, "unit"), Text(p10, "missingReason")));
        Assert.Equal(("", "Blank for the reason in tails_blank"), (Text(p10.GetProperty("missingValues")[0], "value"), Text(p10.GetProperty("missingValues")[0], "label")));
        var measure = rates.Single(f => Text(f, "name") == "measure");
        Assert.True(measure.GetProperty("constraints").GetProperty("required").GetBoolean());
        Assert.Equal(["paid-only", "all-in"], measure.GetProperty("categories").EnumerateArray().Select(c => Text(c, "value")));
        // A list of words is none of the words.
        Assert.False(rates.Single(f => Text(f, "name") == "kind").TryGetProperty("categories", out _));
    }

    [Fact]
    public void A_key_that_may_be_blank_in_part_is_no_primary_key()
    {
        Assert.Equal(["cell", "measure"], Schema("rates").GetProperty("primaryKey").EnumerateArray().Select(k => k.GetString()));
        Assert.False(Schema("model_card").TryGetProperty("primaryKey", out _));
        Assert.Equal(6, Schema("model_card").GetProperty("uniqueKeys")[0].GetArrayLength());
        Assert.False(Schema("reports").TryGetProperty("primaryKey", out _));
    }

    [Fact]
    public void What_is_said_of_values_holds_for_a_release()
    {
        var release = ReleaseBuilder.Build(ReleaseInputs.Make()).Named("r7k2m9");
        foreach (var table in DatasetTables.All)
        {
            var rows = table.Rows(release).ToList();
            foreach (var (field, at) in Fields(table.Name).Select((field, at) => (field, at)))
            {
                if (field.TryGetProperty("constraints", out var told) && told.TryGetProperty("required", out _))
                    Assert.All(rows, row => Assert.NotNull(row[at]));
                if (field.TryGetProperty("categories", out var words))
                    Assert.Empty(rows.Select(row => row[at]).OfType<string>().Except(words.EnumerateArray().Select(w => Text(w, "value"))));
                if (told.ValueKind != JsonValueKind.Undefined && told.TryGetProperty("pattern", out var pattern))
                    Assert.All(rows.Select(row => row[at]).OfType<string>(), value => Assert.Matches($"^(?:{pattern.GetString()})$", value));
            }

            if (table.Key.Count > 0)
                Assert.Equal(rows.Count, rows.Select(row => string.Join('|', table.Key.Select(k => row[table.IndexOf(k)]))).Distinct().Count());
        }
    }

    private static JsonElement Parsed(DatasetHead head) => JsonDocument.Parse(DataPackage.Write(head, DatasetSample.Files)).RootElement;

    private static List<JsonElement> Resources() => [.. Written.GetProperty("resources").EnumerateArray()];

    private static JsonElement Schema(string table) => Resources().Single(r => Text(r, "name") == table).GetProperty("schema");

    private static List<JsonElement> Fields(string table) => [.. Schema(table).GetProperty("fields").EnumerateArray()];

    private static string Text(JsonElement thing, string name) => thing.GetProperty(name).GetString()!;
}
