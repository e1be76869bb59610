using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Analytics.Models.Storage.PrivateServer;

/// <summary>What lies where in a data folder.</summary>
internal sealed class ClusterFolder
{
    // The kernel keeps 108 bytes for a socket's path, the closing zero included.
    private const int LongestSocketPath = 107;

    private ClusterFolder(string root) => Root = root;

    public string Root { get; }

    /// <summary>The finished cluster. initdb works in <see cref="Unfinished"/>, which is renamed, so a half-made one never has this name.</summary>
    public string Data => Path.Combine(Root, "postgres", "data");

    public string Unfinished => Path.Combine(Root, "postgres", "data.new");

    public string PidFile => Path.Combine(Data, "postmaster.pid");

    public string LogFile => Path.Combine(Root, "logs", "postgres.log");

    /// <summary>Held alone by the process that runs the server.</summary>
    public FolderLock OwnerLock => new(Path.Combine(Root, "server.lock"));

    /// <summary>Shared by the processes that use a server which another one runs.</summary>
    public FolderLock UsersLock => new(Path.Combine(Root, "users.lock"));

    /// <summary>Whether nobody runs the server. Asking takes the lock for a moment, which others bear: they ask again.</summary>
    public bool OwnerIsGone()
    {
        using var ownership = OwnerLock.TryTake();
        return ownership is not null;
    }

    private string AddressFile => Path.Combine(Root, "server.address");

    /// <summary>Makes the folder where it is absent and checks that we may write in it.</summary>
    public static ClusterFolder Open(string root)
    {
        var folder = new ClusterFolder(Path.GetFullPath(root));
        try
        {
            MakeFolder(folder.Root);
            MakeFolder(Path.Combine(folder.Root, "postgres"));
            MakeFolder(Path.Combine(folder.Root, "logs"));
            folder.OwnerLock.TryTake()?.Dispose();
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new StorageException(
                $"Cannot write in the data folder {folder.Root} ({failure.Message.TrimEnd('.')}). "
                + "Choose another with --data FOLDER, or run as the user it belongs to.", failure);
        }

        return folder;
    }

    /// <summary>The version of PostgreSQL that made the cluster; null where there is none yet.</summary>
    public int? ClusterMajor()
    {
        if (!Directory.Exists(Data))
            return null;
        var file = Path.Combine(Data, "PG_VERSION");
        return File.Exists(file) && int.TryParse(File.ReadAllText(file), CultureInfo.InvariantCulture, out var major)
            ? major
            : throw new StorageException($"{Data} is not a whole PostgreSQL cluster (PG_VERSION cannot be read). Move it away to begin anew, or restore it from a backup.");
    }

    /// <summary>An empty folder for initdb, in place of what a broken-off one left.</summary>
    public void MakeUnfinished(SystemUser? user)
    {
        if (Directory.Exists(Unfinished))
            Directory.Delete(Unfinished, recursive: true);
        MakePrivate(Unfinished, user);
    }

    /// <summary>The folder for the server's socket, empty, closed to others, and short enough.</summary>
    public string MakeSocketFolder(SystemUser? user)
    {
        var folder = SocketFolder(user);
        MakePrivate(folder, user);
        foreach (var old in Directory.EnumerateFiles(folder, ".s.PGSQL.*"))
            File.Delete(old);
        return folder;
    }

    /// <summary>Removes a socket folder that lies outside of ours, once its server has stopped.</summary>
    public void RemoveSocketFolder(string socketFolder)
    {
        if (!socketFolder.StartsWith(Root + "/", StringComparison.Ordinal) && Directory.Exists(socketFolder))
            Directory.Delete(socketFolder, recursive: true);
    }

    /// <summary>Tells guests where the server listens; null: nowhere any more.</summary>
    public void Announce(string? socketFolder)
    {
        if (socketFolder is null)
        {
            File.Delete(AddressFile);
            return;
        }

        File.WriteAllText(AddressFile + ".new", socketFolder);
        File.Move(AddressFile + ".new", AddressFile, overwrite: true);
    }

    /// <summary>Where the server listens; null before it is ready.</summary>
    public string? AnnouncedAddress() => File.Exists(AddressFile) ? File.ReadAllText(AddressFile) : null;

    private string SocketFolder(SystemUser? user)
    {
        var within = Path.Combine(Root, "postgres", "run");
        if (Fits(within))
            return within;
        // The user's own run-time folder is closed to a user that root drops to.
        var parent = user is null && Environment.GetEnvironmentVariable("XDG_RUNTIME_DIR") is { Length: > 0 } own && Directory.Exists(own) ? own : "/tmp";
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Root)))[..16];
        return Path.Combine(parent, "perjam-" + hash);
    }

    // A comma would part the path in two, for the server and for the driver.
    private static bool Fits(string folder) =>
        Encoding.UTF8.GetByteCount(Path.Combine(folder, ".s.PGSQL.5432")) <= LongestSocketPath && !folder.Contains(',', StringComparison.Ordinal);

    // Where we are root the server's own user passes through these folders; umask may have closed them.
    private static void MakeFolder(string path)
    {
        if (Directory.Exists(path))
            return;
        Directory.CreateDirectory(path);
        if (Environment.IsPrivilegedProcess)
            Posix.LetOthersThrough(path);
    }

    private static void MakePrivate(string path, SystemUser? user)
    {
        var folder = Directory.CreateDirectory(path);
        if (folder.LinkTarget is not null)
            throw new StorageException($"{path} is a symbolic link where a folder of our own is needed: remove it.");
        if (user is not null)
            Posix.GiveTo(path, user);
        Posix.CloseToOthers(path);
    }
}
