using Analytics.Models.Platforms;
using Analytics.Web.Charts;
using Analytics.Web.Charts.Forms;
using Analytics.Web.Tests.Pages;
using Analytics.Web.Text;

namespace Analytics.Web.Tests.Charts.Forms;

public sealed class ExperienceFormTests
{
    private static readonly ExperienceForm Form = new();

    [Fact]
    public void A_kind_of_work_is_needed()
    {
        var fault = FormSample.Fault(Form, "task");
        Assert.StartsWith("task is needed; it is one of survey, data-entry", fault, StringComparison.Ordinal);
        Assert.Contains("'none'", FormSample.Fault(Form, "task", "task", "none"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_band_has_its_place_and_its_figure_or_the_reason_why_not()
    {
        foreach (var language in new[] { SiteLanguage.English, SiteLanguage.Indonesian })
        {
            var chart = FormSample.Chart(Form, FormSample.Asked(FormSample.Demo, language), "task", "survey", "platform", "prolific");
            FormSample.IsSound(chart);
            var columns = ((CurveSeries)chart.Series).Columns;
            Assert.Equal(Enum.GetValues<ExperienceBand>().Select(chart.Asked.Text.Word), columns.Select(column => column.Label));
            Assert.All(columns, column => Assert.True(column.Points.Count > 0 || column.Gap is not null));
            Assert.Contains("10", columns[^1].Gap, StringComparison.Ordinal);
            Assert.Contains(columns[^1].Gap!, chart.Series.Alternative, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Reports_have_their_middle_half_and_persons_their_eighty_of_a_hundred()
    {
        var release = FormSample.Demo;
        var chart = FormSample.Chart(Form, FormSample.Asked(release), "task", "survey");
        FormSample.IsSound(chart);
        var cell = release.CellOf(new(null, TaskType.Survey, ExperienceBand.OneToSixMonths, null, null), Models.Rollups.PayMeasure.PaidOnly)!;
        var points = ((CurveSeries)chart.Series).Columns[2].Points;
        Assert.Equal(((double)cell.Median!.Value, (double)cell.P25!.Value, (double)cell.P75!.Value), (points[0].Typical, points[0].Low!.Value, points[0].High!.Value));
        Assert.Equal("middle half", points[0].RangeWords);
        Assert.All(points.Skip(1), point => Assert.True(point.IsModelled));
        Assert.Equal(["/tasks/survey"], chart.Pages);
    }

    [Fact]
    public void Where_there_are_no_reports_the_model_speaks_and_is_marked()
    {
        var chart = FormSample.Chart(Form, FormSample.Asked(EstimateSample.Release, SiteLanguage.Indonesian, "IDR"), "task", "survey");
        FormSample.IsSound(chart);
        Assert.Equal(2, chart.Table.Rows.Count);
        Assert.All(FormSample.Values(chart, "modelled"), modelled => Assert.Equal(true, modelled));
        Assert.Equal("?task=survey&lang=id&currency=IDR", chart.Query());
    }

    [Fact]
    public void Nothing_known_is_a_chart_that_says_so()
    {
        var chart = FormSample.Chart(Form, FormSample.Asked(FormSample.Real), "task", "translation", "platform", "trymata");
        Assert.True(chart.IsEmpty);
        FormSample.IsSound(chart);
    }
}
