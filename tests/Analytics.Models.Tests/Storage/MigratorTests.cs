using Analytics.Models.Storage;
using Analytics.Tests.Storage;
using Dapper;
using Xunit;

namespace Analytics.Models.Tests.Storage;

public sealed class MigratorTests(PostgresFixture postgres)
{
    private static readonly Migration First = new("0001_first.sql", "create table first (id int); insert into first values (1);");
    private static readonly Migration Second = new("0002_second.sql", "create table second (id int);");

    [Fact]
    public async Task Several_at_once_apply_each_migration_once()
    {
        var address = await postgres.CreateEmptyAsync();
        var counts = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => ApplyAsync(address, First, Second)));

        Assert.Equal([0, 0, 0, 2], counts.Order());
        Assert.Equal(1, await CountAsync(address, "first"));
        Assert.Equal(2, await CountAsync(address, "perjam.migration"));
    }

    [Fact]
    public async Task What_is_new_is_added_to_what_was_applied()
    {
        var address = await postgres.CreateEmptyAsync();

        Assert.Equal(1, await ApplyAsync(address, First));
        Assert.Equal(1, await ApplyAsync(address, First, Second));
        Assert.Equal(0, await ApplyAsync(address, First, Second));
    }

    [Theory]
    [InlineData("0001_first.sql", "create table other (id int);")]
    [InlineData("0001_renamed.sql", "create table first (id int); insert into first values (1);")]
    public async Task A_changed_migration_is_refused_by_its_name(string name, string sql)
    {
        var address = await postgres.CreateEmptyAsync();
        await ApplyAsync(address, First);

        var refusal = await Assert.ThrowsAsync<StorageException>(() => ApplyAsync(address, new Migration(name, sql), Second));

        Assert.Contains($"{name} has changed", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("next number", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(address, "perjam.migration"));
    }

    [Fact]
    public async Task A_newer_database_is_refused()
    {
        var address = await postgres.CreateEmptyAsync();
        await ApplyAsync(address, First, Second);

        var refusal = await Assert.ThrowsAsync<StorageException>(() => ApplyAsync(address, First));

        Assert.Contains("newer version", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("0002_second.sql", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_before_an_applied_one_is_refused()
    {
        var address = await postgres.CreateEmptyAsync();
        await ApplyAsync(address, Second);

        var refusal = await Assert.ThrowsAsync<StorageException>(() => ApplyAsync(address, First, Second));

        Assert.Contains("next free number", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_migration_leaves_nothing_and_keeps_those_before()
    {
        var address = await postgres.CreateEmptyAsync();
        var broken = new Migration("0002_broken.sql", "create table half (id int); create table first (id int);");

        var refusal = await Assert.ThrowsAsync<StorageException>(() => ApplyAsync(address, First, broken));

        Assert.Contains("0002_broken.sql failed", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("\"first\" already exists", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(1, await CountAsync(address, "perjam.migration"));
        Assert.Equal(0, await CountAsync(address, "pg_class where relname = 'half'"));
    }

    [Fact]
    public async Task Migrations_built_in_are_numbered_from_one_and_leave_nothing_to_do()
    {
        await using var database = await postgres.CreateDatabaseAsync();

        var builtIn = Migration.BuiltIn();

        Assert.Equal(Enumerable.Range(1, builtIn.Count), builtIn.Select(migration => migration.Number));
        Assert.Equal(0, await Migrator.ApplyAsync(database, CancellationToken.None));
    }

    [Fact]
    public async Task Two_migrations_of_one_number_are_a_mistake() =>
        await Assert.ThrowsAsync<ArgumentException>(() => ApplyAsync("Host=never-asked", First, new Migration("0001_other.sql", "")));

    [Theory]
    [InlineData("1_first.sql")]
    [InlineData("0001_First.sql")]
    [InlineData("0001.sql")]
    public void A_name_without_its_number_is_a_mistake(string name) =>
        Assert.Throws<ArgumentException>(() => new Migration(name, ""));

    [Fact]
    public void Line_ends_do_not_count() =>
        Assert.Equal(new Migration("0001_a.sql", "a\r\nb\r\n").Checksum, new Migration("0001_a.sql", "a\nb\n").Checksum);

    private static async Task<int> ApplyAsync(string address, params Migration[] migrations)
    {
        await using var database = Database.Open(address);
        return await Migrator.ApplyAsync(database, migrations, CancellationToken.None);
    }

    private static async Task<int> CountAsync(string address, string table)
    {
        await using var database = Database.Open(address);
        await using var connection = await database.ConnectAsync(CancellationToken.None);
        return await connection.ExecuteScalarAsync<int>($"select count(*) from {table}");
    }
}
