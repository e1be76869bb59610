using Analytics.Web.Text;

namespace Analytics.Web.Pages.Shared;

/// <summary>The traps of a form (<c>_FormTraps</c>), to stand anywhere within it.</summary>
/// <param name="Stamp">As <see cref="Http.FormTraps.Stamp"/> gives it.</param>
public sealed record FormTrap(SiteText Text, string Stamp);
