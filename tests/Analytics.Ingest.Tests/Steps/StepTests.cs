using Analytics.Ingest.Fetching;
using Analytics.Ingest.Steps;
using Analytics.Models.Claims;
using Analytics.Models.Evidence;
using Analytics.Models.Money;
using Analytics.Models.Estimates;
using Analytics.Models.Observations;
using Analytics.Models.Reports;
using Analytics.Models.Rollups;
using Analytics.Models.Sources;
using Analytics.Models.Storage;
using Analytics.Tests.Storage;
using Dapper;
using Xunit;

namespace Analytics.Ingest.Tests.Steps;

public sealed class StepTests(PostgresFixture postgres)
{
    private const string Article =
        """
        <!doctype html><html lang="en"><head><title>Evenings on Prolific</title><meta property="article:published_time" content="2025-03-02"></head>
        <body><article><h1>Evenings on Prolific</h1><p>Dewi, a nurse from Bandung, earned $12 an hour on Prolific last spring, answering surveys after her shift.</p>
        <p>Prolific pays out through PayPal, and she says that the money came within two days each time she asked for it.</p></article></body></html>
        """;

    private const string Rates =
        """
        <?xml version="1.0"?><Envelope><Cube><Cube time="2099-02-03"><Cube currency="USD" rate="1.25"/><Cube currency="IDR" rate="20000"/></Cube></Cube></Envelope>
        """;

    [Fact]
    public async Task The_flow_run_twice_leaves_the_same_rows_and_says_that_nothing_changed()
    {
        await using var site = await StepSite.StartAsync();
        site.Pages["/article"] = ("text/html; charset=utf-8", Article);
        site.Pages["/rates.xml"] = ("text/xml", Rates);
        var connection = await postgres.CreateConnectionStringAsync();
        await using var session = await OpenAsync(connection, site);
        await session.Sources.AddAsync([Source(site.At("/article")), Source(site.At("/gone"))], TimeProvider.System.GetUtcNow(), CancellationToken.None);

        var first = await RunAsync(session);
        var rows = await RowsAsync(connection);
        var second = await RunAsync(session);

        Assert.Equal(["exchange-rates", "collect", "read", "accept", "normalise", "rollup", "estimate", "publish"], first.Select(r => r.Step));
        Assert.Equal(rows, await RowsAsync(connection));
        Assert.All(second, r => Assert.False(r.Changed, r.Sentence));
        Assert.All(first.Where(r => r.Step is not "rollup"), r => Assert.True(r.Changed, r.Sentence));
        Assert.Contains(site.At("/gone").ToString(), Assert.Single(first[1].Troubles), StringComparison.Ordinal);
        Assert.Equal(1, first[2].Counts["pages"]);
        Assert.Equal(1, Assert.Single(await session.Releases.ListAsync(CancellationToken.None)).Number);
    }

    [Fact]
    public async Task The_demonstration_run_twice_leaves_the_same_rows_and_holds_simulated_data_only()
    {
        var connection = await postgres.CreateConnectionStringAsync();
        await using var session = await OpenAsync(connection, site: null, demo: true);
        await session.Reports.AddAsync(new SimulatedReports(session.Catalogue, 1, new(2026, 9, 1)).Make(400), CancellationToken.None);

        var first = await RunAsync(session);
        var rows = await RowsAsync(session.ConnectionString);
        var second = await RunAsync(session);

        Assert.Equal(["accept", "normalise", "rollup", "estimate", "publish"], first.Select(r => r.Step));
        Assert.Equal(rows, await RowsAsync(session.ConnectionString));
        Assert.All(second, r => Assert.False(r.Changed, r.Sentence));
        Assert.True((await session.Releases.LatestAsync(CancellationToken.None))!.Simulated);
        Assert.All(await session.Observations.CountAsync(CancellationToken.None), c => Assert.Equal(OriginKind.Report, c.OriginKind));
        Assert.NotEqual(connection, session.ConnectionString);
    }

    [Fact]
    public async Task The_model_in_use_is_kept_and_the_next_one_is_held_against_it()
    {
        await using var session = await OpenAsync(await postgres.CreateConnectionStringAsync(), site: null, demo: true);
        await session.Reports.AddAsync(new SimulatedReports(session.Catalogue, 1, new(2026, 9, 1)).Make(700), CancellationToken.None);
        var first = await RunAsync(session);
        await using var database = Database.Open(session.ConnectionString);
        var models = new PayModelStore(database);
        var before = (await models.FindAsync(PayMeasure.PaidOnly, CancellationToken.None))!;
        Assert.Null(before.Used.Evaluation.Last);
        Assert.Contains("Model of paid-only: its interval held for", first.Single(r => r.Step == "estimate").Sentence, StringComparison.Ordinal);

        await session.Reports.AddAsync(new SimulatedReports(session.Catalogue, 1, new(2026, 9, 1)).Make(760).Skip(700), CancellationToken.None);
        var second = await RunAsync(session);
        var cards = await models.CardsAsync(CancellationToken.None);
        Assert.Equal([PayMeasure.PaidOnly, PayMeasure.AllIn], cards.Select(c => c.Measure));
        Assert.Equal("last-model", (cards[0].TurnedAway ?? cards[0].Model!.Evaluation).Last!.Name);
        Assert.Contains("model of paid-only", second.Single(r => r.Step == "estimate").Sentence, StringComparison.OrdinalIgnoreCase);
        var release = await session.Releases.ReadAsync((await session.Releases.LatestAsync(CancellationToken.None))!.Id, CancellationToken.None);
        Assert.Equal(cards.Select(c => c.Fate), release!.ModelCards.Select(c => c.Fate));
    }

    [Fact]
    public async Task Simulated_reports_in_the_real_database_stop_publication()
    {
        var connection = await postgres.CreateConnectionStringAsync();
        await using var session = await OpenAsync(connection);
        await session.Reports.AddAsync(new SimulatedReports(session.Catalogue, 1, new(2026, 9, 1)).Make(3), CancellationToken.None);

        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() => RunAsync(session, "publish"));
        Assert.StartsWith("3 simulated reports", fault.Message, StringComparison.Ordinal);
        Assert.Empty(await session.Releases.ListAsync(CancellationToken.None));
    }

    [Fact]
    public async Task One_story_on_three_pages_is_one_observation_for_as_long_as_a_page_of_it_stands()
    {
        var connection = await postgres.CreateConnectionStringAsync();
        await using var session = await OpenAsync(connection);
        foreach (var (name, day) in ((string, int)[])[("late", 20), ("first", 2), ("middle", 9)])
            await TellAsync(connection, session, name, day, "Dewi");
        await RunAsync(session, "accept");

        var story = await StoryAsync(session);
        Assert.Equal(ObservationStatus.Accepted, story.Status);
        var witnesses = (await session.Observations.WitnessesAsync(CancellationToken.None))[story.Id];
        await using var database = Database.Open(connection);
        var claims = (await new ClaimStore(database).ClaimsAsync(CancellationToken.None)).ToDictionary(c => c.Id, c => c.Address);
        Assert.Equal(["https://first.example/", "https://middle.example/", "https://late.example/"], witnesses.Select(w => claims[w]));
        Assert.Equal(witnesses[0], story.Origin);

        foreach (var name in (string[])["first", "middle"])
            await session.Sources.MarkVanishedAsync($"https://{name}.example/", TimeProvider.System.GetUtcNow(), CancellationToken.None);
        Assert.False((await RunAsync(session, "accept")).Changed);
        await session.Sources.MarkVanishedAsync("https://late.example/", TimeProvider.System.GetUtcNow(), CancellationToken.None);
        Assert.True((await RunAsync(session, "accept")).Changed);
        var gone = await StoryAsync(session);
        Assert.Equal((story.Id, ObservationStatus.Withdrawn, AcceptanceReason.PageVanished), (gone.Id, gone.Status, gone.Reason));

        await TellAsync(connection, session, "late", 20, "Dewi");
        await RunAsync(session, "accept");
        Assert.Equal(story, await StoryAsync(session));
    }

    [Fact]
    public async Task A_page_replaced_by_another_text_withdraws_what_it_told()
    {
        var connection = await postgres.CreateConnectionStringAsync();
        await using var session = await OpenAsync(connection);
        await TellAsync(connection, session, "page", 2, "Dewi");
        await RunAsync(session, "accept");
        var before = await StoryAsync(session);
        await TellAsync(connection, session, "page", 2, "Budi");
        await RunAsync(session, "accept");

        var stories = (await session.Observations.OfAsync(OriginKind.Claim, CancellationToken.None)).ToDictionary(o => o.Id);
        Assert.Equal(2, stories.Count);
        Assert.Equal((ObservationStatus.Withdrawn, AcceptanceReason.Superseded), (stories[before.Id].Status, stories[before.Id].Reason));
    }

    [Fact]
    public async Task A_page_that_cannot_be_read_is_said_once_and_the_others_are_read()
    {
        await using var session = await OpenAsync(await postgres.CreateConnectionStringAsync());
        await KeepAsync(session, "https://binary.example/", [0, 1, 2, 3, 255, 254, 0, 7]);
        await KeepAsync(session, "https://text.example/", "An article of plain text, with nothing in it about money."u8.ToArray());
        var first = await RunAsync(session, "read");

        Assert.Equal((2, 1), (first.Counts["pages"], first.Counts["unreadable"]));
        Assert.Contains("https://binary.example/", Assert.Single(first.Troubles), StringComparison.Ordinal);
        Assert.False((await RunAsync(session, "read")).Changed);
    }

    [Fact]
    public async Task A_page_that_fills_the_memory_is_said_once_and_the_others_are_read()
    {
        await using var session = await OpenAsync(await postgres.CreateConnectionStringAsync(), reading: new() { Memory = 64 << 20 });
        await KeepAsync(session, "https://heavy.example/", ReadingProcessTests.Heavy, "text/html");
        foreach (var name in (string[])["a", "b", "c"])
            await KeepAsync(session, $"https://{name}.example/", "Dewi earned $12 an hour on Prolific."u8.ToArray());
        var first = await RunAsync(session, "read");

        Assert.Equal((4, 3, 1), (first.Counts["pages"], first.Counts["claims"], first.Counts["unreadable"]));
        Assert.Equal("https://heavy.example/ is not read: it takes more than 64 MiB of memory.", Assert.Single(first.Troubles));
        Assert.False((await RunAsync(session, "read")).Changed);
    }

    [Theory]
    [InlineData("text/html", "<html>not rates</html>")]
    [InlineData("text/xml", "<Envelope/>")]
    public async Task A_list_of_exchange_rates_that_is_none_is_a_trouble_and_the_shipped_ones_remain(string type, string text)
    {
        await using var site = await StepSite.StartAsync();
        site.Pages["/rates.xml"] = (type, text);
        await using var session = await OpenAsync(await postgres.CreateConnectionStringAsync(), site);
        var result = await RunAsync(session, "exchange-rates");

        Assert.Single(result.Troubles);
        Assert.Equal(ExchangeRates.Shipped().All.Count(), result.Counts["added"]);
    }

    [Fact]
    public void The_timetable_is_the_flow_where_every_step_leads_to_the_next_and_what_is_forgotten_beside_it()
    {
        var steps = Schedule.Jobs.Select(j => j.Step).ToList();
        Assert.Equal(["exchange-rates", "collect", "read", "accept", "normalise", "rollup", "estimate", "publish", "forget", "erase"], steps);
        foreach (var timetable in (IReadOnlyList<Job>[])[Schedule.Jobs, Schedule.DemoJobs])
        {
            Assert.All(timetable, j => Assert.True(j.Then is null ? j.Step is "publish" or "forget" or "erase" : timetable.Any(t => t.Step == j.Then)));
            // Its constructor refuses what is no timetable.
            Assert.All(timetable.Where(j => j.Cron is not null), j => Assert.NotNull(new Quartz.CronExpression(j.Cron!)));
            Assert.All(timetable, j => Assert.True(j.Cron is not null || timetable.Any(t => t.Then == j.Step)));
        }
    }

    private static Task<Session> OpenAsync(string connection, StepSite? site = null, bool demo = false, ReadingLimits? reading = null) => Session.OpenAsync(
        new IngestOptions
        {
            Storage = new() { ConnectionString = connection, Demo = demo },
            Fetch = new FetchRules { Contact = "https://test.example/", AllowedHosts = site is null ? [] : [site.Host], AllowedHostPause = TimeSpan.Zero },
            ExchangeRates = site?.At("/rates.xml"),
            SourceList = [],
            Time = TimeProvider.System,
            Reading = reading ?? new(),
        },
        CancellationToken.None);

    private static Source Source(Uri address) => new(address.ToString(), SourceKind.Page, null, null, SourceOrigin.Operator);

    private static async Task<List<StepResult>> RunAsync(Session session)
    {
        var results = new List<StepResult>();
        foreach (var step in session.Flow())
            results.Add(await step.RunAsync(new Progress<StepProgress>(), CancellationToken.None));
        return results;
    }

    private static Task<StepResult> RunAsync(Session session, string step) => session.Step(step)!.RunAsync(new Progress<StepProgress>(), CancellationToken.None);

    private static async Task<Observation> StoryAsync(Session session) => Assert.Single(await session.Observations.OfAsync(OriginKind.Claim, CancellationToken.None));

    private static async Task<SourcePage> KeepAsync(Session session, string address, byte[] content, string type = "text/plain")
    {
        var page = new SourcePage { Address = address, Content = content, FetchedAt = new(2025, 4, 1, 0, 0, 0, TimeSpan.Zero), ContentType = type };
        await session.Sources.KeepAsync(page, CancellationToken.None);
        return page;
    }

    // A page on which one claim has been read.
    private static async Task TellAsync(string connection, Session session, string name, int day, string person)
    {
        var page = await KeepAsync(session, $"https://{name}.example/", System.Text.Encoding.UTF8.GetBytes($"{person} earned $12 an hour on Prolific."));
        await using var database = Database.Open(connection);
        await new ClaimStore(database).KeepAsync(
            new(page.Id, ClaimReader.Version, "read", null, name, null, null, new(2025, 3, day), "en", null, 1),
            new([new Claim
            {
                Quote = "$12 an hour", Sentence = $"{person} earned $12 an hour on Prolific.", Place = new(0, 12, 11), Kind = FigureKind.WorkerCase, Tier = EvidenceTier.D,
                AmountMin = 12, AmountMax = 12, Bound = Bound.Exact, Currency = "USD", Unit = PayUnit.Hour, Platform = "prolific", Person = person,
            }], [], []),
            CancellationToken.None);
    }

    // Every row of every table but the log of attempts, which grows with each.
    private static async Task<IReadOnlyDictionary<string, string>> RowsAsync(string connectionString)
    {
        await using var database = Database.Open(connectionString);
        await using var connection = await database.ConnectAsync(CancellationToken.None);
        var tables = (await connection.QueryAsync<string>("select table_name from information_schema.tables where table_schema = 'perjam' and table_name <> 'fetch'")).ToList();
        var rows = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var table in tables)
            rows[table] = await connection.QuerySingleAsync<string>($"select count(*) || ' ' || md5(coalesce(string_agg(t::text, '|' order by t::text), '')) from perjam.{table} t");
        return rows;
    }
}
