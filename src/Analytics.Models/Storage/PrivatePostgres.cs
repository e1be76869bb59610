using Analytics.Models.Storage.PrivateServer;
using Npgsql;

namespace Analytics.Models.Storage;

/// <summary>
/// A PostgreSQL server in a data folder, for as long as somebody uses it. The first process to ask runs it (the owner); others join it
/// (guests). The owner stops it when it is done itself and the last guest has left; it also ends when the owner is killed.
/// Works on Linux and macOS, with PostgreSQL 15 or newer installed; as root the server runs as the user 'postgres' or 'nobody'.
/// </summary>
public sealed class PrivatePostgres : IAsyncDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan NoticeEvery = TimeSpan.FromSeconds(5);

    private readonly PrivatePostgresOptions options;
    private readonly ClusterFolder folder;
    private readonly string socketFolder;
    private readonly IDisposable hold;
    private readonly PostgresServer? server;
    private readonly ServerWatch? watch;
    private bool disposed;

    private PrivatePostgres(PrivatePostgresOptions options, ClusterFolder folder, IDisposable hold, PostgresServer server)
    {
        (this.options, this.folder, this.hold, this.server) = (options, folder, hold, server);
        socketFolder = server.SocketFolder;
        ServerLost = server.Lost;
    }

    private PrivatePostgres(PrivatePostgresOptions options, ClusterFolder folder, IDisposable hold, string socketFolder)
    {
        (this.options, this.folder, this.hold, this.socketFolder) = (options, folder, hold, socketFolder);
        watch = new ServerWatch(ConnectionString("postgres"), folder, options);
        ServerLost = watch.Lost;
    }

    /// <summary>Whether this process runs the server; otherwise it uses another's.</summary>
    public bool IsOwner => server is not null;

    /// <summary>Ends, with a sentence saying why, when the server is gone for good: a long-running program then ends too, and fails.</summary>
    public Task<string> ServerLost { get; }

    /// <summary>Starts the folder's server or joins the one that runs, and returns when it answers.</summary>
    /// <exception cref="StorageException">It cannot be started; the message says why and what to do.</exception>
    public static async Task<PrivatePostgres> StartAsync(PrivatePostgresOptions options, CancellationToken stop)
    {
        if (OperatingSystem.IsWindows())
            throw new StorageException("A private PostgreSQL is not run on Windows: name a server in ConnectionStrings__Analytics.");
        var folder = ClusterFolder.Open(options.DataRoot);
        var notice = new Notice(options, NoticeEvery);
        while (true)
        {
            if (folder.OwnerLock.TryTake() is { } ownership)
                return await OwnAsync(options, folder, ownership, stop);
            if (folder.UsersLock.TryShare() is { } use && await JoinAsync(options, folder, use, notice, stop) is { } guest)
                return guest;
            notice.Say(() => $"Waiting for the server of {folder.Root} to stop, to start it again.");
            await Task.Delay(Pause, options.Time, stop);
        }
    }

    /// <summary>How to reach a database of this server, by its name.</summary>
    public string ConnectionString(string database) => Address(socketFolder, database);

    /// <summary>Makes the database if it does not exist.</summary>
    public Task EnsureDatabaseAsync(string database, CancellationToken stop) =>
        DatabaseCreation.EnsureAsync(ConnectionString("postgres"), database, stop);

    /// <summary>
    /// A guest leaves. The owner waits until every guest has left, or until <see cref="PrivatePostgresOptions.StopWaiting"/>, and stops the server.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        if (disposed)
            return;
        disposed = true;
        if (watch is not null)
            await watch.DisposeAsync();
        using var users = server is null ? null : await WaitForUsersAsync();
        if (server is not null)
        {
            folder.Announce(null);
            await server.StopAsync();
            server.Dispose();
        }

        hold.Dispose();
    }

    private static async Task<PrivatePostgres> OwnAsync(
        PrivatePostgresOptions options, ClusterFolder folder, IDisposable ownership, CancellationToken stop)
    {
        try
        {
            folder.Announce(null);
            var server = await PostgresServer.StartAsync(folder, options, stop);
            folder.Announce(server.SocketFolder);
            return new PrivatePostgres(options, folder, ownership, server);
        }
        catch (Exception failure)
        {
            ownership.Dispose();
            if (failure is IOException or UnauthorizedAccessException)
                throw new StorageException($"The database in {folder.Root} cannot be started: {failure.Message}", failure);
            throw;
        }
    }

    private static string Address(string socketFolder, string database) => new NpgsqlConnectionStringBuilder
    {
        Host = socketFolder,
        Port = 5432,
        Username = Cluster.Administrator,
        Database = database,
        SslMode = SslMode.Disable,
        GssEncryptionMode = GssEncryptionMode.Disable,
        MaxPoolSize = 30,
    }.ConnectionString;

    // Null when the owner went away before its server answered.
    private static async Task<PrivatePostgres?> JoinAsync(
        PrivatePostgresOptions options, ClusterFolder folder, IDisposable use, Notice notice, CancellationToken stop)
    {
        var joined = false;
        try
        {
            while (!folder.OwnerIsGone())
            {
                if (folder.AnnouncedAddress() is { } address && await AnswersAsync(address, stop))
                {
                    joined = true;
                    return new PrivatePostgres(options, folder, use, address);
                }

                notice.Say(() => $"Waiting for the server of {folder.Root}, which another process is starting.");
                await Task.Delay(Pause, options.Time, stop);
            }

            return null;
        }
        finally
        {
            if (!joined)
                use.Dispose();
        }
    }

    // The address may be that of a server which was killed, and whose successor is only just starting.
    private static async Task<bool> AnswersAsync(string socketFolder, CancellationToken stop)
    {
        try
        {
            await using var connection = new NpgsqlConnection(Address(socketFolder, "postgres") + ";Pooling=false");
            await connection.OpenAsync(stop);
            return true;
        }
        catch (NpgsqlException)
        {
            return false;
        }
    }

    // Held until the server has stopped, so that nobody joins a server that is stopping.
    private async Task<IDisposable?> WaitForUsersAsync()
    {
        var notice = new Notice(options, NoticeEvery);
        while (!options.StopWaiting.IsCancellationRequested)
        {
            if (folder.UsersLock.TryTake() is { } users)
                return users;
            notice.Say(() => $"Waiting for the other users of the database in {folder.Root} before stopping it (Ctrl-C again: stop now).");
            await Task.Delay(Pause, options.Time, CancellationToken.None);
        }

        return null;
    }
}
