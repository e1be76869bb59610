namespace Analytics.Models.Releases.Datasets;

/// <summary>
/// Writes the rows of one table to a stream, in memory that does not grow with them. What is not <see cref="Complete">completed</see> is no table: the end of it is missing,
/// and whoever sends it must break the transfer.
/// </summary>
public abstract class TableWriter
{
    private bool complete;

    private protected TableWriter(IReadOnlyList<DatasetColumn> columns) => Columns = columns;

    public IReadOnlyList<DatasetColumn> Columns { get; }

    /// <summary>Rows written so far.</summary>
    public long Rows { get; private set; }

    /// <summary>Adds a row. An empty text is written as a blank, because CSV does not tell the two apart.</summary>
    /// <param name="row">The values of <see cref="Columns"/>, of the types that <see cref="ColumnType"/> says; not changed and not kept.</param>
    /// <exception cref="ArgumentException">There are more or fewer values than columns, or one is of another type than its column.</exception>
    /// <exception cref="InvalidOperationException">The table is complete.</exception>
    public void Write(object?[] row)
    {
        ThrowIfComplete();
        if (row.Length != Columns.Count)
            throw new ArgumentException($"A row of {row.Length} values cannot stand in a table of {Columns.Count} columns.", nameof(row));
        var given = row;
        for (var i = 0; i < given.Length; i++)
        {
            if (given[i] is string { Length: 0 })
                (row = ReferenceEquals(row, given) ? [.. given] : row)[i] = null;
            else if (given[i] is { } value && !Fits(value, Columns[i].Type))
                throw new ArgumentException($"Column {Columns[i].Name} is of type {Columns[i].Type}, and a {value.GetType().Name} is not.", nameof(row));
        }

        WriteRow(row);
        Rows++;
    }

    /// <summary>Hands rows on to the stream and flushes it, as far as the format allows: of Parquet only whole groups of rows can be.</summary>
    public abstract void Flush();

    /// <summary>Writes what is still held and the end of the table, and flushes the stream.</summary>
    /// <exception cref="InvalidOperationException">The table is complete already.</exception>
    public void Complete()
    {
        ThrowIfComplete();
        complete = true;
        Finish();
    }

    private protected abstract void WriteRow(object?[] row);

    private protected abstract void Finish();

    private static bool Fits(object value, ColumnType type) => type switch
    {
        ColumnType.Text => value is string,
        ColumnType.Integer => value is int,
        ColumnType.Number => value is decimal,
        ColumnType.Boolean => value is bool,
        ColumnType.Date => value is DateOnly,
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    private void ThrowIfComplete()
    {
        if (complete)
            throw new InvalidOperationException("The table is complete.");
    }
}
