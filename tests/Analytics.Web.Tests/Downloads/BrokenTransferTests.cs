using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Analytics.Models.Releases;
using Analytics.Web.Downloads;
using Analytics.Web.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Web.Tests.Downloads;

/// <summary>Over real sockets: an extract comes whole with its sum behind it, or breaks so that everybody sees it.</summary>
public sealed class BrokenTransferTests(PortSite site) : IClassFixture<PortSite>
{
    private static readonly TimeSpan Bounded = TimeSpan.FromSeconds(25);

    [Theory]
    [InlineData("rates.csv?platform=mturk")]
    [InlineData("rates.jsonl?platform=mturk")]
    [InlineData("claims.csv?platform=micro1")]
    public async Task An_extract_has_its_digest_and_rows_behind_its_last_chunk(string extract)
    {
        var (head, body) = await AnswerAsync(extract, "1.1");
        Assert.StartsWith("HTTP/1.1 200 ", head, StringComparison.Ordinal);
        Assert.Contains("\r\nTransfer-Encoding: chunked\r\n", head, StringComparison.Ordinal);
        Assert.Contains("\r\nTrailer: Repr-Digest, Row-Count\r\n", head, StringComparison.Ordinal);
        var (content, trailers) = Chunks(body);
        Assert.Equal(["Repr-Digest", "Row-Count"], trailers.Select(t => t.Split(": ")[0]));
        Assert.Equal($"sha-256=:{Convert.ToBase64String(SHA256.HashData(content))}:", trailers[0].Split(": ")[1]);
        Assert.True(int.Parse(trailers[1].Split(": ")[1], CultureInfo.InvariantCulture) > 0);
        // A client of the platform reads the same.
        using var answer = await site.Client.GetAsync(new Uri($"/s/{site.Release!.Head.Id}/{extract}", UriKind.Relative));
        Assert.Equal(content, await answer.Content.ReadAsByteArrayAsync());
    }

    [Fact]
    public async Task A_connection_serves_the_next_request_after_an_extract()
    {
        using var socket = await ConnectAsync();
        await WriteAsync(socket, $"GET /s/{site.Release!.Head.Id}/rates.csv?platform=mturk HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\nGET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
        Assert.Equal(2, Regex.Count(Encoding.UTF8.GetString(await AllAsync(socket)), "HTTP/1.1 200 OK"));
    }

    [Fact]
    public async Task For_HTTP_1_0_an_extract_has_its_length_and_sum_before_it()
    {
        var (head, body) = await AnswerAsync("rates.csv?platform=mturk", "1.0");
        Assert.Contains($"\r\nContent-Length: {body.Length}\r\n", head, StringComparison.Ordinal);
        Assert.Contains($"\r\nRepr-Digest: sha-256=:{Convert.ToBase64String(SHA256.HashData(body))}:\r\n", head, StringComparison.Ordinal);
        Assert.DoesNotContain("chunked", head, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(1000)]
    public async Task An_extract_that_fails_on_the_way_has_no_end(int lost)
    {
        var file = (await site.Services.GetRequiredService<ReleaseFileStore>().FindAsync(Release(), "estimates.csv", CancellationToken.None) is { Rows: > 0 } some ? some
            : await site.Services.GetRequiredService<ReleaseFileStore>().FindAsync(Release(), "minimum_wages.csv", CancellationToken.None))!;
        var cache = site.Services.GetRequiredService<FileCache>();
        await (await cache.OpenAsync(file, CancellationToken.None)).DisposeAsync();
        var path = cache.PathOf(file.Sha256);
        var whole = await File.ReadAllBytesAsync(path);
        try
        {
            await File.WriteAllBytesAsync(path, whole[..^lost]);
            var (head, body) = await AnswerAsync($"{file.Name}?country=US&country=ID", "1.1");
            // Whatever has come: the empty chunk that would end it has not.
            Assert.True(head.Length == 0 || head.StartsWith("HTTP/1.1 200 ", StringComparison.Ordinal) || head.StartsWith("HTTP/1.1 5", StringComparison.Ordinal), head);
            Assert.DoesNotMatch(@"(^|\r\n)0\r\n", Encoding.Latin1.GetString(body));
            var failure = await Assert.ThrowsAnyAsync<Exception>(() => site.Client.GetByteArrayAsync(new Uri($"/s/{Release()}/{file.Name}?country=US&country=ID", UriKind.Relative)));
            Assert.True(failure is HttpRequestException or IOException, failure.ToString());
        }
        finally
        {
            await File.WriteAllBytesAsync(path, whole);
        }
    }

    private string Release() => site.Open() > 0 ? site.Release!.Head.Id : throw new InvalidOperationException();

    private async Task<(string Head, byte[] Body)> AnswerAsync(string name, string version)
    {
        using var socket = await ConnectAsync();
        await WriteAsync(socket, $"GET /s/{Release()}/{name} HTTP/{version}\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n");
        var all = await AllAsync(socket);
        var end = all.AsSpan().IndexOf("\r\n\r\n"u8);
        return end < 0 ? ("", all) : (Encoding.ASCII.GetString(all.AsSpan(0, end + 2)), all[(end + 4)..]);
    }

    private static (byte[] Content, string[] Trailers) Chunks(byte[] body)
    {
        using var content = new MemoryStream();
        var at = 0;
        while (true)
        {
            var line = body.AsSpan(at).IndexOf("\r\n"u8);
            var length = int.Parse(Encoding.ASCII.GetString(body.AsSpan(at, line)), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
            at += line + 2;
            if (length == 0)
                break;
            content.Write(body, at, length);
            at += length + 2;
        }

        var rest = Encoding.ASCII.GetString(body.AsSpan(at));
        Assert.EndsWith("\r\n\r\n", rest, StringComparison.Ordinal);
        return (content.ToArray(), rest.TrimEnd().Split("\r\n"));
    }

    private async Task<NetworkStream> ConnectAsync()
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(IPAddress.Loopback, site.Open());
        return new NetworkStream(socket, ownsSocket: true);
    }

    private static Task WriteAsync(NetworkStream socket, string text) => socket.WriteAsync(Encoding.ASCII.GetBytes(text)).AsTask();

    private static async Task<byte[]> AllAsync(NetworkStream socket)
    {
        using var late = new CancellationTokenSource(Bounded);
        using var all = new MemoryStream();
        try
        {
            await socket.CopyToAsync(all, late.Token);
        }
        catch (IOException)
        {
            // Hung up in the middle.
        }

        return all.ToArray();
    }
}
