using Npgsql;

namespace Analytics.Models.Storage;

/// <summary>
/// The database, open and in the shape this program needs, for as long as a program runs. Open it first and dispose of it last,
/// after everything that uses the database has stopped.
/// </summary>
public sealed class StorageSession : IAsyncDisposable
{
    private const string Name = "perjam";
    private const string DemoSuffix = "_demo";

    private readonly PrivatePostgres? server;

    private StorageSession(Database database, string connectionString, PrivatePostgres? server)
    {
        (Database, ConnectionString, this.server) = (database, connectionString, server);
        ServerLost = server?.ServerLost ?? new TaskCompletionSource<string>().Task;
    }

    /// <summary>The pool of connections.</summary>
    public Database Database { get; }

    /// <summary>For a component that makes connections of its own.</summary>
    public string ConnectionString { get; }

    /// <summary>
    /// Ends, with a sentence saying why, when a private server is gone for good: end the program with exit code 1, its supervisor starts it
    /// again. Never ends with a given server, which is somebody else's to keep.
    /// </summary>
    public Task<string> ServerLost { get; }

    /// <summary>Starts or joins the private server, or uses the given one, makes the database if need be, and applies the migrations.</summary>
    /// <exception cref="StorageException">The data cannot be reached; the message says why and what to do.</exception>
    public static async Task<StorageSession> OpenAsync(StorageOptions options, CancellationToken stop)
    {
        if (!string.IsNullOrWhiteSpace(options.ConnectionString))
            return await OpenAsync(await FindGivenAsync(options.ConnectionString, options.Demo, stop), options.Patient, null, stop);
        var server = await PrivatePostgres.StartAsync(
            new() { DataRoot = options.DataRoot, Log = options.Log, Time = options.Time, StopWaiting = options.StopWaiting, ProgramFolders = options.Programs is { } folder ? [folder] : null }, stop);
        try
        {
            var name = options.Demo ? Name + DemoSuffix : Name;
            await server.EnsureDatabaseAsync(name, stop);
            return await OpenAsync(server.ConnectionString(name), options.Patient, server, stop);
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Database.DisposeAsync();
        if (server is not null)
            await server.DisposeAsync();
    }

    private static async Task<StorageSession> OpenAsync(string address, bool patient, PrivatePostgres? server, CancellationToken stop)
    {
        var connectionString = patient ? new NpgsqlConnectionStringBuilder(address) { CommandTimeout = 0 }.ConnectionString : address;
        var database = Database.Open(connectionString);
        try
        {
            await Migrator.ApplyAsync(database, stop);
            return new StorageSession(database, connectionString, server);
        }
        catch
        {
            await database.DisposeAsync();
            throw;
        }
    }

    // Simulated reports never enter the database that the operator named: theirs has its own name beside it.
    private static async Task<string> FindGivenAsync(string given, bool demo, CancellationToken stop)
    {
        try
        {
            var address = new NpgsqlConnectionStringBuilder(given);
            address.Database = (string.IsNullOrEmpty(address.Database) ? Name : address.Database) + (demo ? DemoSuffix : "");
            await using var connection = new NpgsqlConnection(address.ConnectionString);
            try
            {
                await connection.OpenAsync(stop);
            }
            catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.InvalidCatalogName)
            {
                await DatabaseCreation.EnsureAsync(
                    new NpgsqlConnectionStringBuilder(address.ConnectionString) { Database = "postgres" }.ConnectionString, address.Database, stop);
            }

            return address.ConnectionString;
        }
        catch (Exception failure) when (failure is NpgsqlException or ArgumentException)
        {
            throw new StorageException($"The database named in ConnectionStrings__Analytics cannot be used: {failure.Message}", failure);
        }
    }
}
