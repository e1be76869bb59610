using System.Text.RegularExpressions;
using Analytics.Models.Platforms;

namespace Analytics.Models.Releases.Datasets;

/// <summary>What a column must hold.</summary>
/// <param name="Name">The name in addresses: <c>task</c>.</param>
/// <param name="Values">Any of these, in order, each once. Of a column that is a list, one of its parts.</param>
public sealed record FilterCondition(string Name, DatasetColumn Column, IReadOnlyList<string> Values)
{
    /// <summary>Whether a cell that holds <paramref name="value"/> is wanted; a blank never is.</summary>
    public bool Matches(string? value) => value is not null && (Column.List ? value.Split("; ").Any(Values.Contains) : Values.Contains(value));
}

/// <summary>Which rows of a table are wanted, in the names that the pages use: <c>platform=prolific&amp;country=ID</c>.</summary>
public sealed partial class DatasetFilter
{
    // The columns that a name stands for; a table has one of them or none.
    private static readonly (string Name, string[] Columns)[] ColumnsOf =
    [
        ("platform", ["platform"]), ("task", ["task_type", "task_types"]), ("experience", ["experience"]), ("country", ["country"]), ("quarter", ["quarter"]), ("kind", ["kind"]),
        ("measure", ["measure"]),
    ];

    private DatasetFilter(DatasetTable table, IReadOnlyList<FilterCondition> conditions) => (Table, Conditions) = (table, conditions);

    public DatasetTable Table { get; }

    /// <summary>All of them must hold; in the order of the names. None lets every row through.</summary>
    public IReadOnlyList<FilterCondition> Conditions { get; }

    /// <summary>The filter as the query of an address, with its question mark; the same for the same filter, however it was asked for. Empty for none.</summary>
    public string Query => Conditions.Count == 0 ? "" : "?" + string.Join('&', Conditions.SelectMany(c => c.Values, (c, value) => $"{c.Name}={Uri.EscapeDataString(value)}"));

    /// <summary>The names that rows of <paramref name="table"/> can be filtered by, in order.</summary>
    public static IReadOnlyList<string> NamesOf(DatasetTable table) => [.. ColumnsOf.Where(n => n.Columns.Any(c => table.IndexOf(c) >= 0)).Select(n => n.Name)];

    /// <summary>The column of <paramref name="table"/> that <paramref name="name"/> stands for; null where there is none.</summary>
    public static DatasetColumn? ColumnOf(DatasetTable table, string name) =>
        ColumnsOf.FirstOrDefault(n => n.Name == name).Columns?.Select(table.IndexOf).Where(i => i >= 0).Select(i => table.Columns[i]).FirstOrDefault();

    /// <summary>Reads a filter. Whatever the table does not know is a fault, and so is a name without a value.</summary>
    /// <param name="asked">Names and values; a name may come several times.</param>
    /// <param name="platforms">Slugs of the platforms that the release knows.</param>
    /// <param name="faults">Gets a sentence for each name that is wrong.</param>
    /// <returns>The filter without what is at fault.</returns>
    public static DatasetFilter Read(DatasetTable table, IEnumerable<(string Name, string Value)> asked, IReadOnlyCollection<string> platforms, IDictionary<string, string> faults)
    {
        var wanted = new Dictionary<string, SortedSet<string>>(StringComparer.Ordinal);
        foreach (var (name, value) in asked)
        {
            if (ColumnOf(table, name) is not { } column)
                faults[name] = Unknown(table, name);
            else if (value.Length == 0)
                faults[name] = $"{name} is empty; give it a value, or leave it out to have every row.";
            else if (Find(table, name, column, value, platforms) is not { } known)
                faults[name] = $"'{value}' is not known; {Taken(name, column)}";
            else if (wanted.TryGetValue(name, out var values) || wanted.TryAdd(name, values = new(StringComparer.Ordinal)))
                values.Add(known);
        }

        return new(table, [.. ColumnsOf.Where(n => wanted.ContainsKey(n.Name)).Select(n => new FilterCondition(n.Name, ColumnOf(table, n.Name)!, [.. wanted[n.Name]]))]);
    }

    /// <summary>Whether <paramref name="row"/>, the values of the table's columns, is wanted.</summary>
    public bool Matches(object?[] row) => Conditions.All(c => c.Matches(row[Table.IndexOf(c.Column.Name)] as string));

    private static string Unknown(DatasetTable table, string name) => NamesOf(table) is { Count: > 0 } names
        ? $"{table.Name} cannot be filtered by '{name}'; it takes {string.Join(", ", names)}."
        : $"{table.Name} cannot be filtered by '{name}'; it can be had whole.";

    // The value as the column writes it, whatever its case; null for one that it never holds.
    private static string? Find(DatasetTable table, string name, DatasetColumn column, string value, IReadOnlyCollection<string> platforms)
    {
        if (column.Words.Count > 0)
            return column.Words.FirstOrDefault(w => w.Equals(value, StringComparison.OrdinalIgnoreCase));
        if (TellsAll(table) && value.Equals(DatasetTables.Every, StringComparison.OrdinalIgnoreCase))
            return DatasetTables.Every;
        return name switch
        {
            "platform" => platforms.FirstOrDefault(p => p.Equals(value, StringComparison.OrdinalIgnoreCase)),
            "country" => Countries.Find(value)?.Code,
            "quarter" when QuarterShape().IsMatch(value) => value.ToUpperInvariant(),
            _ => null,
        };
    }

    /// <summary>Whether a row of <paramref name="table"/> may be of all platforms, countries or quarters together: then it holds <see cref="DatasetTables.Every"/>.</summary>
    public static bool TellsAll(DatasetTable table) => ColumnOf(table, "experience")?.Words.Contains(DatasetTables.Every) == true;

    private static string Taken(string name, DatasetColumn column) => name switch
    {
        _ when column.Words.Count > 0 => $"{name} is one of {string.Join(", ", column.Words)}.",
        "platform" => "platform is the last part of a platform page's address, such as prolific.",
        "country" => "country is a two-letter code such as ID.",
        _ => $"{name} is written like 2026Q1.",
    };

    [GeneratedRegex("^(?:19|20)[0-9]{2}[Qq][1-4]$", RegexOptions.CultureInvariant)]
    private static partial Regex QuarterShape();
}
