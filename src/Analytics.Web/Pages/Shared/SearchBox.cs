using Analytics.Web.Text;

namespace Analytics.Web.Pages.Shared;

/// <summary>The form that searches the site (<c>_SearchBox</c>).</summary>
/// <param name="Query">What was asked for; null for nothing yet.</param>
/// <param name="Kept">Whose currency and release the search keeps; null for none.</param>
public sealed record SearchBox(SiteText Text, string? Query = null, Asked? Kept = null);
