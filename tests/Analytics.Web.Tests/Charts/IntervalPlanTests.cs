using Analytics.Models.Evidence;
using Analytics.Web.Charts;

namespace Analytics.Web.Tests.Charts;

public sealed class IntervalPlanTests
{
    public static TheoryData<string, double[]> Amounts => new()
    {
        { "none", [] },
        { "one point", [3.76] },
        { "flat", [12, 12, 12] },
        { "huge", [1e15, 3e14] },
        { "tiny", [0.0000004, 0.0000009] },
        { "tiny beside huge", [0.000001, 1e12] },
        { "zero", [0, 0] },
        { "loss and gain", [-4, 0, 25] },
        { "forty rows", [.. Enumerable.Range(1, 40).Select(i => i * 1.7)] },
    };

    [Theory]
    [MemberData(nameof(Amounts))]
    public void Ordinary_cases_are_placed_whole(string name, double[] amounts)
    {
        foreach (var scale in Enum.GetValues<PayScale>())
        {
            foreach (var width in new[] { 320, 599, 600, 960, 1200 })
            {
                var rows = amounts.Select((amount, i) => Samples.Plain(amount) with { Label = $"{name} {i}" }).ToArray();
                Placed.IsWhole(Samples.Series(rows).Place(width, scale));
            }
        }
    }

    [Fact]
    public void Nothing_to_show_is_said_in_words()
    {
        var plan = Samples.Series().Place();
        Assert.Contains(plan.Texts, text => text.Text == Samples.English["empty"]);
        Assert.Empty(plan.Figures);
        Assert.Empty(plan.Ticks);
    }

    [Fact]
    public void Long_labels_are_wrapped_and_cut()
    {
        var row = Samples.Plain(4) with
        {
            Label = "A platform whose name is a whole sentence because somebody thought that this would be memorable to all of us for ever",
            SubLabel = new string('x', 300),
        };
        foreach (var width in new[] { 320, 640, 1200 })
            Placed.IsWhole(Samples.Series(row, Samples.Plain(9)).Place(width));
    }

    [Fact]
    public void A_label_is_written_once_for_its_group()
    {
        var labels = Samples.Mixed.Place().Texts.Where(text => text.Text == "Amazon Mechanical Turk");
        Assert.Single(labels);
    }

    [Fact]
    public void Every_figure_says_its_kind_tier_count_and_age()
    {
        var plan = Samples.Mixed.Place();
        foreach (var (row, figure) in Samples.Mixed.Rows.Zip(plan.Figures))
        {
            foreach (var said in new[] { row.Count, row.Age, Samples.English.Kind(row), Samples.English.Value(row) })
                Assert.Contains(said, figure.Says, StringComparison.Ordinal);
            Assert.Contains(plan.Texts, text => text.Text.Replace('\u00a0', ' ').Contains(row.Count, StringComparison.Ordinal));
        }
    }

    [Fact]
    public void A_chart_cites_itself_and_names_its_scale()
    {
        var texts = string.Join('\n', Samples.Mixed.Place().Texts.Select(text => text.Text));
        Assert.Contains(Samples.Mixed.Source, texts, StringComparison.Ordinal);
        Assert.Contains(Samples.Mixed.Release, texts, StringComparison.Ordinal);
        Assert.Contains("log scale", texts, StringComparison.Ordinal);
    }

    [Fact]
    public void A_higher_amount_stands_further_right()
    {
        foreach (var scale in Enum.GetValues<PayScale>())
        {
            var marks = Samples.Series([.. new double[] { 1, 2, 5, 40, 41 }.Select(Samples.Plain)]).Place(scale: scale)
                .Figures.Select(figure => figure.Marks[0].X.Value).ToList();
            Assert.Equal(marks.Order(), marks);
            Assert.Equal(5, marks.Distinct().Count());
        }
    }

    [Fact]
    public void Equal_factors_are_equal_steps_on_a_log_axis()
    {
        var x = Samples.Series(Samples.Plain(1), Samples.Plain(10), Samples.Plain(100)).Place().Figures
            .Select(figure => figure.Marks[0].X.Value).ToList();
        Assert.Equal(x[1] - x[0], x[2] - x[1], 0.02);
    }

    [Fact]
    public void A_linear_axis_shows_zero() =>
        Assert.Contains(0, Samples.Series(Samples.Plain(40), Samples.Plain(90)).Place(scale: PayScale.Linear).Ticks);

    [Fact]
    public void What_a_log_axis_cannot_hold_is_marked_as_going_on()
    {
        var plan = Samples.Series(Samples.Plain(20), Samples.Plain(-3)).Place();
        Assert.Empty(plan.Figures[1].Marks);
        Assert.False(Assert.Single(plan.Figures[1].Arrows).ToRight);
        Assert.Contains(plan.Texts, text => text.Text == Samples.English["cut"]);
    }

    [Fact]
    public void A_range_without_a_figure_has_a_mark_at_each_end_and_none_between()
    {
        var range = Samples.Row("Outlier", FigureKind.Advertised, EvidenceTier.E, null, "n", "age") with { Low = 15, High = 50 };
        var figure = Samples.Series(range).Place().Figures[0];
        Assert.Equal(2, figure.Marks.Count);
        Assert.Equal(LineKind.PromisedRange, Assert.Single(figure.Lines).Kind);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(2e15)]
    public void An_amount_that_is_no_pay_is_refused(double amount) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Samples.Plain(amount));

    [Theory]
    [InlineData(319, 0)]
    [InlineData(1201, 0)]
    [InlineData(800, 41)]
    public void A_size_that_cannot_be_read_is_refused(int width, int margin) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new ChartSize(width, margin));

    [Fact]
    public void Any_chart_is_placed_whole()
    {
        // Seeded, so that a failure can be met again.
        var chance = new Random(20261121);
        for (var run = 0; run < 400; run++)
        {
            var rows = Enumerable.Range(0, chance.Next(0, 12)).Select(_ => AnyRow(chance)).ToArray();
            var series = Samples.Series(rows) with { Warning = chance.Next(2) == 0 ? "Simulated data: nobody earned these figures." : null, Scale = (PayScale)chance.Next(2) };
            var plan = series.Place(new ChartSize(chance.Next(320, 1201), chance.Next(0, 41)), chance.Next(2) == 0 ? Samples.English : Samples.Indonesian);
            Placed.IsWhole(plan);
        }
    }

    private static IntervalRow AnyRow(Random chance)
    {
        double Amount() => Math.Exp((chance.NextDouble() * 24) - 8) * (chance.Next(12) == 0 ? -1 : 1);
        var ends = Enumerable.Range(0, 5).Select(_ => Amount()).Order().ToList();
        return Samples.Row(new string('W', chance.Next(1, 40)) + (chance.Next(2) == 0 ? " & Söhne" : ""), (FigureKind)chance.Next(12),
            (EvidenceTier)chance.Next(5), chance.Next(4) == 0 ? null : ends[2], "n = " + chance.Next(100000), "3 years old") with
        {
            Low = chance.Next(2) == 0 ? ends[0] : null,
            High = chance.Next(2) == 0 ? ends[4] : null,
            MiddleLow = ends[1],
            MiddleHigh = chance.Next(2) == 0 ? ends[3] : null,
            Open = (OpenEnd)chance.Next(3),
        };
    }
}
