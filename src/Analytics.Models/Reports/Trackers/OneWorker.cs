namespace Analytics.Models.Reports.Trackers;

/// <summary>Sees to it that the rows counted are one person's: another's work is not the sender's to report.</summary>
internal sealed class OneWorker
{
    private UInt128? seen;

    /// <summary>Whether the row is the worker's.</summary>
    /// <exception cref="TrackerException">A second worker turns up, and the sender did not say which one they are.</exception>
    public bool Is(RowView row, params ReadOnlySpan<string> columns)
    {
        var name = row.Text(columns);
        if (row.Options.Worker is { } own)
            return name.Equals(own.Trim(), StringComparison.OrdinalIgnoreCase);
        if (RowView.KeyOf(name) is not { } key)
            return true;
        seen ??= key;
        return seen == key ? true : throw new TrackerException(new(TrackerFault.SeveralWorkers, row.Line));
    }
}
