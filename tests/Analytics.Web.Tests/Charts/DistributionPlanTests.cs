using Analytics.Models.Evidence;
using Analytics.Web.Charts;

namespace Analytics.Web.Tests.Charts;

public sealed class DistributionPlanTests
{
    public static TheoryData<string, double[]> Amounts => new()
    {
        { "none", [] },
        { "one point", [3.76] },
        { "flat", [12, 12, 12] },
        { "huge", [1e14, 3e14] },
        { "tiny", [0.0000004, 0.0000009] },
        { "tiny beside huge", [0.000001, 1e12] },
        { "zero", [0, 0] },
        { "loss and gain", [-4, 0, 25] },
        { "forty rows", [.. Enumerable.Range(1, 40).Select(i => i * 1.7)] },
    };

    [Theory]
    [MemberData(nameof(Amounts))]
    public void Ordinary_cases_are_placed_whole(string name, double[] medians)
    {
        foreach (var width in new[] { 320, 599, 600, 960, 1200 })
            Placed.IsWhole(Place(width, [.. medians.Select((median, i) => Row($"{name} {i}", median))]));
    }

    [Fact]
    public void Long_labels_and_missing_quantiles_are_placed_whole()
    {
        var row = Row(new string('W', 80) + " a label that goes on and on and on", 9) with { SubLabel = new string('x', 200), P10 = null, P90 = null };
        foreach (var width in new[] { 320, 640, 1200 })
            Placed.IsWhole(Place(width, row, row with { Median = null, P25 = null }, Row("Blank", 4) with { P10 = null, P25 = null, Median = null, P75 = null, P90 = null, Blank = "not shown: fewer than 10 contributors" }));
    }

    [Fact]
    public void Every_quantile_is_written_and_its_shape_ends_there()
    {
        var plan = Place(960, new DistributionRow("Surveys", FigureKind.SelfReport, EvidenceTier.C, "about 60 reports", "1 year old") { P10 = 2, P25 = 4, Median = 6, P75 = 8, P90 = 12 });
        foreach (var said in new[] { "$2", "$4", "$6", "$8", "$12" })
            Assert.Contains(plan.Texts, text => text.Text == said && text.Style != TextStyle.Sentence);
        var figure = Assert.Single(plan.Figures);
        double Left(ShapeKind kind) => figure.Shapes.First(shape => shape.Kind == kind).Points.Min(at => at.X.Value);
        double Right(ShapeKind kind) => figure.Shapes.First(shape => shape.Kind == kind).Points.Max(at => at.X.Value);
        // Linear from zero: twelve is six times as far as two.
        Assert.Equal(PayScale.Linear, plan.Scale);
        Assert.Contains(0, plan.Ticks);
        var per = (Right(ShapeKind.Band) - Left(ShapeKind.Band)) / 10;
        Assert.Equal(4 * per, Right(ShapeKind.Bar) - Left(ShapeKind.Bar), 0.05);
        Assert.Equal(Left(ShapeKind.Bar) + (2 * per), Assert.Single(figure.Lines).X1.Value, 0.05);
        Assert.Equal(KindMark.Of(FigureKind.SelfReport), Assert.Single(figure.Marks).Mark);
        Assert.Contains("about 60 reports", figure.Says, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wide_spread_is_drawn_on_a_log_axis_that_says_so()
    {
        var plan = Place(960, Row("a", 1), Row("b", 300));
        Assert.Equal(PayScale.Log, plan.Scale);
        Assert.Contains(plan.Texts, text => text.Text.Contains(Samples.English["logAxis"], StringComparison.Ordinal));
    }

    [Fact]
    public void What_may_not_be_shown_says_why_and_draws_nothing()
    {
        var plan = Place(760, Row("a", 4), new DistributionRow("b", FigureKind.SelfReport, EvidenceTier.C, "n not stated", "") { Blank = "not shown: fewer than 10 contributors" });
        Assert.Single(plan.Figures);
        Assert.Contains("fewer than 10", string.Join(' ', plan.Texts.Select(text => text.Text)), StringComparison.Ordinal);
        Assert.DoesNotContain(plan.Texts, text => text.Text.Contains("n not stated", StringComparison.Ordinal));
    }

    private static ChartPlan Place(int width, params DistributionRow[] rows) =>
        new DistributionSeries("distribution", "How pay is spread", "Each bar holds the middle half.", "USD per hour, before tax", "Source", "Release", rows).Place(new ChartSize(width, 12), Samples.English);

    private static DistributionRow Row(string label, double median) => new(label, FigureKind.SelfReport, EvidenceTier.C, "about 60 reports", "1 year old")
    {
        P10 = median - (Math.Abs(median) * 0.6),
        P25 = median - (Math.Abs(median) * 0.3),
        Median = median,
        P75 = median + (Math.Abs(median) * 0.3),
        P90 = median + (Math.Abs(median) * 0.9),
    };
}
