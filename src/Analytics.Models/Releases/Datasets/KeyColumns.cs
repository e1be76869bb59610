namespace Analytics.Models.Releases.Datasets;

/// <summary>What the keys of tables say of their columns.</summary>
public static class KeyColumns
{
    /// <summary>Whether every row has a value. Columns of a key have, but for free text: the model card tells some lines apart by what is not there.</summary>
    public static bool IsAlwaysTold(this DatasetTable table, DatasetColumn column) =>
        column.Required || (table.Key.Contains(column.Name) && (column.Type != ColumnType.Text || column.Words.Count > 0));

    /// <summary>Whether the key may stand as a primary key, of which no column is ever blank.</summary>
    public static bool HasPrimaryKey(this DatasetTable table) => table.Key.Count > 0 && table.Key.All(name => table.IsAlwaysTold(table.Columns[table.IndexOf(name)]));
}
