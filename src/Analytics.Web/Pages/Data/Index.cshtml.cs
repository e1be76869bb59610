using System.Data.Common;
using Analytics.Models.Releases;
using Analytics.Models.Sources;
using Analytics.Web.Pages.Shared;

namespace Analytics.Web.Pages.Data;

/// <summary>What the site is made from: the releases with their files, and the sources with their last attempt. Asked anew each time.</summary>
public sealed class IndexModel(ReleaseStore releases, ReleaseFileStore files, SourceStore sources) : ReleasePage
{
    public IReadOnlyList<ReleaseFile> Files { get; private set; } = [];

    public IReadOnlyList<ReleaseHead> Releases { get; private set; } = [];

    /// <summary>Null when the database is away.</summary>
    public IReadOnlyList<SourceState>? Sources { get; private set; }

    public async Task OnGetAsync(CancellationToken stop)
    {
        try
        {
            Files = [.. (await files.ListAsync(Asked.Release.Head.Id, stop)).Where(f => !f.Name.StartsWith(ReleaseTable.Folder, StringComparison.Ordinal))];
            Releases = await releases.ListAsync(stop);
            Sources = await sources.StatesAsync(stop);
        }
        catch (Exception failure) when (failure is DbException or TimeoutException)
        {
            // The release in memory is shown; what must be asked for is said to be missing.
            Sources = null;
        }
    }

    /// <summary>The files as data that can be had; null while they are not known.</summary>
    public PublishedData? Published => Files.Count == 0 ? null : new(
        Text.Fill("dataset.name", ("number", Text.Figures.Number(Asked.Release.Head.Number))),
        Asked.Release.Head.Simulated ? $"{Text["preview.simulated"]} {Text["dataset.description"]}" : Text["dataset.description"],
        Asked.Release.Head, Files);

    /// <summary>Whether the last attempt brought the page, changed or not.</summary>
    public static bool Succeeded(SourceState source) => source.Outcome is "fetched" or "not-modified";
}
