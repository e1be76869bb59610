using Npgsql;

namespace Analytics.Models.Storage.PrivateServer;

/// <summary>Notices, for a guest, that the server it uses is gone: a connection of its own breaks and no server takes its place.</summary>
internal sealed class ServerWatch : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly string connectionString;
    private readonly ClusterFolder folder;
    private readonly PrivatePostgresOptions options;
    private readonly CancellationTokenSource leaving = new();
    private readonly TaskCompletionSource<string> lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Task watching;

    public ServerWatch(string connectionString, ClusterFolder folder, PrivatePostgresOptions options)
    {
        this.connectionString = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false }.ConnectionString;
        (this.folder, this.options) = (folder, options);
        watching = Task.Run(WatchAsync);
    }

    /// <summary>Ends, with a sentence, when the server is gone.</summary>
    public Task<string> Lost => lost.Task;

    public async ValueTask DisposeAsync()
    {
        await leaving.CancelAsync();
        await watching;
        leaving.Dispose();
    }

    private async Task WatchAsync()
    {
        try
        {
            var lastSeen = options.Time.GetTimestamp();
            while (true)
            {
                if (await StayConnectedAsync())
                    lastSeen = options.Time.GetTimestamp();
                // A broken connection alone proves nothing: an owner starts a crashed server again, a new owner may take over.
                if (folder.OwnerIsGone() || options.Time.GetElapsedTime(lastSeen) > Patience)
                {
                    lost.SetResult($"The database server in {folder.Root} is gone: the process that ran it has ended.");
                    return;
                }

                await Task.Delay(Pause, options.Time, leaving.Token);
            }
        }
        catch (OperationCanceledException)
        {
            // We leave before the server does.
        }
    }

    // Returns when the connection breaks: whether there was one.
    private async Task<bool> StayConnectedAsync()
    {
        var connected = false;
        try
        {
            await using var connection = new NpgsqlConnection(connectionString);
            await connection.OpenAsync(leaving.Token);
            connected = true;
            while (true)
                await connection.WaitAsync(leaving.Token);
        }
        catch (Exception broken) when (broken is NpgsqlException or IOException or System.Net.Sockets.SocketException)
        {
            return connected;
        }
    }
}
