using Analytics.Models.Storage;
using Analytics.Tests.Storage;
using Dapper;
using Xunit;

namespace Analytics.Models.Tests.Storage;

public sealed class StorageSessionTests(PostgresFixture postgres)
{
    [Fact]
    public async Task A_given_server_is_used_and_nothing_is_started()
    {
        using var folder = new TestFolder();
        var given = await postgres.CreateEmptyAsync();
        await using var session = await StorageSession.OpenAsync(new() { ConnectionString = given, DataRoot = folder.Path }, CancellationToken.None);

        Assert.Equal(Migration.BuiltIn().Count, await ScalarAsync<int>(session, "select count(*) from perjam.migration"));
        Assert.False(Directory.Exists(folder.Path));
        Assert.False(session.ServerLost.IsCompleted);
    }

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 30)]
    public async Task Only_the_worker_may_ask_the_database_for_as_long_as_it_takes(bool patient, int seconds)
    {
        await using var session = await StorageSession.OpenAsync(new() { ConnectionString = await postgres.CreateEmptyAsync(), Patient = patient }, CancellationToken.None);
        await using var connection = await session.Database.ConnectAsync(CancellationToken.None);
        Assert.Equal(seconds, connection.CommandTimeout);
    }

    [Fact]
    public async Task Simulated_data_of_a_given_server_is_in_a_database_beside_it()
    {
        var given = await postgres.CreateEmptyAsync();
        await using var real = await StorageSession.OpenAsync(new() { ConnectionString = given }, CancellationToken.None);
        await using var demo = await StorageSession.OpenAsync(new() { ConnectionString = given, Demo = true }, CancellationToken.None);

        Assert.Equal(
            await ScalarAsync<string>(real, "select current_database()") + "_demo", await ScalarAsync<string>(demo, "select current_database()"));
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=nobody;Timeout=2")]
    [InlineData("this is no address")]
    public async Task A_given_server_that_cannot_be_used_is_said_in_a_sentence(string given)
    {
        var failure = await Assert.ThrowsAsync<StorageException>(
            () => StorageSession.OpenAsync(new() { ConnectionString = given }, CancellationToken.None));

        Assert.StartsWith("The database named in ConnectionStrings__Analytics cannot be used: ", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Real_and_simulated_data_share_a_private_server_in_two_databases()
    {
        using var folder = new TestFolder();
        await using var real = await StorageSession.OpenAsync(new() { DataRoot = folder.Path }, CancellationToken.None);
        await using (var demo = await StorageSession.OpenAsync(new() { DataRoot = folder.Path, Demo = true }, CancellationToken.None))
            Assert.Equal("perjam_demo", await ScalarAsync<string>(demo, "select current_database()"));

        Assert.Equal("perjam", await ScalarAsync<string>(real, "select current_database()"));
    }

    [Fact]
    public async Task A_transaction_that_throws_keeps_nothing()
    {
        await using var database = Database.Open(await postgres.CreateEmptyAsync());
        await database.InTransactionAsync((connection, _) => connection.ExecuteAsync("create table kept (seen_at int)"), CancellationToken.None);

        await Assert.ThrowsAsync<InvalidOperationException>(() => database.InTransactionAsync(
            async (connection, _) =>
            {
                await connection.ExecuteAsync("insert into kept values (1)");
                throw new InvalidOperationException();
            },
            CancellationToken.None));
        var rows = await database.InTransactionAsync(
            async (connection, _) =>
            {
                await connection.ExecuteAsync("insert into kept values (2)");
                return (await connection.QueryAsync<Row>("select seen_at from kept")).ToList();
            },
            CancellationToken.None);

        Assert.Equal([new Row { SeenAt = 2 }], rows);
    }

    private static async Task<T?> ScalarAsync<T>(StorageSession session, string sql)
    {
        await using var connection = await session.Database.ConnectAsync(CancellationToken.None);
        return await connection.ExecuteScalarAsync<T>(sql);
    }

    private sealed record Row
    {
        public int SeenAt { get; init; }
    }
}
