using Analytics.Models.Estimates;
using Analytics.Models.Evidence;
using Analytics.Web.Http;
using Analytics.Web.Pages.Shared;
using Microsoft.AspNetCore.OutputCaching;

namespace Analytics.Web.Pages.Evidence;

/// <summary>What each tier and kind of evidence means, with its mark and how many figures of the release are of it.</summary>
[OutputCache(PolicyName = ReleaseCache.Policy)]
public sealed class IndexModel : ReleasePage
{
    /// <summary>How many figures of the release are of a tier.</summary>
    public string Count(EvidenceTier tier) => Text.Count("evidence.inRelease", Asked.Release.Release.Figures.Count(f => f.Tier == tier));

    /// <summary>The same of a kind. Legal minimum wages are a table of their own, and reports are in groups only.</summary>
    public string Count(FigureKind kind) => kind switch
    {
        FigureKind.SelfReport or FigureKind.TrackerLog => Text["evidence.reports"],
        FigureKind.StatutoryMinimum => Text.Count("evidence.inRelease", Asked.Release.Release.MinimumWages.Count),
        _ => Text.Count("evidence.inRelease", Asked.Release.Release.Figures.Count(f => f.Kind == kind)),
    };

    /// <summary>What a tier weighs where it trains the model; null for adverts, which never do, and for the tier that the others are held against.</summary>
    public string? Weight(EvidenceTier tier) => tier is EvidenceTier.A or EvidenceTier.E ? null
        : Text.Fill("evidence.weight", ("weight", Text.Figures.Number((decimal)Tiers.Weight(tier))));
}
