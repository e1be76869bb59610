using System.Net;
using System.Text.RegularExpressions;
using Analytics.Models.Rollups;
using Analytics.Web.Text;

namespace Analytics.Web.Tests.Search;

public sealed class SearchPageTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Theory]
    [InlineData("en", "A platform · {pay} per hour · Study of observed work")]
    [InlineData("id", "Platform · {pay} per jam · Studi atas kerja nyata")]
    public async Task A_hit_says_what_it_is_and_its_figure_and_leads_there(string language, string said)
    {
        var cell = site.Release!.Cells.Single(c => c.Cell == new Cell("mturk", null, null, null, null) && c.Measure == PayMeasure.PaidOnly);
        var pay = SiteText.Of(SiteLanguage.Find(language)!).Figures.Money(cell.Typical!.Value, "USD");
        var page = await site.PageAsync($"/{language}/search?q=amt");
        var first = Regex.Match(page, "<ul class=\"plain found\">\\s*<li>(.*?)</li>", RegexOptions.Singleline).Groups[1].Value;
        Assert.Contains($"href=\"/{language}/platforms/mturk\"", first, StringComparison.Ordinal);
        Assert.Contains(said.Replace("{pay}", pay, StringComparison.Ordinal), SiteFixture.TextOf(first), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Currency_is_kept_in_figures_and_links()
    {
        var page = await site.PageAsync("/id/search?q=mturk&currency=IDR");
        Assert.Contains("href=\"/id/platforms/mturk?currency=IDR\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"currency\" value=\"IDR\"", page, StringComparison.Ordinal);
        Assert.Contains("Rp ", SiteFixture.TextOf(page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Nothing found for “mekanikalterk”", "These names come nearest", "Tell us")]
    [InlineData("id", "“mekanikalterk” tidak ditemukan", "Nama yang paling mirip", "Beri tahu kami")]
    public async Task Nothing_found_is_said_with_the_nearest_and_how_to_tell_us(string language, params string[] said)
    {
        var page = await site.PageAsync($"/{language}/search?q=mekanikalterk");
        Assert.All(said, words => Assert.Contains(words, SiteFixture.TextOf(page), StringComparison.Ordinal));
        Assert.Contains($"href=\"/{language}/platforms/mturk\"", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/{language}/corrections\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Results_are_for_readers_and_not_for_search_engines()
    {
        Assert.Contains("<meta name=\"robots\" content=\"noindex\">", await site.PageAsync("/en/search?q=mturk"), StringComparison.Ordinal);
        Assert.DoesNotContain("/search", await site.PageAsync("/sitemap.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hostile_query_is_shown_as_text()
    {
        var page = await site.PageAsync("/en/search?q=" + Uri.EscapeDataString("\"><script>alert(1)</script>"));
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("value=\"&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_query_there_is_only_the_form()
    {
        var page = await site.PageAsync("/en/search?q=%20");
        Assert.Contains("role=\"search\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"empty\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_than_the_form_lets_in_is_refused()
    {
        using var answer = await site.Browser().GetAsync(new Uri("/en/search?q=" + new string('a', 201), UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        await site.PageAsync("/en/search?q=" + new string('a', 200));
    }
}
