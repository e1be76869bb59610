using System.Diagnostics;
using System.Text.Json;
using Analytics.Models.Releases.Datasets;
using Xunit;

namespace Analytics.Flow.Tests.Datasets;

/// <summary>A program of other people that reads our files, and what it makes of a table.</summary>
/// <param name="Types">What it calls a column of each type that has values.</param>
internal sealed record TableReader(string Name, TableFormat Format, IReadOnlyDictionary<ColumnType, string> Types, Func<string, (string Program, string[] Arguments)> Command)
{
    internal static readonly string Modules = Path.Combine(Checkout.Root, "artifacts/node/Datasets/node_modules");

    // Debian's pandas belongs to Debian's Python, which need not be the first one.
    internal static readonly string Python = File.Exists("/usr/bin/python3") ? "/usr/bin/python3" : "python3";

    private static readonly Dictionary<ColumnType, string>
        Pandas = Named("string", "Int64", "Float64", "boolean", "datetime64[ns]"),
        R = Named("character", "integer", "numeric", "logical", "Date");

    /// <summary>Every reader and the format that it reads.</summary>
    public static IReadOnlyList<TableReader> All { get; } =
    [
        new("pandas", TableFormat.Csv, Pandas, file => (Python, [Script("read.py"), file, "seen"])),
        new("pandas", TableFormat.JsonLines, Pandas, file => (Python, [Script("read.py"), file, "seen"])),
        new("r", TableFormat.Csv, R, file => ("Rscript", ["--vanilla", Script("read.R"), file, "seen=Date", "imputed=logical"])),
        new("duckdb", TableFormat.Csv, Named("VARCHAR", "BIGINT", "DOUBLE", "BOOLEAN", "DATE"), file => ("node", [Script("read.mjs"), Modules + "/", "duckdb", file])),
        new("duckdb", TableFormat.Parquet, Named("VARCHAR", "INTEGER", "DOUBLE", "BOOLEAN", "DATE"), file => ("node", [Script("read.mjs"), Modules + "/", "duckdb", file])),
        new("hyparquet", TableFormat.Parquet, Named("BYTE_ARRAY UTF8 STRING", "INT32 INT_32 INTEGER", "DOUBLE", "BOOLEAN", "INT32 DATE DATE"), file => ("node", [Script("read.mjs"), Modules + "/", "hyparquet", file])),
    ];

    /// <summary>R alone takes a line break of CR LF inside a text for LF.</summary>
    public bool KeepsLineBreaks => Name != "r";

    /// <summary>The columns with their types, and the rows: text (dates too), double (whole numbers too), boolean or null.</summary>
    public async Task<(List<string[]> Columns, List<object?[]> Rows)> ReadAsync(byte[] content)
    {
        var (code, said, fault) = await RunAsync(content);
        Assert.True(code == 0, fault);
        using var read = JsonDocument.Parse(said);
        return (
            [.. read.RootElement.GetProperty("columns").EnumerateArray().Select(c => new[] { c[0].GetString()!, c[1].GetString()! })],
            [.. read.RootElement.GetProperty("rows").EnumerateArray().Select(row => row.EnumerateArray().Select(Value).ToArray())]);
    }

    /// <summary>The exit code, what it printed and what it complained of.</summary>
    public async Task<(int Code, string Said, string Fault)> RunAsync(byte[] content)
    {
        Assert.True(Directory.Exists(Modules), "The readers are not installed; ./test does that, or: bash -c 'source .ci/setup.sh; need_node_packages tests/Analytics.Flow.Tests/Datasets'");
        var folder = Directory.CreateTempSubdirectory("perjam-table-");
        try
        {
            var file = Path.Combine(folder.FullName, $"table.{Format.Ending}");
            await File.WriteAllBytesAsync(file, content);
            var (program, arguments) = Command(file);
            using var reader = Process.Start(new ProcessStartInfo(program, arguments)
            {
                RedirectStandardOutput = true,
                RedirectStandardError = true,
                Environment = { ["LC_ALL"] = "C.UTF-8" },
            })!;
            var fault = reader.StandardError.ReadToEndAsync();
            var said = await reader.StandardOutput.ReadToEndAsync();
            await reader.WaitForExitAsync();
            return (reader.ExitCode, said, await fault);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static object? Value(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Null => null,
        JsonValueKind.Number => value.GetDouble(),
        JsonValueKind.String => value.GetString(),
        _ => value.GetBoolean(),
    };

    internal static string Script(string name) => Path.Combine(Checkout.Root, "tests/Analytics.Flow.Tests/Datasets", name);

    private static Dictionary<ColumnType, string> Named(string text, string integer, string number, string boolean, string date) => new()
    {
        [ColumnType.Text] = text,
        [ColumnType.Integer] = integer,
        [ColumnType.Number] = number,
        [ColumnType.Boolean] = boolean,
        [ColumnType.Date] = date,
    };
}
