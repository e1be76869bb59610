using System.Net;
using System.Net.Sockets;

namespace Analytics.Benchmarks;

/// <summary>Ports of this machine for a site under measure.</summary>
internal static class LoopbackPort
{
    /// <summary>A port on 127.0.0.1 that nobody uses now.</summary>
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
