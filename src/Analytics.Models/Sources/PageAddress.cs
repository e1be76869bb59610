using System.Text.RegularExpressions;

namespace Analytics.Models.Sources;

/// <summary>One spelling for the addresses of one page.</summary>
public static partial class PageAddress
{
    private static readonly string[] TrackingParameters =
    [
        "fbclid", "gclid", "dclid", "gbraid", "wbraid", "msclkid", "yclid", "twclid", "ttclid", "li_fat_id", "igshid", "mibextid",
        "mc_cid", "mc_eid", "_hsenc", "_hsmi", "mkt_tok", "ref_src", "_ga", "_gl",
    ];

    private static readonly string[] TrackingPrefixes = ["utm_", "mtm_", "pk_"];

    /// <summary>
    /// <paramref name="address"/> without its fragment and without parameters that only say where the reader came from (<c>utm_*</c>, <c>fbclid</c>, …);
    /// everything else stays as it is, in its order.
    /// </summary>
    public static Uri Canonicalise(Uri address)
    {
        var kept = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(p => !IsTracking(p.Split('=')[0]));
        return new UriBuilder(address) { Fragment = "", Query = string.Join('&', kept) }.Uri;
    }

    /// <summary>
    /// The spelling that sources and pages are kept by: canonical, percent-encoded with capital digits, scheme and host in small letters, no default port.
    /// </summary>
    /// <remarks>An address of another scheme keeps its spelling: it is refused where it is asked for.</remarks>
    public static string Spell(Uri address) => address.Scheme is not ("http" or "https") ? address.OriginalString : PercentCode().Replace(Canonicalise(address).AbsoluteUri, m => m.Value.ToUpperInvariant());

    private static bool IsTracking(string name) =>
        TrackingPrefixes.Any(p => name.StartsWith(p, StringComparison.OrdinalIgnoreCase)) || TrackingParameters.Contains(name, StringComparer.OrdinalIgnoreCase);

    [GeneratedRegex("%[0-9a-fA-F]{2}")]
    private static partial Regex PercentCode();
}
