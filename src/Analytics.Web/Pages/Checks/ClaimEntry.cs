using Analytics.Web.Pages.Shared;

namespace Analytics.Web.Pages.Checks;

/// <summary>A checked claim as it is shown (<c>Claim</c>).</summary>
/// <param name="Number">1, 2, 3, … in the order of the text.</param>
/// <param name="Language">Language of the quote; null when not known.</param>
/// <param name="Status">What became of it in the collection; null for a pasted text.</param>
public sealed record ClaimEntry(Asked Asked, ClaimCheck Check, int Number, string? Language = null, string? Status = null);
