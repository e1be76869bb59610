using System.Collections.Concurrent;
using System.Diagnostics;

namespace Analytics.Models.Storage.PrivateServer;

/// <summary>Starts PostgreSQL's programs so that they end when we do, as another user where we are root.</summary>
internal static class Child
{
    private static readonly BlockingCollection<Action> Starts = StartingThread();

    /// <summary>
    /// Starts a program with its outputs as pipes, as <paramref name="user"/> or, with null, as ourselves. The kernel sends it
    /// <paramref name="deathSignal"/> when we die, however we die (Linux).
    /// </summary>
    public static Task<Process> StartAsync(string program, IEnumerable<string> arguments, SystemUser? user, string deathSignal)
    {
        var start = Describe([.. Prefix(user, deathSignal), program, .. arguments]);
        var started = new TaskCompletionSource<Process>(TaskCreationOptions.RunContinuationsAsynchronously);
        Starts.Add(() =>
        {
            try
            {
                started.SetResult(Process.Start(start)!);
            }
            catch (Exception failure)
            {
                started.SetException(failure);
            }
        });
        return started.Task;
    }

    // setsid keeps the terminal's Ctrl-C away from the server while we still need it. Each program replaces itself by the next,
    // so the child's pid is the server's. Where setpriv is missing (macOS) the program is started plainly.
    private static string[] Prefix(SystemUser? user, string deathSignal)
    {
        if (Programs.OnPath("setpriv") is not { } setpriv)
        {
            return user is null
                ? []
                : throw new StorageException($"To run PostgreSQL as '{user.Name}' the program setpriv is needed: apt-get install util-linux");
        }

        string[] session = Programs.OnPath("setsid") is { } setsid ? [setsid] : [];
        string[] drop = user is null
            ? []
            : ["--reuid", $"{user.Uid}", "--regid", $"{user.Gid}", "--clear-groups", "--no-new-privs"];
        return [.. session, setpriv, .. drop, "--pdeathsig", deathSignal, "--"];
    }

    private static ProcessStartInfo Describe(string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = "/",
        };
        // Settings of the caller's own PostgreSQL and language must not reach ours.
        foreach (var name in start.Environment.Keys.Where(n => n.StartsWith("PG", StringComparison.Ordinal)
            || n.StartsWith("LC_", StringComparison.Ordinal) || n.StartsWith("LANG", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        return start;
    }

    // The kernel's death signal is bound to the thread that forked, not to the process: a thread of the pool may end long
    // before us and would take the server with it. So one thread that lives as long as the process does every start.
    private static BlockingCollection<Action> StartingThread()
    {
        var starts = new BlockingCollection<Action>();
        new Thread(() =>
        {
            foreach (var start in starts.GetConsumingEnumerable())
                start();
        })
        { IsBackground = true, Name = "starts child processes" }.Start();
        return starts;
    }
}
