using Analytics.Models.Evidence;
using Analytics.Web.Charts;

namespace Analytics.Web.Tests.Charts;

public sealed class CurvePlanTests
{
    private static readonly int[] Widths = [320, 599, 600, 960, 1200];

    [Theory]
    [MemberData(nameof(DistributionPlanTests.Amounts), MemberType = typeof(DistributionPlanTests))]
    public void Ordinary_cases_are_placed_whole(string name, double[] amounts)
    {
        foreach (var width in Widths)
            Placed.IsWhole(Place(width, [.. amounts.Select((amount, i) => Column($"{name} {i}", Point(amount)))]));
    }

    [Fact]
    public void Long_labels_and_two_ways_of_knowing_are_placed_whole()
    {
        var column = new CurveColumn("A label of " + new string('W', 60), [Point(4), Point(5) with { IsModelled = true }]) { SubLabel = new string('x', 90), Gap = "not shown: fewer than 10 contributors" };
        foreach (var width in Widths)
            Placed.IsWhole(Place(width, column, column, Column("b"), column));
    }

    [Fact]
    public void No_line_crosses_a_gap()
    {
        var plan = Place(960, Column("a", Point(4)), Column("b", Point(6)), Column("c"), Column("d", Point(8)));
        var shapes = plan.Figures.SelectMany(figure => figure.Shapes).ToList();
        var curve = Assert.Single(shapes, shape => shape.Kind == ShapeKind.Curve);
        Assert.Equal(2, curve.Points.Count);
        Assert.Equal(4, Assert.Single(shapes, shape => shape.Kind == ShapeKind.Band).Points.Count);
        Assert.Equal(2, shapes.Count(shape => shape.Kind == ShapeKind.Edge));
        // The one beyond the gap has no band, so its range is a line.
        Assert.Single(plan.Figures, figure => figure.Lines.Any(line => line.Kind == LineKind.Range));
        Assert.Equal(3, plan.Figures.Sum(figure => figure.Marks.Count));
        Assert.Contains(plan.Texts, text => text.Text.Contains("nothing known", StringComparison.Ordinal));
    }

    [Fact]
    public void Higher_pay_stands_higher_and_zero_is_on_the_axis()
    {
        var plan = Place(960, Column("a", Point(4)), Column("b", Point(8)), Column("c", Point(12)));
        var curve = plan.Figures.SelectMany(figure => figure.Shapes).Single(shape => shape.Kind == ShapeKind.Curve);
        var y = curve.Points.Select(at => at.Y.Value).ToList();
        Assert.Equal(y[0] - y[1], y[1] - y[2], 0.02);
        Assert.True(y[0] > y[1]);
        Assert.Contains(0, plan.Ticks);
    }

    [Fact]
    public void What_is_modelled_stands_beside_with_a_mark_of_its_own()
    {
        var plan = Place(960, Column("a", Point(4), Point(5) with { IsModelled = true }), Column("b", Point(6) with { IsModelled = true }));
        var marks = plan.Figures.SelectMany(figure => figure.Marks).ToList();
        Assert.Equal(2, marks.Select(mark => mark.Mark.Path).Distinct().Count());
        Assert.NotEqual(marks[0].X, marks[1].X);
        Assert.Empty(plan.Figures.SelectMany(figure => figure.Shapes));
    }

    [Fact]
    public void What_was_carried_over_is_a_dotted_line_without_a_mark()
    {
        var plan = Place(960, Column("a", Point(4)), Column("b", Point(4) with { IsCarried = true }), Column("c", Point(6)));
        Assert.Equal(2, plan.Figures.Sum(figure => figure.Marks.Count));
        Assert.Single(plan.Figures.SelectMany(figure => figure.Lines), line => line.Kind == LineKind.Open);
        Assert.Equal(2, plan.Figures.SelectMany(figure => figure.Shapes).Single(shape => shape.Kind == ShapeKind.Curve).Points.Count);
        Assert.Contains(plan.Texts, text => text.Text.Contains(Samples.English["carried"], StringComparison.Ordinal));
    }

    [Fact]
    public void Of_many_columns_the_last_is_always_named_and_its_amount_written()
    {
        foreach (var width in Widths)
        {
            var plan = Place(width, [.. Enumerable.Range(1, 24).Select(i => Column($"Release {i}", Point(i)))]);
            Assert.Contains(plan.Texts, text => text.Text == "Release 24");
            Assert.Contains(plan.Texts, text => text.Text == "$24" && text.Style == TextStyle.Value);
        }
    }

    private static ChartPlan Place(int width, params CurveColumn[] columns) =>
        new CurveSeries("curve", "Pay and experience", "How it goes.", "USD per hour, before tax", "Source", "Release", columns) { Notes = ["The last of them, in words."] }.Place(new ChartSize(width, 12), Samples.English);

    private static CurveColumn Column(string label, params CurvePoint[] points) => new(label, points) { Gap = points.Length == 0 ? "nothing known" : null };

    private static CurvePoint Point(double typical) => new(FigureKind.SelfReport, EvidenceTier.C, typical, "about 60 reports", "middle half")
    {
        Low = typical - (Math.Abs(typical) * 0.3),
        High = typical + (Math.Abs(typical) * 0.5),
    };
}
