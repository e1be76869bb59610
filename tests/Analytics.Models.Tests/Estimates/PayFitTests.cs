using Analytics.Models.Estimates;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Analytics.Models.Tests.Estimates;

public sealed class PayFitTests
{
    private static readonly PayRow[] Ordinary = Drawn(seed: 1, count: 600);

    [Fact]
    public void Low_is_not_above_the_median_nor_the_median_above_high() => Prop.ForAll(Gen.Choose(0, 10_000).ToArbitrary(), seed =>
    {
        var rows = Drawn(seed, 200);
        var model = Fit(rows);
        return rows.All(row => model.Predict(row) is var p && model.Median(Codes(model, row)) is var m
            && p.Low <= p.Median && p.Median <= p.High && m.Low <= m.Median && m.Median <= m.High && m.Low > 0 && double.IsFinite(p.High!.Value));
    }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0.5)]
    [InlineData(1.37)]
    [InlineData(4)]
    public void A_factor_on_all_pay_is_a_factor_on_every_figure(double factor)
    {
        var (before, after) = (Fit(Ordinary), Fit([.. Ordinary.Select(r => r with { Hourly = r.Hourly * factor })]));
        foreach (var row in Ordinary)
        {
            var (a, b) = (before.Predict(row), after.Predict(row));
            Assert.Equal(factor, b.Median / a.Median, 1e-6);
            Assert.Equal(factor, b.Low!.Value / a.Low!.Value, 1e-6);
            Assert.Equal(factor, b.High!.Value / a.High!.Value, 1e-6);
        }
    }

    [Fact]
    public void The_order_of_rows_does_not_matter()
    {
        var (model, reversed) = (Fit(Ordinary), Fit([.. Ordinary.Reverse()]));
        foreach (var row in Ordinary)
            Assert.Equal(1, reversed.Predict(row).High!.Value / model.Predict(row).High!.Value, 1e-6);
    }

    [Fact]
    public void A_thousand_rows_of_one_contributor_platform_task_and_period_weigh_as_one()
    {
        var model = Fit(Ordinary);
        var many = Fit([.. Ordinary, .. Enumerable.Repeat(Ordinary[0], 999)]);
        foreach (var row in Ordinary)
        {
            Assert.Equal(1, many.Predict(row).Median / model.Predict(row).Median, 1e-6);
            Assert.Equal(1, many.Predict(row).Low!.Value / model.Predict(row).Low!.Value, 1e-6);
        }
    }

    [Fact]
    public void More_evidence_never_makes_a_median_less_sure() => Prop.ForAll(Gen.Choose(0, 10_000).ToArbitrary(), seed =>
    {
        var rows = Drawn(seed, 150);
        var known = Location([.. rows], null);
        var more = Location([.. rows, .. Enumerable.Range(0, 50).Select(i => rows[0] with { Contributor = $"more-{i}" })], known);
        return Enumerable.Range(0, known.Locations.Length).All(cell => more.Variances()[cell] / more.Variance <= known.Variances()[cell] / known.Variance * (1 + 1e-9));
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void What_is_unknown_takes_its_parents_and_is_less_sure()
    {
        var model = Fit(Ordinary);
        var known = Ordinary[0];
        var unknown = known with { Platform = "never-met" };
        Assert.True(model.Variance(Codes(model, unknown)) > model.Variance(Codes(model, known)));
        Assert.InRange(model.Predict(unknown).Median, 0.05, 500);
    }

    [Fact]
    public void Pay_that_is_all_the_same_has_no_spread()
    {
        var model = Fit([.. Ordinary.Select(r => r with { Hourly = 5 })]);
        var predicted = model.Predict(Ordinary[0]);
        Assert.Equal(5, predicted.Median, 1e-6);
        Assert.Equal(5, predicted.Low!.Value, 0.2);
        Assert.Equal(5, predicted.High!.Value, 0.2);
    }

    [Theory]
    [InlineData(200, ErrorModel.Student)]
    [InlineData(400, ErrorModel.Student)]
    [InlineData(400, ErrorModel.Normal)]
    public void Pay_that_the_task_type_fixes_is_predicted_and_never_infinite(int count, ErrorModel errors)
    {
        PayRow[] rows = [.. Enumerable.Range(0, count).Select(i => new PayRow { Hourly = i % 2 == 0 ? 5 : 50, Contributor = $"w{i}", Platform = "p", TaskType = $"t{i % 2}" })];
        var evaluation = Evaluator.Evaluate(PayTable.Of(rows), errors, seed: 1);
        Assert.True(double.IsFinite(evaluation.Score.MaeLn) && evaluation.Score.MaeLn < 0.1, $"{evaluation.Score.MaeLn}");
        Assert.All(evaluation.Predictions, p => Assert.InRange(p.Predicted.Median, 4, 60));
    }

    [Fact]
    public void Rows_of_no_contributor_may_stand_in_any_order()
    {
        PayRow[] rows = [.. Ordinary.Select(r => r with { Contributor = "" })];
        var (model, reversed) = (Fit(rows), Fit([.. rows.Reverse()]));
        Assert.All(rows, row => Assert.Equal(1, reversed.Predict(row).Low!.Value / model.Predict(row).Low!.Value, 1e-6));
    }

    [Fact]
    public void A_table_that_lacks_a_fold_is_fitted() =>
        Assert.True(Fit([.. Ordinary.Where(r => Folds.Of(1, r.Contributor) != 0)]).Predict(Ordinary[0]).Low > 0);

    [Fact]
    public void A_combination_never_met_is_as_unsure_as_the_fit_that_held_it_open()
    {
        // In the evaluation the left-out fold's combinations are part of the design; in a table without that fold they are not.
        var cells = Evaluator.Cells(Ordinary, seed: 1, out _);
        var (open, without) = (PayFit.Fit(PayDesigns.Of(cells, ErrorModel.Student), leftOut: 0), Fit([.. Ordinary.Where(r => Folds.Of(1, r.Contributor) != 0)]));
        foreach (var row in Ordinary.Where(r => Folds.Of(1, r.Contributor) == 0))
            Assert.Equal(1, without.Predict(row).High!.Value / open.Predict(row).High!.Value, 0.01);
    }

    [Fact]
    public void Under_a_hundred_contributors_no_one_is_given_an_interval()
    {
        var predicted = Fit([.. Ordinary.Take(60)]).Predict(Ordinary[0]);
        Assert.Null(predicted.Low);
        Assert.Null(predicted.High);
        Assert.True(predicted.Median > 0);
    }

    [Fact]
    public void Too_few_contributors_are_refused_with_their_number()
    {
        var fault = Assert.Throws<PayTableException>(() => Fit([.. Ordinary.Take(20)]));
        Assert.StartsWith("Too little to fit: 20 usable rows, which count as 20 contributors; at least 30 are needed", fault.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_thousand_levels_of_everything_are_fitted()
    {
        var random = new Random(3);
        var model = Fit([.. Enumerable.Range(0, 10_000).Select(i => new PayRow
        {
            Hourly = 1 + 20 * random.NextDouble(), Contributor = $"w{i}", Platform = $"p{i}", TaskType = $"t{i}", Country = $"c{i}", Experience = $"e{i}",
        })]);
        var predicted = model.Predict(Ordinary[0]);
        Assert.InRange(predicted.Median, predicted.Low!.Value, predicted.High!.Value);
    }

    [Fact]
    public void A_model_is_the_same_after_it_was_written_and_read()
    {
        var model = Fit(Ordinary);
        var read = PayModelFile.Read(PayModelFile.Write(model));
        foreach (var row in Ordinary.Append(Ordinary[0] with { TaskType = "never-met" }))
            Assert.Equal(model.Predict(row), read.Predict(row));
        Assert.Throws<PayTableException>(() => PayModelFile.Read("{}"));
        Assert.Throws<PayTableException>(() => PayModelFile.Read("not JSON"));
    }

    private static PayModel Fit(PayRow[] rows) => PayFit.Fit(Evaluator.Cells(rows, seed: 1, out _), ErrorModel.Student);

    private static int[] Codes(PayModel model, PayRow row) => PayCells.CodesOf(model.Words, row);

    private static MixedFit Location(PayRow[] rows, MixedFit? known)
    {
        var cells = Evaluator.Cells(rows, seed: 1, out _);
        var design = MixedDesign.Of(cells, [new(PayFactor.Platform), new(PayFactor.TaskType), new(PayFactor.Platform, PayFactor.TaskType)], [PayFactor.Experience]);
        var model = new MixedModel(design, [.. cells.Entries.Select(e => e.Log)], [.. Enumerable.Repeat(true, Folds.Count + 1)], ErrorModel.Normal);
        return known is null ? model.Fit() : model.FitAs(known);
    }

    private static PayRow[] Drawn(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var (platform, task, experience) = (random.Next(3), random.Next(5), random.Next(3));
            var noise = Enumerable.Range(0, 12).Sum(_ => random.NextDouble()) - 6;
            return new PayRow
            {
                Hourly = Math.Exp(2 + 0.3 * platform - 0.2 * task + 0.2 * experience + 0.5 * noise),
                Contributor = $"w{i}", Platform = $"p{platform}", TaskType = $"t{task}", Experience = $"e{experience}", Country = $"c{random.Next(8)}",
            };
        })];
    }
}
