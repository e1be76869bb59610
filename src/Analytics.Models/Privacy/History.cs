using Analytics.Models.Rollups;

namespace Analytics.Models.Privacy;

/// <summary>The versions of one table's cells that readers have from earlier releases.</summary>
public sealed class History
{
    private readonly ILookup<string, CellVersion> byKey;

    /// <param name="versions">Of every table.</param>
    /// <param name="latest">Number of the latest release; 0 before the first.</param>
    public History(ReportTable table, IEnumerable<CellVersion> versions, int latest)
    {
        (Table, Latest) = (table, latest);
        byKey = versions.Where(v => v.Table == table).OrderBy(v => v.Round).ToLookup(v => v.Key);
    }

    public ReportTable Table { get; }

    /// <summary>Number of the latest release; 0 before the first.</summary>
    public int Latest { get; }

    /// <summary>Keys of the cells that were ever shown.</summary>
    public IEnumerable<string> Keys => byKey.Select(v => v.Key);

    /// <summary>The versions of a cell, oldest first.</summary>
    public IEnumerable<CellVersion> Of(string key) => byKey[key];

    /// <summary>The newest version of a cell; null for none.</summary>
    public CellVersion? LastOf(string key) => byKey[key].LastOrDefault();

    /// <summary>The version that the latest release shows; null where it shows none.</summary>
    public CellVersion? ShownOf(string key) => LastOf(key) is { } last && last.LastRelease == Latest ? last : null;

    /// <summary>
    /// What readers may hold against each other of a release that shows <paramref name="shown"/>: that alone, and with the last versions of cells that are blank in it.
    /// </summary>
    internal IEnumerable<Shown> Views(Population people, Shown shown)
    {
        yield return shown;
        var all = shown.Copy();
        for (var cell = 0; cell < people.Cells; cell++)
        {
            if (shown.Round[cell] == Shown.None && people.KeyOf(cell) is { } key && LastOf(key) is { } last)
                (all.Round[cell], all.Left[cell]) = (last.Round, last.LeftSince);
        }

        if (!all.Round.AsSpan().SequenceEqual(shown.Round))
            yield return all;
    }

    /// <summary>The version that a verdict shows of a cell.</summary>
    /// <param name="round">The making of the rollups that fresh cells are of.</param>
    internal void Show(Shown shown, Population people, int cell, Verdict verdict, int round)
    {
        var carried = verdict.Kind == VerdictKind.Carried && people.KeyOf(cell) is { } key ? LastOf(key) : null;
        (shown.Round[cell], shown.Left[cell]) = verdict.Kind == VerdictKind.Fresh ? (round, 0) : (carried?.Round ?? Shown.None, carried?.LeftSince ?? 0);
    }

    /// <summary>What each earlier state of the publication shows: one for every release that changed a cell.</summary>
    internal IEnumerable<Shown> States(Population people)
    {
        var all = byKey.SelectMany(v => v).ToList();
        foreach (var release in all.Select(v => v.FirstRelease).Distinct().Order())
        {
            var shown = new Shown(people.Cells);
            foreach (var version in all.Where(v => v.FirstRelease <= release && release <= v.LastRelease))
            {
                if (people.Find(version.Key) is { } cell)
                    (shown.Round[cell], shown.Left[cell]) = (version.Round, version.LeftSince);
            }

            yield return shown;
        }
    }
}
