using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Xunit;

namespace Analytics.Models.Tests.Releases;

/// <summary>Which statements tell one fact, and which contradict each other.</summary>
public sealed class StatementFactsTests
{
    [Fact]
    public void Sources_that_say_the_same_tell_one_fact()
    {
        var rows = Of(Said("a", StatementTopic.PayoutMethod, "paypal bank"), Said("b", StatementTopic.PayoutMethod, "bank paypal"), Said("c", StatementTopic.PayoutMethod, "paypal"));
        Assert.Equal(rows[0].Fact, rows[1].Fact);
        Assert.NotEqual(rows[0].Fact, rows[2].Fact);
        Assert.All(rows, r => Assert.Null(r.Conflict));
    }

    [Theory]
    [InlineData(StatementTopic.MinimumPayout, "5 USD", "10 USD")]
    [InlineData(StatementTopic.Availability, "open", "closed")]
    [InlineData(StatementTopic.Fee, "10 %", "20 %")]
    [InlineData(StatementTopic.WhoMayJoin, "18+", "21+")]
    public void Sources_that_contradict_are_numbered_and_both_kept(StatementTopic topic, string one, string other)
    {
        var rows = Of(Said("a", topic, one), Said("b", topic, other), Said("c", topic, one));
        Assert.Equal(3, rows.Count);
        Assert.All(rows, r => Assert.Equal(1, r.Conflict));
        Assert.Equal([rows[0].Fact, rows[1].Fact, rows[0].Fact], rows.Select(r => r.Fact));
    }

    [Fact]
    public void Limits_currencies_and_one_page_s_own_values_are_no_contradiction()
    {
        var least = StatementTopic.MinimumPayout;
        Assert.All(Of(Said("a", least, "5 USD") with { Method = "paypal" }, Said("b", least, "30 USD") with { Method = "bank" }), r => Assert.Null(r.Conflict));
        Assert.All(Of(Said("a", StatementTopic.Availability, "closed") with { Countries = ["KE"] }, Said("b", StatementTopic.Availability, "open")), r => Assert.Null(r.Conflict));
        Assert.All(Of(Said("a", least, "5 USD"), Said("b", least, "5 GBP")), r => Assert.Null(r.Conflict));
        Assert.All(Of(Said("a", least, "5 USD"), Said("a", least, "9 USD")), r => Assert.Null(r.Conflict));
        Assert.All(Of(Said("a", least, "5 USD"), Said("b", least, "9 USD") with { Platform = "mturk" }), r => Assert.Null(r.Conflict));
    }

    private static IReadOnlyList<StatementRow> Of(params StatementRow[] rows) => StatementFacts.Of(rows);

    private static StatementRow Said(string page, StatementTopic topic, string value) => new()
    {
        Platform = "prolific",
        Topic = topic,
        Quote = $"{value} says page {page}.",
        Value = value,
        SourceTitle = page,
        SourceAddress = $"https://{page}.example/",
        Seen = new(2026, 1, 1),
    };
}
