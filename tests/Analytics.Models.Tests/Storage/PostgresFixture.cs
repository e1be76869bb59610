using Analytics.Models.Storage;
using Npgsql;
using Xunit;

namespace Analytics.Tests.Storage;

/// <summary>
/// One private PostgreSQL for a test assembly, started at the first use, in a folder of its own that goes with it.
/// Declare <c>[assembly: AssemblyFixture(typeof(PostgresFixture))]</c> and take it in a test class's constructor.
/// </summary>
public sealed class PostgresFixture : IAsyncDisposable
{
    private const string Template = "template_migrated";

    private readonly TestFolder folder = new();
    private readonly Lazy<Task<PrivatePostgres>> server;
    private int databases;

    public PostgresFixture() => server = new(StartAsync);

    /// <summary>A fresh database with every built-in migration applied. Dispose it. A statement may take ten minutes: no test is to fail because the machine is busy.</summary>
    public async Task<Database> CreateDatabaseAsync() => Database.Open(await CreateAsync(Template) + ";Command Timeout=600");

    /// <summary>How to reach a fresh database with every built-in migration applied.</summary>
    public Task<string> CreateConnectionStringAsync() => CreateAsync(Template);

    /// <summary>How to reach a fresh database with nothing in it.</summary>
    public Task<string> CreateEmptyAsync() => CreateAsync("template1");

    public async ValueTask DisposeAsync()
    {
        if (server.IsValueCreated)
        {
            NpgsqlConnection.ClearAllPools();
            await (await server.Value).DisposeAsync();
        }

        folder.Dispose();
    }

    private async Task<PrivatePostgres> StartAsync()
    {
        var started = await PrivatePostgres.StartAsync(new() { DataRoot = folder.Path }, CancellationToken.None);
        await started.EnsureDatabaseAsync(Template, CancellationToken.None);
        // Nobody may be connected to a database that is copied.
        await using var template = Database.Open(started.ConnectionString(Template) + ";Pooling=false");
        await Migrator.ApplyAsync(template, CancellationToken.None);
        return started;
    }

    private async Task<string> CreateAsync(string template)
    {
        var started = await server.Value;
        var name = $"test_{Interlocked.Increment(ref databases)}";
        await using var connection = new NpgsqlConnection(started.ConnectionString("postgres"));
        await connection.OpenAsync();
        await using var create = new NpgsqlCommand($"create database {name} template {template}", connection);
        await create.ExecuteNonQueryAsync();
        return started.ConnectionString(name);
    }
}
