using System.Globalization;

namespace Analytics.Models.Storage.PrivateServer;

/// <summary>
/// What a server that was not stopped in order may have left in its cluster. Only for the holder of the owner's lock:
/// whatever still runs there has lost its owner.
/// </summary>
internal static class Leftovers
{
    private static readonly TimeSpan Polite = TimeSpan.FromSeconds(15);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    /// <summary>Ends processes that still work on the cluster and removes the pid file.</summary>
    public static async Task ClearAsync(ClusterFolder folder, PrivatePostgresOptions options, CancellationToken stop)
    {
        // Without /proc (macOS) the server's own check of its pid file has to do.
        if (!Directory.Exists("/proc/self") || !File.Exists(folder.PidFile))
            return;
        await EndAsync(folder, options, stop);
        // A process that is dead but not yet reaped still answers to its pid, and the server would refuse to start because of it;
        // and the pid may by now be another program's.
        File.Delete(folder.PidFile);
    }

    private static async Task EndAsync(ClusterFolder folder, PrivatePostgresOptions options, CancellationToken stop)
    {
        var began = options.Time.GetTimestamp();
        var signal = 0;
        for (var left = Processes(folder.Data); left.Count > 0; left = Processes(folder.Data))
        {
            var waited = options.Time.GetElapsedTime(began);
            if (waited > Patience)
                throw new StorageException($"A PostgreSQL server still works on {folder.Data} (process {left[0]}) and cannot be ended. End it, then start again.");
            var next = waited > Polite ? Posix.Kill : left.Contains(Postmaster(folder)) ? Posix.Interrupt : Posix.Quit;
            if (next != signal)
            {
                options.Log($"Ending a PostgreSQL server left over on {folder.Root} (process {left[0]}).");
                foreach (var pid in next == Posix.Interrupt ? [Postmaster(folder)] : left)
                    Posix.Signal(pid, next);
                signal = next;
            }

            await Task.Delay(TimeSpan.FromMilliseconds(20), options.Time, stop);
        }
    }

    /// <summary>The live processes of a server that works on this cluster.</summary>
    // Server and backends all work in the data folder; backends outlive a killed server for as long as their query runs,
    // and a second server beside them would ruin the data.
    public static List<int> Processes(string data)
    {
        var place = Posix.RealPath(data);
        return [.. from folder in Directory.EnumerateDirectories("/proc")
                   let number = Path.GetFileName(folder)
                   where int.TryParse(number, CultureInfo.InvariantCulture, out _)
                   where IsLivePostgres(folder) && WorkingFolder(folder) == place
                   select int.Parse(number, CultureInfo.InvariantCulture)];
    }

    private static int Postmaster(ClusterFolder folder)
    {
        try
        {
            return int.TryParse(File.ReadLines(folder.PidFile).FirstOrDefault(), CultureInfo.InvariantCulture, out var pid) ? pid : 0;
        }
        catch (FileNotFoundException)
        {
            return 0;
        }
    }

    // "1234 (postgres) S …": Z and X are dead.
    private static bool IsLivePostgres(string processFolder)
    {
        try
        {
            var stat = File.ReadAllText(Path.Combine(processFolder, "stat"));
            var end = stat.LastIndexOf(')');
            return stat[..end].EndsWith("(postgres", StringComparison.Ordinal) && stat[end + 2] is not ('Z' or 'X');
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static string? WorkingFolder(string processFolder)
    {
        try
        {
            return new FileInfo(Path.Combine(processFolder, "cwd")).LinkTarget;
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
