using System.Net;

namespace Analytics.Models.Sources;

/// <summary>Why an address that a reader gives is not looked at.</summary>
public enum AddressFault
{
    /// <summary>It is no address at all, or longer than any that is published.</summary>
    NotAnAddress,

    /// <summary>It carries a user name or password.</summary>
    UserName,

    /// <summary>Its port is neither 80 nor 443.</summary>
    Port,

    /// <summary>Its host is a private or reserved address, or a name that is not of the public web.</summary>
    NotPublic,
}

/// <summary>Addresses that readers give. Only public web pages are taken; what a name resolves to is guarded once more where it is fetched.</summary>
public static class ReaderAddress
{
    /// <summary>Characters in the longest address taken.</summary>
    public const int Longest = 1_000;

    // Names that never are of the public web (RFC 2606, 6761, 6762, 7686, 8375, 9476), and those that networks use for themselves.
    private static readonly string[] PrivateEndings =
        ["localhost", "local", "internal", "intranet", "lan", "home", "corp", "home.arpa", "test", "invalid", "example", "onion", "alt"];

    /// <summary>Whether <paramref name="text"/> is meant as a web address: one word that begins with http:// or https://.</summary>
    public static bool IsMeant(string text) =>
        (text.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || text.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        && !text.Any(char.IsWhiteSpace);

    /// <summary>The address in the one spelling that pages are kept by; or why it is not looked at.</summary>
    public static (string? Spelt, AddressFault? Fault) Read(string text)
    {
        if (text.Length > Longest || WebAddress.Find(text) is not { } address || address.IdnHost.Length == 0)
            return (null, AddressFault.NotAnAddress);
        if (address.UserInfo.Length > 0)
            return (null, AddressFault.UserName);
        if (address.Port is not (80 or 443))
            return (null, AddressFault.Port);
        if (!IsPublic(address))
            return (null, AddressFault.NotPublic);
        return PageAddress.Spell(address) is { Length: <= Longest } spelt ? (spelt, null) : (null, AddressFault.NotAnAddress);
    }

    /// <summary>What two spellings of one page share: the address without scheme, "www." and the slash at its end.</summary>
    public static string Folded(string spelt)
    {
        var rest = spelt.AsSpan(spelt.IndexOf("://", StringComparison.Ordinal) is >= 0 and var at ? at + 3 : 0);
        return (rest.StartsWith("www.", StringComparison.Ordinal) ? rest[4..] : rest).TrimEnd('/').ToString();
    }

    private static bool IsPublic(Uri address)
    {
        if (IPAddress.TryParse(address.IdnHost.Trim('[', ']'), out var literal))
            return AddressGuard.WhyForbidden(literal) is null;
        var host = address.IdnHost.ToLowerInvariant();
        return host.Contains('.', StringComparison.Ordinal) && !host.EndsWith('.')
            && !PrivateEndings.Any(e => host == e || host.EndsWith("." + e, StringComparison.Ordinal));
    }
}
