namespace Analytics.Ingest.Fetching;

/// <summary>What can be told of an address before any name is resolved: scheme, port, user-info, the spelling of the host.</summary>
public static class AddressText
{
    /// <summary>Why <paramref name="address"/> may not be asked for, or null when its text is in order.</summary>
    public static FetchResult.Refused? Check(Uri address, FetchRules rules)
    {
        if (!address.IsAbsoluteUri)
            return Refuse(address, RefusalReason.WrongScheme, $"{address} is not a whole address: write it with http:// or https://.");
        if (address.Scheme is not ("http" or "https"))
            return Refuse(address, RefusalReason.WrongScheme, $"{address} is not read: only http and https addresses are, not {address.Scheme}.");
        if (address.UserInfo.Length > 0)
            return Refuse(address, RefusalReason.ForbiddenAddress, $"{WithoutUser(address)} is not read: the address carries a user name.");
        if (address.IdnHost.Length == 0 || address.IdnHost.EndsWith('.'))
            return Refuse(address, RefusalReason.ForbiddenAddress, $"{address} is not read: its host name is empty or ends in a dot.");
        if (address.Port is not (80 or 443) && !rules.IsAllowed(address))
        {
            return Refuse(address, RefusalReason.ForbiddenPort,
                $"{address} is not read: port {address.Port} is neither 80 nor 443. An operator can allow {address.Authority}.");
        }

        return null;
    }

    private static FetchResult.Refused Refuse(Uri address, RefusalReason reason, string sentence) => new(address, reason, sentence);

    // A password must not end in a log.
    private static string WithoutUser(Uri address) =>
        address.GetComponents(UriComponents.AbsoluteUri & ~UriComponents.UserInfo, UriFormat.UriEscaped);
}
