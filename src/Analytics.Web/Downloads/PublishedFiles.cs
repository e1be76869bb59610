using System.Data.Common;
using Analytics.Models.Releases;
using Analytics.Models.Releases.Datasets;
using Analytics.Web.Releases;

namespace Analytics.Web.Downloads;

/// <summary>A release and the files that it has.</summary>
public sealed class PublishedRelease(ReleaseHead head, IReadOnlyList<ReleaseFile> files)
{
    private readonly Dictionary<string, ReleaseFile> byName = files.ToDictionary(f => f.Name, StringComparer.Ordinal);

    public ReleaseHead Head { get; } = head;

    /// <summary>By name.</summary>
    public IReadOnlyList<ReleaseFile> Files { get; } = files;

    /// <summary>The tables of its dataset, in the order in which they are listed; none for a release of before there was one, which has records alone.</summary>
    public IReadOnlyList<DatasetTable> Tables => [.. DatasetTables.All.Where(t => IsTable(t.Name))];

    public ReleaseFile? Find(string name) => byName.GetValueOrDefault(name);

    /// <summary>Whether its dataset has a table of that name.</summary>
    public bool IsTable(string name) => byName.ContainsKey($"{name}.{TableFormat.Csv.Ending}");
}

/// <summary>Which files releases have, in memory: that never changes, and files are sent while the database is away.</summary>
public sealed class PublishedFiles(ReleaseStore releases, ReleaseFileStore files, LatestRelease latest)
{
    // A release takes some 10 kB.
    private const int MostKept = 200;

    private readonly Lock gate = new();
    private readonly Dictionary<string, PublishedRelease> kept = [];

    /// <summary>The release called <paramref name="id"/>; null where there is none.</summary>
    /// <exception cref="DbException">It is not in memory, and the database is away.</exception>
    public async Task<PublishedRelease?> FindAsync(string id, CancellationToken stop)
    {
        lock (gate)
        {
            if (kept.TryGetValue(id, out var known))
                return known;
        }

        var head = latest.Current?.Head is { } current && current.Id == id ? current : (await releases.ListAsync(stop)).FirstOrDefault(r => r.Id == id);
        if (head is null)
            return null;
        var found = new PublishedRelease(head, await files.ListAsync(id, stop));
        lock (gate)
        {
            if (kept.Count >= MostKept)
                kept.Clear();
            return kept[id] = found;
        }
    }
}
