using Analytics.Web.Charts;
using Analytics.Web.Charts.Forms;
using Analytics.Web.Text;

namespace Analytics.Web.Tests.Charts.Forms;

public sealed class CountriesFormTests
{
    private static readonly CountriesForm Form = new();

    [Fact]
    public void Countries_stand_in_the_order_of_their_best_known_pay()
    {
        var chart = FormSample.Chart(Form, FormSample.Asked(FormSample.Demo));
        FormSample.IsSound(chart);
        var series = (IntervalSeries)chart.Series;
        var firsts = series.Rows.DistinctBy(row => row.Label).Select(row => row.Typical ?? (row.Low + row.High) / 2).ToList();
        Assert.True(firsts.Count > 2);
        Assert.Equal(firsts.OrderDescending(), firsts);
        Assert.Contains("ID", FormSample.Values(chart, "country"));
        Assert.DoesNotContain("advertised", FormSample.Values(chart, "kind"));
        Assert.Contains("/countries/id", chart.Pages);
        // A country's rows stand together.
        Assert.Equal(series.Rows.Select(row => row.Label).Distinct().Count(), series.Rows.Zip(series.Rows.Skip(1)).Count(pair => pair.First.Label != pair.Second.Label) + 1);
    }

    [Fact]
    public void A_platform_and_a_kind_of_work_narrow_it_down()
    {
        var chart = FormSample.Chart(Form, FormSample.Asked(FormSample.Demo), "platform", "PROLIFIC");
        Assert.Contains("US", FormSample.Values(chart, "country"));
        Assert.All(FormSample.Values(chart, "platform"), slug => Assert.Equal("prolific", slug));
        Assert.Equal("?platform=prolific&lang=en", chart.Query());
        var surveys = FormSample.Chart(Form, FormSample.Asked(FormSample.Demo, SiteLanguage.Indonesian), "task", "survey", "kind", "achieved");
        FormSample.IsSound(surveys);
        Assert.Equal(["Indonesia"], ((IntervalSeries)surveys.Series).Rows.Where(row => !row.IsModelled).Select(row => row.Label));
        Assert.Equal("?task=survey&kind=achieved&lang=id", surveys.Query());
    }

    [Fact]
    public void Promises_stand_there_where_they_were_chosen()
    {
        var chart = FormSample.Chart(Form, FormSample.Asked(FormSample.Real), "kind", "advertised");
        FormSample.IsSound(chart);
        Assert.All(((IntervalSeries)chart.Series).Rows, row => Assert.Equal(Analytics.Models.Evidence.CoarseKind.Advertised, Analytics.Models.Evidence.FigureKinds.Coarse(row.Kind)));
    }

    [Fact]
    public void Nothing_known_is_a_chart_that_says_so()
    {
        var chart = FormSample.Chart(Form, FormSample.Asked(FormSample.Real), "platform", "trymata", "task", "translation");
        Assert.True(chart.IsEmpty);
        FormSample.IsSound(chart);
    }

    [Fact]
    public void What_is_not_known_is_a_fault() => Assert.Contains("'nowhere'", FormSample.Fault(Form, "platform", "platform", "nowhere"), StringComparison.Ordinal);

    [Fact]
    public void Several_platforms_are_one_too_many() =>
        Assert.Contains("once", FormSample.Fault(Form, "platform", "platform", "mturk", "platform", "prolific"), StringComparison.Ordinal);
}
