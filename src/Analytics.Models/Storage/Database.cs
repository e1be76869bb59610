using Dapper;
using Npgsql;

namespace Analytics.Models.Storage;

/// <summary>A pool of connections to one database. Columns are read by name: <c>seen_at</c> fills <c>SeenAt</c>.</summary>
public sealed class Database : IAsyncDisposable
{
    static Database() => DefaultTypeMap.MatchNamesWithUnderscores = true;

    private Database(NpgsqlDataSource source) => Source = source;

    /// <summary>The driver's own pool, for bulk copies, and for Quartz (as <see cref="System.Data.Common.DbDataSource"/>).</summary>
    public NpgsqlDataSource Source { get; }

    /// <summary>Opens the pool; no connection is made yet.</summary>
    public static Database Open(string connectionString) => new(NpgsqlDataSource.Create(connectionString));

    /// <summary>
    /// A second pool on the same database whose unqualified names mean tables of <paramref name="schema"/>, made if need be: for a component
    /// that brings tables of its own, such as the scheduler.
    /// </summary>
    public static async Task<System.Data.Common.DbDataSource> OpenSchemaAsync(string connectionString, string schema, CancellationToken stop)
    {
        var source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(connectionString) { SearchPath = schema, MaxPoolSize = 10 }.ConnectionString);
        await using var create = source.CreateCommand($"create schema if not exists {schema}");
        await create.ExecuteNonQueryAsync(stop);
        return source;
    }

    /// <summary>An open connection from the pool; disposing gives it back.</summary>
    public ValueTask<NpgsqlConnection> ConnectAsync(CancellationToken stop) => Source.OpenConnectionAsync(stop);

    /// <summary>Whether the database answers a question within <paramref name="patience"/>.</summary>
    public async Task<bool> AnswersAsync(TimeSpan patience, CancellationToken stop)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stop);
        limit.CancelAfter(patience);
        try
        {
            await using var connection = await ConnectAsync(limit.Token);
            await connection.ExecuteScalarAsync<int>(new CommandDefinition("select 1", cancellationToken: limit.Token));
            return true;
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException or OperationCanceledException)
        {
            stop.ThrowIfCancellationRequested();
            return false;
        }
    }

    /// <summary>Does the work in one transaction: all of it is kept, or, when it throws or is stopped, nothing.</summary>
    public Task InTransactionAsync(Func<NpgsqlConnection, NpgsqlTransaction, Task> work, CancellationToken stop) =>
        InTransactionAsync<object?>(
            async (connection, transaction) =>
            {
                await work(connection, transaction);
                return null;
            },
            stop);

    /// <summary>Does the work in one transaction and returns its result: all of it is kept, or, when it throws or is stopped, nothing.</summary>
    public async Task<T> InTransactionAsync<T>(Func<NpgsqlConnection, NpgsqlTransaction, Task<T>> work, CancellationToken stop)
    {
        await using var connection = await ConnectAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        var result = await work(connection, transaction);
        await transaction.CommitAsync(stop);
        return result;
    }

    public ValueTask DisposeAsync() => Source.DisposeAsync();
}
