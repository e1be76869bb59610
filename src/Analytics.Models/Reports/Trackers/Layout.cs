namespace Analytics.Models.Reports.Trackers;

/// <summary>How one kind of file is read. Made anew for each reading.</summary>
internal abstract class Layout
{
    public abstract TrackerFormat Format { get; }

    /// <summary>Whether the time between two tasks may have gone into searching for the next (<see cref="SearchTime"/>).</summary>
    public virtual bool HasGaps => false;

    /// <summary>What a file of this kind cannot do without: our name, and the columns any of which will do.</summary>
    public virtual IReadOnlyList<(string Field, string[] Columns)> Needs => [];

    /// <summary>Whether the columns are of this kind of file.</summary>
    public abstract bool Fits(SourceRows rows);

    /// <summary>What a row says. What is wrong with it, the row itself remembers.</summary>
    /// <exception cref="TrackerException">The file as a whole cannot be counted.</exception>
    public abstract TrackedWork Read(RowView row);

    protected static bool Any(SourceRows rows, params ReadOnlySpan<string> columns)
    {
        foreach (var column in columns)
        {
            if (rows.Has(column))
                return true;
        }

        return false;
    }

    /// <summary>A count in a column; <paramref name="otherwise"/> where there is none.</summary>
    protected static int Count(RowView row, int otherwise, params ReadOnlySpan<string> columns) =>
        int.TryParse(row.Text(columns), System.Globalization.NumberStyles.None, System.Globalization.CultureInfo.InvariantCulture, out var n) && n <= 100_000 ? n : otherwise;
}
