using Analytics.Web.Operations;
using Analytics.Web.Text;

namespace Analytics.Web.Pages.Operations;

/// <summary>The one rule for a new password.</summary>
internal static class NewPassword
{
    /// <summary>What is wrong with it; null for nothing.</summary>
    public static string? Fault(SiteText text, string password, string again) =>
        !Passwords.IsLongEnough(password) ? text.Fill("operations.fault.short", ("least", text.Figures.Number(Passwords.Shortest)))
        : password != again ? text["operations.fault.again"]
        : null;
}
