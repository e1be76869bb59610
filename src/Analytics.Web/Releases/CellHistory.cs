using Analytics.Models.Estimates;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;

namespace Analytics.Web.Releases;

/// <summary>A cell in a release; null where that release has none of it.</summary>
public sealed record CellMoment(ReleaseHead Release, CellRow? Cell);

/// <summary>
/// What releases said of a cell of a platform, a kind of work, or both. Each release is read once and only such cells of it are kept, in bounded memory: the release that was asked
/// for longest ago is forgotten first.
/// </summary>
public sealed class CellHistory : IDisposable
{
    /// <summary>Releases that are told of at most.</summary>
    public const int MostReleases = 24;

    /// <summary>What is kept at most, in bytes.</summary>
    public const long MostBytes = 48 * 1024 * 1024;

    // Reckoned from above for a row with its key: some 300 bytes of numbers and references, and its short texts.
    internal const int BytesPerCell = 512;

    private readonly Func<CancellationToken, Task<IReadOnlyList<ReleaseHead>>> list;
    private readonly Func<string, CancellationToken, Task<byte[]?>> read;
    private readonly long most;
    private readonly SemaphoreSlim reading = new(1, 1);
    private readonly Lock gate = new();
    private readonly List<(string Release, Dictionary<(Cell, PayMeasure), CellRow> Cells)> kept = [];

    public CellHistory(ReleaseStore store)
        : this(store.ListAsync, store.RecordsAsync<CellRow>, MostBytes)
    {
    }

    /// <param name="list">Every release, the latest first.</param>
    /// <param name="read">The file of cells of a release; null where there is none.</param>
    /// <param name="most">Bytes to keep at most.</param>
    internal CellHistory(Func<CancellationToken, Task<IReadOnlyList<ReleaseHead>>> list, Func<string, CancellationToken, Task<byte[]?>> read, long most) =>
        (this.list, this.read, this.most) = (list, read, most);

    /// <summary>Bytes kept, as reckoned.</summary>
    internal long Bytes
    {
        get
        {
            lock (gate)
                return kept.Sum(one => Size(one.Cells));
        }
    }

    /// <summary>The cell in the releases up to <paramref name="last"/>, the oldest first; of simulated releases where that one is, else of real ones.</summary>
    /// <exception cref="System.Data.Common.DbException">The database is away.</exception>
    public async Task<IReadOnlyList<CellMoment>> OfAsync(ShownRelease last, Cell cell, PayMeasure measure, CancellationToken stop)
    {
        var releases = (await list(stop))
            .Where(r => r.Number < last.Head.Number && r.Simulated == last.Head.Simulated).OrderByDescending(r => r.Number).Take(MostReleases - 1).Reverse().ToList();
        var moments = new List<CellMoment>(releases.Count + 1);
        foreach (var release in releases)
            moments.Add(new(release, (await CellsAsync(release.Id, stop)).GetValueOrDefault((cell, measure))));
        moments.Add(new(last.Head, last.CellOf(cell, measure)));
        return moments;
    }

    public void Dispose() => reading.Dispose();

    private async Task<Dictionary<(Cell, PayMeasure), CellRow>> CellsAsync(string release, CancellationToken stop)
    {
        if (Find(release) is { } known)
            return known;
        // One at a time: the file is far larger than what is kept of it.
        await reading.WaitAsync(stop);
        try
        {
            return Find(release) ?? Keep(release, Needed(await read(release, stop)));
        }
        finally
        {
            reading.Release();
        }
    }

    private static Dictionary<(Cell, PayMeasure), CellRow> Needed(byte[]? content) => content is null ? []
        : ReleaseTable.Read<CellRow>(content).Where(row => row.Cell is { Experience: null, Country: null, Quarter: null })
            .ToDictionary(row => (row.Cell, row.Measure), row => row with { FigureIds = row.Basis == EstimateBasis.Studies ? [.. row.FigureIds.Take(1)] : [] });

    private Dictionary<(Cell, PayMeasure), CellRow>? Find(string release)
    {
        lock (gate)
        {
            var at = kept.FindIndex(one => one.Release == release);
            if (at < 0)
                return null;
            var found = kept[at];
            kept.RemoveAt(at);
            kept.Add(found);
            return found.Cells;
        }
    }

    private Dictionary<(Cell, PayMeasure), CellRow> Keep(string release, Dictionary<(Cell, PayMeasure), CellRow> cells)
    {
        lock (gate)
        {
            kept.Add((release, cells));
            var bytes = kept.Sum(one => Size(one.Cells));
            while (bytes > most && kept.Count > 0)
            {
                bytes -= Size(kept[0].Cells);
                kept.RemoveAt(0);
            }
        }

        return cells;
    }

    private static long Size(Dictionary<(Cell, PayMeasure), CellRow> cells) => BytesPerCell * (cells.Count + 1L);
}
