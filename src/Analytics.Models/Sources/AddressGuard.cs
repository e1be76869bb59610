using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace Analytics.Models.Sources;

/// <summary>
/// Which IP addresses the collector may connect to: public ones only (METHOD.md §7). Ranges are those of the IANA
/// special-purpose address registries. IPv6 is allowed only inside 2000::/3, less what is carved out of it.
/// </summary>
public static class AddressGuard
{
    private static readonly ImmutableArray<(IPNetwork Range, string What)> Forbidden =
    [
        Range("0.0.0.0/8", "this network"),
        Range("10.0.0.0/8", "private"),
        Range("100.64.0.0/10", "carrier-grade NAT"),
        Range("127.0.0.0/8", "loopback"),
        Range("169.254.0.0/16", "link-local, cloud metadata among it"),
        Range("172.16.0.0/12", "private"),
        Range("192.0.0.0/24", "protocol assignments"),
        Range("192.0.2.0/24", "documentation"),
        Range("192.88.99.0/24", "6to4 relay"),
        Range("192.168.0.0/16", "private"),
        Range("198.18.0.0/15", "benchmarking"),
        Range("198.51.100.0/24", "documentation"),
        Range("203.0.113.0/24", "documentation"),
        Range("224.0.0.0/4", "multicast"),
        Range("240.0.0.0/4", "reserved or broadcast"),
        Range("168.63.129.16/32", "cloud metadata"),
        Range("100.100.100.200/32", "cloud metadata"),
        Range("64:ff9b::/96", "NAT64"),
        Range("64:ff9b:1::/48", "NAT64"),
        Range("2001::/23", "protocol assignments, Teredo among them"),
        Range("2001:db8::/32", "documentation"),
        Range("2002::/16", "6to4"),
        Range("3fff::/20", "documentation"),
        Range("fc00::/7", "unique local"),
        Range("fe80::/10", "link-local"),
        Range("ff00::/8", "multicast"),
    ];

    private static readonly IPNetwork GlobalUnicast = IPNetwork.Parse("2000::/3");

    /// <summary>Why <paramref name="address"/> may not be connected to, as a word or two ("private"); null when it may.</summary>
    public static string? WhyForbidden(IPAddress address)
    {
        // Not as a range: IPNetwork looks only at the IPv4 part of such an address, and held ::ffff:10.0.0.1 to be inside 2000::/3.
        if (address.IsIPv4MappedToIPv6)
            return "IPv4-mapped";
        foreach (var (range, what) in Forbidden)
        {
            if (range.BaseAddress.AddressFamily == address.AddressFamily && range.Contains(address))
                return what;
        }

        if (address.AddressFamily == AddressFamily.InterNetwork)
            return null;
        if (!GlobalUnicast.Contains(address))
            return "not a global address";
        return IsIsatap(address) ? "ISATAP" : null;
    }

    // ::0:5efe:a.b.c.d and ::200:5efe:a.b.c.d carry an IPv4 address inside any IPv6 prefix (RFC 5214 §6.1).
    private static bool IsIsatap(IPAddress address)
    {
        Span<byte> bytes = stackalloc byte[16];
        return address.TryWriteBytes(bytes, out _)
            && bytes[8] is 0 or 2 && bytes[9] == 0 && bytes[10] == 0x5e && bytes[11] == 0xfe;
    }

    private static (IPNetwork, string) Range(string range, string what) => (IPNetwork.Parse(range), what);
}
