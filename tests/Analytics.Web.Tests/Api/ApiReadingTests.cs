using System.Net;
using Analytics.Models.Releases;
using Analytics.Web.Http;
using Analytics.Web.Tests.Embeds;

namespace Analytics.Web.Tests.Api;

/// <summary>Reading as programs do: page after page while releases come, again and again, from pages of other sites, and too often.</summary>
public sealed class ApiReadingTests(ApiSite site) : IClassFixture<ApiSite>
{
    [Fact]
    public async Task Pages_go_on_in_the_release_they_began_with_and_an_old_release_stays_the_same()
    {
        var first = site.Release!;
        var all = (await site.JsonAsync("/api/v1/rates?limit=1000"))["data"]!.ToJsonString();
        var page = await site.JsonAsync("/api/v1/rates?limit=3");
        var read = page["data"]!.AsArray().Select(r => r!.ToJsonString()).ToList();

        await site.ShowAsync(first with { Cells = [.. first.Cells.Skip(2).Select(c => c with { Typical = c.Typical + 1 })] });
        var latest = await site.JsonAsync("/api/v1/rates?limit=1000");
        Assert.Equal(site.Release!.Head.Id, (string?)latest["release"]!["id"]);
        Assert.NotEqual(first.Head.Id, site.Release.Head.Id);
        Assert.Equal(first.Cells.Count - 2, (int)latest["count"]!);

        while (page["next"] is { } next)
        {
            page = await site.JsonAsync((string)next!);
            Assert.Equal(first.Head.Id, (string?)page["release"]!["id"]);
            read.AddRange(page["data"]!.AsArray().Select(r => r!.ToJsonString()));
        }

        Assert.Equal(all, $"[{string.Join(',', read)}]");
        Assert.Equal(all, (await site.JsonAsync($"/api/v1/rates?limit=1000&release={first.Head.Id}"))["data"]!.ToJsonString());
    }

    [Theory]
    [InlineData("/api/v1/rates?platform=prolific")]
    [InlineData("/api/v1/rates.csv")]
    [InlineData("/api/v1/releases")]
    [InlineData("/api/v1/openapi.json")]
    public async Task Who_has_an_answer_is_told_so_without_the_body(string address)
    {
        using var first = await site.AskAsync(address);
        var tag = first.Headers.ETag!;
        Assert.False(tag.IsWeak);
        Assert.True(first.Headers.CacheControl is { Public: true, MaxAge.TotalSeconds: 60 }, $"{first.Headers.CacheControl}");
        foreach (var held in new[] { tag.Tag, $"\"other\", W/{tag.Tag}", "*" })
        {
            using var again = await site.AskAsync(address, ("If-None-Match", held));
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Equal(tag, again.Headers.ETag);
            Assert.Empty(await again.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }

        using var other = await site.AskAsync(address, ("If-None-Match", "\"other\""));
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Other_bytes_have_another_tag()
    {
        var tags = new List<string?>();
        foreach (var address in new[] { "/api/v1/rates", "/api/v1/rates.csv", "/api/v1/rates?limit=2", "/api/v1/rates?platform=prolific", "/api/v1/estimates" })
        {
            using var plain = await site.AskAsync(address);
            tags.Add(plain.Headers.ETag?.Tag);
        }

        using var csv = await site.AskAsync("/api/v1/rates", ("Accept", "text/csv"));
        using var packed = await site.AskAsync("/api/v1/rates", ("Accept-Encoding", "gzip"));
        Assert.Contains("gzip", packed.Content.Headers.ContentEncoding);
        tags.AddRange([csv.Headers.ETag?.Tag, packed.Headers.ETag?.Tag]);
        Assert.Equal(tags.Count, tags.Distinct().Count());
        // And those of one release are not those of the next.
        var release = site.Release!;
        await site.ShowAsync(release with { Cells = [.. release.Cells.Skip(1)] });
        using var newer = await site.AskAsync("/api/v1/rates");
        Assert.DoesNotContain(newer.Headers.ETag?.Tag, tags);
    }

    [Theory]
    [InlineData("/api/v1/rates")]
    [InlineData("/api/v1/claims.csv?limit=3")]
    [InlineData("/api/v1/releases")]
    [InlineData("/api/v1/openapi.json")]
    public async Task Head_has_the_headers_of_get_and_no_body(string address)
    {
        using var get = await site.AskAsync(address);
        using var head = await site.SendAsync(HttpMethod.Head, address);
        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(get.Headers.TryGetValues("Link", out var link) ? link : [], head.Headers.TryGetValues("Link", out var same) ? same : []);
    }

    [Theory]
    [InlineData("/api/v1/rates")]
    [InlineData("/api/v1/none")]
    [InlineData("/api/v1/rates?limit=0")]
    [InlineData("/charts/interval.csv")]
    public async Task Pages_of_other_sites_may_read(string address)
    {
        using var answer = await site.AskAsync(address, ("Origin", "https://example.org"));
        Assert.Equal("*", Assert.Single(answer.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Contains("RateLimit-Policy", Assert.Single(answer.Headers.GetValues("Access-Control-Expose-Headers")), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Access-Control-Allow-Credentials"));

        using var preflight = await site.SendAsync(HttpMethod.Options, address, ("Origin", "https://example.org"), ("Access-Control-Request-Method", "GET"), ("Access-Control-Request-Headers", "if-none-match"));
        Assert.Equal(HttpStatusCode.NoContent, preflight.StatusCode);
        Assert.Equal("*", Assert.Single(preflight.Headers.GetValues("Access-Control-Allow-Origin")));
        Assert.Equal("GET, HEAD, OPTIONS", Assert.Single(preflight.Headers.GetValues("Access-Control-Allow-Methods")));
        Assert.Contains("If-None-Match", Assert.Single(preflight.Headers.GetValues("Access-Control-Allow-Headers")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_of_a_release_may_be_read_from_anywhere_and_a_page_may_not()
    {
        using var file = await site.AskAsync($"/s/{site.Release!.Head.Id}/rates.csv");
        Assert.Equal("*", Assert.Single(file.Headers.GetValues("Access-Control-Allow-Origin")));
        using var page = await site.AskAsync("/en/data");
        Assert.False(page.Headers.Contains("Access-Control-Allow-Origin"));
    }

    [Fact]
    public async Task Every_answer_says_how_often_one_may_still_ask_and_then_no()
    {
        using var reader = site.Browser();
        var left = ReadingQuota.AMinute;
        // Kept ones, refused ones and those without a body count too.
        foreach (var address in new[] { "rates", "rates", "none", "rates?limit=0", "openapi.json" })
        {
            using var answer = await reader.GetAsync(new Uri($"/api/v1/{address}", UriKind.Relative), TestContext.Current.CancellationToken);
            Assert.Equal($"\"reading\";q={ReadingQuota.AMinute};w=86400", Assert.Single(answer.Headers.GetValues("RateLimit-Policy")));
            Assert.Matches($"^\"reading\";r={--left};t=[0-9]+$", Assert.Single(answer.Headers.GetValues("RateLimit")));
        }

        for (; left > 0; left--)
            (await reader.GetAsync(new Uri("/api/v1/none", UriKind.Relative), TestContext.Current.CancellationToken)).Dispose();
        using var refused = await reader.GetAsync(new Uri("/api/v1/rates", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.StatusCode);
        Assert.Equal("application/problem+json", refused.Content.Headers.ContentType!.MediaType);
        Assert.True(refused.Headers.CacheControl is { NoStore: true });
        Assert.Matches("^\"reading\";r=0;t=[0-9]+$", Assert.Single(refused.Headers.GetValues("RateLimit")));
        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromSeconds(1), ApiSite.Window);
        Assert.Equal("*", Assert.Single(refused.Headers.GetValues("Access-Control-Allow-Origin")));

        // Pages are for people, and other networks have a quota of their own.
        using var page = await reader.GetAsync(new Uri("/en/data", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        using var other = await site.AskAsync("/api/v1/rates");
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public void A_quota_is_counted_anew_in_the_next_window_and_for_each_network()
    {
        var clock = new MovedClock();
        var quota = new ReadingQuota(clock, TimeSpan.FromMinutes(10), most: 2);
        Assert.Equal((true, 1), Took(quota, "a"));
        Assert.Equal((true, 0), Took(quota, "a"));
        Assert.Equal((false, 0), Took(quota, "a"));
        Assert.Equal((true, 1), Took(quota, "b"));
        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal((false, 0), Took(quota, "a"));
        Assert.InRange(quota.Take("a").Seconds, 1, 300);
        clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal((true, 1), Took(quota, "a"));

        static (bool, int) Took(ReadingQuota quota, string network) => quota.Take(network) is var (allowed, left, _) ? (allowed, left) : default;
    }
}
