namespace Analytics.Models.Releases.Datasets;

/// <summary>A table of the dataset: flat, the same columns in every format.</summary>
public abstract class DatasetTable(string name, IReadOnlyList<string> key)
{
    /// <summary>File name without its ending: <c>rates</c>.</summary>
    public string Name { get; } = name;

    /// <summary>The columns that together tell every row from the others; empty where rows are not told apart.</summary>
    public IReadOnlyList<string> Key { get; } = key;

    public abstract IReadOnlyList<DatasetColumn> Columns { get; }

    /// <summary>The rows of <paramref name="release"/> in the order in which they are published, each the values of <see cref="Columns"/>.</summary>
    public abstract IEnumerable<object?[]> Rows(Release release);

    /// <summary>The place of the column called <paramref name="name"/>; -1 where there is none.</summary>
    public int IndexOf(string name)
    {
        for (var i = 0; i < Columns.Count; i++)
        {
            if (Columns[i].Name == name)
                return i;
        }

        return -1;
    }
}

/// <summary>A table of which a row is made from one <typeparamref name="T"/>.</summary>
internal sealed class DatasetTable<T>(string name, IReadOnlyList<string> key, Func<Release, IEnumerable<T>> source) : DatasetTable(name, key)
{
    // Lines are cut out and passed on: each says by itself whether it is made up.
    private static readonly DatasetColumn Simulated = new("simulated", ColumnType.Boolean, null, []) { Required = true };

    private readonly List<DatasetColumn> columns = [Simulated];
    private readonly List<Func<T, object?>> values = [];

    public override IReadOnlyList<DatasetColumn> Columns => columns;

    public override IEnumerable<object?[]> Rows(Release release) => source(release).Select(row => Values(row, release.Head.Simulated));

    /// <summary>Any text.</summary>
    public DatasetTable<T> Text(string column, Func<T, string?> value, string? blank = null) => Add(new(column, ColumnType.Text, null, []) { BlankColumn = blank }, value);

    /// <summary>Any text, in every row.</summary>
    public DatasetTable<T> Always(string column, Func<T, string> value) => Add(new(column, ColumnType.Text, null, []) { Required = true }, value);

    /// <summary>One of the words of <typeparamref name="TWord"/>, or <paramref name="otherwise"/> where there is none.</summary>
    public DatasetTable<T> Word<TWord>(string column, Func<T, TWord?> value, string? otherwise = null, string? blank = null)
        where TWord : struct, Enum =>
        Add(new(column, ColumnType.Text, null, [.. Enum.GetValues<TWord>().Select(Term.Of), .. otherwise is null ? Array.Empty<string>() : [otherwise]]) { BlankColumn = blank, Required = otherwise is not null },
            row => value(row) is { } word ? Term.Of(word) : otherwise);

    /// <summary>One of <paramref name="words"/>.</summary>
    public DatasetTable<T> OneOf(string column, IReadOnlyList<string> words, Func<T, string?> value) => Add(new(column, ColumnType.Text, null, words), value);

    /// <summary>Several values in one, "; " between them; null for none.</summary>
    public DatasetTable<T> Several(string column, IReadOnlyList<string> words, Func<T, IEnumerable<string>> value) =>
        Add(new(column, ColumnType.Text, null, words) { List = true }, row => string.Join("; ", value(row)) is { Length: > 0 } all ? all : null);

    public DatasetTable<T> Integer(string column, Func<T, int?> value, string? unit = null, string? blank = null) => Add(new(column, ColumnType.Integer, unit, []) { BlankColumn = blank }, row => value(row));

    public DatasetTable<T> Number(string column, Func<T, decimal?> value, string? unit = null, string? blank = null) => Add(new(column, ColumnType.Number, unit, []) { BlankColumn = blank }, row => value(row));

    public DatasetTable<T> Boolean(string column, Func<T, bool?> value) => Add(new(column, ColumnType.Boolean, null, []), row => value(row));

    public DatasetTable<T> Date(string column, Func<T, DateOnly?> value) => Add(new(column, ColumnType.Date, null, []), row => value(row));

    private object?[] Values(T row, bool simulated)
    {
        var made = new object?[columns.Count];
        for (var i = 0; i < values.Count; i++)
            made[i] = values[i](row);
        made[^1] = simulated;
        return made;
    }

    private DatasetTable<T> Add(DatasetColumn column, Func<T, object?> value)
    {
        // The last of them.
        columns.Insert(columns.Count - 1, column);
        values.Add(value);
        return this;
    }
}
