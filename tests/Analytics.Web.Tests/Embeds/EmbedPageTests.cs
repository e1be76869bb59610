using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Analytics.Web.Embeds;
using Analytics.Web.Tests.Charts;

namespace Analytics.Web.Tests.Embeds;

public sealed class EmbedPageTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Theory]
    [InlineData("/embed/interval", "en")]
    [InlineData("/embed/interval?lang=id&currency=IDR", "id")]
    [InlineData("/embed/interval?theme=dark", "en")]
    public async Task A_chart_is_a_small_page_that_needs_no_script(string address, string language)
    {
        using var answer = await GetAsync(address);
        var page = await answer.Content.ReadAsStringAsync();
        Save(address, page);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.InRange(await SentAsync(address), 1_000, 15_000);
        Assert.StartsWith($"<!doctype html>\n<html lang=\"{language}\">", page, StringComparison.Ordinal);
        Assert.Equal(3, Regex.Count(page, "<svg "));
        Assert.Equal(["/embed-height.js"], Regex.Matches(page, "<script[^>]*src=\"([^\"]+)\"").Select(m => m.Groups[1].Value));
        Assert.DoesNotContain("<script>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
        Assert.Contains("<details><summary>", page, StringComparison.Ordinal);
        Assert.Matches("<th scope=\"row\">[^<]+</th>", page);
        Assert.Contains(site.Release!.Head.Id, page, StringComparison.Ordinal);
        var link = Regex.Match(page, $"<p><a href=\"(http://localhost/{language}/charts/interval[^\"]*)\" target=\"_blank\" rel=\"noopener\">");
        Assert.True(link.Success);
        await site.PageAsync(WebUtility.HtmlDecode(link.Groups[1].Value));
        var ids = Regex.Matches(page, " id=\"([^\"]+)\"").Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.Equal(6, ids.Count);
    }

    [Fact]
    public async Task Every_form_is_a_small_page()
    {
        foreach (var chart in EveryForm.Charts.SelectMany(chart => new[] { chart, chart + (chart.Contains('?', StringComparison.Ordinal) ? "&lang=id" : "?lang=id") }))
            Assert.InRange(await SentAsync($"/embed/{chart}"), 1_000, 15_000);
    }

    [Fact]
    public async Task A_long_chart_has_fewer_drawings_and_stays_small()
    {
        var terms = Enum.GetValues<Models.Platforms.TaskType>().Select(Models.Term.Of).ToList();
        var counts = new List<int>();
        for (var n = 0; n <= terms.Count; n++)
        {
            var address = "/embed/interval?" + string.Join('&', terms.Take(n).Select(term => $"task={term}").Prepend("kind=advertised"));
            counts.Add(Regex.Count(await site.PageAsync(address), "<svg "));
            Assert.InRange(await SentAsync(address), 1_000, 15_000);
        }

        Assert.Contains(counts, count => count < 3);
    }

    [Theory]
    [InlineData("auto")]
    [InlineData("light")]
    [InlineData("dark")]
    public async Task The_style_is_allowed_by_its_hash_and_any_page_may_frame_it(string theme)
    {
        using var answer = await GetAsync($"/embed/interval?theme={theme}");
        var page = await answer.Content.ReadAsStringAsync();
        var style = Regex.Match(page, "<style>(.*?)</style>", RegexOptions.Singleline).Groups[1].Value;
        var policy = Header(answer, "Content-Security-Policy");
        Assert.Contains($"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style)))}'", policy, StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors *", policy, StringComparison.Ordinal);
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.False(answer.Headers.Contains("X-Frame-Options"));
        Assert.Equal(theme == "auto", style.Contains("prefers-color-scheme", StringComparison.Ordinal));
        Assert.Single(Regex.Matches(page, "<style"));
    }

    [Fact]
    public async Task A_live_and_a_frozen_page_are_kept_shortly_and_asked_again_by_their_tag()
    {
        foreach (var address in new[] { "/embed/interval", $"/embed/interval?release={site.Release!.Head.Id}" })
        {
            using var answer = await GetAsync(address);
            Assert.Equal("public, max-age=300", Header(answer, "Cache-Control"));
            Assert.True(answer.Headers.ETag?.IsWeak);
            using var again = new HttpRequestMessage(HttpMethod.Get, address);
            again.Headers.IfNoneMatch.Add(answer.Headers.ETag!);
            using var same = await site.Browser().SendAsync(again);
            Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        }
    }

    [Fact]
    public async Task What_pym_adds_to_the_address_changes_nothing()
    {
        var plain = await site.PageAsync("/embed/interval?task=survey");
        Assert.Equal(plain, await site.PageAsync("/embed/interval?task=survey&initialWidth=600&childId=a%22%3E&parentTitle=%3Cscript%3E&parentUrl=javascript:alert(1)"));
    }

    [Theory]
    [InlineData("/embed/none", 404)]
    [InlineData("/embed/interval?width=900", 400)]
    [InlineData("/embed/interval?theme=pink", 400)]
    [InlineData("/embed/interval?lang=fr", 400)]
    [InlineData("/embed/interval?currency=XXX", 400)]
    [InlineData("/embed/interval?task=%3Cscript%3Ealert(1)%3C/script%3E", 400)]
    [InlineData("/embed/interval?%3Cscript%3E=1", 400)]
    [InlineData("/embed/interval?release=none", 404)]
    [InlineData("/embed/interval?release=%27%3B--", 404)]
    public async Task A_hostile_address_is_refused_and_kept_by_nobody(string address, int status)
    {
        using var answer = await GetAsync(address);
        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-store", Header(answer, "Cache-Control"));
        // What was asked is told, as data that nothing runs.
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("default-src 'none'; sandbox; frame-ancestors *", Header(answer, "Content-Security-Policy"));
    }

    [Fact]
    public async Task A_thousand_platforms_are_refused()
    {
        var platforms = string.Join('&', Enumerable.Range(0, 1000).Select(n => $"platform=a{n}"));
        foreach (var address in new[] { $"/embed/interval?{platforms}", $"/en/charts/interval?{platforms}", $"/oembed?url={Uri.EscapeDataString($"http://localhost/embed/interval?{platforms[..3000]}")}" })
        {
            using var answer = await GetAsync(address);
            Assert.True(answer.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.NotFound, $"{answer.StatusCode}");
            Assert.Equal("no-store", Header(answer, "Cache-Control"));
        }
    }

    [Theory]
    [InlineData("/en/")]
    [InlineData("/en/charts")]
    [InlineData("/id/charts/interval")]
    [InlineData("/charts/interval.svg")]
    [InlineData("/charts/interval.csv")]
    [InlineData("/oembed?url=http://localhost/embed/interval")]
    [InlineData("/embed.js")]
    [InlineData("/en/platforms/mturk")]
    [InlineData("/en/operations/login")]
    [InlineData("/none")]
    public async Task Nothing_else_may_be_framed(string address)
    {
        using var answer = await GetAsync(address);
        Assert.Contains("frame-ancestors 'none'", Header(answer, "Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_script_for_other_sites_is_at_most_a_kilobyte_and_checks_who_speaks()
    {
        var script = await site.PageAsync("/embed.js");
        Assert.InRange(Encoding.UTF8.GetByteCount(script), 1, 1024);
        Assert.Contains("event.source", script, StringComparison.Ordinal);
        Assert.Contains("event.origin", script, StringComparison.Ordinal);
    }

    private async Task<HttpResponseMessage> GetAsync(string address) => await site.Browser().GetAsync(new Uri(address, UriKind.Relative));

    internal static string Header(HttpResponseMessage answer, string name) => string.Join(", ", answer.Headers.NonValidated[name]);

    private async Task<int> SentAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.AcceptEncoding.ParseAdd("gzip");
        using var answer = await site.Browser().SendAsync(request);
        Assert.Equal("gzip", answer.Content.Headers.ContentEncoding.Single());
        return (await answer.Content.ReadAsByteArrayAsync()).Length;
    }

    private static void Save(string address, string page)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "embeds"));
        File.WriteAllText(Path.Combine(folder.FullName, Regex.Replace(address, "[^a-z]+", "-").Trim('-') + ".html"), page);
    }
}

/// <summary>A frozen chart that has been overtaken; by itself, as it publishes.</summary>
public sealed class EmbedMarkTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Fact]
    public async Task A_frozen_chart_says_below_itself_that_there_are_newer_figures_and_stays_the_same()
    {
        var first = site.Release!.Head.Id;
        var before = await site.PageAsync($"/embed/interval?release={first}");
        Assert.DoesNotContain("class=\"mark\"", before, StringComparison.Ordinal);
        var release = SampleRelease.Make();
        await site.PublishAsync(release with { Platforms = [.. release.Platforms.Where(p => p.Slug != "dataannotation")], Figures = [.. release.Figures.Where(f => f.Platform != "dataannotation").Skip(1)] });
        Assert.NotEqual(first, site.Release!.Head.Id);
        var page = "";
        for (var i = 0; i < 60 && !page.Contains("class=\"mark\"", StringComparison.Ordinal); i++)
        {
            await Task.Delay(100, TestContext.Current.CancellationToken);
            page = await site.PageAsync($"/embed/interval?release={first}");
        }

        Assert.Contains("<p class=\"mark\">There are newer figures than these. <a href=\"http://localhost/en/charts/interval\"", page, StringComparison.Ordinal);
        Assert.Equal(Figure(before), Figure(page));
        Assert.DoesNotContain("class=\"mark\"", await site.PageAsync("/embed/interval"), StringComparison.Ordinal);
    }

    private static string Figure(string page) => Regex.Match(page, "<figure>.*</figure>", RegexOptions.Singleline).Value;
}

/// <summary>Labels with markup in them.</summary>
public sealed class MarkedSite(Analytics.Tests.Storage.PostgresFixture postgres) : SiteFixture(postgres)
{
    public const string Name = "<script>alert(1)</script> & \"Co\"";

    protected override Models.Releases.Release? Make()
    {
        var release = SampleRelease.Make();
        return release with { Platforms = [.. release.Platforms.Select(p => p.Slug == "mturk" ? p with { Name = Name } : p)] };
    }
}

public sealed class MarkedEmbedTests(MarkedSite site) : IClassFixture<MarkedSite>
{
    [Fact]
    public async Task A_name_with_markup_is_text_wherever_the_chart_stands()
    {
        foreach (var address in new[] { "/embed/interval?platform=mturk", "/en/charts/interval?platform=mturk", "/en/charts/interval?platform=mturk&as=image", "/en/charts?q=mturk" })
        {
            var page = await site.PageAsync(address);
            Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
            Assert.Contains("&lt;script&gt;", page, StringComparison.Ordinal);
        }
    }
}
