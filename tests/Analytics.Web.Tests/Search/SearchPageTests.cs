using System.Net;
using System.Text.RegularExpressions;
using Analytics.Models.Platforms;
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
        var pay = site.Usual(language, cell.Typical!.Value);
        var page = await site.PageAsync($"/{language}/search?q=amt");
        var first = Regex.Match(page, "<ul class=\"plain found\">\\s*<li>(.*?)</li>", RegexOptions.Singleline).Groups[1].Value;
        Assert.Contains($"href=\"/{language}/platforms/mturk\"", first, StringComparison.Ordinal);
        Assert.Contains(said.Replace("{pay}", pay, StringComparison.Ordinal), SiteFixture.TextOf(first), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Currency_is_kept_in_figures_and_links()
    {
        var page = await site.PageAsync("/id/search?q=mturk&currency=USD");
        Assert.Contains("href=\"/id/platforms/mturk?currency=USD\"", page, StringComparison.Ordinal);
        Assert.Contains("name=\"currency\" value=\"USD\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Rp ", SiteFixture.TextOf(page), StringComparison.Ordinal);
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

    [Theory]
    [InlineData("en", "paypal", "Platforms known to pay by PayPal")]
    [InlineData("id", "cair ke paypal", "Platform yang diketahui membayar lewat PayPal")]
    public async Task A_wallet_leads_to_exactly_the_platforms_that_say_they_pay_to_it(string language, string query, string title)
    {
        var page = await site.PageAsync($"/{language}/search?q={Uri.EscapeDataString(query)}");
        var list = Regex.Match(page, "<dl class=\"facts\">(.*?)</dl>", RegexOptions.Singleline).Groups[1].Value;
        var known = site.Release!.Statements.Where(s => s.Topic == StatementTopic.PayoutMethod && s.Value!.Split(' ').Contains("paypal")).Select(s => s.Platform).Distinct();
        Assert.Contains(title, SiteFixture.TextOf(page), StringComparison.Ordinal);
        Assert.Equal(known.Order(StringComparer.Ordinal),
            Regex.Matches(list, "<dt><a href=\"/.{2}/platforms/([^\"?]+)").Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("en", "No platform here is known to pay by OVO.", "PayPal")]
    [InlineData("id", "Belum ada platform di sini yang diketahui membayar lewat OVO.", "PayPal")]
    public async Task Where_none_is_known_to_pay_so_that_is_said_with_the_ways_that_are_known(string language, string said, string other)
    {
        var page = await site.PageAsync($"/{language}/search?q=ovo");
        Assert.Contains(said, SiteFixture.TextOf(page), StringComparison.Ordinal);
        Assert.Contains($"href=\"/{language}/search?q={other}\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"empty\"", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "jogja", "ID", "DI Yogyakarta", "Indonesia · minimum wage {wage}")]
    [InlineData("id", "california", "US", "California", "Amerika Serikat · upah minimum {wage}")]
    public async Task A_province_or_state_says_its_minimum_wage_and_leads_to_the_estimate_there(string language, string query, string country, string region, string said)
    {
        var newest = site.Release!.MinimumWages.Where(w => w.Country == country && w.Region == region).MaxBy(w => w.Effective)!;
        var wage = SiteText.Of(SiteLanguage.Find(language)!).Figures.Money(newest.Amount, newest.Currency).Replace('\u00a0', ' ');
        var page = await site.PageAsync($"/{language}/search?q={query}");
        Assert.Contains($"href=\"/{language}/estimate?country={country}&amp;region={Uri.EscapeDataString(region)}\"", page, StringComparison.Ordinal);
        Assert.Contains($"href=\"/{language}/countries/{country.ToLowerInvariant()}#minimum\"", page, StringComparison.Ordinal);
        Assert.Contains(said.Replace("{wage}", wage, StringComparison.Ordinal), SiteFixture.TextOf(page), StringComparison.Ordinal);
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
