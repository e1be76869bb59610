using System.ComponentModel;
using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;

namespace Analytics.Models.Storage.PrivateServer;

/// <summary>The few calls of the operating system that .NET does not offer.</summary>
internal static class Posix
{
    public const int Interrupt = 2;
    public const int Quit = 3;
    public const int Kill = 9;

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Sends a signal; false where there is no such process any more.</summary>
    public static bool Signal(int pid, int signal) => SendSignal(pid, signal) == 0;

    /// <summary>Gives a file or folder to another user; only root may.</summary>
    public static void GiveTo(string path, SystemUser user)
    {
        if (ChangeOwner(Text(path), user.Uid, user.Gid) != 0)
            throw new IOException($"Cannot give {path} to {user.Name}: {new Win32Exception(Marshal.GetLastPInvokeError()).Message}.");
    }

    /// <summary>The user and group number that own a path (Linux).</summary>
    public static (uint Uid, uint Gid) OwnerOf(string path)
    {
        var start = new ProcessStartInfo("stat", ["-c", "%u %g", path]) { RedirectStandardOutput = true };
        using var stat = Process.Start(start)!;
        var numbers = stat.StandardOutput.ReadToEnd().Split(' ', StringSplitOptions.TrimEntries);
        stat.WaitForExit();
        return numbers is [var uid, var gid]
            ? (uint.Parse(uid, CultureInfo.InvariantCulture), uint.Parse(gid, CultureInfo.InvariantCulture))
            : throw new IOException($"Cannot tell who owns {path}.");
    }

#pragma warning disable CA1416 // Nothing in this room is reached on Windows: PrivatePostgres refuses to start there.
    /// <summary>Opens or makes a file that other users may not even lock.</summary>
    public static FileStream OpenOwnFile(string path, FileAccess access, FileShare share) => new(path, new FileStreamOptions
    {
        Mode = FileMode.OpenOrCreate,
        Access = access,
        Share = share,
        UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
    });

    public static void CloseToOthers(string folder) => File.SetUnixFileMode(folder, OwnerOnly);

    public static void LetOthersThrough(string folder) =>
        File.SetUnixFileMode(folder, OwnerOnly | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute);

    public static bool OthersMayPass(string folder) => File.GetUnixFileMode(folder).HasFlag(UnixFileMode.OtherExecute);
#pragma warning restore CA1416

    /// <summary>The path with every symbolic link on the way resolved.</summary>
    public static string RealPath(string path)
    {
        var found = ResolvePath(Text(path), 0);
        if (found == 0)
            return path;
        var text = Marshal.PtrToStringUTF8(found)!;
        Release(found);
        return text;
    }

    private static byte[] Text(string path) => Encoding.UTF8.GetBytes(path + '\0');

    [DllImport("libc", EntryPoint = "realpath")]
    private static extern nint ResolvePath(byte[] path, nint buffer);

    [DllImport("libc", EntryPoint = "free")]
    private static extern void Release(nint memory);

    [DllImport("libc", EntryPoint = "kill")]
    private static extern int SendSignal(int pid, int signal);

    [DllImport("libc", EntryPoint = "chown", SetLastError = true)]
    private static extern int ChangeOwner(byte[] path, uint uid, uint gid);
}
