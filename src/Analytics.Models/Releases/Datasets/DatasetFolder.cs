namespace Analytics.Models.Releases.Datasets;

/// <summary>A folder of its own, in which the files of a dataset are written before they are kept, or kept for sending; gone when disposed.</summary>
public sealed class DatasetFolder : IDisposable
{
    private const string Lock = ".lock";
    private readonly FileStream held;

    private DatasetFolder(string path)
    {
        Path = path;
        held = Hold(path);
    }

    public string Path { get; }

    /// <summary>A new folder among the temporary ones. What killed processes left there is cleared away: nobody holds its lock.</summary>
    /// <param name="prefix">What the names of all folders of its kind begin with.</param>
    public static DatasetFolder Create(string prefix = "perjam-dataset-")
    {
        foreach (var left in Directory.EnumerateDirectories(System.IO.Path.GetTempPath(), prefix + "*"))
        {
            try
            {
                Hold(left).Dispose();
                Directory.Delete(left, recursive: true);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                // Somebody is writing there, or it is another user's.
            }
        }

        return new(Directory.CreateTempSubdirectory(prefix).FullName);
    }

    public void Dispose()
    {
        held.Dispose();
        Directory.Delete(Path, recursive: true);
    }

    private static FileStream Hold(string folder) => new(System.IO.Path.Combine(folder, Lock), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
}
