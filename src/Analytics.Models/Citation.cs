namespace Analytics.Models;

/// <summary>Where a figure or statement can be found again.</summary>
/// <param name="Title">Title of the page, paper or data set.</param>
/// <param name="Address">Its address; null for what has none.</param>
/// <param name="Part">Table, section or method within it.</param>
/// <param name="Seen">When it was seen.</param>
public sealed record Citation(string Title, Uri? Address, string? Part, DateOnly? Seen);
