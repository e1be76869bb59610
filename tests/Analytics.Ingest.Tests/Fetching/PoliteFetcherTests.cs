using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Text;
using Analytics.Ingest.Fetching;
using Microsoft.AspNetCore.Http;
using Xunit;

namespace Analytics.Ingest.Tests.Fetching;

/// <summary>The fetcher against a real server on loopback.</summary>
public sealed class PoliteFetcherTests
{
    private const string Text = "<p>Twelve dollars an hour, they said.</p>";

    [Fact]
    public async Task Reads_a_page_and_says_who_we_are()
    {
        string? agent = null, cookie = null;
        await using var site = await LocalSite.StartAsync(context =>
        {
            (agent, cookie) = (context.Request.Headers.UserAgent, context.Request.Headers.Cookie);
            context.Response.Headers.SetCookie = "a=b";
            context.Response.Headers.ETag = "\"v1\"";
            context.Response.Headers.LastModified = "Tue, 04 Mar 2025 06:00:00 GMT";
            return Html(context, Text);
        });
        using var fetcher = Fetcher(site);
        await fetcher.FetchAsync(site.Root, null, default);
        var page = Assert.IsType<FetchResult.Fetched>(await fetcher.FetchAsync(new Uri(site.Root, "/a?b=c#d"), null, default));
        Assert.Equal(Text, Encoding.UTF8.GetString(page.Content));
        Assert.Equal(("text/html", "utf-8", 200), (page.ContentType, page.Charset, page.Status));
        Assert.Equal(new Validators("\"v1\"", "Tue, 04 Mar 2025 06:00:00 GMT"), page.Validators);
        Assert.Equal("PerJam/1.0 (+https://perjam.example/contact)", agent);
        Assert.True(string.IsNullOrEmpty(cookie));
        // robots.txt was asked for once.
        Assert.Single(site.Asked, a => a.Path == "/robots.txt");
    }

    [Theory]
    [InlineData("\"v1\"", "Tue, 04 Mar 2025 06:00:00 GMT", "\"v1\"", "")]
    [InlineData(null, "Tue, 04 Mar 2025 06:00:00 GMT", "", "Tue, 04 Mar 2025 06:00:00 GMT")]
    [InlineData("W/\"odd tag\"", null, "W/\"odd tag\"", "")]
    public async Task Asks_only_for_what_changed(string? tag, string? date, string sentTag, string sentDate)
    {
        (string, string) sent = default;
        await using var site = await LocalSite.StartAsync(context =>
        {
            sent = (context.Request.Headers.IfNoneMatch.ToString(), context.Request.Headers.IfModifiedSince.ToString());
            context.Response.StatusCode = 304;
            return Task.CompletedTask;
        });
        using var fetcher = Fetcher(site);
        Assert.IsType<FetchResult.NotModified>(await fetcher.FetchAsync(site.Root, new Validators(tag, date), default));
        Assert.Equal((sentTag, sentDate), sent);
    }

    [Theory]
    [InlineData(401, RefusalReason.RobotsDisallow)]
    [InlineData(403, RefusalReason.RobotsDisallow)]
    [InlineData(429, RefusalReason.RobotsDisallow)]
    [InlineData(500, RefusalReason.RobotsDisallow)]
    [InlineData(503, RefusalReason.RobotsDisallow)]
    [InlineData(404, null)]
    [InlineData(410, null)]
    [InlineData(400, null)]
    public async Task A_robots_file_that_is_not_there(int status, RefusalReason? reason)
    {
        await using var site = await LocalSite.StartAsync(
            context =>
            {
                if (context.Request.Path != "/robots.txt")
                    return Html(context, Text);
                context.Response.StatusCode = status;
                return Task.CompletedTask;
            },
            robots: null);
        using var fetcher = Fetcher(site);
        var result = await fetcher.FetchAsync(site.Root, null, default);
        Assert.Equal(reason, (result as FetchResult.Refused)?.Reason);
        Assert.Equal(reason is null, site.Asked.Any(a => a.Path == "/"));
    }

    [Fact]
    public async Task Robots_say_no()
    {
        await using var site = await LocalSite.StartAsync(context => Html(context, Text), "User-agent: *\nDisallow: /private");
        using var fetcher = Fetcher(site);
        var refused = Refused(await fetcher.FetchAsync(new Uri(site.Root, "/private/a"), null, default), RefusalReason.RobotsDisallow);
        Assert.Contains("robots.txt", refused.Sentence, StringComparison.Ordinal);
        Assert.IsType<FetchResult.Fetched>(await fetcher.FetchAsync(new Uri(site.Root, "/open"), null, default));
        Assert.DoesNotContain(site.Asked, a => a.Path.StartsWith("/private", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(5, true)]
    [InlineData(6, false)]
    public async Task Redirects_are_followed_five_times(int redirects, bool arrives)
    {
        await using var site = await LocalSite.StartAsync(context =>
        {
            var left = int.Parse(context.Request.Path.Value![1..], System.Globalization.CultureInfo.InvariantCulture);
            if (left == 0)
                return Html(context, Text);
            context.Response.StatusCode = 301;
            context.Response.Headers.Location = $"/{left - 1}";
            return Task.CompletedTask;
        });
        using var fetcher = Fetcher(site);
        var result = await fetcher.FetchAsync(new Uri(site.Root, $"/{redirects}"), null, default);
        if (!arrives)
            Refused(result, RefusalReason.TooManyRedirects);
        else
            Assert.Equal((new Uri(site.Root, "/0"), redirects), (Assert.IsType<FetchResult.Fetched>(result).FinalAddress, ((FetchResult.Fetched)result).Redirects.Count));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public async Task A_page_that_is_gone(int status)
    {
        await using var site = await LocalSite.StartAsync(context => Status(context, status));
        using var fetcher = Fetcher(site);
        Assert.Equal(status, Assert.IsType<FetchResult.Gone>(await fetcher.FetchAsync(site.Root, null, default)).Status);
    }

    [Fact]
    public async Task A_server_error_is_a_result()
    {
        await using var site = await LocalSite.StartAsync(context => Status(context, 500));
        using var fetcher = Fetcher(site);
        Assert.Equal(500, Refused(await fetcher.FetchAsync(site.Root, null, default), RefusalReason.HttpError).Status);
    }

    [Fact]
    public async Task Retry_after_is_obeyed_for_the_whole_host()
    {
        await using var site = await LocalSite.StartAsync(context =>
        {
            context.Response.Headers.RetryAfter = "3600";
            return Status(context, 503);
        });
        using var fetcher = Fetcher(site);
        var refused = Refused(await fetcher.FetchAsync(new Uri(site.Root, "/a"), null, default), RefusalReason.RetryLater);
        Assert.InRange((refused.Until!.Value - TimeProvider.System.GetUtcNow()).TotalMinutes, 58, 60);
        Refused(await fetcher.FetchAsync(new Uri(site.Root, "/b"), null, default), RefusalReason.RetryLater);
        Assert.DoesNotContain(site.Asked, a => a.Path == "/b");
    }

    [Fact]
    public async Task A_page_of_50_MB_is_refused()
    {
        await using var site = await LocalSite.StartAsync(async context =>
        {
            context.Response.ContentType = "text/html";
            var megabyte = new byte[1 << 20];
            for (var i = 0; i < 50; i++)
                await context.Response.Body.WriteAsync(megabyte, context.RequestAborted);
        });
        using var fetcher = Fetcher(site);
        Refused(await fetcher.FetchAsync(site.Root, null, default), RefusalReason.TooLarge);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task A_bomb_is_refused(string encoding)
    {
        await using var site = await LocalSite.StartAsync(context => Packed(context, encoding, new byte[9 << 20]));
        using var fetcher = Fetcher(site);
        Refused(await fetcher.FetchAsync(site.Root, null, default), RefusalReason.RatioTooHigh);
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    [InlineData("deflate")]
    public async Task Packed_pages_are_unpacked(string encoding)
    {
        await using var site = await LocalSite.StartAsync(context => Packed(context, encoding, Encoding.UTF8.GetBytes(Text)));
        using var fetcher = Fetcher(site);
        Assert.Equal(Text, Encoding.UTF8.GetString(Assert.IsType<FetchResult.Fetched>(await fetcher.FetchAsync(site.Root, null, default)).Content));
    }

    [Fact]
    public async Task What_is_not_the_gzip_it_says_is_refused()
    {
        await using var site = await LocalSite.StartAsync(context =>
        {
            context.Response.Headers.ContentEncoding = "gzip";
            return Html(context, Text);
        });
        using var fetcher = Fetcher(site);
        Refused(await fetcher.FetchAsync(site.Root, null, default), RefusalReason.BrokenBody);
    }

    [Theory]
    [InlineData("image/png")]
    [InlineData("application/pdf")]
    [InlineData("application/octet-stream")]
    public async Task Other_types_are_refused(string type)
    {
        await using var site = await LocalSite.StartAsync(context =>
        {
            context.Response.ContentType = type;
            return context.Response.WriteAsync("x");
        });
        using var fetcher = Fetcher(site);
        Assert.Contains(type, Refused(await fetcher.FetchAsync(site.Root, null, default), RefusalReason.WrongType).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dripping_server_is_given_up()
    {
        await using var site = await LocalSite.StartAsync(async context =>
        {
            context.Response.ContentType = "text/html";
            for (var i = 0; i < 1_000; i++)
            {
                await context.Response.WriteAsync("x", context.RequestAborted);
                await context.Response.Body.FlushAsync(context.RequestAborted);
                await Task.Delay(20, context.RequestAborted);
            }
        });
        using var fetcher = Fetcher(site, Rules.Quick with { SlowGrace = TimeSpan.FromSeconds(0.5) });
        Refused(await fetcher.FetchAsync(site.Root, null, default), RefusalReason.TooSlow);
    }

    [Fact]
    public async Task A_server_that_never_answers_is_given_up()
    {
        await using var site = await LocalSite.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var fetcher = Fetcher(site, Rules.Quick with { FirstByteLimit = TimeSpan.FromSeconds(0.5) });
        Refused(await fetcher.FetchAsync(site.Root, null, default), RefusalReason.TimedOut);
    }

    [Fact]
    public async Task The_whole_has_its_limit()
    {
        await using var site = await LocalSite.StartAsync(async context =>
        {
            context.Response.ContentType = "text/html";
            for (var i = 0; i < 100; i++)
            {
                await context.Response.WriteAsync(new string('x', 4_096), context.RequestAborted);
                await Task.Delay(100, context.RequestAborted);
            }
        });
        using var fetcher = Fetcher(site, Rules.Quick with { TotalLimit = TimeSpan.FromSeconds(1) });
        Refused(await fetcher.FetchAsync(site.Root, null, default), RefusalReason.TimedOut);
    }

    [Fact]
    public async Task Nobody_listens_there()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var authority = $"127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        listener.Stop();
        using var fetcher = new PoliteFetcher(Rules.Quick with { AllowedHosts = [authority] }, TimeProvider.System);
        Refused(await fetcher.FetchAsync(new Uri($"http://{authority}/"), null, default), RefusalReason.ConnectFailed);
    }

    [Fact]
    public async Task A_name_that_is_not_there()
    {
        using var fetcher = new PoliteFetcher(Rules.Quick, TimeProvider.System, (_, _) => throw new SocketException((int)SocketError.HostNotFound));
        Refused(await fetcher.FetchAsync(new Uri("http://nowhere.example/"), null, default), RefusalReason.NameNotFound);
    }

    [Fact]
    public async Task Plain_text_where_TLS_was_expected()
    {
        await using var site = await LocalSite.StartAsync(context => Html(context, Text));
        using var fetcher = Fetcher(site);
        var refused = Assert.IsType<FetchResult.Refused>(await fetcher.FetchAsync(new Uri($"https://{site.Authority}/"), null, default));
        Assert.True(refused.Reason is RefusalReason.TlsFailure or RefusalReason.BrokenBody, refused.Sentence);
    }

    [Fact]
    public async Task Requests_to_a_host_come_one_at_a_time_with_a_pause()
    {
        var (now, most) = (0, 0);
        await using var site = await LocalSite.StartAsync(async context =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            await Task.Delay(20);
            Interlocked.Decrement(ref now);
            await Html(context, Text);
        });
        var pause = TimeSpan.FromMilliseconds(150);
        using var fetcher = Fetcher(site, Rules.Quick with { AllowedHostPause = pause });
        await Task.WhenAll(Enumerable.Range(0, 4).Select(i => fetcher.FetchAsync(new Uri(site.Root, $"/{i}"), null, default)));
        Assert.Equal(1, most);
        var times = site.Asked.Select(a => a.At).ToList();
        Assert.All(times.Zip(times.Skip(1)), pair => Assert.True(pair.Second - pair.First > pause * 0.9, $"{pair.Second - pair.First}"));
    }

    [Fact]
    public async Task A_crawl_delay_is_honoured()
    {
        await using var site = await LocalSite.StartAsync(context => Html(context, Text), "User-agent: *\nCrawl-delay: 0.4");
        using var fetcher = Fetcher(site);
        await fetcher.FetchAsync(new Uri(site.Root, "/1"), null, default);
        await fetcher.FetchAsync(new Uri(site.Root, "/2"), null, default);
        var times = site.Asked.Where(a => a.Path != "/robots.txt").Select(a => a.At).ToList();
        Assert.True(times[1] - times[0] > TimeSpan.FromSeconds(0.36));
    }

    [Fact]
    public async Task Stopping_is_an_exception_not_a_result()
    {
        using var stop = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        await using var site = await LocalSite.StartAsync(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        using var fetcher = Fetcher(site);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => fetcher.FetchAsync(site.Root, null, stop.Token));
    }

    private static PoliteFetcher Fetcher(LocalSite site, FetchRules? rules = null) =>
        new((rules ?? Rules.Quick) with { AllowedHosts = [site.Authority] }, TimeProvider.System);

    private static FetchResult.Refused Refused(FetchResult result, RefusalReason reason)
    {
        var refused = Assert.IsType<FetchResult.Refused>(result);
        Assert.Equal((reason, refused.Sentence), (refused.Reason, refused.Sentence));
        Assert.Contains("http", refused.Sentence, StringComparison.Ordinal);
        return refused;
    }

    private static Task Html(HttpContext context, string text)
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(text);
    }

    private static Task Status(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }

    private static async Task Packed(HttpContext context, string encoding, byte[] content)
    {
        context.Response.ContentType = "text/html";
        context.Response.Headers.ContentEncoding = encoding;
        using var packed = new MemoryStream();
        await using (Stream packing = encoding switch
        {
            "gzip" => new GZipStream(packed, CompressionMode.Compress),
            "br" => new BrotliStream(packed, CompressionMode.Compress),
            _ => new ZLibStream(packed, CompressionMode.Compress),
        })
            await packing.WriteAsync(content);
        await context.Response.Body.WriteAsync(packed.ToArray());
    }
}
