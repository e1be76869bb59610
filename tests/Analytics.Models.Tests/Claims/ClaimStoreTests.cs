using System.Text;
using Analytics.Models.Claims;
using Analytics.Models.Platforms;
using Analytics.Models.Sources;
using Analytics.Models.Storage;
using Analytics.Tests.Storage;
using Dapper;
using Xunit;

namespace Analytics.Models.Tests.Claims;

public sealed class ClaimStoreTests(PostgresFixture postgres)
{
    private static readonly DateTimeOffset Now = new(2025, 3, 4, 5, 6, 7, TimeSpan.Zero);
    private static readonly Statement Said = new() { Topic = StatementTopic.PayoutMethod, Quote = "Pay comes by bank.", Place = new(3, 0, 18), Platform = "prolific", Value = "bank" };

    [Fact]
    public async Task A_reading_is_kept_whole_and_once()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new ClaimStore(database);
        var page = await PageAsync(database, "text");
        var full = Samples.Claim() with
        {
            Tasks = 3,
            Hours = 1.5m,
            PeriodMonths = 0.23m,
            Experience = "two years",
            ExperienceBand = ExperienceBand.SixToTwentyFourMonths,
            Country = "ID",
            Conversion = "(Rp 190 ribu)",
            Witness = "a reporter",
            PlatformRule = "sentence",
            TaskRule = "platform",
        };
        for (var i = 0; i < 2; i++)
            await store.KeepAsync(Facts(page), new([full], [Said], [new("$5", new(0, 0, 2), PassedOver.Price)]), CancellationToken.None);

        var kept = Assert.Single(await store.ClaimsAsync(CancellationToken.None));
        Assert.Equal(full, kept.Claim);
        Assert.Equal(
            ("A title", "https://pay.example/", new DateOnly(2025, 3, 1), new DateOnly(2025, 3, 4), "en", false),
            (kept.Title, kept.Address, kept.Published!.Value, kept.Fetched, kept.Language, kept.Vanished));
        Assert.Equivalent(Said, Assert.Single(await store.StatementsAsync(CancellationToken.None)).Statement, strict: true);
    }

    [Fact]
    public async Task One_figure_of_two_platforms_is_two_claims()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new ClaimStore(database);
        Claim[] claims = [Samples.Claim(), Samples.Claim() with { Platform = "mturk" }];
        await store.KeepAsync(Facts(await PageAsync(database, "text")), new(claims, [Said, Said with { Platform = "mturk" }], []), CancellationToken.None);

        Assert.Equal(["mturk", "prolific"], (await store.ClaimsAsync(CancellationToken.None)).Select(c => c.Claim.Platform).Order());
        Assert.Equal(2, (await store.StatementsAsync(CancellationToken.None)).Count);
    }

    [Fact]
    public async Task An_older_reader_s_claims_count_until_the_page_is_read_again()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new ClaimStore(database);
        var page = await PageAsync(database, "text");
        Task KeepAsync(string version, decimal amount) => store.KeepAsync(
            Facts(page) with { ReaderVersion = version }, new([Samples.Claim() with { AmountMin = amount, AmountMax = amount }], [], []), CancellationToken.None);
        async Task<decimal> AmountAsync() => Assert.Single(await store.ClaimsAsync(CancellationToken.None)).Claim.AmountMax;

        await KeepAsync("0.1", 1);
        Assert.Equal(1, await AmountAsync());
        await KeepAsync(ClaimReader.Version, 2);
        Assert.Equal(2, await AmountAsync());
    }

    [Fact]
    public async Task Only_the_page_that_stands_at_an_address_counts_and_a_vanished_one_is_marked()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        var store = new ClaimStore(database);
        foreach (var text in (string[])["old", "new"])
            await store.KeepAsync(Facts(await PageAsync(database, text)), new([Samples.Claim() with { Person = text }], [Said], []), CancellationToken.None);
        Assert.Equal("new", Assert.Single(await store.ClaimsAsync(CancellationToken.None)).Claim.Person);

        await new SourceStore(database).MarkVanishedAsync("https://pay.example/", Now, CancellationToken.None);
        Assert.True(Assert.Single(await store.ClaimsAsync(CancellationToken.None)).Vanished);
        Assert.Empty(await store.StatementsAsync(CancellationToken.None));
    }

    private static async Task<string> PageAsync(Database database, string text)
    {
        var page = new SourcePage { Address = "https://pay.example/", Content = Encoding.UTF8.GetBytes(text), FetchedAt = Now };
        await new SourceStore(database).KeepAsync(page, CancellationToken.None);
        return page.Id;
    }

    private static PageRecord Facts(string page) => new(page, ClaimReader.Version, "read", null, "A title", "An author", "A site", new(2025, 3, 1), "en", "US", 9);
}
