using System.Net;
using System.Net.Sockets;
using Analytics.Models.Sources;

namespace Analytics.Ingest.Fetching;

/// <summary>Turns a host name into addresses. Handed in so that a test can answer differently the second time.</summary>
public delegate Task<IPAddress[]> NameResolver(string host, CancellationToken stop);

/// <summary>Opens a connection to an address that has been checked. Handed in so that a test can see which those are.</summary>
internal delegate Task<Stream> Connector(IPAddress address, int port, CancellationToken stop);

/// <summary>
/// Opens connections only to addresses the guard allows. The check is made on the very address connected to, so a name
/// that resolves to a public address first and a private one later gains nothing.
/// </summary>
internal sealed class GuardedConnection(FetchRules rules, NameResolver resolve, Connector connect)
{
    public async ValueTask<Stream> OpenAsync(SocketsHttpConnectionContext context, CancellationToken stop)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = await ResolveAsync(host, stop);
        if (!rules.IsAllowed(host, port))
            Check(host, addresses);
        return await ConnectAsync(addresses, host, port, stop);
    }

    private async Task<IPAddress[]> ResolveAsync(string host, CancellationToken stop)
    {
        if (IPAddress.TryParse(host.Trim('[', ']'), out var literal))
            return [literal];
        try
        {
            var addresses = await resolve(host, stop);
            return addresses.Length > 0 ? addresses : throw NotFound(host, null);
        }
        catch (Exception e) when (e is SocketException or ArgumentException)
        {
            throw NotFound(host, e);
        }
    }

    // One forbidden address among several is enough: a name that points inside is not to be trusted with the others.
    private static void Check(string host, IPAddress[] addresses)
    {
        foreach (var address in addresses)
        {
            if (AddressGuard.WhyForbidden(address) is { } why)
            {
                throw new RefusedException(RefusalReason.ForbiddenAddress,
                    $"its host {host} is at {address}, which is not a public address ({why})");
            }
        }
    }

    private async Task<Stream> ConnectAsync(IPAddress[] addresses, string host, int port, CancellationToken stop)
    {
        SocketException? last = null;
        foreach (var address in addresses)
        {
            try
            {
                return await connect(address, port, stop);
            }
            catch (SocketException e)
            {
                last = e;
            }
        }

        throw new RefusedException(RefusalReason.ConnectFailed,
            $"no connection to {host} on port {port} could be made ({last?.SocketErrorCode})", last);
    }

    /// <summary>The connector in use outside tests: TCP.</summary>
    public static async Task<Stream> ConnectTcpAsync(IPAddress address, int port, CancellationToken stop)
    {
        var socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(new IPEndPoint(address, port), stop);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private static RefusedException NotFound(string host, Exception? cause) =>
        new(RefusalReason.NameNotFound, $"there is no host named {host}", cause);
}
