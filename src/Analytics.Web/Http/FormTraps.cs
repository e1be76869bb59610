using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Analytics.Web.Http;

/// <summary>
/// What tells a program from a person in a form, without anybody else's help: a field that no person sees, and the time the form was made, sealed. The partial <c>_FormTraps</c> writes
/// both. A form that is shown again keeps its first time.
/// </summary>
public sealed class FormTraps(IDataProtectionProvider protection, TimeProvider time)
{
    /// <summary>Name of the field that stays empty.</summary>
    public const string Bait = "website";

    /// <summary>Name of the field with the sealed time.</summary>
    public const string Made = "made";

    /// <summary>Nobody reads and fills in a form faster.</summary>
    public static readonly TimeSpan Fastest = TimeSpan.FromSeconds(3);

    private readonly IDataProtector seal = protection.CreateProtector("PerJam.FormTraps.1");

    /// <summary>The sealed time for a form that is shown now: that of <paramref name="sent"/> where it is shown again.</summary>
    public string Stamp(IFormCollection? sent = null) => sent?[Made].ToString() is { } kept && TimeOf(kept) is not null
        ? kept
        : seal.Protect(time.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));

    /// <summary>Whether a program has filled it in: the bait is taken, the time is missing or false, or too little of it has passed.</summary>
    public bool IsCaught(IFormCollection sent) =>
        sent[Bait].ToString().Length > 0 || TimeOf(sent[Made].ToString()) is not { } made || time.GetUtcNow() - made < Fastest;

    private DateTimeOffset? TimeOf(string stamp)
    {
        try
        {
            return DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(seal.Unprotect(stamp), NumberStyles.None, CultureInfo.InvariantCulture));
        }
        catch (Exception fault) when (fault is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
