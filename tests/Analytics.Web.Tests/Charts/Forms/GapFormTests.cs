using Analytics.Models.Evidence;
using Analytics.Web.Charts;
using Analytics.Web.Charts.Forms;
using Analytics.Web.Text;

namespace Analytics.Web.Tests.Charts.Forms;

public sealed class GapFormTests
{
    private static readonly GapForm Form = new();

    [Fact]
    public void Pay_and_promise_stand_under_each_other_and_are_two_marks()
    {
        var chart = FormSample.Chart(Form, FormSample.Asked(FormSample.Demo));
        FormSample.IsSound(chart);
        var groups = ((IntervalSeries)chart.Series).Rows.GroupBy(row => row.Label).ToList();
        Assert.NotEmpty(groups);
        Assert.All(groups, rows =>
        {
            Assert.NotEqual(CoarseKind.Advertised, rows.First().Kind.Coarse());
            Assert.Contains(rows, row => row.Kind.Coarse() == CoarseKind.Advertised && row.SubLabel!.StartsWith('×'));
        });
    }

    [Fact]
    public void How_many_times_is_the_release_s_own_figure()
    {
        var release = FormSample.Demo;
        var chart = FormSample.Chart(Form, FormSample.Asked(release));
        var expected = release.Release.AdvertGaps.Where(g => g is { Platform: not null, TaskType: null }).Select(g => Math.Round((decimal)g.Times, 2)).Order();
        Assert.Equal(expected, FormSample.Values(chart, "times").OfType<decimal>().Order());
        Assert.All(release.Release.AdvertGaps.Where(g => g is { Platform: not null, TaskType: null }), gap => Assert.Contains($"/platforms/{gap.Platform}", chart.Pages));
    }

    [Fact]
    public void A_kind_of_work_stands_over_all_platforms_and_on_each()
    {
        var release = FormSample.Real.Release;
        var task = release.AdvertGaps.First(g => g is { Platform: null, TaskType: not null }).TaskType!.Value;
        var chart = FormSample.Chart(Form, FormSample.Asked(FormSample.Real, SiteLanguage.Indonesian, "IDR"), "task", Analytics.Models.Term.Of(task));
        FormSample.IsSound(chart);
        Assert.Equal(release.AdvertGaps.Count(g => g.TaskType == task), FormSample.Values(chart, "times").OfType<decimal>().Count());
    }

    [Fact]
    public void Nothing_promised_is_a_chart_that_says_so()
    {
        var chart = FormSample.Chart(Form, FormSample.Asked(FormSample.Real), "platform", "trymata", "task", "translation");
        Assert.True(chart.IsEmpty);
        FormSample.IsSound(chart);
    }
}
