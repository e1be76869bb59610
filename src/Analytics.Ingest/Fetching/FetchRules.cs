namespace Analytics.Ingest.Fetching;

/// <summary>The limits and manners of the collector (METHOD.md §7). Tests shorten them; nothing lifts them but <see cref="AllowedHosts"/>.</summary>
public sealed record FetchRules
{
    /// <summary>The name robots.txt files know us by.</summary>
    public const string ProductToken = "PerJam";

    /// <summary>Address or mailbox where the collector's operator is reached; part of the User-Agent.</summary>
    public required string Contact { get; init; }

    /// <summary>
    /// <c>host:port</c> pairs the operator allows: for these the address and port rules do not hold, all others do.
    /// An IPv6 host is written in brackets.
    /// </summary>
    public IReadOnlyCollection<string> AllowedHosts { get; init; } = [];

    /// <summary>Least time between the end of one request and the next to the same host.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The same for <see cref="AllowedHosts"/>, which are queued by host and port.</summary>
    public TimeSpan AllowedHostPause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>A turn further off than this is not waited for: the answer is <see cref="RefusalReason.RetryLater"/>.</summary>
    public TimeSpan LongestWait { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>Longest time to resolve a name and connect, TLS included.</summary>
    public TimeSpan ConnectLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Longest time from sending a request (connecting included) to the end of the answer's header.</summary>
    public TimeSpan FirstByteLimit { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>Longest time for one request with its body.</summary>
    public TimeSpan TotalLimit { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Least average speed of a body on the wire, bytes a second, once <see cref="SlowGrace"/> has passed.</summary>
    public int SlowestBytesPerSecond { get; init; } = 1024;

    /// <summary>For this long a body may be slow.</summary>
    public TimeSpan SlowGrace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Most bytes of a body, counted after decompression.</summary>
    public int LargestBody { get; init; } = 10 * 1024 * 1024;

    /// <summary>Most bytes that one byte on the wire may become.</summary>
    public int LargestRatio { get; init; } = 100;

    /// <summary>Most redirects followed for one address.</summary>
    public int MostRedirects { get; init; } = 5;

    internal string UserAgent => $"{ProductToken}/1.0 (+{Contact})";

    /// <summary>Whether the operator allowed the host and port of <paramref name="address"/>.</summary>
    internal bool IsAllowed(Uri address) => IsAllowed(address.IdnHost, address.Port);

    /// <param name="host">A host name, or an IP address with or without brackets.</param>
    /// <param name="port">The port.</param>
    internal bool IsAllowed(string host, int port)
    {
        var bare = host.Trim('[', ']');
        var written = bare.Contains(':', StringComparison.Ordinal) ? $"[{bare}]:{port}" : $"{bare}:{port}";
        return AllowedHosts.Contains(written, StringComparer.OrdinalIgnoreCase);
    }
}
