using System.Diagnostics;

namespace Analytics.Models.Storage.PrivateServer;

/// <summary>
/// A running PostgreSQL server of our own. If it ends by itself (killed, out of memory) it is started again, until that no longer helps.
/// </summary>
internal sealed class PostgresServer : IDisposable
{
    private const int MostRestarts = 5;
    private static readonly TimeSpan RestartWindow = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FastStop = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan ImmediateStop = TimeSpan.FromSeconds(10);

    private readonly ClusterFolder folder;
    private readonly PrivatePostgresOptions options;
    private readonly SystemUser? user;
    private readonly Programs programs;
    private readonly ServerLog log;
    private readonly CancellationTokenSource stopping = new();
    private readonly TaskCompletionSource<string> lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Process? process;
    private Task keeping = Task.CompletedTask;

    private PostgresServer(ClusterFolder folder, PrivatePostgresOptions options)
    {
        this.folder = folder;
        this.options = options;
        user = SystemUser.ForServer(folder.Data);
        programs = Programs.Find(options.ProgramFolders, folder.ClusterMajor());
        log = new ServerLog(folder.LogFile);
    }

    public string SocketFolder { get; private set; } = "";

    /// <summary>Ends, with a sentence, when the server cannot be kept running.</summary>
    public Task<string> Lost => lost.Task;

    /// <summary>Makes the cluster if need be and starts the server. Only for the holder of the owner's lock.</summary>
    public static async Task<PostgresServer> StartAsync(ClusterFolder folder, PrivatePostgresOptions options, CancellationToken stop)
    {
        var server = new PostgresServer(folder, options);
        try
        {
            await Cluster.EnsureAsync(folder, server.programs, server.user, server.log, options, stop);
            await server.LaunchAsync(stop);
            server.keeping = server.KeepAsync();
            return server;
        }
        catch
        {
            server.Dispose();
            throw;
        }
    }

    /// <summary>Stops it in order: open transactions are rolled back, everything committed is on disk.</summary>
    public async Task StopAsync()
    {
        await stopping.CancelAsync();
        await keeping;
        folder.RemoveSocketFolder(SocketFolder);
    }

    public void Dispose()
    {
        log.Dispose();
        process?.Dispose();
        stopping.Dispose();
    }

    private async Task LaunchAsync(CancellationToken stop)
    {
        await Leftovers.ClearAsync(folder, options, stop);
        SocketFolder = folder.MakeSocketFolder(user);
        process?.Dispose();
        process = await Child.StartAsync(programs.Postgres, ServerSettings.Arguments(folder.Data, SocketFolder), user, "INT");
        var output = log.FollowAsync(process);
        try
        {
            await WaitUntilReadyAsync(process, output, stop);
        }
        catch
        {
            await EndAsync();
            throw;
        }
    }

    // The eighth line of the pid file is the server's own word for it; reading it costs nothing, a connection does.
    private async Task WaitUntilReadyAsync(Process started, Task output, CancellationToken stop)
    {
        var began = options.Time.GetTimestamp();
        var patience = new Notice(options, TimeSpan.FromSeconds(5));
        while (!IsReady())
        {
            if (started.HasExited)
            {
                await output;
                throw new StorageException($"PostgreSQL did not start on {folder.Data}: {log.Tail()} (all of it: {folder.LogFile})");
            }

            patience.Say(() => $"Waiting for PostgreSQL to recover its data ({options.Time.GetElapsedTime(began).TotalSeconds:0} s).");
            await Task.Delay(TimeSpan.FromMilliseconds(10), options.Time, stop);
        }
    }

    private bool IsReady()
    {
        try
        {
            return File.ReadLines(folder.PidFile).ElementAtOrDefault(7)?.Trim() == "ready";
        }
        catch (IOException)
        {
            return false;
        }
    }

    private async Task KeepAsync()
    {
        var restarts = new Queue<long>();
        while (true)
        {
            if (await IsToStopAsync())
            {
                await EndAsync();
                return;
            }

            while (restarts.TryPeek(out var oldest) && options.Time.GetElapsedTime(oldest) > RestartWindow)
                restarts.Dequeue();
            if (restarts.Count == MostRestarts)
            {
                lost.SetResult($"PostgreSQL ended {MostRestarts + 1} times within a minute: {log.Tail()} (all of it: {folder.LogFile})");
                return;
            }

            restarts.Enqueue(options.Time.GetTimestamp());
            options.Log($"PostgreSQL ended by itself (exit code {process!.ExitCode}); starting it again.");
            if (!await TryRelaunchAsync())
                return;
        }
    }

    // False: the server has ended by itself.
    private async Task<bool> IsToStopAsync()
    {
        try
        {
            await process!.WaitForExitAsync(stopping.Token);
            return stopping.IsCancellationRequested;
        }
        catch (OperationCanceledException)
        {
            return true;
        }
    }

    private async Task<bool> TryRelaunchAsync()
    {
        try
        {
            await LaunchAsync(stopping.Token);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        catch (Exception failure)
        {
            lost.SetResult(failure.Message);
            return false;
        }
    }

    private async Task EndAsync()
    {
        foreach (var (signal, patience) in new[] { (Posix.Interrupt, FastStop), (Posix.Quit, ImmediateStop), (Posix.Kill, ImmediateStop) })
        {
            if (process!.HasExited)
                return;
            Posix.Signal(process.Id, signal);
            try
            {
                await process.WaitForExitAsync().WaitAsync(patience, options.Time);
                return;
            }
            catch (TimeoutException)
            {
                options.Log($"PostgreSQL has not stopped within {patience.TotalSeconds:0} s; asking harder.");
            }
        }
    }
}
