namespace Analytics.Ingest.Discovery;

/// <summary>Whether two addresses belong to one site.</summary>
internal static class Site
{
    /// <summary>Whether the hosts are the same, with or without <c>www.</c>, and so are ports that are not the usual ones.</summary>
    public static bool IsSame(Uri one, Uri other) => Name(one) == Name(other);

    private static string Name(Uri address)
    {
        var host = address.IdnHost.ToLowerInvariant();
        host = host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host;
        return address.Port is 80 or 443 ? host : $"{host}:{address.Port}";
    }
}
