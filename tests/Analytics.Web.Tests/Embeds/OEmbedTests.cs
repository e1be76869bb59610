using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Analytics.Web.Tests.Charts;

namespace Analytics.Web.Tests.Embeds;

public sealed class OEmbedTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private static readonly string[] Names =
    [
        "type", "version", "title", "author_name", "author_url", "provider_name", "provider_url", "cache_age", "html", "width", "height", "thumbnail_url", "thumbnail_width", "thumbnail_height",
    ];

    [Theory]
    [InlineData("/embed/interval?task=survey", "/embed/interval?task=survey&lang=en")]
    [InlineData("/embed/interval?lang=id&theme=dark&childId=x", "/embed/interval?theme=dark&lang=id")]
    [InlineData("/charts/interval.svg?kind=advertised&width=400", "/embed/interval?kind=advertised&lang=en")]
    [InlineData("/charts/interval.png?size=social&lang=id", "/embed/interval?lang=id")]
    [InlineData("/en/charts/interval?as=image", "/embed/interval?lang=en")]
    [InlineData("/id/charts/interval#embed", "/embed/interval?lang=id&currency=IDR")]
    [InlineData("/en/platforms/mturk", "/embed/interval?platform=mturk&lang=en")]
    [InlineData("/id/platforms/mturk?currency=USD", "/embed/interval?platform=mturk&lang=id")]
    [InlineData("/en/estimate?task=survey&country=ID&hours=12", "/embed/interval?task=survey&lang=en")]
    public async Task Every_field_is_as_the_specification_has_it_and_the_same_in_both_formats(string page, string embed)
    {
        var fields = await JsonAsync("http://localhost" + page);
        Assert.Equal(Names, fields.Keys);
        Assert.Equal(("rich", "1.0", "300"), (fields["type"], fields["version"], fields["cache_age"]));
        Assert.Equal(("PerJam", "http://localhost/", "PerJam"), (fields["provider_name"], fields["provider_url"], fields["author_name"]));
        Assert.StartsWith("http://localhost/", fields["author_url"], StringComparison.Ordinal);
        Assert.Equal(fields, await XmlAsync("http://localhost" + page));

        var frame = XElement.Parse(fields["html"]);
        Assert.Equal("iframe", frame.Name);
        Assert.Equal("http://localhost" + embed, frame.Attribute("src")?.Value);
        Assert.Equal((fields["title"], fields["width"], fields["height"], "lazy"), (frame.Attribute("title")?.Value, frame.Attribute("width")?.Value, frame.Attribute("height")?.Value, frame.Attribute("loading")?.Value));
        Assert.Contains("border:0", frame.Attribute("style")?.Value, StringComparison.Ordinal);
        Assert.Equal("800", fields["width"]);
        Assert.Equal(("1200", "630"), (fields["thumbnail_width"], fields["thumbnail_height"]));
        await site.PageAsync(embed);
        await site.PageAsync(fields["author_url"]);
        await SameSizeAsync(fields);
    }

    [Fact]
    public async Task What_is_frozen_is_embedded_frozen()
    {
        var id = site.Release!.Head.Id;
        foreach (var page in new[] { $"/en/charts/interval?release={id}", $"/charts/interval.png?release={id}", $"/en/platforms/mturk?release={id}" })
        {
            var fields = await JsonAsync("http://localhost" + page);
            Assert.Contains($"release={id}", fields["html"], StringComparison.Ordinal);
            Assert.Contains($"release={id}", fields["thumbnail_url"], StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(600, null)]
    [InlineData(500, 300)]
    [InlineData(1600, 400)]
    [InlineData(320, 168)]
    [InlineData(200, 100)]
    [InlineData(1, 1)]
    public async Task The_room_that_there_is_is_kept_to(int width, int? height)
    {
        var fields = await JsonAsync("http://localhost/en/charts/interval", $"&maxwidth={width}" + (height is null ? "" : $"&maxheight={height}"));
        Assert.InRange(Number(fields["width"]), 1, width);
        Assert.InRange(Number(fields["height"]), 1, height ?? 20_000);
        Assert.Equal(width >= 320, fields.ContainsKey("thumbnail_url"));
        Assert.Equal(fields.ContainsKey("thumbnail_url"), fields.ContainsKey("thumbnail_width") && fields.ContainsKey("thumbnail_height"));
        if (!fields.ContainsKey("thumbnail_url"))
            return;
        Assert.InRange(Number(fields["thumbnail_width"]), 320, width);
        Assert.InRange(Number(fields["thumbnail_height"]), 1, height ?? 630);
        await SameSizeAsync(fields);
    }

    [Theory]
    [InlineData("", 400)]
    [InlineData("url=", 400)]
    [InlineData("url={0}/en/charts/interval&maxwidth=wide", 400)]
    [InlineData("url={0}/en/charts/interval&maxheight=0", 400)]
    [InlineData("url={0}/en/charts/interval&maxwidth=-5", 400)]
    [InlineData("url={0}/en/charts/interval&format=yaml", 501)]
    [InlineData("url={0}/en/charts/none", 404)]
    [InlineData("url={0}/en/charts", 404)]
    [InlineData("url={0}/en/methods", 404)]
    [InlineData("url={0}/en/platforms/none", 404)]
    [InlineData("url={0}/en/estimate", 404)]
    [InlineData("url={0}/charts/interval.csv", 404)]
    [InlineData("url={0}/charts/interval.svg%3Fnone%3D1", 404)]
    [InlineData("url={0}/embed/interval%3Frelease%3Dnone", 404)]
    [InlineData("url={0}/embed/interval%3Ftheme%3Dpink", 404)]
    [InlineData("url=https://example.org/embed/interval", 404)]
    [InlineData("url=/embed/interval", 404)]
    [InlineData("url=javascript:alert(1)", 404)]
    [InlineData("url=http://localhost@example.org/embed/interval", 404)]
    [InlineData("url=%3Cscript%3E", 404)]
    public async Task Each_error_has_its_status(string query, int status)
    {
        using var answer = await site.Browser().GetAsync(new Uri("/oembed?" + query.Replace("{0}", "http://localhost", StringComparison.Ordinal), UriKind.Relative));
        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("no-store", EmbedPageTests.Header(answer, "Cache-Control"));
    }

    [Fact]
    public async Task Names_that_are_not_known_are_passed_over_and_an_answer_is_kept_five_minutes()
    {
        using var answer = await site.Browser().GetAsync(new Uri("/oembed?url=http://localhost/embed/interval&referrer=x&dnt=true&format=json", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("public, max-age=300", EmbedPageTests.Header(answer, "Cache-Control"));
    }

    [Theory]
    [InlineData("/en/charts/interval?task=survey")]
    [InlineData("/id/platforms/mturk?currency=EUR")]
    [InlineData("/en/estimate?task=survey")]
    public async Task A_page_tells_where_its_answers_are(string page)
    {
        foreach (var (format, type) in new[] { ("json", "application/json"), ("xml", "text/xml") })
        {
            var link = Regex.Match(await site.PageAsync(page), $"<link rel=\"alternate\" type=\"{type}\\+oembed\" href=\"([^\"]+)\" title=\"[^\"]+\">");
            Assert.True(link.Success, $"{page} names no {type}+oembed");
            var href = WebUtility.HtmlDecode(link.Groups[1].Value);
            Assert.Equal($"http://localhost/oembed?url={Uri.EscapeDataString("http://localhost" + page)}&format={format}", href);
            using var answer = await site.Browser().GetAsync(new Uri(href));
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal(type, answer.Content.Headers.ContentType?.MediaType);
        }
    }

    [Theory]
    [InlineData("/en/methods")]
    [InlineData("/en/estimate")]
    [InlineData("/en/charts")]
    public async Task A_page_without_a_chart_names_none(string page) => Assert.DoesNotContain("oembed\"", await site.PageAsync(page), StringComparison.Ordinal);

    private static int Number(string written) => int.Parse(written, System.Globalization.CultureInfo.InvariantCulture);

    private async Task SameSizeAsync(Dictionary<string, string> fields)
    {
        using var answer = await site.Browser().GetAsync(new Uri(fields["thumbnail_url"]));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var picture = Picture.Read(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal((fields["thumbnail_width"], fields["thumbnail_height"]), ($"{picture.Width}", $"{picture.Height}"));
    }

    private async Task<Dictionary<string, string>> JsonAsync(string url, string more = "")
    {
        using var answer = await site.Browser().GetAsync(new Uri($"/oembed?url={Uri.EscapeDataString(url)}&format=json{more}", UriKind.Relative));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.EnumerateObject().ToDictionary(field => field.Name, field => field.Value.ToString());
    }

    private async Task<Dictionary<string, string>> XmlAsync(string url)
    {
        using var answer = await site.Browser().GetAsync(new Uri($"/oembed?url={Uri.EscapeDataString(url)}&format=xml", UriKind.Relative));
        Assert.Equal(("text/xml", "utf-8"), (answer.Content.Headers.ContentType?.MediaType, answer.Content.Headers.ContentType?.CharSet));
        var root = XDocument.Parse(await answer.Content.ReadAsStringAsync()).Root!;
        Assert.Equal("oembed", root.Name);
        return root.Elements().ToDictionary(field => field.Name.LocalName, field => field.Value);
    }
}
