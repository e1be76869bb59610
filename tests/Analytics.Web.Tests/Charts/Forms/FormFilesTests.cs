using System.Net;
using Analytics.Web.Charts;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Web.Tests.Charts.Forms;

/// <summary>Every form as every file, over the site.</summary>
public sealed class FormFilesTests(DemoSite site) : IClassFixture<DemoSite>
{
    private static readonly string[] Asked =
    [
        "countries?", "countries?task=survey&kind=achieved", "gap?", "gap?task=survey", "distribution?", "distribution?platform=prolific&lang=id&currency=IDR", "experience?task=survey", "history?",
        "history?platform=prolific", "figure?platform=prolific",
        // Nothing known.
        "countries?platform=trymata&task=translation", "gap?platform=trymata&task=translation", "distribution?platform=trymata&task=translation&country=ID",
        "experience?platform=trymata&task=translation", "history?platform=trymata&task=translation", "figure?platform=trymata&task=translation&country=ID",
    ];

    public static TheoryData<string, string> Files
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (var address in Asked)
            {
                foreach (var extension in new[] { "svg", "png", "csv", "json", "zip" })
                    data.Add(address, extension);
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Every_form_is_every_file(string address, string extension)
    {
        var (form, query) = (address.Split('?')[0], address.Split('?')[1]);
        using var answer = await site.Browser().GetAsync(new Uri($"/charts/{form}.{extension}?{query}", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("/charts/experience.svg", "task is needed")]
    [InlineData("/charts/figure.png", "platform is needed")]
    [InlineData("/charts/gap.json?platform=nowhere", "'nowhere' is not known")]
    [InlineData("/charts/history.csv?country=ID", "'country' is no name of this chart; it takes")]
    public async Task A_choice_that_cannot_be_read_is_refused_in_words(string address, string words)
    {
        using var answer = await site.Browser().GetAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains(words, System.Text.RegularExpressions.Regex.Unescape(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)), StringComparison.Ordinal);
    }

    [Fact]
    public void Forms_are_shown_in_their_order_and_each_has_its_words()
    {
        var forms = site.Services.GetRequiredService<ChartForms>().All;
        Assert.Equal(["interval", "countries", "gap", "distribution", "experience", "history", "figure"], forms.Select(form => form.Name));
        Assert.All(forms, form => Assert.All(Analytics.Web.Text.SiteLanguage.All, language => Assert.NotEqual("", Analytics.Web.Text.SiteText.Of(language)[$"form.{form.Name}.text"])));
    }
}

/// <summary>A history over real releases in the database.</summary>
public sealed class FrozenHistoryTests(DemoSite site) : IClassFixture<DemoSite>
{
    [Fact]
    public async Task A_frozen_history_stays_as_it_was_when_later_releases_come()
    {
        var first = site.Release!.Head.Id;
        var address = $"/charts/history.json?platform=prolific&release={first}";
        var before = await site.PageAsync(address);
        await site.PublishAsync(SampleRelease.Make(simulated: true, [.. SampleRelease.Reports().Skip(1)]));
        Assert.NotEqual(first, site.Release!.Head.Id);
        Assert.Equal(before, await site.PageAsync(address));
        var live = await site.PageAsync($"/charts/history.csv?release={site.Release.Head.Id}&task=survey&platform=prolific");
        Assert.StartsWith("name,platform,", live, StringComparison.Ordinal);
        Assert.Contains(first, await site.PageAsync($"/charts/history.csv?release={site.Release.Head.Id}&platform=prolific"), StringComparison.Ordinal);
    }
}
