using Analytics.Models.Releases.Datasets;
using Xunit;

namespace Analytics.Models.Tests.Releases.Datasets;

/// <summary>The text of the snippets; that they run is tried elsewhere.</summary>
public sealed class LoadingSnippetsTests
{
    public static TheoryData<string> All => [.. LoadingSnippets.Programs];

    [Theory]
    [MemberData(nameof(All))]
    public void Every_program_loads_every_table(string program)
    {
        foreach (var table in DatasetTables.All)
        {
            var code = LoadingSnippets.Of(table, program, $"https://perjam.example/s/r7k2m9/{table.Name}.csv");
            Assert.Contains($"https://perjam.example/s/r7k2m9/{table.Name}.csv", code, StringComparison.Ordinal);
            Assert.EndsWith("\n", code, StringComparison.Ordinal);
            Assert.DoesNotContain('\r', code);
            Assert.All(table.Columns.Where(c => c.Type != ColumnType.Text), c => Assert.Contains(c.Name, code, StringComparison.Ordinal));
        }

        Assert.NotEmpty(LoadingSnippets.NameOf(program));
    }

    [Fact]
    public void Python_takes_nothing_but_a_blank_for_missing() => Assert.Equal("""
        from collections import defaultdict
        import pandas as pd

        types = defaultdict(lambda: "string", {"per_usd": "float64", "simulated": "boolean"})
        exchange_rates = pd.read_csv("exchange_rates.csv", dtype=types, keep_default_na=False, na_values=[""])
        exchange_rates["month"] = pd.to_datetime(exchange_rates["month"])

        """, LoadingSnippets.Of(DatasetTables.Find("exchange_rates")!, "python", "exchange_rates.csv"));

    [Fact]
    public void There_is_none_for_another_program() => Assert.Throws<ArgumentException>(() => LoadingSnippets.Of(DatasetTables.All[0], "cobol", "rates.csv"));
}
