namespace Analytics.Web.Releases;

/// <summary>What the site was started for; it must be said even where there is no release to ask.</summary>
/// <param name="Simulated">Whether it is the demonstration.</param>
public sealed record SiteMode(bool Simulated);
