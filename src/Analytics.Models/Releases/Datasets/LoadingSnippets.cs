namespace Analytics.Models.Releases.Datasets;

/// <summary>
/// Code that loads a table with its types, to be copied. Blanks become missing values and nothing else does: the country code NA stays a text. Shown on pages and in the readme, and run by
/// tests.
/// </summary>
public static class LoadingSnippets
{
    /// <summary>Programs that there is code for.</summary>
    public static IReadOnlyList<string> Programs { get; } = ["python", "r", "duckdb"];

    /// <summary>What the program is called, and what it needs.</summary>
    public static string NameOf(string program) => program switch
    {
        "python" => "Python (pandas)",
        "r" => "R",
        _ => "DuckDB",
    };

    /// <summary>The code; it leaves the table in a variable or table of its own name.</summary>
    /// <param name="program">One of <see cref="Programs"/>.</param>
    /// <param name="source">File name or web address of the table as CSV, without quotation marks.</param>
    /// <exception cref="ArgumentException">There is no code for the program.</exception>
    public static string Of(DatasetTable table, string program, string source) => program switch
    {
        "python" => Python(table, source),
        "r" => R(table, source),
        "duckdb" => $"CREATE TABLE {table.Name} AS\nSELECT * FROM read_csv('{source}', header = true, delim = ',', quote = '\"', escape = '\"', nullstr = '', columns = {DuckTypes(table)});\n",
        _ => throw new ArgumentException($"There is no code for {program}.", nameof(program)),
    };

    private static string Python(DatasetTable table, string source) => $$"""
        from collections import defaultdict
        import pandas as pd

        types = defaultdict(lambda: "string", {{{PythonTypes(table)}}})
        {{table.Name}} = pd.read_csv("{{source}}", dtype=types, keep_default_na=False, na_values=[""])

        """ + PythonDates(table);

    private static string PythonTypes(DatasetTable table) => Listed(table, ": ", name => $"\"{name}\"", type => type switch
    {
        ColumnType.Integer => "\"Int64\"",
        ColumnType.Number => "\"float64\"",
        ColumnType.Boolean => "\"boolean\"",
        _ => null,
    });

    private static string PythonDates(DatasetTable table) => string.Concat(table.Columns.Where(c => c.Type == ColumnType.Date).Select(c => $"{table.Name}[\"{c.Name}\"] = pd.to_datetime({table.Name}[\"{c.Name}\"])\n"));

    private static string R(DatasetTable table, string source) => $$"""
        file <- "{{source}}"
        types <- sapply(read.csv(file, nrows = 1, check.names = FALSE), function(column) "character")
        known <- c({{RTypes(table)}})
        types[names(known)] <- known
        {{table.Name}} <- read.csv(file, colClasses = types, na.strings = "", encoding = "UTF-8", check.names = FALSE)

        """;

    private static string RTypes(DatasetTable table) => Listed(table, " = ", name => name, type => type switch
    {
        ColumnType.Integer => "\"integer\"",
        ColumnType.Number => "\"numeric\"",
        ColumnType.Boolean => "\"logical\"",
        ColumnType.Date => "\"Date\"",
        _ => null,
    });

    private static string DuckTypes(DatasetTable table) => "{" + Listed(table, ": ", name => $"'{name}'", type => type switch
    {
        ColumnType.Integer => "'INTEGER'",
        ColumnType.Number => "'DOUBLE'",
        ColumnType.Boolean => "'BOOLEAN'",
        ColumnType.Date => "'DATE'",
        _ => "'VARCHAR'",
    }) + "}";

    private static string Listed(DatasetTable table, string between, Func<string, string> quoted, Func<ColumnType, string?> type) =>
        string.Join(", ", table.Columns.Where(c => type(c.Type) is not null).Select(c => quoted(c.Name) + between + type(c.Type)));
}
