using Analytics.Models.Releases;
using Analytics.Models.Storage;
using Analytics.Tests.Storage;
using Dapper;
using Npgsql;
using Xunit;

namespace Analytics.Models.Tests.Releases;

public sealed class ReleaseStoreTests(PostgresFixture postgres)
{
    private static readonly DateTimeOffset Now = new(2025, 3, 4, 5, 6, 7, TimeSpan.Zero);

    [Fact]
    public async Task The_same_content_is_published_once_and_new_content_under_the_next_number()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new ReleaseStore(database);
        Assert.Null(await store.LatestAsync(CancellationToken.None));
        var input = ReleaseInputs.Make();

        var (first, published) = await store.PublishAsync(ReleaseBuilder.Build(input), Now, CancellationToken.None);
        var (again, publishedAgain) = await store.PublishAsync(ReleaseBuilder.Build(ReleaseInputs.Reversed(input)), Now.AddDays(1), CancellationToken.None);
        Assert.Equal((1, true, false), (first.Number, published, publishedAgain));
        Assert.Equal(first, again);

        var (second, _) = await store.PublishAsync(ReleaseBuilder.Build(input with { Rollups = [input.Rollups[0]] }), Now.AddDays(2), CancellationToken.None);
        Assert.Equal(2, second.Number);
        Assert.NotEqual(first.Id, second.Id);
        Assert.Equal([second, first], await store.ListAsync(CancellationToken.None));
        Assert.Equal(second, await store.LatestAsync(CancellationToken.None));

        // Only the cells changed, and the hours that name their release: the others are shared.
        await using var connection = await database.ConnectAsync(CancellationToken.None);
        Assert.Equal((26, 15), await connection.QuerySingleAsync<(int, int)>(
            "select count(*)::int, count(distinct sha256)::int from perjam.release_file where name like 'records/%'"));

        // Back to what it was once: a release of its own, with the files of the first.
        var (third, _) = await store.PublishAsync(ReleaseBuilder.Build(input), Now.AddDays(3), CancellationToken.None);
        Assert.Equal((3, true), (third.Number, third.Id != first.Id));
    }

    [Fact]
    public async Task A_release_is_read_back_whole()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new ReleaseStore(database);
        var made = ReleaseBuilder.Build(ReleaseInputs.Make());
        var (head, _) = await store.PublishAsync(made, Now, CancellationToken.None);
        var read = await store.ReadAsync(head.Id, CancellationToken.None);

        Assert.Equal(head, read!.Head);
        Assert.Equal(made.Named(head.Id).Tables().Select(t => t.Sha256), read.Tables().Select(t => t.Sha256));
        Assert.Null(await store.ReadAsync("no such release", CancellationToken.None));
    }

    [Fact]
    public async Task Simulated_and_real_content_are_never_the_same_release()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new ReleaseStore(database);
        await store.PublishAsync(ReleaseBuilder.Build(ReleaseInputs.Make()), Now, CancellationToken.None);
        var (head, published) = await store.PublishAsync(ReleaseBuilder.Build(ReleaseInputs.Make() with { Simulated = true }), Now, CancellationToken.None);

        Assert.Equal((true, true), (published, head.Simulated));
    }

    [Theory]
    [InlineData("update perjam.release set simulated = true")]
    [InlineData("delete from perjam.release_file")]
    [InlineData("update perjam.release_file set rows = 0")]
    [InlineData("update perjam.release_object set content = ''")]
    [InlineData("delete from perjam.release_object")]
    [InlineData("delete from perjam.release")]
    public async Task A_release_cannot_be_edited(string sql)
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await new ReleaseStore(database).PublishAsync(ReleaseBuilder.Build(ReleaseInputs.Make()), Now, CancellationToken.None);

        await using var connection = await database.ConnectAsync(CancellationToken.None);
        await Assert.ThrowsAnyAsync<PostgresException>(() => connection.ExecuteAsync(sql));
    }

    [Fact]
    public async Task Two_publications_at_once_are_one_release()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new ReleaseStore(database);
        var made = ReleaseBuilder.Build(ReleaseInputs.Make());
        var both = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => store.PublishAsync(made, Now, CancellationToken.None)));

        Assert.Single(both, b => b.Published);
        Assert.Single(both.Select(b => b.Head.Id).Distinct());
    }
}
