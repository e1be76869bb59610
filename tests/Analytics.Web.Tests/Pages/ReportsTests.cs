using System.Net;

namespace Analytics.Web.Tests.Pages;

/// <summary>What is shown of workers' reports, here simulated ones.</summary>
public sealed class ReportsTests(DemoSite site) : IClassFixture<DemoSite>
{
    [Fact]
    public async Task A_group_of_enough_is_shown_rounded_and_one_of_too_few_is_blank_with_the_reason()
    {
        var page = SiteFixture.TextOf(await site.PageAsync("/en/platforms/prolific"));
        // 60 reports of 6.0 to 13.2 dollars in steps of 0.8: the median lies between 9.2 and 10.0.
        Assert.Contains("Among workers who reported to us, a typical hour on Prolific pays $9.60 (about 60 reports).", page, StringComparison.Ordinal);
        Assert.Contains("Surveys Paid time only not shown: fewer than 10 contributors", page, StringComparison.Ordinal);
        Assert.Contains("Under 1 month", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reports_have_a_row_of_their_own_with_the_interval_of_their_median()
    {
        var page = SiteFixture.TextOf(await site.PageAsync("/en/"));
        Assert.Contains("Prolific Workers’ reports $9.60 median; 90% interval", page, StringComparison.Ordinal);
        Assert.Contains("about 60 reports", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/en/?task=survey", "Prolific Surveys not shown: fewer than 10 contributors")]
    [InlineData("/id/?task=survey", "Prolific Survei tidak ditampilkan: kurang dari 10 pelapor")]
    public async Task The_comparison_says_of_which_platforms_reports_may_not_be_shown(string address, string words)
    {
        Assert.Contains(words, SiteFixture.TextOf(await site.PageAsync(address)), StringComparison.Ordinal);
        Assert.DoesNotContain(words, SiteFixture.TextOf(await site.PageAsync(address + "&kind=advertised")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/en/", "Trymata Workers’ reports $9 from a model of this and related groups; 90% interval $8 to $10")]
    [InlineData("/en/platforms/trymata", "From workers’ reports on Trymata and on related work, our model puts a typical hour there at $9 (about 15 reports).")]
    [InlineData("/id/platforms/trymata?currency=USD", "dari model atas kelompok ini dan yang sejenis; selang 90% $8 sampai $10")]
    public async Task A_figure_that_a_model_made_says_so(string address, string words) =>
        Assert.Contains(words, SiteFixture.TextOf(await site.PageAsync(address)), StringComparison.Ordinal);

    [Theory]
    [InlineData("/en/", "Simulated data")]
    [InlineData("/id/", "Data simulasi")]
    [InlineData("/en/platforms/prolific", "Simulated data")]
    [InlineData("/en/platforms", "Simulated data")]
    [InlineData("/id/methods", "Data simulasi")]
    [InlineData("/en/data", "Simulated data")]
    [InlineData("/charts/interval.svg", "Simulated data")]
    public async Task Every_page_and_chart_says_simulated(string address, string words) =>
        Assert.Contains(words, await site.PageAsync(address), StringComparison.Ordinal);

    [Fact]
    public async Task Nothing_of_a_suppressed_group_leaves_in_a_file()
    {
        using var answer = await site.Browser().GetAsync(new Uri($"/s/{site.Release!.Head.Id}/records/cells.jsonl", UriKind.Relative));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var line = Assert.Single((await answer.Content.ReadAsStringAsync()).Split('\n'), l => l.Contains("\"prolific\"", StringComparison.Ordinal) && l.Contains("SUPPRESSED_K", StringComparison.Ordinal));
        Assert.Contains("\"median\":null", line, StringComparison.Ordinal);
        Assert.Contains("\"contributors\":null", line, StringComparison.Ordinal);
    }
}
