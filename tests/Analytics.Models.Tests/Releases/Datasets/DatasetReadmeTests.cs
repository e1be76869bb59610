using Analytics.Models.Releases.Datasets;
using Xunit;

namespace Analytics.Models.Tests.Releases.Datasets;

public sealed class DatasetReadmeTests
{
    private static readonly string Written = DatasetReadme.Write(DatasetSample.Head, DatasetSample.Files);

    [Fact]
    public void It_lists_every_table_with_its_rows() =>
        Assert.All(DatasetTables.All, table => Assert.Contains($"| `{table.Name}` | 12 | {Codebook.English.Of(table).Title} |\n", Written, StringComparison.Ordinal));

    [Fact]
    public void It_says_how_to_check_load_and_cite()
    {
        Assert.Contains("\nsha256sum -c SHA256SUMS\n", Written, StringComparison.Ordinal);
        Assert.Contains(new DatasetCitation(DatasetSample.Head).Apa(), Written, StringComparison.Ordinal);
        Assert.All(LoadingSnippets.Programs, program => Assert.Contains(LoadingSnippets.Of(DatasetTables.All[0], program, "rates.csv"), Written, StringComparison.Ordinal));
        Assert.Contains("CC-BY-4.0", Written, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', Written);
    }

    [Fact]
    public void A_simulated_release_says_so_in_both_languages()
    {
        var written = DatasetReadme.Write(DatasetSample.Simulated, DatasetSample.Files);
        Assert.StartsWith("# PerJam: what an hour of gig work pays (simulated reports)\n", written, StringComparison.Ordinal);
        Assert.All(Codebook.Languages, language => Assert.Contains(Codebook.In(language).Dataset.SimulatedNote, written, StringComparison.Ordinal));
        Assert.DoesNotContain("simulated reports", Written, StringComparison.Ordinal);
    }
}
