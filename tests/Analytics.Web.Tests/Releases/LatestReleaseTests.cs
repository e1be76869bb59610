using System.Net;
using Analytics.Models.Releases;
using Analytics.Models.Storage;
using Analytics.Tests.Storage;
using Analytics.Web.Releases;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Logging.Abstractions;

namespace Analytics.Web.Tests.Releases;

/// <summary>Which release is shown, and what is shown when there is none or the database is away.</summary>
public sealed class LatestReleaseTests(PostgresFixture postgres, NewSite site) : IClassFixture<NewSite>
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData("/en/", "The first release is being made")]
    [InlineData("/id/platforms/mturk", "Rilis pertama sedang disiapkan")]
    public async Task Before_the_first_release_a_page_says_so_and_looks_again(string address, string words)
    {
        using var answer = await site.Browser().GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("10", Assert.Single(answer.Headers.GetValues("Refresh")));
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Before_the_first_release_a_chart_is_not_there_yet()
    {
        using var answer = await site.Browser().GetAsync(new Uri("/charts/interval.svg", UriKind.Relative));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_new_release_is_shown_within_two_seconds_and_older_ones_stay_at_their_own_address()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new ReleaseStore(database);
        var time = new StoppedClock();
        using var latest = new LatestRelease(store, new NothingKept(), time, NullLogger<LatestRelease>.Instance);
        await latest.RefreshAsync(CancellationToken.None);
        Assert.Null(latest.Current);

        var (first, _) = await store.PublishAsync(SampleRelease.Make(), Noon, CancellationToken.None);
        await latest.RefreshAsync(CancellationToken.None);
        Assert.Null(latest.Current);
        time.Advance(TimeSpan.FromSeconds(2));
        await latest.RefreshAsync(CancellationToken.None);
        Assert.Equal(first.Id, latest.Current?.Head.Id);

        var (second, _) = await store.PublishAsync(SampleRelease.Make(simulated: true), Noon, CancellationToken.None);
        time.Advance(TimeSpan.FromSeconds(2));
        await latest.RefreshAsync(CancellationToken.None);
        Assert.Equal(second.Id, (await latest.FindAsync(null, CancellationToken.None))?.Head.Id);
        var frozen = await latest.FindAsync(first.Id, CancellationToken.None);
        Assert.Equal(first.Id, frozen?.Head.Id);
        Assert.Same(frozen, await latest.FindAsync(first.Id, CancellationToken.None));
        Assert.Null(await latest.FindAsync("none", CancellationToken.None));
    }

    [Fact]
    public async Task While_the_database_is_away_the_last_release_goes_on_being_shown()
    {
        var database = await postgres.CreateDatabaseAsync();
        var store = new ReleaseStore(database);
        await store.PublishAsync(SampleRelease.Make(), Noon, CancellationToken.None);
        var time = new StoppedClock();
        using var latest = new LatestRelease(store, new NothingKept(), time, NullLogger<LatestRelease>.Instance);
        await latest.RefreshAsync(CancellationToken.None);
        var shown = latest.Current;

        await using (var connection = await database.ConnectAsync(CancellationToken.None))
        await using (var rename = connection.CreateCommand())
        {
            rename.CommandText = "alter schema perjam rename to away";
            await rename.ExecuteNonQueryAsync();
        }

        time.Advance(TimeSpan.FromSeconds(2));
        await latest.RefreshAsync(CancellationToken.None);
        Assert.False(latest.Reached);
        Assert.NotNull(shown);
        Assert.Same(shown, await latest.FindAsync(null, CancellationToken.None));
        await database.DisposeAsync();
    }

    private sealed class StoppedClock : TimeProvider
    {
        private long now = 1;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => now;

        public void Advance(TimeSpan by) => now += by.Ticks;
    }

    private sealed class NothingKept : IOutputCacheStore
    {
        public ValueTask EvictByTagAsync(string tag, CancellationToken cancellationToken) => ValueTask.CompletedTask;

        public ValueTask<byte[]?> GetAsync(string key, CancellationToken cancellationToken) => ValueTask.FromResult<byte[]?>(null);

        public ValueTask SetAsync(string key, byte[] value, string[]? tags, TimeSpan validFor, CancellationToken cancellationToken) => ValueTask.CompletedTask;
    }
}
