using Analytics.Models.Claims;
using Analytics.Models.Evidence;
using Telling = Analytics.Models.Observations.Telling;
using Analytics.Models.Observations;
using Analytics.Models.Platforms;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Analytics.Models.Tests.Observations;

public sealed class StoryTests
{
    private static readonly StoryRules Rules = new(Models.Money.ExchangeRates.Shipped());

    [Fact]
    public void One_person_s_story_on_three_pages_is_one_with_the_earliest_first()
    {
        var story = Assert.Single(Rules.Gather([
            Told("c", "https://c.example/", 9, Samples.Claim("Sari, as others wrote, made $12 an hour.")),
            Told("a", "https://a.example/", 20),
            Told("b", "https://b.example/", 2, Samples.Claim() with { Person = "sari." })]));

        Assert.Equal(["b", "c", "a"], story.Tellings.Select(t => t.Id));
        Assert.Equal("b", story.Original.Id);
    }

    [Fact]
    public void Order_of_reading_does_not_matter()
    {
        Telling[] told = [Told("a", "https://a.example/", 5), Told("b", "https://b.example/", 5), Told("c", "https://a.example/", 5, Samples.Claim() with { AmountMax = 15 })];

        Assert.Equal(Written(Rules.Gather(told)), Written(Rules.Gather(told.Reverse())));
    }

    [Fact]
    public void Another_person_platform_amount_or_unit_is_another_story()
    {
        var claim = Samples.Claim();
        Assert.Equal(5, Rules.Gather([
            Told("1", "https://a.example/", 1, claim), Told("2", "https://a.example/", 1, claim with { Person = "Budi" }),
            Told("3", "https://a.example/", 1, claim with { Platform = "mturk" }), Told("4", "https://a.example/", 1, claim with { AmountMax = 13 }),
            Told("5", "https://a.example/", 1, claim with { Unit = Models.Money.PayUnit.Day })]).Count);
    }

    [Fact]
    public void Without_a_person_only_the_same_sentence_about_the_same_work_is_shared()
    {
        var claim = Samples.Claim("$12 per hour.") with { Person = null, Platform = null };
        Assert.Equal(3, Rules.Gather([
            Told("1", "https://a.example/", 1, claim), Told("2", "https://b.example/", 1, claim with { Sentence = "“$12 per hour”" }),
            Told("3", "https://a.example/", 1, claim with { TaskType = TaskType.Translation }),
            Told("4", "https://a.example/", 1, claim with { Sentence = "They pay $12 per hour." })]).Count);
    }

    [Fact]
    public void A_part_of_the_name_a_conversion_and_a_telling_without_a_name_join_the_story()
    {
        var story = Assert.Single(Rules.Gather([
            Case("1", 1, "Priya Raman"), Case("2", 2, "Raman"), Case("3", 3, "Priya"), Case("4", 4, null), Case("5", 5, "seorang pengacara"),
            Case("6", 6, "Priya Raman") is var told ? told with { Claim = told.Claim with { AmountMin = 1_470_000_000m, AmountMax = 1_470_000_000m, Currency = "IDR" } } : null!,
            Case("7", 7, "Raman") is var round ? round with { Claim = round.Claim with { AmountMin = 89_500, AmountMax = 89_500 } } : null!]));
        Assert.Equal(["1", "2", "3", "4", "5", "6", "7"], story.Tellings.Select(t => t.Id));
    }

    [Fact]
    public void What_fits_two_people_or_another_year_joins_neither()
    {
        Assert.Equal(3, Rules.Gather([Case("1", 1, "Priya Raman"), Case("2", 2, "Priya Nair"), Case("3", 3, null)]).Count);
        Assert.Equal(3, Rules.Gather([Case("1", 1, "Priya Raman"), Case("2", 2, "Priya Nair"), Case("3", 3, "Priya")]).Count);
        Assert.Equal(2, Rules.Gather([Case("1", 1, "Priya Raman"), Case("2", 2, "Priya Raman", "In 2019 Raman earned $90,000.")]).Count);
        Assert.Equal(2, Rules.Gather([Case("1", 1, "Priya Raman"), Case("2", 2, null, "Since May Brandt has made almost $90,000.")]).Count);
        Assert.Single(Rules.Gather([Case("1", 1, "Priya Raman"), Case("2", 2, null, "Since May Raman has made almost $90,000.")]));
        Assert.Equal(2, Rules.Gather([
            Told("1", "https://a.example/", 1, Samples.Claim() with { Person = "Priya Raman", Kind = FigureKind.WorkerCase }),
            Told("2", "https://b.example/", 2, Samples.Claim("Somebody made $12 an hour.") with { Person = null, Kind = FigureKind.WorkerCase })]).Count);
    }

    [Fact]
    public void In_whatever_order_tellings_come_the_stories_are_the_same()
    {
        string?[] people = ["Priya Raman", "Raman", "Priya", null, "Priya Nair", "Nair", "a lawyer"];
        Prop.ForAll(ArbMap.Default.ArbFor<int[]>(), picks =>
        {
            var told = picks.Take(8).Select((pick, i) => Case($"{i}", 1 + (Math.Abs(pick % 5)), people[Math.Abs(pick % people.Length)]) is var t && pick % 3 == 0
                ? t with { Claim = t.Claim with { AmountMin = 88_900, AmountMax = 88_900 } } : t).ToList();
            return Written(Rules.Gather(told)).SequenceEqual(Written(Rules.Gather(Enumerable.Reverse(told))))
                && Rules.Gather(told).Sum(s => s.Tellings.Count) == told.Count;
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>A worker's case of almost $90,000 on micro1, told on a page of its own.</summary>
    private static Telling Case(string id, int day, string? person, string? sentence = null) => Told(id, $"https://{id}.example/", day, Samples.Claim() with
    {
        Person = person,
        Sentence = sentence ?? $"Almost $90,000 since spring, page {id}.",
        Kind = FigureKind.WorkerCase,
        Platform = "micro1",
        AmountMin = 90_000,
        AmountMax = 90_000,
        Bound = Models.Money.Bound.Almost,
        Unit = Models.Money.PayUnit.Total,
    });

    private static Telling Told(string id, string address, int day, Claim? claim = null) => new(id, claim ?? Samples.Claim(), address, new(2025, 3, day));

    private static IEnumerable<string> Written(IReadOnlyList<Story> stories) => stories.Select(s => s.Key + ": " + string.Join(' ', s.Tellings.Select(t => t.Id)));
}
