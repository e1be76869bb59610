using System.Net;
using System.Text.RegularExpressions;

namespace Analytics.Web.Tests.Pages;

/// <summary>Pages begin in the money that their readers think in; files are in dollars.</summary>
public sealed class UsualCurrencyTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Theory]
    [InlineData("/en/tasks/survey", "$", "/en/tasks/survey", "/id/tasks/survey")]
    [InlineData("/id/tasks/survey", "Rp ", "/en/tasks/survey", "/id/tasks/survey")]
    // Named although usual: the same page.
    [InlineData("/id/tasks/survey?currency=IDR", "Rp ", "/en/tasks/survey", "/id/tasks/survey")]
    [InlineData("/en/tasks/survey?currency=USD", "$", "/en/tasks/survey", "/id/tasks/survey")]
    // The other one is named, but not where it is usual.
    [InlineData("/id/tasks/survey?currency=USD&measure=all-in", "$", "/en/tasks/survey?measure=all-in", "/id/tasks/survey?measure=all-in&currency=USD")]
    [InlineData("/en/tasks/survey?currency=IDR", "Rp ", "/en/tasks/survey?currency=IDR", "/id/tasks/survey")]
    [InlineData("/id/tasks/survey?currency=EUR", "€", "/en/tasks/survey?currency=EUR", "/id/tasks/survey?currency=EUR")]
    public async Task Only_what_is_not_usual_is_named(string address, string sign, string english, string indonesian)
    {
        // Twice, since the second answer is a kept one.
        await site.PageAsync(address);
        var page = await site.PageAsync(address);
        Assert.Contains(sign, SiteFixture.TextOf(Regex.Match(page, "<p class=\"standfirst\">.*?</p>", RegexOptions.Singleline).Value), StringComparison.Ordinal);
        var own = address.StartsWith("/en", StringComparison.Ordinal) ? english : indonesian;
        Assert.Equal((own, english, indonesian, english), (Link(page, "rel=\"canonical\""), Link(page, "hreflang=\"en\""), Link(page, "hreflang=\"id\""), Link(page, "hreflang=\"x-default\"")));
        var named = Regex.Match(own, "currency=[A-Z]+").Value;
        var links = Regex.Matches(WebUtility.HtmlDecode(page), "href=\"(/[a-z]{2}/platforms/[^\"]*)\"").Select(m => m.Groups[1].Value).ToList();
        Assert.NotEmpty(links);
        Assert.All(links, link => Assert.Equal(named, Regex.Match(link, "currency=[A-Z]+").Value));
    }

    [Theory]
    [InlineData("/id/tasks/survey", "currency=IDR")]
    [InlineData("/id/tasks/survey?currency=USD", "")]
    [InlineData("/en/tasks/survey", "")]
    public async Task A_chart_of_a_page_is_in_the_money_of_the_page(string address, string named)
    {
        var page = WebUtility.HtmlDecode(await site.PageAsync(address));
        var charts = Regex.Matches(page, "/charts/[a-z]+\\.(?:svg|png)[^\"]*").Select(m => m.Value).ToList();
        Assert.True(charts.Count > 2, $"{charts.Count} charts");
        Assert.All(charts, chart => Assert.Equal(named, Regex.Match(chart, "currency=[A-Z]+").Value));
    }

    [Fact]
    public async Task A_file_in_Indonesian_is_in_dollars_unless_a_currency_is_named()
    {
        Assert.Contains("USD per jam", await site.PageAsync("/charts/interval.svg?lang=id&task=survey"), StringComparison.Ordinal);
        Assert.Contains("IDR per jam", await site.PageAsync("/charts/interval.svg?lang=id&task=survey&currency=IDR"), StringComparison.Ordinal);
    }

    private static string Link(string page, string which) =>
        WebUtility.HtmlDecode(Regex.Match(page, $"<link (?:rel=\"alternate\" )?{which} href=\"http://localhost([^\"]*)\"").Groups[1].Value);
}
