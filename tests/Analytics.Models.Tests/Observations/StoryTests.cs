using Analytics.Models.Claims;
using Telling = Analytics.Models.Observations.Telling;
using Analytics.Models.Observations;
using Analytics.Models.Platforms;
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

    private static Telling Told(string id, string address, int day, Claim? claim = null) => new(id, claim ?? Samples.Claim(), address, new(2025, 3, day));

    private static IEnumerable<string> Written(IReadOnlyList<Story> stories) => stories.Select(s => s.Key + ": " + string.Join(' ', s.Tellings.Select(t => t.Id)));
}
