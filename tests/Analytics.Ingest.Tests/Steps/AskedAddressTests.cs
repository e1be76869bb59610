using Analytics.Models.Sources;
using Analytics.Models.Storage;
using Analytics.Tests.Storage;
using Dapper;
using Xunit;

namespace Analytics.Ingest.Tests.Steps;

/// <summary>Addresses that readers gave, over nights, on a real database and a real web on loopback.</summary>
public sealed class AskedAddressTests(PostgresFixture postgres)
{
    private const string Page = "<!doctype html><html lang=\"en\"><body><article><h1>Evenings</h1><p>Dewi, a nurse, earned $12 an hour on Prolific last spring, answering surveys after her shift.</p></article></body></html>";

    [Fact]
    public async Task Each_is_fetched_once_and_what_came_of_it_is_kept()
    {
        await using var web = await NightlyWeb.StartAsync(await postgres.CreateConnectionStringAsync(), "User-agent: *\nDisallow: /private\n");
        web.Put("/pay", Page);
        web.Put("/private/pay", Page);
        web.Put("/picture", "no picture", "image/png");
        await AskAsync(web, "/pay", "/private/pay", "/missing", "/picture");

        var night = await web.NightAsync("collect", "read");
        Assert.Equal("/pay 200 /missing 404 /picture 200", web.Asked());
        Assert.Equal("1 of 4 addresses answered.", night[0].Sentence);
        Assert.Equal(1, night[1].Counts["pages"]);
        Assert.Equal(("fetched", "robots-disallow", "gone", "wrong-type"),
            (await OutcomeAsync(web, "/pay"), await OutcomeAsync(web, "/private/pay"), await OutcomeAsync(web, "/missing"), await OutcomeAsync(web, "/picture")));

        var second = await web.CollectAsync();
        Assert.Equal("", web.Asked());
        Assert.False(second.Changed);
    }

    [Fact]
    public async Task Killed_before_it_was_marked_it_is_asked_for_again_and_kept_once()
    {
        var connection = await postgres.CreateConnectionStringAsync();
        await using var web = await NightlyWeb.StartAsync(connection);
        web.Put("/pay", Page);
        await AskAsync(web, "/pay");
        await web.CollectAsync();
        // As a worker leaves it that dies between keeping the page and marking the address.
        await using var database = Database.Open(connection);
        await using var open = await database.ConnectAsync(CancellationToken.None);
        await open.ExecuteAsync("update perjam.asked_address set tried_at = null, outcome = null");
        web.Asked();

        var again = await web.CollectAsync();
        Assert.Equal("/pay 304", web.Asked());
        Assert.False(again.Changed);
        Assert.Equal("not-modified", await OutcomeAsync(web, "/pay"));
        Assert.Equal(1, await open.ExecuteScalarAsync<int>("select count(*) from perjam.source_page"));
    }

    [Fact]
    public async Task A_page_that_the_operator_took_off_the_list_is_not_fetched_for_a_reader()
    {
        await using var web = await NightlyWeb.StartAsync(await postgres.CreateConnectionStringAsync());
        web.Put("/pay", Page);
        await web.WatchAsync("/pay", SourceKind.Page);
        await web.DoAsync(session => session.Sources.UnwatchAsync(web.At("/pay"), CancellationToken.None));
        await AskAsync(web, "/pay");

        await web.CollectAsync();
        Assert.Equal("", web.Asked());
        Assert.Equal(AskedAddressStore.NotCollected, await OutcomeAsync(web, "/pay"));
    }

    [Fact]
    public async Task A_host_that_does_not_answer_is_asked_once_a_night_and_the_rest_waits()
    {
        await using var web = await NightlyWeb.StartAsync(await postgres.CreateConnectionStringAsync());
        await web.DoAsync(async session =>
        {
            foreach (var path in (string[])["a", "b"])
                await session.Asked.AskAsync($"http://nowhere.invalid/{path}", web.Now, CancellationToken.None);
        });

        var night = await web.CollectAsync();
        Assert.Equal(1, night.Counts["left-silent"]);
        await web.DoAsync(async session => Assert.Equal(["http://nowhere.invalid/b"], await session.Asked.WaitingAsync(CancellationToken.None)));
    }

    private static Task AskAsync(NightlyWeb web, params string[] paths) => web.DoAsync(async session =>
    {
        foreach (var path in paths)
            Assert.Equal(AskAnswer.Waits, await session.Asked.AskAsync(web.At(path), web.Now, CancellationToken.None));
    });

    private static async Task<string?> OutcomeAsync(NightlyWeb web, string path)
    {
        string? outcome = null;
        await web.DoAsync(async session => outcome = (await session.Asked.FindAsync(web.At(path), CancellationToken.None))?.Outcome);
        return outcome;
    }
}
