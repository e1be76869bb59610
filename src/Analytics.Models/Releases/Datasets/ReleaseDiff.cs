namespace Analytics.Models.Releases.Datasets;

/// <summary>What became of a row between two releases.</summary>
public enum RowFate
{
    Added,
    Removed,
    Changed,

    /// <summary>Its page was read anew and still says it: only its id and what belongs to the reading differ.</summary>
    Reread,
}

/// <summary>A value that is another than before; null for a blank.</summary>
public sealed record ValueChange(string Column, object? Before, object? After);

/// <summary>A row that is new, gone or changed.</summary>
/// <param name="Key">The values of the table's key, in its order; of a row that has another than before, the new ones.</param>
/// <param name="Values">Of a changed or reread row the values that differ; of an added or removed one those that are not blank.</param>
public sealed record RowChange(RowFate Fate, IReadOnlyList<string> Key, IReadOnlyList<ValueChange> Values);

/// <summary>What differs in a table.</summary>
/// <param name="Key">Names of the columns by which rows are told apart.</param>
public sealed record TableDiff(string Table, IReadOnlyList<string> Key, IReadOnlyList<RowChange> Changes)
{
    /// <summary>Rows with that fate.</summary>
    public int Count(RowFate fate) => Changes.Count(c => c.Fate == fate);
}

/// <summary>
/// What changed from one release to another: cells of pay, new and withdrawn evidence, the model and its method. Tables without a key, such as the reports one by one, are left out:
/// a quarter's rows are published once and never change. Values in, values out.
/// </summary>
public sealed record ReleaseDiff(ReleaseHead From, ReleaseHead To, IReadOnlyList<TableDiff> Tables)
{
    // Where a figure was computed is no change of it.
    private const string Origin = "from_release";

    // What a claim says, and where: a page that is read anew gives it another id. And what belongs to the reading alone.
    private const string Quote = "quote";
    private static readonly string[] Saying = ["record", "source_address", Quote], OfReading = ["id", "seen", "story"];

    /// <summary>The tables in which anything differs, in the order in which they are listed.</summary>
    public static ReleaseDiff Of(Release from, Release to) => new(from.Head, to.Head,
        [.. DatasetTables.All.Where(t => t.Key.Count > 0).Select(t => Of(t, from, to)).Where(d => d.Changes.Count > 0)]);

    private static TableDiff Of(DatasetTable table, Release from, Release to)
    {
        int[] key = [.. table.Key.Select(table.IndexOf)];
        var before = new Dictionary<string, object?[]>(StringComparer.Ordinal);
        foreach (var row in table.Rows(from))
            before[Written(row, key)] = row;
        var (changes, added) = (new List<RowChange>(), new List<object?[]>());
        foreach (var row in table.Rows(to))
        {
            if (!before.Remove(Written(row, key), out var old))
                added.Add(row);
            else if (Values(table, old, row) is { Count: > 0 } values)
                changes.Add(new(RowFate.Changed, Key(row, key), values));
        }

        var gone = SaidBefore(table, before.Values);
        foreach (var row in added)
        {
            var old = gone?.GetValueOrDefault(SaidIn(table, row))?.TryDequeue(out var same) == true ? same : null;
            var values = Values(table, old, row);
            changes.Add(new(old is null ? RowFate.Added : values.All(v => OfReading.Contains(v.Column)) ? RowFate.Reread : RowFate.Changed, Key(row, key), values));
            if (old is not null)
                before.Remove(Written(old, key));
        }

        changes.AddRange(before.Values.Select(row => new RowChange(RowFate.Removed, Key(row, key), Values(table, row, null))));
        return new(table.Name, table.Key, changes);
    }

    // Rows that went, by what they say; null for a table whose rows say nothing. Figures cited from a work have no quote, and one work has many.
    private static Dictionary<string, Queue<object?[]>>? SaidBefore(DatasetTable table, IEnumerable<object?[]> rows) => Array.TrueForAll(Saying, c => table.IndexOf(c) >= 0)
        ? rows.Where(row => row[table.IndexOf(Quote)] is not null).GroupBy(row => SaidIn(table, row)).ToDictionary(g => g.Key, g => new Queue<object?[]>(g))
        : null;

    private static string SaidIn(DatasetTable table, object?[] row) => Written(row, Array.ConvertAll(Saying, table.IndexOf));

    private static List<ValueChange> Values(DatasetTable table, object?[]? before, object?[]? after)
    {
        var values = new List<ValueChange>();
        for (var i = 0; i < table.Columns.Count; i++)
        {
            var column = table.Columns[i].Name;
            if (column == Origin && before is not null && after is not null)
                continue;
            if (!Equals(before?[i], after?[i]))
                values.Add(new(column, before?[i], after?[i]));
        }

        return values;
    }

    private static string[] Key(object?[] row, int[] key) => Array.ConvertAll(key, i => FieldText.Of(row[i]));

    private static string Written(object?[] row, int[] key) => string.Join('\u001f', Key(row, key));
}
