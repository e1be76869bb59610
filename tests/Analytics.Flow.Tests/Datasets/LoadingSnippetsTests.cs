using System.Globalization;
using System.Text.Json;
using Analytics.Models.Releases.Datasets;
using Analytics.Tests.Storage;
using Xunit;

namespace Analytics.Flow.Tests.Datasets;

/// <summary>That the code which the pages show loads every table of a running site, as it stands there.</summary>
public sealed class LoadingSnippetsTests(SimulatedSite simulated, PostgresFixture postgres)
{
    public static TheoryData<string> Programs => [.. LoadingSnippets.Programs];

    [Theory, MemberData(nameof(Programs))]
    public async Task What_a_page_shows_loads_the_table_with_its_rows_types_and_blanks(string program)
    {
        var site = await simulated.ReadyAsync(postgres);
        using var client = new HttpClient { BaseAddress = site };
        foreach (var table in DatasetTables.All)
        {
            var shown = ShownSnippet.On(await client.GetStringAsync($"/en/data/{table.Name}"), table, program);
            Assert.Equal(await ExpectedAsync(client, table, shown.Address.Replace(".csv", ".jsonl", StringComparison.Ordinal), program), await shown.RunAsync(client));
        }
    }

    // From the same rows in another format: how many there are, and of each column its type and how often it is blank.
    private static async Task<string> ExpectedAsync(HttpClient client, DatasetTable table, string lines, string program)
    {
        var rows = (await client.GetStringAsync(lines)).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(line)!).ToList();
        Assert.True(rows.Count > 0 || table.Name is "claims", $"{table.Name} has no rows, so that nothing would be tried.");
        return string.Concat(table.Columns.Select(c => $"{c.Name} {TypeIn(program, c.Type)} {rows.Count(r => r[c.Name].ValueKind == JsonValueKind.Null).ToString(CultureInfo.InvariantCulture)}\n").Prepend($"{rows.Count}\n"));
    }

    private static string TypeIn(string program, ColumnType type) => (program, type) switch
    {
        ("python", ColumnType.Text) => "string",
        ("python", ColumnType.Integer) => "Int64",
        ("python", ColumnType.Number) => "float64",
        ("python", ColumnType.Boolean) => "boolean",
        ("python", _) => "datetime64[ns]",
        ("r", ColumnType.Text) => "character",
        ("r", ColumnType.Integer) => "integer",
        ("r", ColumnType.Number) => "numeric",
        ("r", ColumnType.Boolean) => "logical",
        ("r", _) => "Date",
        (_, ColumnType.Text) => "VARCHAR",
        (_, ColumnType.Integer) => "INTEGER",
        (_, ColumnType.Number) => "DOUBLE",
        (_, ColumnType.Boolean) => "BOOLEAN",
        _ => "DATE",
    };
}
