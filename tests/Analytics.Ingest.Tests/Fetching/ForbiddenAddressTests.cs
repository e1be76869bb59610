using System.Net;
using System.Net.Sockets;
using System.Text.Json;
using Analytics.Ingest.Fetching;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Analytics.Ingest.Tests.Fetching;

/// <summary>No spelling of an address that is not public is connected to: a listener on loopback counts who comes.</summary>
public sealed class ForbiddenAddressTests
{
    public static TheoryData<string> Spellings =>
    [
        "127.0.0.1", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7f.1", "0x7f.0.0.1", "0X7F.0X0.0X0.0X1", "017700000001", "0177.0.0.1", "0177.1", "127.0.0.01",
        "00000177.0.0.1", "127.0.0.1.", "127.1.", "2130706433.", "localhost", "LOCALHOST", "localhost.", "localhost.localdomain", "a.localhost", "127.127.127.127", "127.0.0.2", "0", "0.0.0.0", "0x0",
        "[::1]", "[0:0:0:0:0:0:0:1]", "[0000::0001]", "[::]", "[::ffff:127.0.0.1]", "[::ffff:7f00:1]", "[0:0:0:0:0:ffff:127.0.0.1]", "[::127.0.0.1]", "[::7f00:1]",
        "[64:ff9b::127.0.0.1]", "[64:ff9b::7f00:1]", "[64:ff9b:1::7f00:1]", "[2002:7f00:1::]", "[2002:7f00:0001::1]", "[2001::7f00:1]", "[2400:cb00::5efe:7f00:1]", "[fe80::1]", "[fe80::1%25lo]",
        "[fc00::1]", "[fd00::1]", "[fec0::1]", "[ff02::1]", "[2001:db8::1]", "10.0.0.1", "10.1", "167772161", "0xa.1", "012.1", "172.16.0.1", "192.168.0.1", "192.168.257", "3232235521", "169.254.169.254", "2852039166",
        "0xA9FEA9FE", "[::ffff:169.254.169.254]", "[::ffff:a9fe:a9fe]", "100.64.0.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255",
        "172.31.255.255", "192.168.0.1.", "100.127.255.255", "10.0.0.1.", "169.254.169.254.", "0251.0376.0251.0376", "0xa9.0xfe.0xa9.0xfe", "0300.0250.0.1", "0xc0a80001", "0x64400001", "192.0.0.192", "[::ffff:10.0.0.1]", "[::ffff:100.64.0.1]",
        "[::ffff:0:127.0.0.1]", "[64:ff9b::10.0.0.1]", "[64:ff9b::a9fe:a9fe]", "[2002:a00:1::]", "[2002:a9fe:a9fe::]", "[2002:c0a8:1::1]", "[fd00:ec2::254]", "[fdff::1]", "[fe80::a9fe:a9fe]", "[febf::1]", "[ff01::1]", "[100::1]", "[::1%25lo]",
        "xn--localhost-.localhost", "user:pass@[::1]", "%31%32%37.0.0.1", "a@b@127.0.0.1", "127.0.0.1\\@public.example", "[0:0:0:0:0:0:0:0]", "[0:0:0:0:0:ffff:7f00:1]",
        "１２７.０.０.１", "①②⑦.⓪.⓪.①", "127。0。0。1", "127．0．0．1", "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ", "%6c%6f%63%61%6c%68%6f%73%74", "127.0.0.1%2e", "user@127.0.0.1", "user:pass@localhost", "public.example@127.0.0.1", "127.0.0.1#@public.example", "127.0.0.1?@public.example",
    ];

    [Fact]
    public void There_are_at_least_sixty() => Assert.True(Spellings.Count >= 60);

    [Fact]
    public async Task No_spelling_reaches_a_listener()
    {
        using var door = new Door();
        using var fetcher = new PoliteFetcher(Rules.Quick with { AllowedHosts = [$"public.example:{door.Port}"] }, TimeProvider.System, Door.ResolveAsync);
        var tried = 0;
        foreach (var host in Spellings.Select(row => row.Data))
        {
            foreach (var written in (string[])[$"http://{host}/", WithPort(host, door.Port)])
            {
                if (!Uri.TryCreate(written, UriKind.Absolute, out var address))
                    continue;
                tried++;
                var refused = Assert.IsType<FetchResult.Refused>(await fetcher.FetchAsync(address, null, default));
                Assert.True(refused.Reason is RefusalReason.ForbiddenAddress or RefusalReason.ForbiddenPort or RefusalReason.NameNotFound, $"{written}: {refused}");
                Assert.EndsWith(".", refused.Sentence, StringComparison.Ordinal);
            }
        }

        // ./measure 3.5 names a file for the counts.
        if (Environment.GetEnvironmentVariable("PERJAM_ADDRESS_FIGURES") is { } file)
            await File.WriteAllTextAsync(file, JsonSerializer.Serialize(new { Spellings = Spellings.Count, Tried = tried, Connections = door.Visitors }));
        Assert.Equal(0, door.Visitors);
    }

    [Fact]
    public async Task The_port_lifted_alone_still_leaves_the_address_guarded()
    {
        using var door = new Door();
        // The name is allowed at this port, but only under this very name.
        using var fetcher = new PoliteFetcher(Rules.Quick with { AllowedHosts = [$"other.example:{door.Port}"] }, TimeProvider.System, Door.ResolveAsync);
        var refused = Assert.IsType<FetchResult.Refused>(await fetcher.FetchAsync(new Uri($"http://inside.example:{door.Port}/"), null, default));
        Assert.Equal(RefusalReason.ForbiddenPort, refused.Reason);
        refused = Assert.IsType<FetchResult.Refused>(await fetcher.FetchAsync(new Uri("http://inside.example/"), null, default));
        Assert.Equal(RefusalReason.ForbiddenAddress, refused.Reason);
        Assert.Equal(0, door.Visitors);
    }

    [Fact]
    public async Task A_name_that_turns_private_is_refused_at_the_connection()
    {
        await using var site = await LocalSite.StartAsync(context =>
        {
            context.Response.Headers.Connection = "close";
            context.Response.ContentType = "text/html";
            return context.Response.WriteAsync("<p>Twelve dollars.</p>");
        });
        var connected = new List<string>();
        // robots.txt and the first page are at a public address, the second page would not be.
        var answers = new Queue<string>(["93.184.216.34", "93.184.216.34", "127.0.0.1"]);
        using var fetcher = new PoliteFetcher(
            Rules.Quick, TimeProvider.System, (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse(answers.Dequeue())]),
            (address, _, stop) =>
            {
                connected.Add(address.ToString());
                return GuardedConnection.ConnectTcpAsync(IPAddress.Loopback, site.Root.Port, stop);
            });
        await LetRobotsCloseAsync(fetcher, site, answers);
        var second = Assert.IsType<FetchResult.Refused>(await fetcher.FetchAsync(new Uri("http://turning.example/2"), null, default));
        Assert.Equal(RefusalReason.ForbiddenAddress, second.Reason);
        Assert.All(connected, address => Assert.Equal("93.184.216.34", address));
        Assert.DoesNotContain(site.Asked, a => a.Path == "/2");
    }

    // The first page's answer closes its connection, whichever connection robots.txt came over; then only the private answer is left.
    private static async Task LetRobotsCloseAsync(PoliteFetcher fetcher, LocalSite site, Queue<string> answers)
    {
        Assert.IsType<FetchResult.Fetched>(await fetcher.FetchAsync(new Uri("http://turning.example/1"), null, default));
        Assert.Contains(site.Asked, a => a.Path == "/1");
        while (answers.Count > 1)
            answers.Dequeue();
    }

    [Fact]
    public async Task One_private_address_among_public_ones_refuses_the_name()
    {
        using var fetcher = new PoliteFetcher(Rules.Quick, TimeProvider.System,
            (_, _) => Task.FromResult<IPAddress[]>([IPAddress.Parse("93.184.216.34"), IPAddress.Parse("10.0.0.7")]));
        var refused = Assert.IsType<FetchResult.Refused>(await fetcher.FetchAsync(new Uri("http://mixed.example/"), null, default));
        Assert.Equal(RefusalReason.ForbiddenAddress, refused.Reason);
    }

    [Theory]
    [InlineData("http://127.0.0.1:{0}/")]
    [InlineData("http://169.254.169.254/latest/meta-data/")]
    [InlineData("http://[::ffff:127.0.0.1]:{0}/")]
    [InlineData("http://inside.example/")]
    [InlineData("//localhost:{0}/")]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://public.example/")]
    [InlineData("gopher://127.0.0.1:{0}/_x")]
    public async Task A_redirect_inside_is_refused(string target)
    {
        using var door = new Door();
        await using var site = await LocalSite.StartAsync(context =>
        {
            context.Response.StatusCode = 302;
            context.Response.Headers.Location = string.Format(System.Globalization.CultureInfo.InvariantCulture, target, door.Port);
            return Task.CompletedTask;
        });
        using var fetcher = new PoliteFetcher(Rules.Quick with { AllowedHosts = [site.Authority] }, TimeProvider.System, Door.ResolveAsync);
        var refused = Assert.IsType<FetchResult.Refused>(await fetcher.FetchAsync(site.Root, null, default));
        Assert.True(refused.Reason is RefusalReason.ForbiddenAddress or RefusalReason.ForbiddenPort or RefusalReason.WrongScheme, refused.Sentence);
        Assert.Contains("is not read", refused.Sentence, StringComparison.Ordinal);
        Assert.Equal(0, door.Visitors);
    }

    private static string WithPort(string host, int port) => host.IndexOfAny(['#', '?']) is var end and > 0
        ? $"http://{host[..end]}:{port}/{host[end..]}"
        : $"http://{host}:{port}/";

    /// <summary>A listener on loopback that counts connections, and names that lead to it.</summary>
    private sealed class Door : IDisposable
    {
        private readonly TcpListener listener = new(IPAddress.Loopback, 0);
        private int visitors;

        public Door()
        {
            listener.Start();
            _ = CountAsync();
        }

        public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

        public int Visitors => Volatile.Read(ref visitors);

        // Every name of the tests leads to loopback; none is asked of the network.
        public static Task<IPAddress[]> ResolveAsync(string host, CancellationToken stop) => Task.FromResult<IPAddress[]>([IPAddress.Loopback]);

        public void Dispose() => listener.Dispose();

        private async Task CountAsync()
        {
            try
            {
                while (true)
                {
                    using var visitor = await listener.AcceptSocketAsync();
                    Interlocked.Increment(ref visitors);
                }
            }
            catch (Exception e) when (e is SocketException or ObjectDisposedException)
            {
                // Closed by Dispose.
            }
        }
    }
}
