namespace Analytics.Models.Corrections;

/// <summary>A case that the operator has answered, as anybody may read it.</summary>
/// <param name="Id">Its name in the log and the feed.</param>
/// <param name="Page">Address of the page it is about, without language; null where it is about none.</param>
/// <param name="Platform">Slug of the platform that replied.</param>
/// <param name="Reply">The platform's own words, where its reply is published.</param>
/// <param name="Language">Language of <paramref name="Reply"/>.</param>
/// <param name="Since">Number of the first release that had it wrong.</param>
/// <param name="In">Number of the first release that has it right.</param>
public sealed record PublishedCorrection(
    string Id, CorrectionWay Way, CorrectionState State, string? Page, string? Platform, string? Reply, string Language, DateTimeOffset AnsweredAt, DateTimeOffset ChangedAt,
    string English, string Indonesian, string? SinceRelease, int? Since, string? InRelease, int? In);

/// <summary>What a receipt tells: how far the case is. Nothing of the sender.</summary>
/// <param name="Id">Its name in the log, where it stands once it is answered.</param>
public sealed record CaseState(string Receipt, string Id, CorrectionWay Way, CorrectionState State, DateTimeOffset ReceivedAt, DateTimeOffset DueAt, string? English, string? Indonesian);

/// <summary>What the operator answers to a case.</summary>
/// <param name="Page">The page to name in the log; null leaves the one that the sender named.</param>
/// <param name="SinceRelease">Id of the first release that had it wrong; null where not known.</param>
/// <param name="InRelease">Id of the first release that has it right; null where nothing was corrected.</param>
public sealed record CorrectionAnswer(CorrectionState State, string English, string Indonesian, string? Page, string? SinceRelease, string? InRelease);
