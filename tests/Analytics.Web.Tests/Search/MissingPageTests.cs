using System.Net;
using Analytics.Web.Search;

namespace Analytics.Web.Tests.Search;

/// <summary>The page for an address that leads nowhere.</summary>
public sealed class MissingPageTests(SiteFixture site, NewSite unpublished) : IClassFixture<SiteFixture>, IClassFixture<NewSite>
{
    [Theory]
    [InlineData("/en/platforms/mechanical-turk", "en", "/en/platforms/mturk", "Perhaps you wanted one of these")]
    [InlineData("/id/platforms/porlific.html", "id", "/id/platforms/prolific", "Mungkin yang Anda cari")]
    [InlineData("/id/metodologi", "id", "/id/methods", "Mungkin yang Anda cari")]
    [InlineData("/gojek", "en", "/en/platforms/gojek", "Perhaps you wanted one of these")]
    [InlineData("/en/mturk/faq", "en", "/en/platforms/mturk", "Perhaps you wanted one of these")]
    public async Task It_names_the_nearest_pages_in_the_language_of_the_address(string address, string language, string near, string said)
    {
        var page = await MissingAsync(site, address);
        Assert.Contains($"<html lang=\"{language}\">", page, StringComparison.Ordinal);
        Assert.Contains($"<li><a href=\"{near}\">", page, StringComparison.Ordinal);
        Assert.Contains(said, SiteFixture.TextOf(page), StringComparison.Ordinal);
        Assert.Contains($"action=\"/{language}/search\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_near_it_offers_only_the_search()
    {
        var page = await MissingAsync(site, "/en/xqzv-1");
        Assert.DoesNotContain("Perhaps you wanted", page, StringComparison.Ordinal);
        Assert.Contains("role=\"search\"", Body(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_helps_before_the_first_release()
    {
        var page = await MissingAsync(unpublished, "/id/metodologi");
        Assert.Contains("<li><a href=\"/id/methods\">", page, StringComparison.Ordinal);
        Assert.Contains("role=\"search\"", Body(page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Other_faults_offer_no_search()
    {
        using var answer = await site.Browser().GetAsync(new Uri("/en/?task=mturk", UriKind.Relative));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.DoesNotContain("role=\"search\"", Body(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/en/.html")]
    [InlineData("//\ud800/%00")]
    public void Any_address_can_be_read(string? path) => Assert.NotNull(AddressWords.Near(SiteIndex.Of(null), path));

    [Fact]
    public void A_long_address_is_read_no_further_than_a_query() =>
        Assert.Empty(AddressWords.Near(SiteIndex.Of(null), "/" + new string('ü', 100_000)));

    private static string Body(string page) => page[page.IndexOf("<main", StringComparison.Ordinal)..];

    private static async Task<string> MissingAsync(SiteFixture site, string address)
    {
        using var answer = await site.Browser().GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("noindex", page, StringComparison.Ordinal);
        return page;
    }
}
