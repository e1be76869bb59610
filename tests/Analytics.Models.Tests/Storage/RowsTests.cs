using Analytics.Models.Money;
using Analytics.Models.Storage;
using Analytics.Tests.Storage;
using Dapper;
using Xunit;

namespace Analytics.Models.Tests.Storage;

public sealed class RowsTests(PostgresFixture postgres)
{
    [Fact]
    public async Task A_row_comes_back_as_it_went_in_and_a_known_key_stays_as_it_is()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var connection = await database.ConnectAsync(CancellationToken.None);
        await connection.ExecuteAsync("create table kept (id text primary key, amount numeric, day date, at timestamptz, unit text, nested jsonb, n int, ratio float8)");
        var empty = new Row("empty", 0, null, null, PayUnit.Hour, null, null, -1e-300);
        var full = new Row(
            "quote \" \\ ' ü 😀 \t\n</p>", 0.1000000000000000000000000001m, new(2025, 1, 2), new(2025, 1, 2, 3, 4, 5, TimeSpan.Zero),
            PayUnit.AudioHour, new("word", 2.50m), 7, 0.1);

        Assert.Equal(2, await connection.InsertAsync("kept", [empty, full], CancellationToken.None));
        Assert.Equal(0, await connection.InsertAsync("kept", [full with { Amount = 5 }], CancellationToken.None));
        Assert.Equal([empty, full], await connection.ListAsync<Row>("select * from kept where amount >= $1 order by amount", [0m], CancellationToken.None));
        Assert.Equal("audio-hour", await connection.ExecuteScalarAsync<string>("select unit from kept where n = 7"));
    }

    [Theory]
    [InlineData("a\0\0b", "a\ufffd\ufffdb")]
    [InlineData("a\\\0", "a\\\ufffd")]
    [InlineData("a\\u0000", "a\\u0000")]
    public async Task A_character_that_PostgreSQL_cannot_hold_is_replaced(string text, string kept)
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var connection = await database.ConnectAsync(CancellationToken.None);
        await connection.ExecuteAsync("create table many (id text primary key, number numeric)");
        await connection.InsertAsync("many", [new Many(text, 1)], CancellationToken.None);

        Assert.Equal(kept, await connection.ExecuteScalarAsync<string>("select id from many"));
    }

    [Fact]
    public async Task More_rows_than_a_batch_holds_are_all_kept()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var connection = await database.ConnectAsync(CancellationToken.None);
        await connection.ExecuteAsync("create table many (id text primary key, number numeric)");

        Assert.Equal(5001, await connection.InsertAsync("many", Enumerable.Range(0, 5001).Select(i => new Many($"{i}", i)), CancellationToken.None));
        Assert.Equal(5001 * 5000 / 2, await connection.ExecuteScalarAsync<int>("select sum(number) from many"));
        Assert.Equal(0, await connection.InsertAsync<Many>("many", [], CancellationToken.None));
    }

    [Fact]
    public void Keys_tell_parts_apart_and_are_the_same_on_every_machine()
    {
        string[] keys = [Key.Of("ab", "c"), Key.Of("a", "bc"), Key.Of("abc"), Key.Of("abc", null), Key.Of("abc", ""), Key.Of(), Key.Of((string?)null)];

        Assert.Equal(keys.Length, keys.Distinct().Count());
        Assert.All(keys, k => Assert.Equal(24, k.Length));
        // printf '\x02\0\0\0ab\x01\0\0\0c' | sha256sum
        Assert.Equal("60014a36d7b05b0730e42a8b", Key.Of("ab", "c"));
    }

    private sealed record Nested(string Word, decimal Number);

    private sealed record Row(string Id, decimal Amount, DateOnly? Day, DateTimeOffset? At, PayUnit Unit, Nested? Nested, int? N, double Ratio);

    private sealed record Many(string Id, decimal Number);
}
