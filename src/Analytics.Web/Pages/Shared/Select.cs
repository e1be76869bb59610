namespace Analytics.Web.Pages.Shared;

/// <summary>A choice in a form that is sent by GET (<c>_Select</c>).</summary>
/// <param name="Name">Its name in the address.</param>
/// <param name="All">The word for no choice; null where there must be one.</param>
/// <param name="Chosen">The value chosen; null for none.</param>
public sealed record Select(string Name, string Label, string? All, string? Chosen, IEnumerable<(string Value, string Word)> Options);
