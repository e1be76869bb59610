using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Analytics.Web.Releases;

namespace Analytics.Web.Search;

/// <summary>Which platforms are known to pay out in which way.</summary>
public static class PayoutWays
{
    /// <summary>Statements that a platform pays out in <paramref name="way"/>, by platform and its name; empty where none is known to.</summary>
    public static IReadOnlyList<(PlatformRow Platform, IReadOnlyList<StatementRow> Said)> Of(ShownRelease release, string way) =>
        [.. from platform in release.Release.Platforms
            orderby platform.Name.ToUpperInvariant()
            let said = release.StatementsOf(platform.Slug).Where(s => s.Topic == StatementTopic.PayoutMethod && Ways(s).Contains(way)).ToList()
            where said.Count > 0
            select (platform, (IReadOnlyList<StatementRow>)said)];

    /// <summary>Every way that some platform is known to pay out in, the commonest first.</summary>
    public static IReadOnlyList<string> Known(ShownRelease release) =>
        [.. SearchWords.Shipped.Payouts.Keys.Select(way => (Way: way, Platforms: Of(release, way).Count)).Where(w => w.Platforms > 0)
            .OrderByDescending(w => w.Platforms).ThenBy(w => w.Way, StringComparer.Ordinal).Select(w => w.Way)];

    private static string[] Ways(StatementRow said) => said.Value?.Split(' ') ?? [];
}
