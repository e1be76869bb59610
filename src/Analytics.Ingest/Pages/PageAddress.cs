namespace Analytics.Ingest.Pages;

/// <summary>One spelling for the addresses of one page.</summary>
public static class PageAddress
{
    private static readonly string[] TrackingParameters =
        ["fbclid", "gclid", "dclid", "msclkid", "yclid", "igshid", "mc_cid", "mc_eid", "ref_src", "_ga", "_gl"];

    /// <summary>
    /// <paramref name="address"/> without its fragment and without parameters that only say where the reader came from (<c>utm_*</c>, <c>fbclid</c>, …);
    /// everything else stays as it is, in its order.
    /// </summary>
    public static Uri Canonicalise(Uri address)
    {
        var kept = address.Query.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries).Where(p => !IsTracking(p.Split('=')[0]));
        return new UriBuilder(address) { Fragment = "", Query = string.Join('&', kept) }.Uri;
    }

    private static bool IsTracking(string name) =>
        name.StartsWith("utm_", StringComparison.OrdinalIgnoreCase) || TrackingParameters.Contains(name, StringComparer.OrdinalIgnoreCase);
}
