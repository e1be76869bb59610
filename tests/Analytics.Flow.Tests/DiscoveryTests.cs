using Analytics.Models.Releases;
using Analytics.Models.Storage;
using Analytics.Tests.Storage;
using Microsoft.AspNetCore.Http;
using Npgsql;
using Xunit;

namespace Analytics.Flow.Tests;

/// <summary>From a feed and a sitemap that an operator watches to figures, and what becomes of them over nights, by the programs a user runs.</summary>
public sealed class DiscoveryTests(PostgresFixture postgres)
{
    [Fact]
    public async Task Watched_feeds_and_sitemaps_lead_to_figures_and_keep_up_with_their_pages()
    {
        await using var web = await SavedWeb.StartAsync();
        await using var setting = await FlowSetting.MakeAsync(postgres, web);
        await File.WriteAllTextAsync(setting.Settings["Collect__Sources"], "[]");
        foreach (var name in (string[])["mturk-id", "micro1-en", "ojol-id"])
            web.Page("/" + name, await File.ReadAllTextAsync(Checkout.SavedPage(name + ".html")));
        var feed = Serve(web, "/feed", $"<rss version=\"2.0\"><channel><item><title>MTurk</title><link>{web.Address}mturk-id?utm_source=rss</link><pubDate>{TimeProvider.System.GetUtcNow().AddDays(-2):r}</pubDate></item></channel></rss>");
        var sitemap = Serve(web, "/sitemap.xml", $"<urlset><url><loc>{web.Address}micro1-en</loc></url><url><loc>{web.Address}ojol-id</loc></url><url><loc>{web.Address}chili-prices</loc></url></urlset>");

        await RunAsync(setting, "is watched as a feed", "watch", feed, "--kind", "feed");
        await RunAsync(setting, "is watched as a sitemap", "watch", sitemap, "--kind", "sitemap", "--words", "micro1|ojol");
        await RunAsync(setting, "collect: 5 of 5 addresses answered. Lists name 3 pages: 3 new, 0 changed.", "flow");
        var release = await LatestAsync(setting);
        Assert.Contains(release.Figures, f => f.Person == "Dewi Lestari" && f.Witnesses[0].Address == $"{web.Address}mturk-id");
        Assert.Contains(release.Figures, f => f.Person == "Priya Raman" && f.AmountMin == 150m);
        Assert.Contains(release.Figures, f => f.Person == "Slamet Riyadi");
        await RunAsync(setting, $"found 2 pages\twords: micro1|ojol\tby operator", "sources");
        await RunAsync(setting, $"page\tfetched", "sources", sitemap);

        // The second night: each is asked for, none is sent again, nothing changes.
        web.Requests.Clear();
        await NightAsync(setting);
        await RunAsync(setting, "collect: 5 of 5 addresses answered.\n", "flow");
        Assert.Equal(["/feed", "/micro1-en", "/mturk-id", "/ojol-id", "/sitemap.xml"], web.Requests.Where(r => r is not ("/robots.txt" or "/rates.xml")).Order());
        Assert.Equal(["not-modified 5"], await TextsAsync(setting, "select outcome || ' ' || count(*) from perjam.fetch where at > now() - interval '12 hours' and address not like '%rates%' group by outcome"));
        Assert.Equal(release.Head.Number, (await LatestAsync(setting)).Head.Number);

        // The third: one page says something else, one is gone.
        web.Page("/micro1-en", (await File.ReadAllTextAsync(Checkout.SavedPage("micro1-en.html"))).Replace("$150 an hour", "$160 an hour", StringComparison.Ordinal));
        web.Remove("/ojol-id");
        await NightAsync(setting);
        await RunAsync(setting, "collect: 4 of 5 addresses answered.", "flow");
        var next = await LatestAsync(setting);
        Assert.Contains(next.Figures, f => f.Person == "Priya Raman" && f.AmountMin == 160m);
        Assert.DoesNotContain(next.Figures, f => f.Person == "Priya Raman" && f.AmountMin == 150m);
        Assert.DoesNotContain(next.Figures, f => f.Person == "Slamet Riyadi");
        Assert.Equal([$"{web.Address}ojol-id without text, with claims"], await TextsAsync(setting,
            """
            select address || case when content is null then ' without text' end || case when exists (select 1 from perjam.claim c where c.page_id = p.id) then ', with claims' end
            from perjam.source_page p where vanished_at is not null
            """));

        // Unwatched, a list's pages are not asked for any more; what was read stays.
        await RunAsync(setting, "is not collected from any more", "unwatch", sitemap);
        await NightAsync(setting);
        web.Requests.Clear();
        await RunAsync(setting, "collect: 2 of 2 addresses answered.", "flow");
        Assert.DoesNotContain("/micro1-en", web.Requests);
        Assert.Contains((await LatestAsync(setting)).Figures, f => f.Person == "Priya Raman");
    }

    private static string Serve(SavedWeb web, string path, string xml) => web.Serve(path, async context =>
    {
        context.Response.Headers.ETag = "\"1\"";
        context.Response.StatusCode = context.Request.Headers.IfNoneMatch == "\"1\"" ? 304 : 200;
        if (context.Response.StatusCode == 304)
            return;
        context.Response.ContentType = "application/xml";
        await context.Response.WriteAsync(xml);
    }).ToString();

    // A day passes: all attempts lie a day further back. When a text was first seen is printed beside figures, and stays.
    private static Task NightAsync(FlowSetting setting) => TextsAsync(setting,
        """
        with f as (update perjam.fetch set at = at - interval '1 day')
        update perjam.source set added_at = added_at - interval '1 day', changed_at = changed_at - interval '1 day' returning address
        """);

    private static async Task RunAsync(FlowSetting setting, string said, params string[] arguments)
    {
        var (code, answers, notes) = await setting.IngestAsync(arguments);
        Assert.True(code == 0, notes);
        Assert.Contains(said, answers, StringComparison.Ordinal);
    }

    private static async Task<List<string>> TextsAsync(FlowSetting setting, string sql)
    {
        await using var connection = new NpgsqlConnection(setting.ConnectionString);
        await connection.OpenAsync();
        await using var query = new NpgsqlCommand(sql, connection);
        await using var reader = await query.ExecuteReaderAsync();
        var texts = new List<string>();
        while (await reader.ReadAsync())
            texts.Add(reader.GetString(0));
        return texts;
    }

    private static async Task<Release> LatestAsync(FlowSetting setting)
    {
        await using var database = Database.Open(setting.ConnectionString);
        var releases = new ReleaseStore(database);
        return (await releases.ReadAsync((await releases.LatestAsync(CancellationToken.None))!.Id, CancellationToken.None))!;
    }
}
