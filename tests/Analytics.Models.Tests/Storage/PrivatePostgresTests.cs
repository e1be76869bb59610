using System.Globalization;
using Analytics.Models.Storage;
using Analytics.Models.Storage.PrivateServer;
using Analytics.Tests.Storage;
using Dapper;
using Npgsql;
using Xunit;

namespace Analytics.Models.Tests.Storage;

/// <summary>What a private server has to survive, each on a real one in a folder of its own.</summary>
public sealed class PrivatePostgresTests : IDisposable
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(20);

    private readonly TestFolder folder = new();

    private string Data => Path.Combine(folder.Path, "postgres", "data");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_was_kept_is_there_after_a_stop_and_a_start()
    {
        await using (var first = await StartAsync())
        {
            Assert.True(first.IsOwner);
            await first.EnsureDatabaseAsync("perjam", CancellationToken.None);
            await first.EnsureDatabaseAsync("perjam", CancellationToken.None);
            await ExecuteAsync(first, "create table kept as select 7 as id");
        }

        Assert.Empty(Leftovers.Processes(Data));
        await using var second = await StartAsync();
        Assert.Equal(7, await ScalarAsync(second, "select id from kept"));
    }

    [Fact]
    public async Task Nobody_else_reaches_the_server()
    {
        await using var server = await StartAsync();

        Assert.Equal("", await ScalarAsync<string>(server, "show listen_addresses", "postgres"));
        var socketFolder = new NpgsqlConnectionStringBuilder(server.ConnectionString("postgres")).Host!;
#pragma warning disable CA1416 // These tests need a Unix.
        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute, File.GetUnixFileMode(socketFolder));
#pragma warning restore CA1416
    }

    [Fact]
    public async Task Of_two_at_once_one_runs_the_server_and_the_other_joins_it()
    {
        var both = await Task.WhenAll(StartAsync(), StartAsync());
        var (owner, guest) = both[0].IsOwner ? (both[0], both[1]) : (both[1], both[0]);

        Assert.False(guest.IsOwner);
        Assert.Equal(1, await ScalarAsync(guest, "select 1", "postgres"));
        await guest.DisposeAsync();
        Assert.Equal(1, await ScalarAsync(owner, "select 1", "postgres"));
        await owner.DisposeAsync();
    }

    [Fact]
    public async Task The_owner_waits_for_the_last_guest()
    {
        var owner = await StartAsync();
        using var other = HostProcess.Start(folder.Path);
        Assert.Equal("guest", await other.RoleAsync());
        var guest = await StartAsync();

        var stopping = owner.DisposeAsync().AsTask();
        Assert.Equal(0, await other.StopAsync());
        await Task.Delay(300);
        Assert.False(stopping.IsCompleted);
        Assert.Equal(1, await ScalarAsync(guest, "select 1", "postgres"));

        await guest.DisposeAsync();
        await stopping.WaitAsync(Soon);
        Assert.Empty(Leftovers.Processes(Data));
    }

    [Fact]
    public async Task The_owner_told_not_to_wait_stops_and_its_guest_notices()
    {
        using var hurry = new CancellationTokenSource();
        var owner = await PrivatePostgres.StartAsync(new() { DataRoot = folder.Path, StopWaiting = hurry.Token }, CancellationToken.None);
        await using var guest = await StartAsync();
        await ScalarAsync(guest, "select 1", "postgres");

        var stopping = owner.DisposeAsync().AsTask();
        await hurry.CancelAsync();
        await stopping.WaitAsync(Soon);

        Assert.Contains("is gone", await guest.ServerLost.WaitAsync(Soon), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_comes_while_the_server_stops_starts_it_again()
    {
        var server = await StartAsync();
        for (var round = 0; round < 5; round++)
        {
            var stopping = server.DisposeAsync().AsTask();
            server = await StartAsync();
            Assert.Equal(1, await ScalarAsync(server, "select 1", "postgres"));
            await (server.IsOwner ? stopping : Task.CompletedTask);
        }

        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_killed_owner_takes_its_server_along_and_the_next_one_starts_it()
    {
        using var owner = HostProcess.Start(folder.Path);
        Assert.Equal("owner", await owner.RoleAsync());
        var guest = await StartAsync();
        await guest.EnsureDatabaseAsync("perjam", CancellationToken.None);
        await ExecuteAsync(guest, "create table kept as select 7 as id");

        owner.Kill();
        Assert.Contains("is gone", await guest.ServerLost.WaitAsync(Soon), StringComparison.Ordinal);
        await GoneAsync();
        await guest.DisposeAsync();

        await using var next = await StartAsync();
        Assert.True(next.IsOwner);
        Assert.Equal(7, await ScalarAsync(next, "select id from kept"));
    }

    [Fact]
    public async Task A_guest_process_ends_with_a_failure_when_its_server_is_killed_for_good()
    {
        using var owner = HostProcess.Start(folder.Path);
        Assert.Equal("owner", await owner.RoleAsync());
        using var guest = HostProcess.Start(folder.Path);
        Assert.Equal("guest", await guest.RoleAsync());

        owner.Kill();

        Assert.Equal(1, await guest.WaitAsync().WaitAsync(Soon));
    }

    [Fact]
    public async Task A_killed_server_is_started_again_by_its_owner()
    {
        await using var owner = await StartAsync();
        await using var guest = await StartAsync();
        await owner.EnsureDatabaseAsync("perjam", CancellationToken.None);
        await ExecuteAsync(owner, "create table kept as select 7 as id");

        Posix.Signal(Postmaster(), Posix.Kill);

        Assert.Equal(7, await EventuallyAsync(() => ScalarAsync(owner, "select id from kept")));
        Assert.False(guest.ServerLost.IsCompleted);
        Assert.False(owner.ServerLost.IsCompleted);
    }

    [Fact]
    public async Task Server_and_owner_killed_together_lose_nothing_committed()
    {
        using (var owner = HostProcess.Start(folder.Path))
        {
            Assert.Equal("owner", await owner.RoleAsync());
            await using var guest = await StartAsync();
            await guest.EnsureDatabaseAsync("perjam", CancellationToken.None);
            await ExecuteAsync(guest, "create table kept as select 7 as id");
            var server = Postmaster();
            owner.Kill();
            Posix.Signal(server, Posix.Kill);
        }

        await using var next = await StartAsync();
        Assert.Equal(7, await ScalarAsync(next, "select id from kept"));
    }

    [Fact]
    public async Task A_kill_while_the_cluster_is_made_leaves_nothing_in_the_way()
    {
        using (var owner = HostProcess.Start(folder.Path))
        {
            await EventuallyAsync(() => Task.FromResult(Directory.GetFileSystemEntries(Path.Combine(folder.Path, "postgres", "data.new"), "*", Everywhere).Length > 0));
            owner.Kill();
        }

        Assert.False(Directory.Exists(Data));
        await using var next = await StartAsync();
        Assert.Equal(1, await ScalarAsync(next, "select 1", "postgres"));
    }

    [Fact]
    public async Task A_pid_file_left_behind_that_names_another_program_is_no_hindrance()
    {
        await (await StartAsync()).DisposeAsync();
        await File.WriteAllTextAsync(Path.Combine(Data, "postmaster.pid"), $"{Environment.ProcessId}\n{Data}\n1\n5432\n");

        await using var next = await StartAsync();

        Assert.Equal(1, await ScalarAsync(next, "select 1", "postgres"));
    }

    [Theory]
    [InlineData("-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long-long")]
    [InlineData(" with space, comma and \"quotes\"")]
    public async Task Any_path_will_do(string ending)
    {
        using var odd = new TestFolder(ending);
        var owner = await PrivatePostgres.StartAsync(new() { DataRoot = odd.Path }, CancellationToken.None);
        await using (var guest = await PrivatePostgres.StartAsync(new() { DataRoot = odd.Path }, CancellationToken.None))
            Assert.Equal(1, await ScalarAsync(guest, "select 1", "postgres"));

        var socketFolder = new NpgsqlConnectionStringBuilder(owner.ConnectionString("postgres")).Host!;
        await owner.DisposeAsync();
        Assert.True(!Directory.Exists(socketFolder) || socketFolder.StartsWith(odd.Path, StringComparison.Ordinal));
    }

    private static EnumerationOptions Everywhere => new() { RecurseSubdirectories = true, IgnoreInaccessible = true };

    private Task<PrivatePostgres> StartAsync() => PrivatePostgres.StartAsync(new() { DataRoot = folder.Path }, CancellationToken.None);

    private int Postmaster() =>
        int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture);

    private Task<bool> GoneAsync() => EventuallyAsync(() => Task.FromResult(Leftovers.Processes(Data).Count == 0));

    // The answer, once there is one that is neither an error nor false.
    private static async Task<T> EventuallyAsync<T>(Func<Task<T>> ask)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                if (await ask() is var answer && answer is not false)
                    return answer;
                Assert.True(attempt < 1000, "It has not come about within 20 seconds.");
            }
            catch (Exception notYet) when (attempt < 1000 && notYet is NpgsqlException or IOException)
            {
                // Asked again below.
            }

            await Task.Delay(20);
        }
    }

    private static Task<int> ScalarAsync(PrivatePostgres server, string sql, string database = "perjam") => ScalarAsync<int>(server, sql, database)!;

    private static async Task<T?> ScalarAsync<T>(PrivatePostgres server, string sql, string database)
    {
        await using var connection = new NpgsqlConnection(server.ConnectionString(database) + ";Pooling=false");
        return await connection.ExecuteScalarAsync<T>(sql);
    }

    private static Task<int> ExecuteAsync(PrivatePostgres server, string sql) => ScalarAsync(server, sql);
}
