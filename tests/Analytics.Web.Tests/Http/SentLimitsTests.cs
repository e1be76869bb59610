using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Analytics.Models.Releases;
using Analytics.Tests.Storage;

namespace Analytics.Web.Tests.Http;

/// <summary>The site behind a real port.</summary>
public sealed class PortSite : SiteFixture
{
    public PortSite(PostgresFixture postgres) : base(postgres) => UseKestrel(0);

    /// <summary>A client of the real port.</summary>
    public HttpClient Client { get; private set; } = null!;

    public override async ValueTask DisposeAsync()
    {
        Client?.Dispose();
        await base.DisposeAsync();
    }

    /// <summary>Starts the site and returns its port.</summary>
    public int Open()
    {
        if (Client is null)
        {
            StartServer();
            Client = new HttpClient { BaseAddress = ClientOptions.BaseAddress };
        }

        return ClientOptions.BaseAddress.Port;
    }

    protected override Release? Make() => SampleRelease.Make();
}

/// <summary>6.7: what is too large, compressed or too slow, over real sockets.</summary>
public sealed class SentLimitsTests(PortSite site) : IClassFixture<PortSite>
{
    private const string Form = "/en/corrections/report/error";
    private const string Door = "/en/operations/login";
    private const int Tries = 6;
    private static readonly TimeSpan Bounded = TimeSpan.FromSeconds(25);

    private HttpClient Client => site.Open() > 0 ? site.Client : throw new InvalidOperationException();

    [Theory]
    [InlineData(Form)]
    [InlineData(Door)]
    [InlineData("/en/")]
    [InlineData("/no-such-page")]
    public async Task A_body_that_says_it_is_too_large_is_not_read(string address)
    {
        using var socket = await ConnectAsync();
        await WriteAsync(socket, $"POST {address} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 1000000000\r\n\r\nsaid=");
        // Answered without any of it having been sent.
        Assert.StartsWith("HTTP/1.1 413 ", await AnswerAsync(socket), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Form)]
    [InlineData(Door)]
    public async Task A_body_that_does_not_say_how_large_it_is_is_read_to_the_limit(string address)
    {
        using var socket = await ConnectAsync();
        await WriteAsync(socket, $"POST {address} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nTransfer-Encoding: chunked\r\n\r\n");
        // Many values: one name or value that is too long may be met first, and has another answer.
        var chunk = $"1000\r\nsaid={new string('a', 0x1000 - 6)}&\r\n";
        try
        {
            for (var i = 0; i < 1000; i++)
                await WriteAsync(socket, chunk);
        }
        catch (IOException)
        {
            // It hung up meanwhile, as it should.
        }

        Assert.StartsWith("HTTP/1.1 413 ", await AnswerAsync(socket), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate, gzip")]
    public async Task A_compressed_body_is_refused_whatever_is_in_it(string encoding)
    {
        using var body = new MemoryStream();
        await using (var zip = new GZipStream(body, CompressionLevel.SmallestSize, leaveOpen: true))
            await zip.WriteAsync(new byte[10_000_000]);
        foreach (var address in new[] { Form, Door })
        {
            using var content = new ByteArrayContent(body.ToArray());
            content.Headers.TryAddWithoutValidation("Content-Type", "application/x-www-form-urlencoded");
            content.Headers.TryAddWithoutValidation("Content-Encoding", encoding);
            using var answer = await Client.PostAsync(new Uri(address, UriKind.Relative), content);
            Assert.Equal(HttpStatusCode.UnsupportedMediaType, answer.StatusCode);
        }
    }

    [Theory]
    [InlineData("cross-site", null, HttpStatusCode.Forbidden)]
    [InlineData(null, "https://evil.example", HttpStatusCode.Forbidden)]
    [InlineData("same-origin", "null", HttpStatusCode.UnprocessableEntity)]
    [InlineData(null, null, HttpStatusCode.UnprocessableEntity)]
    public async Task A_form_from_a_page_of_another_site_is_refused(string? site_, string? origin, HttpStatusCode status)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Form) { Content = new FormUrlEncodedContent([]) };
        if (site_ is not null)
            request.Headers.Add("Sec-Fetch-Site", site_);
        if (origin is not null)
            request.Headers.Add("Origin", origin);
        using var answer = await Client.SendAsync(request);
        Assert.Equal(status, answer.StatusCode);
        Assert.Contains("<h1>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_sends_headers_drop_by_drop_is_cut_off()
    {
        using var socket = await ConnectAsync();
        await WriteAsync(socket, "GET /en/ HTTP/1.1\r\nHost: 127.0.0.1\r\n");
        Assert.InRange(await DripAsync(socket, "X: 1\r\n"), TimeSpan.FromSeconds(5), Bounded);
    }

    [Theory]
    [InlineData(Form)]
    [InlineData(Door)]
    public async Task Whoever_sends_a_body_drop_by_drop_is_cut_off(string address)
    {
        using var socket = await ConnectAsync();
        await WriteAsync(socket, $"POST {address} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 60000\r\n\r\n");
        Assert.InRange(await DripAsync(socket, "a"), TimeSpan.FromSeconds(3), Bounded);
    }

    [Fact]
    public async Task Many_slow_ones_do_not_keep_a_reader_waiting()
    {
        // Were they waited for, every try would take until they are cut off; a busy machine is slow in some of them.
        var waits = new List<TimeSpan>();
        while (waits.Count < Tries && (waits.Count == 0 || waits[^1] >= TimeSpan.FromSeconds(5)))
            waits.Add(await WaitBesideSlowOnesAsync());
        Assert.InRange(waits[^1], TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    private async Task<TimeSpan> WaitBesideSlowOnesAsync()
    {
        var slow = await Task.WhenAll(Enumerable.Range(0, 100).Select(async _ =>
        {
            var socket = await ConnectAsync();
            await WriteAsync(socket, $"POST {Form} HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 60000\r\n\r\na=");
            return socket;
        }));
        var waited = Stopwatch.StartNew();
        using var page = await Client.GetAsync(new Uri("/en/privacy", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Array.ForEach(slow, socket => socket.Dispose());
        return waited.Elapsed;
    }

    private async Task<NetworkStream> ConnectAsync()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, site.Open());
        return new NetworkStream(socket, ownsSocket: true);
    }

    private static Task WriteAsync(NetworkStream socket, string text) => socket.WriteAsync(Encoding.ASCII.GetBytes(text)).AsTask();

    private static async Task<string> AnswerAsync(NetworkStream socket)
    {
        using var late = new CancellationTokenSource(Bounded);
        var buffer = new byte[200];
        return Encoding.ASCII.GetString(buffer, 0, await socket.ReadAtLeastAsync(buffer, 12, throwOnEndOfStream: false, late.Token));
    }

    /// <summary>Writes a drop a second until the other side hangs up; how long that took.</summary>
    private static async Task<TimeSpan> DripAsync(NetworkStream socket, string drop)
    {
        var since = Stopwatch.StartNew();
        var buffer = new byte[4096];
        var gone = Task.Run(async () =>
        {
            try
            {
                while (await socket.ReadAsync(buffer) > 0)
                {
                }
            }
            catch (IOException)
            {
            }
        });
        while (!gone.IsCompleted && since.Elapsed < Bounded * 2)
        {
            try
            {
                await WriteAsync(socket, drop);
            }
            catch (IOException)
            {
                break;
            }

            await Task.WhenAny(gone, Task.Delay(TimeSpan.FromSeconds(1)));
        }

        return since.Elapsed;
    }
}
