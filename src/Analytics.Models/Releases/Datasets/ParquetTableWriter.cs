using Analytics.Models.Releases.Datasets.Parquet;

namespace Analytics.Models.Releases.Datasets;

/// <summary>
/// A table as <see cref="TableFormat.Parquet"/>: a flat schema of optional columns, the rows in groups that are written column by column, and a footer that says where each is.
/// The same rows are the same bytes.
/// </summary>
/// <param name="rowsAGroup">Rows that are held and then written together.</param>
/// <param name="metadata">Words for the footer, in order: what a reader is told of the file beside its columns.</param>
internal sealed class ParquetTableWriter(
    Stream to, IReadOnlyList<DatasetColumn> columns, int rowsAGroup = ParquetTableWriter.RowsAGroup, IReadOnlyList<KeyValuePair<string, string>>? metadata = null) : TableWriter(columns)
{
    /// <summary>Rows of a group where nothing else is said.</summary>
    internal const int RowsAGroup = 100_000;

    private readonly PageWriter pages = new(to);
    private readonly ColumnBuffer[] buffers = [.. columns.Select(ColumnBuffer.Of)];
    private readonly List<RowGroup> groups = [];
    private int held;

    public override void Flush() => to.Flush();

    private protected override void WriteRow(object?[] row)
    {
        for (var i = 0; i < row.Length; i++)
            buffers[i].Add(row[i]);
        if (++held == rowsAGroup)
            WriteGroup();
    }

    private protected override void Finish()
    {
        if (held > 0)
            WriteGroup();
        pages.WriteFooter(Footer.Of(Columns, groups, Rows, metadata ?? []));
        to.Flush();
    }

    private void WriteGroup()
    {
        groups.Add(new RowGroup(held, [.. buffers.Select(b => b.WriteTo(pages))]));
        held = 0;
    }
}
