namespace Analytics.Tests.Storage;

/// <summary>The path of a folder that does not exist yet, and is deleted with all that was put there.</summary>
public sealed class TestFolder : IDisposable
{
    private static int made;

    public TestFolder(string ending = "")
    {
        // Not .NET's own temporary folder: that is closed to the user a server runs as when the tests run as root.
        Path = System.IO.Path.Combine(
            System.IO.Path.GetTempPath(), $"perjam-test-{Environment.ProcessId}-{Interlocked.Increment(ref made)}{ending}");
        Dispose();
    }

    public string Path { get; }

    public void Dispose()
    {
        if (Directory.Exists(Path))
            Directory.Delete(Path, recursive: true);
    }
}
