namespace Analytics.Models.Platforms;

/// <summary>The sort of place a platform is; what is done there is said by its <see cref="TaskType"/>s.</summary>
public enum PlatformGroup
{
    Microtask,
    Survey,
    AiTraining,
    Freelance,
    UserTesting,
    Transcription,
    Translation,
    RideDelivery,
}

/// <summary>A platform of the catalogue.</summary>
/// <param name="Slug">Its key, in addresses and everywhere else: <c>mturk</c>.</param>
/// <param name="Name">The name shown.</param>
/// <param name="Aliases">Other spellings found in texts; no two platforms share one.</param>
/// <param name="Home">Its own site.</param>
/// <param name="Group">The sort of place it is.</param>
/// <param name="TaskTypes">What is done there; at least one.</param>
/// <param name="Country">ISO 3166 two-letter code of its home; null when not known.</param>
/// <param name="Statements">What is known of it beside pay; a topic that is absent is unknown.</param>
public sealed record Platform(
    string Slug, string Name, IReadOnlyList<string> Aliases, Uri Home, PlatformGroup Group,
    IReadOnlyList<TaskType> TaskTypes, string? Country, IReadOnlyList<PlatformStatement> Statements);

/// <summary>What is known of a platform beside pay, with the source it was found in.</summary>
/// <param name="Topic">What it is about.</param>
/// <param name="English">Our sentence.</param>
/// <param name="Indonesian">The same sentence in Indonesian.</param>
/// <param name="Value">A short machine form where there is one: <c>bank</c>, <c>gift-card</c>, <c>10 USD</c>.</param>
/// <param name="Countries">ISO codes it is limited to; empty for everywhere or unstated.</param>
/// <param name="Source">Where it was found.</param>
/// <param name="Finding">In a few words, what the source says that supports it.</param>
public sealed record PlatformStatement(
    StatementTopic Topic, string English, string Indonesian, string? Value, IReadOnlyList<string> Countries,
    Citation Source, string Finding);
