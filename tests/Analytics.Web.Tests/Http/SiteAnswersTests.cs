using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using Analytics.Web.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Web.Tests.Http;

public sealed class SiteAnswersTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Theory]
    [InlineData("/en/no-such-page")]
    [InlineData("/site.css")]
    [InlineData("/api/v1/no-such")]
    public async Task Every_answer_carries_the_headers(string address)
    {
        using var answer = await GetAsync(address);
        Assert.Contains("default-src 'self'", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("strict-origin-when-cross-origin", Header(answer, "Referrer-Policy"));
        Assert.Contains("camera=()", Header(answer, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Theory]
    [InlineData("/en/no-such-page", "en", "There is no such page")]
    [InlineData("/id/no-such-page", "id", "Halaman ini tidak ada")]
    [InlineData("/no-such-page", "en", "There is no such page")]
    public async Task A_missing_page_says_so_in_the_readers_language(string address, string language, string title)
    {
        using var answer = await GetAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
        Assert.Contains($"<h1>{title}</h1>", page, StringComparison.Ordinal);
        Assert.Contains("noindex", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_missing_answer_of_the_interface_is_problem_details()
    {
        using var answer = await GetAsync("/api/v1/no-such");
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal(404, problem.GetProperty("status").GetInt32());
        Assert.Equal("Not Found", problem.GetProperty("title").GetString());
    }

    [Theory]
    [InlineData("/charts/interval.svg", "POST", 405, "Method Not Allowed")]
    [InlineData("/feed.xml", "DELETE", 405, "Method Not Allowed")]
    [InlineData("/e/none", "POST", 405, "Method Not Allowed")]
    [InlineData("/healthz", "POST", 405, "Method Not Allowed")]
    [InlineData("/charts/interval.webp", "GET", 404, "Not Found")]
    [InlineData("/charts/interval.svg?lang=fr", "GET", 400, "A value in the address is not known")]
    public async Task What_is_wrong_with_a_request_for_data_is_problem_details_whatever_type_was_asked_for(string address, string method, int status, string title)
    {
        foreach (var wanted in new[] { "*/*", "image/svg+xml", "text/html" })
        {
            using var request = new HttpRequestMessage(new HttpMethod(method), address);
            request.Headers.TryAddWithoutValidation("Accept", wanted);
            using var answer = await site.Browser().SendAsync(request);
            Assert.Equal((HttpStatusCode)status, answer.StatusCode);
            Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
            var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement;
            Assert.Equal(status == 405, answer.Content.Headers.Allow.Order().SequenceEqual(["GET", "HEAD"]));
            Assert.Equal((status, title), (problem.GetProperty("status").GetInt32(), problem.GetProperty("title").GetString()));
        }
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/en/")]
    [InlineData("/id/check")]
    [InlineData("/charts/interval.svg")]
    [InlineData("/charts/interval.png?theme=dark")]
    [InlineData("/charts/preview.png")]
    [InlineData("/methods/model-card.json")]
    [InlineData("/feed.xml?lang=id")]
    [InlineData("/corrections.xml?lang=id")]
    [InlineData("/e/{release}.en.paid-only.mturk.all.all.all.all")]
    [InlineData("/e/{release}.en.paid-only.mturk.all.all.all.all/status.json")]
    [InlineData("/e/none")]
    [InlineData("/s/none/figures.jsonl")]
    [InlineData("/s/{release}/records/figures.jsonl")]
    [InlineData("/s/{release}/rates.csv?platform=mturk")]
    [InlineData("/sitemap.xml")]
    [InlineData("/robots.txt")]
    [InlineData("/healthz")]
    [InlineData("/readyz")]
    [InlineData("/site.css")]
    [InlineData("/charts/interval.svg?task=none")]
    public async Task Head_is_answered_as_get(string address)
    {
        address = address.Replace("{release}", site.Release!.Head.Id, StringComparison.Ordinal);
        using var get = await GetAsync(address);
        using var request = new HttpRequestMessage(HttpMethod.Head, address);
        using var head = await site.Browser().SendAsync(request);
        Assert.Equal(get.StatusCode, head.StatusCode);
        Assert.Equal(get.Content.Headers.ContentType, head.Content.Headers.ContentType);
        Assert.Equal(get.Headers.ETag, head.Headers.ETag);
        Assert.Equal(get.Headers.CacheControl, head.Headers.CacheControl);
        Assert.Equal(get.Headers.Location, head.Headers.Location);
    }

    [Theory]
    [InlineData("id,en;q=0.5", "/id/")]
    [InlineData("en-GB", "/en/")]
    public async Task The_bare_address_leads_to_the_readers_language(string wanted, string page)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/");
        request.Headers.TryAddWithoutValidation("Accept-Language", wanted);
        using var answer = await site.Browser().SendAsync(request);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        Assert.Equal(page, answer.Headers.Location?.ToString());
        Assert.Contains("Accept-Language", answer.Headers.Vary);
    }

    [Fact]
    public async Task Files_with_a_version_are_kept_for_a_year_and_others_briefly()
    {
        using var versioned = await GetAsync("/fonts/source-sans-400-latin.woff2?v=20");
        Assert.Equal("font/woff2", versioned.Content.Headers.ContentType?.MediaType);
        Assert.Equal("public, max-age=31536000, immutable", Header(versioned, "Cache-Control"));
        using var bare = await GetAsync("/site.css");
        Assert.Equal("public, max-age=3600", Header(bare, "Cache-Control"));
    }

    [Fact]
    public void The_fonts_stay_within_their_weight()
    {
        var fonts = Directory.GetFiles(Path.Combine(Repository.Root, "src/Analytics.Web/wwwroot/fonts"), "*.woff2");
        Assert.InRange(fonts.Sum(font => new FileInfo(font).Length), 1, 120_000);
    }

    [Fact]
    public async Task Every_file_that_a_page_or_stylesheet_names_is_there()
    {
        var page = await (await GetAsync("/en/none")).Content.ReadAsStringAsync();
        var css = await (await GetAsync("/site.css")).Content.ReadAsStringAsync();
        var named = Named(page, "<link[^>]*? href=\"(/[^\"]+\\?v=[^\"]+)\"").Concat(Named(css, "url\\(\"([^\"]+)\"\\)")).Distinct().ToList();
        Assert.True(named.Count >= 7, string.Join(' ', named));
        foreach (var address in named)
            Assert.Equal(HttpStatusCode.OK, (await GetAsync(address)).StatusCode);
    }

    [Fact]
    public async Task A_failure_is_told_as_a_page_or_as_problem_details_and_tells_nothing_of_the_inside()
    {
        using var broken = WithEndpoint("/id/broken", _ => throw new InvalidOperationException("secret"));
        using var page = await broken.CreateClient().GetAsync(new Uri("/id/broken", UriKind.Relative));
        Assert.Equal(HttpStatusCode.InternalServerError, page.StatusCode);
        var text = await page.Content.ReadAsStringAsync();
        Assert.Contains("Ada yang rusak di pihak kami", text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", text, StringComparison.Ordinal);

        using var brokenApi = WithEndpoint("/api/broken", _ => throw new InvalidOperationException("secret"));
        using var problem = await brokenApi.CreateClient().GetAsync(new Uri("/api/broken", UriKind.Relative));
        Assert.Equal(HttpStatusCode.InternalServerError, problem.StatusCode);
        Assert.Equal("application/problem+json", problem.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("secret", await problem.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Answers_of_a_release_are_kept_per_encoding_until_the_next_release()
    {
        var made = 0;
        using var counting = WithEndpoint("/en/kept", async context =>
            {
                context.Response.ContentType = "text/html";
                await context.Response.WriteAsync($"made {++made} {new string('x', 4000)}");
            },
            endpoint => endpoint.CacheOutput(ReleaseCache.Policy));
        using var browser = counting.CreateClient();

        Assert.Equal("gzip", await EncodingAsync(browser, "gzip"));
        Assert.Null(await EncodingAsync(browser, null));
        Assert.Equal("gzip", await EncodingAsync(browser, "gzip"));
        Assert.Equal(2, made);

        await ReleaseCache.ForgetAsync(counting.Services.GetRequiredService<IOutputCacheStore>(), TestContext.Current.CancellationToken);
        Assert.Null(await EncodingAsync(browser, null));
        Assert.Equal(3, made);
    }

    private static async Task<string?> EncodingAsync(HttpClient browser, string? wanted)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/en/kept");
        if (wanted is not null)
            request.Headers.AcceptEncoding.Add(new StringWithQualityHeaderValue(wanted));
        using var answer = await browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return answer.Content.Headers.ContentEncoding.SingleOrDefault();
    }

    /// <summary>The site with one more endpoint.</summary>
    private WebApplicationFactory<Program> WithEndpoint(string path, RequestDelegate answer, Action<IEndpointConventionBuilder>? set = null) =>
        site.WithWebHostBuilder(host => host.ConfigureServices(services =>
            services.AddSingleton<IStartupFilter>(new OneMoreEndpoint(path, answer, set))));

    private async Task<HttpResponseMessage> GetAsync(string address) => await site.Browser().GetAsync(new Uri(address, UriKind.Relative));

    private static string Header(HttpResponseMessage answer, string name) =>
        string.Join(", ", answer.Headers.NonValidated.TryGetValues(name, out var values) ? values : throw new KeyNotFoundException(name));

    private static IEnumerable<string> Named(string text, string pattern) =>
        System.Text.RegularExpressions.Regex.Matches(text, pattern).Select(match => WebUtility.HtmlDecode(match.Groups[1].Value));

    private sealed class OneMoreEndpoint(string path, RequestDelegate answer, Action<IEndpointConventionBuilder>? set) : IStartupFilter
    {
        public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
        {
            next(app);
            app.UseEndpoints(endpoints => (set ?? (_ => { }))(endpoints.MapGet(path, answer)));
        };
    }
}
