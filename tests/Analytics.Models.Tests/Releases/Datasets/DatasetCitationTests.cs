using System.Text.Json;
using Analytics.Models.Releases.Datasets;
using Xunit;

namespace Analytics.Models.Tests.Releases.Datasets;

public sealed class DatasetCitationTests
{
    private const string Awkward = "50% of {a_b} & $1 #2 ~^ \\ \"c\"";

    private static readonly DatasetCitation Whole = new(DatasetSample.Head);

    private static readonly DatasetCitation Odd = DatasetSample.Extract with { Filter = [new("task_note", Awkward), new("task_note", "a\nb")] };

    [Fact]
    public void The_title_says_release_table_and_filter_in_words()
    {
        Assert.Equal("PerJam: what an hour of gig work pays (release 7)", Whole.Title);
        Assert.Equal("PerJam: what an hour of gig work pays (release 7), table rates where platform is prolific and country is ID", DatasetSample.Extract.Title);
        Assert.Equal("PerJam: what an hour of gig work pays (release 7, simulated reports)", new DatasetCitation(DatasetSample.Simulated).Title);
        Assert.EndsWith("where platform is a or b and country is ID", (DatasetSample.Extract with { Filter = [new("platform", "a"), new("country", "ID"), new("platform", "b")] }).Title, StringComparison.Ordinal);
    }

    [Fact]
    public void The_address_is_the_very_thing_for_ever()
    {
        Assert.Equal("https://perjam.example/s/r7k2m9", Whole.Address);
        Assert.Equal("https://perjam.example/s/r7k2m9/rates.csv?platform=prolific&country=ID", DatasetSample.Extract.Address);
        Assert.Equal("https://perjam.example/s/r7k2m9/rates.parquet", (DatasetSample.Extract with { Filter = [], Format = "parquet" }).Address);
        Assert.Contains("?task_note=50%25%20of%20%7Ba_b%7D%20%26", Odd.Address, StringComparison.Ordinal);
    }

    [Fact]
    public void Keys_tell_extracts_apart()
    {
        Assert.Equal("perjam_r7k2m9", Whole.Key);
        Assert.Matches("^perjam_r7k2m9_rates_[0-9a-f]{8}$", DatasetSample.Extract.Key);
        Assert.NotEqual(DatasetSample.Extract.Key, Odd.Key);
    }

    [Fact]
    public void Apa()
    {
        Assert.Equal("PerJam. (2026). PerJam: what an hour of gig work pays (release 7) (Version r7k2m9) [Data set]. https://perjam.example/s/r7k2m9", Whole.Apa());
        Assert.EndsWith("Retrieved December 1, 2026, from https://perjam.example/s/r7k2m9", (Whole with { Accessed = new(2026, 12, 1) }).Apa(), StringComparison.Ordinal);
    }

    [Fact]
    public void BibTeX_escapes_what_LaTeX_would_read()
    {
        Assert.Equal("""
            @misc{perjam_r7k2m9,
              author = {{PerJam}},
              title = {{PerJam: what an hour of gig work pays (release 7)}},
              year = {2026},
              month = {11},
              publisher = {PerJam},
              version = {r7k2m9},
              url = {https://perjam.example/s/r7k2m9},
              note = {Data set, snapshot r7k2m9}
            }

            """, Whole.BibTeX());
        Assert.Contains(@"task\_note is 50\% of \{a\_b\} \& \$1 \#2 \textasciitilde{}\textasciicircum{} \textbackslash{} ""c"" or a b", Odd.BibTeX(), StringComparison.Ordinal);
        // Braces pair, or the entry would end elsewhere.
        var plain = Odd.BibTeX().Replace(@"\{", "", StringComparison.Ordinal).Replace(@"\}", "", StringComparison.Ordinal);
        Assert.Equal(plain.Count(c => c == '{'), plain.Count(c => c == '}'));
    }

    [Fact]
    public void Ris_has_one_line_a_field_and_ends()
    {
        var lines = Odd.Ris().Split("\r\n");
        Assert.Equal(("TY  - DATA", "ER  - ", ""), (lines[0], lines[^2], lines[^1]));
        Assert.All(lines[..^1], line => Assert.Matches("^[A-Z][A-Z0-9]  - ", line));
        Assert.Contains("DA  - 2026/11/22", lines);
    }

    [Fact]
    public void Csl_json_is_a_list_of_one_dataset()
    {
        var item = Assert.Single(JsonDocument.Parse(Odd.CslJson()).RootElement.EnumerateArray());
        Assert.Equal(("dataset", Odd.Title, Odd.Address), (item.GetProperty("type").GetString(), item.GetProperty("title").GetString(), item.GetProperty("URL").GetString()));
        Assert.Equal([2026, 11, 22], item.GetProperty("issued").GetProperty("date-parts")[0].EnumerateArray().Select(p => p.GetInt32()));
    }

    [Fact]
    public void Cff_quotes_what_yaml_would_read()
    {
        Assert.Contains("title: \"PerJam: what an hour of gig work pays (release 7)\"\n", Whole.Cff(), StringComparison.Ordinal);
        Assert.Contains("~^ \\\\ \\\"c\\\" or a\\u000ab\"\n", Odd.Cff(), StringComparison.Ordinal);
        Assert.Contains("type: \"dataset\"\n", Whole.Cff(), StringComparison.Ordinal);
    }
}
