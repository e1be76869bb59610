using System.Globalization;
using Analytics.Models.Claims;
using Analytics.Models.Storage;

namespace Analytics.Models.Observations;

/// <summary>A claim with where and when it was told.</summary>
/// <param name="Id">Id of the claim row.</param>
/// <param name="Address">Address of its page.</param>
/// <param name="When">When the page was published, else when it was fetched.</param>
public sealed record Telling(string Id, Claim Claim, string Address, DateOnly When);

/// <summary>
/// One person's story as several pages tell it: the same person, platform, amount and unit. Many tellings are one observation.
/// A claim without a person is a story of its own, shared only by pages that carry the very same sentence about the same work.
/// </summary>
/// <param name="Key">What the tellings have in common.</param>
/// <param name="Tellings">The earliest first.</param>
public sealed record Story(string Key, IReadOnlyList<Telling> Tellings)
{
    /// <summary>The telling that came first.</summary>
    public Telling Original => Tellings[0];

    /// <summary>The stories in <paramref name="tellings"/>, in the order of their keys.</summary>
    public static IReadOnlyList<Story> Gather(IEnumerable<Telling> tellings) =>
        [.. tellings
            .GroupBy(t => KeyOf(t.Claim))
            .OrderBy(g => g.Key, StringComparer.Ordinal)
            .Select(g => new Story(g.Key, [.. g.OrderBy(t => t.When).ThenBy(t => t.Address, StringComparer.Ordinal).ThenBy(t => t.Claim.Place.Block).ThenBy(t => t.Claim.Place.Start)]))];

    private static string KeyOf(Claim claim) => Storage.Key.Of(
        claim.Person is { } person ? Folded(person) : SentenceKey(claim),
        claim.Platform ?? claim.PlatformName,
        claim.AmountMin.ToString("G29", CultureInfo.InvariantCulture),
        claim.AmountMax.ToString("G29", CultureInfo.InvariantCulture),
        claim.Currency,
        Term.Of(claim.Unit));

    // "$15 per hour" stands under many headings: the sentence alone does not say that two are the same.
    private static string SentenceKey(Claim claim) => Storage.Key.Of(
        Folded(claim.Sentence),
        claim.TaskType is { } task ? Term.Of(task) : null,
        claim.ExperienceBand is { } band ? Term.Of(band) : null,
        claim.Country);

    private static string Folded(string text) =>
        string.Join(' ', text.ToLowerInvariant().Split([' ', '\t', '\n', '\u00a0', '.', ',', '"', '“', '”', '’', '\''], StringSplitOptions.RemoveEmptyEntries));
}
