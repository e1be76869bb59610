using Analytics.Models;
using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Analytics.Web.Pages.Platforms;
using Analytics.Web.Pages.Shared;

namespace Analytics.Web.Pages.Places;

/// <summary>What is said of one platform in a country, by topic (<c>Said</c>).</summary>
public sealed record Said(Asked Asked, PlatformRow Platform, IReadOnlyList<TopicFacts> Topics)
{
    /// <summary>Ways out of a platform's account, and what they cost and take.</summary>
    public static readonly IReadOnlyList<StatementTopic> Payout = [StatementTopic.PayoutMethod, StatementTopic.MinimumPayout, StatementTopic.Fee, StatementTopic.DaysToPayment];

    /// <summary>Whether one may join and finds work.</summary>
    public static readonly IReadOnlyList<StatementTopic> Joining = [StatementTopic.Availability, StatementTopic.WhoMayJoin, StatementTopic.Qualification, StatementTopic.Newcomers];

    /// <summary>The rest: the work itself.</summary>
    public static readonly IReadOnlyList<StatementTopic> Work = [.. Enum.GetValues<StatementTopic>().Except([.. Payout, .. Joining])];

    /// <summary>What is said of <paramref name="topics"/> in a country, by platform.</summary>
    public static IReadOnlyList<Said> In(Asked asked, string country, IReadOnlyList<StatementTopic> topics) =>
        [.. from platform in asked.Release.Release.Platforms
            orderby platform.Name.ToUpperInvariant()
            let rows = asked.Release.StatementsOf(platform.Slug).Where(s => s.Countries.Contains(country)).Select(Here).ToList()
            let said = topics.Select(t => TopicFacts.Of(asked, t, rows.Where(s => s.Topic == t))).Where(t => t.Groups.Count > 0).ToList()
            where said.Count > 0
            select new Said(asked, platform, said)];

    /// <summary>Platforms that take people only from certain countries, and not from this one.</summary>
    public static IReadOnlyList<Said> Elsewhere(Asked asked, string country) =>
        [.. from platform in asked.Release.Release.Platforms
            orderby platform.Name.ToUpperInvariant()
            let rows = asked.Release.StatementsOf(platform.Slug).Where(s => s.Topic == StatementTopic.WhoMayJoin && s.Countries.Count > 0 && s.Value == string.Join(' ', s.Countries)).ToList()
            where rows.Count > 0 && rows.TrueForAll(s => !s.Countries.Contains(country))
            select new Said(asked, platform, [TopicFacts.Of(asked, StatementTopic.WhoMayJoin, rows)])];

    // Of this country alone: on its own page that goes without saying.
    private static StatementRow Here(StatementRow row) => row.Countries.Count == 1 ? row with { Countries = [] } : row;
}
