using Analytics.Web.Charts;
using Analytics.Web.Charts.Forms;
using Analytics.Web.Text;

namespace Analytics.Web.Tests.Charts.Forms;

public sealed class DistributionFormTests
{
    private static readonly DistributionForm Form = new();

    [Fact]
    public void A_platform_s_kinds_of_work_stand_under_each_other_and_what_is_withheld_says_why()
    {
        var chart = FormSample.Chart(Form, FormSample.Asked(FormSample.Demo), "platform", "prolific");
        FormSample.IsSound(chart);
        var rows = ((DistributionSeries)chart.Series).Rows;
        Assert.Equal(["All work", "Data entry", "Surveys"], rows.Select(row => row.Label).Distinct().Order(StringComparer.Ordinal));
        Assert.Contains("fewer than 10", rows.Single(row => row.Label == "Surveys" && row.Blank is not null).Blank, StringComparison.Ordinal);
        Assert.Contains("SUPPRESSED_K", FormSample.Values(chart, "blank"));
        Assert.Equal(["/platforms/prolific"], chart.Pages);
    }

    [Fact]
    public void Quantiles_are_the_release_s_own_and_missing_where_too_few_allow_them()
    {
        var release = FormSample.Demo;
        var chart = FormSample.Chart(Form, FormSample.Asked(release), "task", "survey");
        FormSample.IsSound(chart);
        var row = FormSample.Values(chart, "platform").ToList().FindIndex(slug => slug is "clickworker");
        var cell = release.CellOf(new("clickworker", Models.Platforms.TaskType.Survey, null, null, null), Models.Rollups.PayMeasure.PaidOnly)!;
        Assert.Equal((object?)cell.Median, FormSample.Value(chart, row, "p50"));
        Assert.Equal((object?)cell.P25, FormSample.Value(chart, row, "p25"));
        // 25 reports: a tenth of them is too few people.
        Assert.Null(cell.P10);
        Assert.Null(FormSample.Value(chart, row, "p10"));
    }

    [Fact]
    public void Studies_that_tell_their_quantiles_stand_there_by_themselves()
    {
        var real = FormSample.Real;
        var figure = real.Release.Figures.First(f => f is { Quantiles: not null, Platform: not null, PaidOnly: not null } && Models.Evidence.FigureKinds.Coarse(f.Kind) == Models.Evidence.CoarseKind.Measured);
        var chart = FormSample.Chart(Form, FormSample.Asked(real, SiteLanguage.Indonesian, "IDR"), "platform", figure.Platform!);
        FormSample.IsSound(chart);
        Assert.Contains(((DistributionSeries)chart.Series).Rows, row => row.Kind == figure.Kind && row.Median is not null);
        Assert.All(FormSample.Values(chart, "currency"), currency => Assert.Equal("IDR", currency));
    }

    [Fact]
    public void Nothing_known_is_a_chart_that_says_so()
    {
        var chart = FormSample.Chart(Form, FormSample.Asked(FormSample.Real), "platform", "trymata", "task", "translation", "country", "id");
        Assert.True(chart.IsEmpty);
        FormSample.IsSound(chart);
        Assert.Equal("?platform=trymata&task=translation&country=ID&lang=en", chart.Query());
    }
}
