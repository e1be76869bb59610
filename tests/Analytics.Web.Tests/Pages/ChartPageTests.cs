using System.Net;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace Analytics.Web.Tests.Pages;

public sealed class ChartPageTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Theory]
    [InlineData("/en/charts/interval?task=survey")]
    [InlineData("/id/charts/interval?kind=advertised&currency=EUR")]
    public async Task A_chart_stands_with_its_files_its_figures_and_the_line_to_cite(string address)
    {
        var page = await site.PageAsync(address);
        Assert.Equal(2, Regex.Count(page, "<svg class=\"drawing\""));
        var files = Regex.Matches(page, "<a href=\"(/charts/interval\\.[^\"]+)\">").Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).ToList();
        Assert.Equal([".svg", ".png", ".png", ".png", ".csv", ".json", ".zip"], files.Select(file => Path.GetExtension(file.Split('?')[0])));
        foreach (var file in files)
            await site.PageAsync(file);
        Assert.Matches("<p class=\"cite-line\">[^<]*/charts/interval\\?[^<]*release=" + site.Release!.Head.Id, page);
        Assert.Matches("<th scope=\"row\">[^<]+</th>", page);
    }

    [Fact]
    public async Task The_page_shows_the_very_frame_that_is_pasted()
    {
        var page = await site.PageAsync("/en/charts/interval?task=survey&hold=frozen&in=id&theme=dark&width=600");
        var pasted = XElement.Parse(Pasted(page).Split('\n')[0]).Element("iframe")!;
        var shown = Regex.Match(page, "<iframe class=\"perjam\" src=\"([^\"]+)\"").Groups[1].Value;
        Assert.Equal(pasted.Attribute("src")?.Value, "http://localhost" + WebUtility.HtmlDecode(shown));
        foreach (var part in new[] { "/embed/interval?", "task=survey", "lang=id", "theme=dark", $"release={site.Release!.Head.Id}" })
            Assert.Contains(part, pasted.Attribute("src")?.Value, StringComparison.Ordinal);
        Assert.Equal("lazy", pasted.Attribute("loading")?.Value);
        Assert.NotEmpty(pasted.Attribute("title")!.Value);
        Assert.Contains("<script src=\"http://localhost/embed.js\" async></script>", Pasted(page), StringComparison.Ordinal);
        Assert.Contains("<html lang=\"id\">", await site.PageAsync(WebUtility.HtmlDecode(shown)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_live_names_no_release_even_on_a_frozen_page()
    {
        Assert.DoesNotContain("release=", Pasted(await site.PageAsync("/en/charts/interval")), StringComparison.Ordinal);
        var frozen = $"/en/charts/interval?release={site.Release!.Head.Id}";
        Assert.Contains("release=", Pasted(await site.PageAsync(frozen)), StringComparison.Ordinal);
        Assert.DoesNotContain("release=", Pasted(await site.PageAsync(frozen + "&hold=live")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/en/charts/interval")]
    [InlineData("/id/charts/interval?task=survey")]
    public async Task The_height_of_the_frame_is_enough_at_every_width_without_script(string page)
    {
        var style = XElement.Parse(Pasted(await site.PageAsync(page)).Split('\n')[0]).Element("iframe")!.Attribute("style")!.Value;
        var steps = Regex.Matches(style, @"min\((\d+)px,(\d+)px \+ ([\d.]+)cqw(?:,\((\d+)px - 100cqw\)\*9999)?\)").Select(m => m.Groups.Values.Skip(1).Select(g => g.Success ? double.Parse(g.Value, System.Globalization.CultureInfo.InvariantCulture) : 1e9).ToArray()).ToList();
        Assert.Equal(3, steps.Count);
        foreach (var width in new[] { 320, 400, 489, 490, 600, 759, 760, 800 })
        {
            var height = steps.Max(s => Math.Min(Math.Min(s[0], s[1] + s[2] * width / 100), (s[3] - width) * 9999));
            var answer = await site.PageAsync($"/oembed?url={Uri.EscapeDataString("http://localhost" + page)}&maxwidth={width}");
            var needed = System.Text.Json.JsonDocument.Parse(answer).RootElement.GetProperty("height").GetInt32();
            Assert.True(height >= needed - 1, $"{width}: {height} of {needed}");
        }
    }

    [Theory]
    [InlineData("auto", "svg")]
    [InlineData("light", "png")]
    [InlineData("dark", "png")]
    public async Task An_image_says_in_words_what_it_shows(string theme, string type)
    {
        var page = await site.PageAsync($"/en/charts/interval?task=survey&as=image&theme={theme}&width=480");
        var image = XElement.Parse(Pasted(page).Replace("\">", "\"/>", StringComparison.Ordinal).Replace("\"/><img", "\"><img", StringComparison.Ordinal)).Element("img")!;
        Assert.Equal("480", image.Attribute("width")?.Value);
        Assert.True(image.Attribute("alt")!.Value.Length > 80, image.Attribute("alt")!.Value);
        Assert.Contains($"/charts/interval.{type}?", image.Attribute("src")?.Value, StringComparison.Ordinal);
        await site.PageAsync(image.Attribute("src")!.Value);
        Assert.Contains($"alt=\"{WebUtility.HtmlEncode(image.Attribute("alt")!.Value)[..20]}", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/en/charts/none", 404)]
    [InlineData("/en/charts/interval?task=none", 400)]
    [InlineData("/en/charts/interval?width=99999", 400)]
    [InlineData("/en/charts/interval?width=wide", 400)]
    [InlineData("/en/charts/interval?as=video", 400)]
    [InlineData("/en/charts/interval?in=fr", 400)]
    [InlineData("/en/charts/interval?%3Cscript%3Ealert(1)%3C/script%3E=1", 400)]
    [InlineData("/en/charts/interval?platform=%3Cscript%3Ealert(1)%3C/script%3E", 400)]
    [InlineData("/en/charts/interval?currency=XXX", 400)]
    [InlineData("/en/charts/interval?release=none", 404)]
    public async Task An_address_that_asks_for_what_is_not_there_is_refused_and_kept_by_nobody(string address, int status)
    {
        using var answer = await site.Browser().GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal((HttpStatusCode)status, answer.StatusCode);
        Assert.Equal("text/html", answer.Content.Headers.ContentType?.MediaType);
        Assert.DoesNotContain("public", string.Join(' ', answer.Headers.NonValidated["Cache-Control"]), StringComparison.Ordinal);
        Assert.DoesNotContain("<script>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/en/charts?q=amazon+mechanical+turk", "platform=mturk")]
    [InlineData("/id/charts?q=survei", "task=survey")]
    [InlineData("/en/charts?q=prolfic", "platform=prolific")]
    public async Task The_gallery_is_searched_by_the_words_of_the_site(string address, string found)
    {
        var page = await site.PageAsync(address);
        var first = Regex.Match(page, "<ul class=\"gallery\">\\s*<li><a href=\"([^\"]+)\">.*?<img src=\"([^\"]+)\"", RegexOptions.Singleline);
        Assert.Contains(found, first.Groups[1].Value, StringComparison.Ordinal);
        await site.PageAsync(WebUtility.HtmlDecode(first.Groups[1].Value));
        await site.PageAsync(WebUtility.HtmlDecode(first.Groups[2].Value));
    }

    [Fact]
    public async Task The_gallery_lists_every_form_and_says_when_it_finds_nothing()
    {
        Assert.Contains("<a href=\"/en/charts/interval\">", await site.PageAsync("/en/charts"), StringComparison.Ordinal);
        // One picture of each form that has figures, and links to all.
        var shown = Regex.Matches(await site.PageAsync("/en/charts"), "<img src=\"/charts/([a-z]+)\\.svg").Select(m => m.Groups[1].Value).ToList();
        Assert.Equal(shown.Count, shown.Distinct().Count());
        Assert.Equal([], new[] { "interval", "gap", "distribution", "figure" }.Except(shown));
        Assert.Contains("No chart answers", await site.PageAsync("/en/charts?q=%E4%B8%AD%E4%B8%AD"), StringComparison.Ordinal);
        using var answer = await site.Browser().GetAsync(new Uri("/en/charts?q=" + new string('x', 201), UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task The_comparison_leads_to_its_chart() =>
        Assert.Contains("<a href=\"/en/charts/interval?task=survey\">Embed this chart</a>", await site.PageAsync("/en/?task=survey"), StringComparison.Ordinal);

    private static string Pasted(string page) => WebUtility.HtmlDecode(Regex.Match(page, "<textarea[^>]*>(.*?)</textarea>", RegexOptions.Singleline).Groups[1].Value).Trim();
}
