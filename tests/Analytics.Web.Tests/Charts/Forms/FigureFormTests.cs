using Analytics.Models.Evidence;
using Analytics.Web.Charts;
using Analytics.Web.Charts.Forms;
using Analytics.Web.Text;

namespace Analytics.Web.Tests.Charts.Forms;

public sealed class FigureFormTests
{
    private static readonly FigureForm Form = new();

    [Fact]
    public void A_platform_is_needed() =>
        Assert.StartsWith("platform is needed", FormSample.Fault(Form, "platform"), StringComparison.Ordinal);

    [Fact]
    public void A_platform_that_is_not_known_is_told_as_such() =>
        Assert.Contains("'nowhere'", FormSample.Fault(Form, "platform", "platform", "nowhere"), StringComparison.Ordinal);

    [Theory]
    [InlineData("prolific", FigureKind.SelfReport)]
    [InlineData("mturk", FigureKind.StudyStatistic)]
    [InlineData("micro1", FigureKind.WorkerCase)]
    public void Reports_come_before_studies_and_those_before_cases(string platform, FigureKind kind)
    {
        var chart = FormSample.Chart(Form, FormSample.Asked(FormSample.Demo), "platform", platform);
        FormSample.IsSound(chart);
        var shown = ((FigureSeries)chart.Series).Row!.Kind;
        Assert.Equal(kind.Coarse(), shown.Coarse());
        Assert.Equal(Analytics.Models.Term.Of(shown), Assert.Single(FormSample.Values(chart, "kind")));
        Assert.Equal([$"/platforms/{platform}"], chart.Pages);
    }

    [Fact]
    public void The_card_says_pay_range_kind_count_age_and_release()
    {
        var chart = FormSample.Chart(Form, FormSample.Asked(FormSample.Demo, SiteLanguage.Indonesian, "IDR"), "platform", "prolific");
        var row = ((FigureSeries)chart.Series).Row!;
        var words = FormSample.Words(chart);
        var plan = chart.Place(new ChartSize(320));
        var text = string.Join(' ', plan.Texts.Select(t => t.Text)).Replace('\u00a0', ' ');
        foreach (var said in new[] { words.Value(row), words.Kind(row), row.Count, row.Age, chart.Asked.ReleaseLine, ((FigureSeries)chart.Series).Around! })
            Assert.Contains(said.Replace('\u00a0', ' '), text, StringComparison.Ordinal);
        Assert.Contains(0, plan.Ticks);
        Assert.InRange(chart.Place(new ChartSize(1200)).Width.Value, 320, 400);
    }

    [Theory]
    [InlineData(0.0000004)]
    [InlineData(9e14)]
    [InlineData(-4)]
    [InlineData(0)]
    public void Any_amount_fits_the_card(double amount)
    {
        var row = Samples.Plain(amount) with { Low = amount - 1e-7, High = amount + 3, SubLabel = new string('x', 200) };
        var series = new FigureSeries("figure", new string('W', 90), "…", "USD per hour, before tax", "Source", "Release", row, "middle half");
        foreach (var width in new[] { 320, 599, 600, 960, 1200 })
            Placed.IsWhole(series.Place(new ChartSize(width, 20), Samples.English));
    }

    [Fact]
    public void Nothing_known_is_a_card_that_says_so()
    {
        var chart = FormSample.Chart(Form, FormSample.Asked(FormSample.Real), "platform", "trymata", "task", "translation");
        Assert.True(chart.IsEmpty);
        FormSample.IsSound(chart);
    }
}
