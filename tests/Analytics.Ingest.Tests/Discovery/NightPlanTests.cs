using Analytics.Ingest.Discovery;
using Analytics.Models.Sources;
using Xunit;

namespace Analytics.Ingest.Tests.Discovery;

/// <summary>When found pages are asked for again, and which of those due a night takes.</summary>
public sealed class NightPlanTests
{
    private static readonly DateTimeOffset Now = new(2026, 3, 20, 1, 0, 0, TimeSpan.Zero);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(13, 1)]
    [InlineData(15, 7)]
    [InlineData(89, 7)]
    [InlineData(91, 30)]
    [InlineData(364, 30)]
    [InlineData(366, 90)]
    [InlineData(3_000, 90)]
    public void The_older_a_page_was_when_read_the_longer_it_rests(int age, int nights)
    {
        foreach (var page in new[] { Read(Now, changed: Now.AddDays(-age)), Read(Now, added: Now.AddDays(-age)) })
        {
            Assert.True(Revisit.DueAt(page) > Now.AddDays(nights - 1));
            Assert.True(Revisit.DueAt(page) <= Now.AddDays(nights));
        }
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(5, 16)]
    [InlineData(7, 64)]
    [InlineData(1_000, 64)]
    public void A_page_that_fails_rests_twice_as_long_each_time(int failures, int nights) =>
        Assert.Equal(Now.AddDays(nights - 1) + Revisit.Night, Revisit.DueAt(Read(Now, changed: Now.AddDays(-2_000)) with { Failures = failures }));

    [Fact]
    public void A_change_stated_since_the_last_attempt_makes_a_page_due_at_once()
    {
        Assert.Equal(Now.AddHours(1), Revisit.DueAt(Read(Now, changed: Now.AddHours(1)) with { Failures = 9 }));
        Assert.True(Revisit.DueAt(New("https://a.example/", Now)) <= Now);
    }

    [Fact]
    public void The_newest_come_first_and_the_rest_is_left()
    {
        var pages = Enumerable.Range(0, 50_000).Select(i => New($"https://a.example/{i}", Now.AddDays(-1)) with { ChangedAt = Now.AddMinutes(-i) }).ToList();
        var plan = NightPlan.Of([.. pages.AsEnumerable().Reverse()], Now, new() { PagesPerHost = 200, Pages = 1_000 });
        Assert.Equal(pages.Take(200), plan.Pages);
        Assert.Equal((49_800, 0), (plan.LeftByHost, plan.LeftByNight));
    }

    [Fact]
    public void Of_four_pages_one_was_read_before()
    {
        var fresh = Enumerable.Range(0, 10).Select(i => New($"https://a.example/new{i}", Now.AddDays(-1)) with { ChangedAt = Now.AddMinutes(-i) });
        var known = Enumerable.Range(0, 10).Select(i => Read(Now.AddDays(-10 + i), changed: Now.AddDays(-12)) with { Address = $"https://a.example/known{i}" });
        Assert.Equal("new0 new1 new2 known0 new3 new4 new5 known1", Paths(NightPlan.Of([.. known, .. fresh], Now, new() { PagesPerHost = 8 })));
        Assert.Equal("known0 known1 known2", Paths(NightPlan.Of([.. known], Now, new() { PagesPerHost = 3 })));
    }

    [Fact]
    public void Hosts_take_turns_and_share_the_night()
    {
        var pages = from host in (string[])["a", "b", "c"] from i in Enumerable.Range(0, 5) select New($"https://{host}.example/{host}{i}", Now) with { ChangedAt = Now.AddMinutes(-i - (host == "c" ? 100 : host == "b" ? 50 : 0)) };
        var plan = NightPlan.Of([.. pages], Now, new() { PagesPerHost = 4, Pages = 7 });
        Assert.Equal("a0 b0 c0 a1 b1 c1 a2", Paths(plan));
        Assert.Equal((3, 5), (plan.LeftByHost, plan.LeftByNight));
    }

    [Fact]
    public void What_was_asked_for_in_the_same_night_counts()
    {
        var asked = Enumerable.Range(0, 3).Select(i => Read(Now.AddHours(-1), changed: Now.AddDays(-1)) with { Address = $"https://a.example/asked{i}" });
        var pages = Enumerable.Range(0, 5).Select(i => New($"https://a.example/{i}", Now)).Concat(asked).ToList();
        Assert.Single(NightPlan.Of(pages, Now, new() { PagesPerHost = 4 }).Pages);
        Assert.Equal(2, NightPlan.Of(pages, Now, new() { Pages = 5 }).Pages.Count);
        Assert.Empty(NightPlan.Of(pages, Now, new() { Pages = 2 }).Pages);
    }

    private static string Paths(NightPlan plan) => string.Join(' ', plan.Pages.Select(p => new Uri(p.Address).AbsolutePath[1..]));

    private static FoundPage New(string address, DateTimeOffset added) =>
        new(address, null, "https://a.example/feed", null, null, added, null, null, null, null, 0);

    private static FoundPage Read(DateTimeOffset tried, DateTimeOffset? changed = null, DateTimeOffset? added = null) =>
        New("https://a.example/read", added ?? tried.AddDays(-3_000)) with { ChangedAt = changed, TriedAt = tried, Outcome = "fetched" };
}
