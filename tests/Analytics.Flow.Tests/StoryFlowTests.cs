using System.Text.RegularExpressions;
using Analytics.Models.Money;
using Analytics.Models.Observations;
using Analytics.Models.Releases;
using Analytics.Tests.Storage;
using Xunit;

namespace Analytics.Flow.Tests;

/// <summary>
/// One story as six pages tell it: the article of <c>../shared/corpus</c> and five retellings of our own (other words, another language, rupiah,
/// a first name, a headline alone). Skipped where that folder is not.
/// </summary>
public sealed class StoryFlowTests(PostgresFixture postgres)
{
    private const string Original = "https://news.example/micro1-2025";
    private static readonly string[] Retellings = ["other-words-id", "translated-en", "rupiah-id", "first-name-en", "headline-en"];
    private static readonly string[] Others = ["other-platform-en", "other-amount-en", "other-period-en"];
    private const string AnotherPerson = "another-person-en";
    private static readonly string[] Steps = ["read", "accept", "normalise", "rollup", "estimate", "publish"];

    [Fact]
    public async Task Six_tellings_are_one_figure_with_six_witnesses_and_what_only_resembles_it_stays_apart()
    {
        var seed = Path.Combine(Checkout.Root, "..", "shared", "corpus", "seed-004_231de6692750c059.txt");
        if (!File.Exists(seed))
            Assert.Skip("../shared/corpus is not here.");
        await using var web = await FlowSetting.ServeSavedPagesAsync();
        await using var setting = await FlowSetting.MakeAsync(postgres, web);
        // The retellings come first: what is the original is told by the dates.
        foreach (var name in Others.Concat(Retellings).Reverse())
            await CollectAsync(setting, name);
        Assert.Equal(0, (await setting.IngestAsync("collect", seed, "--address", Original, "--date", "2025-09-20", "--language", "id")).Code);
        await setting.StepsAsync(Steps);

        var release = await setting.LatestAsync();
        var story = StoryOf(release);
        Console.WriteLine($"figure witnesses_found {story.Witnesses.Count}");
        Assert.Equal([Original, .. Retellings.Select(Address)], story.Witnesses.Select(w => w.Address));
        Assert.Equal(("micro1", 300_000m, "USD", "Utkarsh Amitabh"), (story.Platform, story.AmountMax!.Value, story.Currency, story.Person));
        Assert.All(Others, name => Assert.Equal(Address(name), Assert.Single(FigureOf(release, name).Witnesses).Address));
        using (var site = await SiteProgram.StartAsync(setting.ConnectionString))
        {
            foreach (var language in new[] { "en", "id" })
                ShowsSix(await site.PageAsync($"/{language}/platforms/micro1"), story.Id);
        }

        // Another worker with the same amount there is another story.
        await CollectAsync(setting, AnotherPerson);
        await setting.StepsAsync(Steps);
        release = await setting.LatestAsync();
        Assert.Equal(Address(AnotherPerson), Assert.Single(FigureOf(release, AnotherPerson).Witnesses).Address);
        Assert.Equal(6, StoryOf(release).Witnesses.Count);
    }

    private static FigureRow StoryOf(Release release) =>
        Assert.Single(release.Figures, f => f.Witnesses.Any(w => w.Address == Original) && f.Unit == PayUnit.Total);

    private static FigureRow FigureOf(Release release, string name) =>
        Assert.Single(release.Figures, f => f.Origin == OriginKind.Claim && f.Witnesses.Any(w => w.Address == Address(name)));

    private static void ShowsSix(string page, string id)
    {
        var entry = Regex.Match(page, $"<article class=\"entry\" id=\"f-{id}\">.*?</article>", RegexOptions.Singleline).Value;
        Assert.Equal(6, Regex.Count(entry, "<blockquote"));
        Assert.All(Retellings.Select(Address).Append(Original), address => Assert.Contains($"href=\"{address}\"", entry, StringComparison.Ordinal));
    }

    private static async Task CollectAsync(FlowSetting setting, string name)
    {
        var (code, _, notes) = await setting.IngestAsync("collect", Checkout.Fixture("StoryPages", name + ".html"), "--address", Address(name));
        Assert.True(code == 0, notes);
    }

    private static string Address(string name) => $"https://retold.example/{name}";
}
