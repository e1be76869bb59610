using System.Text;
using Analytics.Models.Sources;
using Analytics.Models.Storage;
using Analytics.Tests.Storage;
using Dapper;
using Xunit;

namespace Analytics.Models.Tests.Sources;

public sealed class SourceStoreTests(PostgresFixture postgres)
{
    private const string Address = "https://pay.example/article";
    private static readonly DateTimeOffset Now = new(2025, 3, 4, 5, 6, 7, TimeSpan.Zero);

    [Fact]
    public async Task The_same_content_twice_is_one_page()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new SourceStore(database);

        Assert.True(await store.KeepAsync(Page("one"), CancellationToken.None));
        Assert.False(await store.KeepAsync(Page("one") with { FetchedAt = Now.AddDays(1), ETag = "\"2\"" }, CancellationToken.None));

        Assert.Equal([Page("one").Id], await store.UnreadAsync("1", CancellationToken.None));
        var kept = await store.FindAsync(Page("one").Id, CancellationToken.None);
        Assert.Equal((Now, "\"2\""), (kept!.FetchedAt, kept.ETag));
        Assert.Equal("one", Encoding.UTF8.GetString(kept.Content));
    }

    [Fact]
    public async Task Changed_content_stands_at_the_address_and_so_does_the_older_one_when_it_returns()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new SourceStore(database);
        await store.KeepAsync(Page("one"), CancellationToken.None);

        Assert.True(await store.KeepAsync(Page("two") with { ETag = "\"two\"" }, CancellationToken.None));
        Assert.Equal([Page("two").Id], await store.UnreadAsync("1", CancellationToken.None));
        Assert.Equal(("\"two\"", null), await store.ValidatorsAsync(Address, CancellationToken.None));

        Assert.True(await store.KeepAsync(Page("one"), CancellationToken.None));
        Assert.Equal([Page("one").Id], await store.UnreadAsync("1", CancellationToken.None));
        Assert.Equal((null, null), await store.ValidatorsAsync(Address, CancellationToken.None));
    }

    [Fact]
    public async Task A_vanished_page_loses_its_texts_and_keeps_its_rows_until_it_returns()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new SourceStore(database);
        await store.KeepAsync(Page("one"), CancellationToken.None);
        await store.KeepAsync(Page("two"), CancellationToken.None);

        Assert.True(await store.MarkVanishedAsync(Address, Now, CancellationToken.None));
        Assert.False(await store.MarkVanishedAsync(Address, Now.AddDays(1), CancellationToken.None));
        Assert.Equal((2, 0, 2), await PagesAsync(database));
        Assert.Null(await store.FindAsync(Page("two").Id, CancellationToken.None));
        Assert.Null(await store.ValidatorsAsync(Address, CancellationToken.None));
        Assert.Empty(await store.UnreadAsync("1", CancellationToken.None));

        Assert.True(await store.KeepAsync(Page("two"), CancellationToken.None));
        Assert.Equal((2, 1, 1), await PagesAsync(database));
        Assert.NotNull(await store.FindAsync(Page("two").Id, CancellationToken.None));
    }

    [Fact]
    public async Task Bytes_go_180_days_after_they_last_came()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new SourceStore(database);
        await store.KeepAsync(Page("one"), CancellationToken.None);
        Task<int> DropAsync(double days) => store.DropContentAsync(Now.AddDays(days) - SourcePage.KeptFor, CancellationToken.None);

        Assert.Equal((0, 1, 0), (await DropAsync(180), await DropAsync(180.1), await DropAsync(181)));
        Assert.Null(await store.ValidatorsAsync(Address, CancellationToken.None));

        // Fetched again in full: the same text, so nothing new, but there to be read for another 180 days.
        Assert.False(await store.KeepAsync(Page("one") with { FetchedAt = Now.AddDays(182) }, CancellationToken.None));
        Assert.Equal((0, 0), (await DropAsync(182), await DropAsync(362)));
        Assert.Equal(Now, (await store.FindAsync(Page("one").Id, CancellationToken.None))!.FetchedAt);
    }

    [Fact]
    public async Task What_is_stated_of_a_file_later_is_kept_and_has_it_read_again()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var (store, claims) = (new SourceStore(database), new Models.Claims.ClaimStore(database));
        await store.KeepAsync(Page("one"), CancellationToken.None);
        await claims.KeepAsync(new(Page("one").Id, "1", "read", null, null, null, null, null, null, null, 1), new([], [], []), CancellationToken.None);
        Assert.Empty(await store.UnreadAsync("1", CancellationToken.None));

        var stated = Page("one") with { StatedDate = new(2024, 1, 2), StatedLanguage = "id" };
        Assert.Equal((true, false, false), (
            await store.KeepAsync(stated, CancellationToken.None), await store.KeepAsync(stated, CancellationToken.None), await store.KeepAsync(Page("one"), CancellationToken.None)));
        Assert.Equal([Page("one").Id], await store.UnreadAsync("1", CancellationToken.None));
        var kept = await store.FindAsync(Page("one").Id, CancellationToken.None);
        Assert.Equal((new DateOnly(2024, 1, 2), "id"), (kept!.StatedDate, kept.StatedLanguage));
    }

    [Fact]
    public async Task The_list_is_kept_as_it_was_first_written_and_says_how_each_source_is_doing()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new SourceStore(database);
        var page = new Source(Address, SourceKind.Page, "id", "riders", SourceOrigin.Default);
        await store.AddAsync([page, page with { Address = "file:saved.html", Kind = SourceKind.File }, page with { Address = "https://off.example/", Active = false }], Now, CancellationToken.None);
        await store.AddAsync([page with { Note = "other" }], Now, CancellationToken.None);
        await store.RecordAsync(new(Address, Now, "connect-failed", "No answer.", null, null), CancellationToken.None);
        await store.RecordAsync(new(Address, Now, "fetched", "It was read.", 200, 17), CancellationToken.None);

        Assert.Equal([page], await store.ActiveAsync(CancellationToken.None));
        var states = await store.StatesAsync(CancellationToken.None);
        Assert.Equal(["file:saved.html", "https://off.example/", Address], states.Select(s => s.Address).Order(StringComparer.Ordinal));
        var state = states.Single(s => s.Address == Address);
        Assert.Equal(("fetched", "It was read.", "riders", Now), (state.Outcome, state.Sentence, state.Note, state.At!.Value));
        Assert.Null(states.Single(s => s.Kind == SourceKind.File).Outcome);
    }

    [Fact]
    public async Task A_list_is_followed_and_what_an_operator_says_stands_before_it()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new SourceStore(database);
        var (one, two) = (new Source("https://one.example/", SourceKind.Page, "id", null, SourceOrigin.Default), new Source("https://two.example/feed", SourceKind.Feed, null, null, SourceOrigin.Default) { Words = "pay" });
        Task FollowAsync(params Source[] list) => store.FollowAsync(list, Now, CancellationToken.None);
        Task<IReadOnlyList<Source>> ActiveAsync() => store.ActiveAsync(CancellationToken.None);

        await FollowAsync(one, two);
        Assert.Equal([one, two], await ActiveAsync());
        await FollowAsync(two with { Words = "gaji", OtherHosts = true });
        Assert.Equal([two with { Words = "gaji", OtherHosts = true }], await ActiveAsync());
        await FollowAsync(one, two);
        Assert.Equal([one, two], await ActiveAsync());

        Assert.True(await store.UnwatchAsync(one.Address, CancellationToken.None));
        var own = two with { Origin = SourceOrigin.Operator, Kind = SourceKind.Sitemap };
        await store.WatchAsync(own, Now, CancellationToken.None);
        await FollowAsync(one, two);
        Assert.Equal([own], await ActiveAsync());
        await store.WatchAsync(one with { Origin = SourceOrigin.Operator }, Now, CancellationToken.None);
        await FollowAsync();
        Assert.Equal([one with { Origin = SourceOrigin.Operator }, own], await ActiveAsync());
        Assert.False(await store.UnwatchAsync("https://unknown.example/", CancellationToken.None));
    }

    private static SourcePage Page(string text) => new() { Address = Address, Content = Encoding.UTF8.GetBytes(text), FetchedAt = Now, ContentType = "text/plain" };

    private static async Task<(int Rows, int WithText, int Vanished)> PagesAsync(Database database)
    {
        await using var connection = await database.ConnectAsync(CancellationToken.None);
        return await connection.QuerySingleAsync<(int, int, int)>("select count(*)::int, count(content)::int, count(vanished_at)::int from perjam.source_page");
    }
}
