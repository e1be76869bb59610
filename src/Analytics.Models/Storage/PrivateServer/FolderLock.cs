namespace Analytics.Models.Storage.PrivateServer;

/// <summary>A lock on a file, which the kernel drops however its holder dies. The file itself stays.</summary>
internal sealed class FolderLock(string path)
{
    /// <summary>Takes it alone; null while anybody holds it.</summary>
    public IDisposable? TryTake() => TryOpen(FileAccess.ReadWrite, FileShare.None);

    /// <summary>Takes it together with others; null while somebody holds it alone.</summary>
    public IDisposable? TryShare() => TryOpen(FileAccess.Read, FileShare.Read);

    private FileStream? TryOpen(FileAccess access, FileShare share)
    {
        try
        {
            return Posix.OpenOwnFile(path, access, share);
        }
        catch (IOException failure) when (IsHeld(failure))
        {
            return null;
        }
    }

    // .NET passes on the system's error number: EWOULDBLOCK of flock, 11 on Linux and 35 on macOS.
    private static bool IsHeld(IOException failure) => failure.HResult is 11 or 35;
}
