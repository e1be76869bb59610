using System.Net;
using System.Net.Sockets;

namespace Analytics.Web.Http;

/// <summary>The part of an address that a household or an office shares: the first 24 bits of IPv4, 48 of IPv6.</summary>
internal static class Network
{
    public static string Of(IPAddress? address)
    {
        if (address is null)
            return "none";
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        var bits = plain.AddressFamily == AddressFamily.InterNetwork ? 24 : 48;
        return $"{Convert.ToHexString(plain.GetAddressBytes().AsSpan(0, bits / 8))}/{bits}";
    }
}
