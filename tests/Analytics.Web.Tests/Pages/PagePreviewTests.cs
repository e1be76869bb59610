using System.Net;
using System.Text.RegularExpressions;
using Analytics.Models;
using Analytics.Models.Platforms;
using Analytics.Models.Rollups;
using Analytics.Web.Charts;
using Analytics.Web.Http;
using Analytics.Web.Pages.Shared;
using Analytics.Web.Releases;
using Analytics.Web.Search;
using Analytics.Web.Tests.Charts;
using Analytics.Web.Text;

namespace Analytics.Web.Tests.Pages;

/// <summary>The pictures that announce pages in social networks.</summary>
public sealed class PagePreviewTests(SiteFixture site, DemoSite demo) : IClassFixture<SiteFixture>, IClassFixture<DemoSite>
{
    [Theory]
    [InlineData("/en/")]
    [InlineData("/id/platforms/mturk?currency=IDR")]
    [InlineData("/en/data")]
    public async Task A_page_names_its_picture_by_a_whole_address_and_it_is_of_the_right_size(string address)
    {
        var page = await site.PageAsync(address);
        var picture = new Uri(Meta(page, "og:image"));
        Assert.Equal("localhost", picture.Host);
        Assert.Contains($"release={site.Release!.Head.Id}", picture.Query, StringComparison.Ordinal);
        using var answer = await site.Browser().GetAsync(picture);
        Assert.Equal("image/png", answer.Content.Headers.ContentType?.MediaType);
        var png = Picture.Read(await answer.Content.ReadAsByteArrayAsync());
        Assert.Equal((1200, 630), (png.Width, png.Height));
        Assert.Equal(("1200", "630", "summary_large_image"), (Meta(page, "og:image:width"), Meta(page, "og:image:height"), Meta(page, "twitter:card")));
        Assert.NotEqual("", Meta(page, "og:image:alt"));
    }

    [Fact]
    public async Task The_words_for_the_picture_hold_the_figure_of_the_release()
    {
        var cell = site.Release!.Cells.Single(c => c.Cell == new Cell("mturk", null, null, null, null) && c.Measure == PayMeasure.PaidOnly);
        foreach (var language in SiteLanguage.All)
        {
            var alt = Meta(await site.PageAsync($"/{language}/platforms/mturk"), "og:image:alt");
            Assert.Contains(site.Usual(language.Code, cell.Typical!.Value), alt.Replace('\u00a0', ' '), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void The_picture_holds_the_figure_of_the_release()
    {
        foreach (var language in SiteLanguage.All)
        {
            var asked = AskedIn(language, simulated: false);
            var cell = asked.Release.Release.Cells.Single(c => c.Cell == new Cell("mturk", null, null, null, null) && c.Measure == PayMeasure.PaidOnly);
            var plan = Plan(asked, "/platforms/mturk");
            Assert.Contains(plan.Texts, t => t.Text == asked.Money(cell.Typical!.Value));
            Assert.Contains(plan.Texts, t => t.Text.Contains(asked.Release.Head.Id, StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Every_page_fits_into_its_picture_in_both_languages(bool simulated)
    {
        foreach (var asked in SiteLanguage.All.Select(language => AskedIn(language, simulated)))
        {
            var pages = SiteMap.Pages(asked.Release).Concat(Enum.GetValues<TaskType>().Select(t => $"/tasks/{Term.Of(t)}")).Concat(["/countries/id", "/countries/gs"]).Distinct();
            foreach (var entry in SiteIndex.Make(asked.Release, pages).Entries)
            {
                var plan = PagePreview.Plan(asked, PagePreview.Series(asked, entry));
                Assert.Equal((600, 315), (plan.Width.Value, plan.Height.Value));
                Assert.All(plan.Texts, t => Assert.True(
                    t.Y.Value is > 0 and < 312 && (t.Anchor == Anchor.End ? t.X.Value - t.Style.Width(t.Text) >= 26 : t.X.Value + t.Style.Width(t.Text) <= 576), $"{entry.Path} {asked.Text.Language}: {t.Text}"));
                // Nothing but source and release stands below the line at the foot.
                Assert.True(plan.Texts.Count(t => t.Y.Value > 271) <= 2, $"{entry.Path} {asked.Text.Language}: {string.Join(" | ", plan.Texts.Select(t => t.Text))}");
                Assert.Equal(simulated, plan.Banner is not null);
            }
        }
    }

    [Fact]
    public async Task Simulated_figures_are_marked_on_the_picture()
    {
        var real = await PictureAsync(site, "/charts/preview.png?page=/platforms/prolific");
        var simulated = await PictureAsync(demo, "/charts/preview.png?page=/platforms/prolific");
        Assert.Equal(ChartTheme.Light[ChartColour.Warning], simulated.At(4, 4));
        Assert.Equal(ChartTheme.Light[ChartColour.Paper], real.At(4, 4));
    }

    [Theory]
    [InlineData("page=/none", HttpStatusCode.NotFound)]
    [InlineData("page=/platforms/none", HttpStatusCode.NotFound)]
    [InlineData("page=platforms", HttpStatusCode.NotFound)]
    [InlineData("page=/&release=none", HttpStatusCode.NotFound)]
    [InlineData("page=/&lang=fr", HttpStatusCode.BadRequest)]
    [InlineData("page=/&currency=XXX", HttpStatusCode.BadRequest)]
    public async Task There_is_a_picture_only_of_pages_that_there_are(string query, HttpStatusCode status)
    {
        using var answer = await site.Browser().GetAsync(new Uri("/charts/preview.png?" + query, UriKind.Relative));
        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task A_page_in_no_list_has_no_picture()
    {
        using var answer = await site.Browser().GetAsync(new Uri("/en/none", UriKind.Relative));
        Assert.DoesNotContain("og:image", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_page_of_words_json_has_a_sentence_that_there_is()
    {
        var text = SiteText.Of(SiteLanguage.English);
        Assert.All(SearchWords.Shipped.Pages.Values.Select(p => p.Standfirst).OfType<string>(), key => Assert.NotEmpty(text[key]));
    }

    private static ChartPlan Plan(Asked asked, string path) => PagePreview.Plan(asked, PagePreview.Series(asked, SiteIndex.Of(asked.Release).At(path)!));

    private static Asked AskedIn(SiteLanguage language, bool simulated) => new(SiteText.Of(language),
        new ShownRelease(simulated ? SampleRelease.Make(simulated: true, [.. SampleRelease.Reports()]) : SampleRelease.Make()), ShownCurrency.Dollar, SampleRelease.Fetched, Frozen: false);

    private static async Task<Picture> PictureAsync(SiteFixture site, string address)
    {
        using var answer = await site.Browser().GetAsync(new Uri(address, UriKind.Relative));
        return Picture.Read(await answer.Content.ReadAsByteArrayAsync());
    }

    private static string Meta(string page, string name) =>
        WebUtility.HtmlDecode(Regex.Match(page, $"<meta (?:property|name)=\"{name}\" content=\"([^\"]*)\">").Groups[1].Value);
}
