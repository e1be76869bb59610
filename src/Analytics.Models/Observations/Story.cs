using Analytics.Models.Claims;

namespace Analytics.Models.Observations;

/// <summary>A claim with where and when it was told.</summary>
/// <param name="Id">Id of the claim row.</param>
/// <param name="Address">Address of its page.</param>
/// <param name="When">When the page was published, else when it was fetched.</param>
public sealed record Telling(string Id, Claim Claim, string Address, DateOnly When);

/// <summary>
/// One person's story as several pages tell it: the same person, platform, amount and unit, by the rules of <see cref="StoryRules"/>. Many
/// tellings are one observation. A claim without a person is a story of its own, shared by pages that carry the very same sentence about the same work.
/// </summary>
/// <param name="Key">What the tellings have in common.</param>
/// <param name="Tellings">The earliest first.</param>
public sealed record Story(string Key, IReadOnlyList<Telling> Tellings)
{
    /// <summary>The telling that came first.</summary>
    public Telling Original => Tellings[0];
}
