using Analytics.Models.Estimates;
using Xunit;

namespace Analytics.Models.Tests.Estimates;

public sealed class FittedModelTests
{
    private static readonly PayRow[] Rows = DrawnPay.Of(1, 900);

    private static readonly FittedModel Model = Estimation.Open(Estimation.Fit(PayTable.Of(Rows), ErrorModel.Student, seed: 1));

    [Theory]
    [InlineData("p1", "survey", PredictionBasis.Modelled, 0)]
    [InlineData("nowhere", "survey", PredictionBasis.Parent, 1)]
    [InlineData("p1", "nothing", PredictionBasis.Parent, 1)]
    [InlineData("nowhere", "nothing", PredictionBasis.Refused, 2)]
    [InlineData("nowhere", "", PredictionBasis.Refused, 1)]
    [InlineData("", "", PredictionBasis.Modelled, 0)]
    public void What_was_never_met_takes_its_parents_and_where_nothing_is_near_there_is_no_number(string platform, string task, PredictionBasis basis, int unknown)
    {
        var answer = Model.Predict(Rows[0] with { Platform = platform, TaskType = task });
        Assert.Equal((basis, unknown, basis == PredictionBasis.Refused), (answer.Basis, answer.Unknown.Count, answer.Predicted is null));
    }

    [Fact]
    public void A_model_without_platforms_is_asked_of_any()
    {
        var model = Estimation.Open(Estimation.Fit(PayTable.Of([.. Rows.Select(r => r with { Platform = "", TaskType = "" })]), ErrorModel.Student, seed: 1));
        Assert.Equal(PredictionBasis.Parent, model.Predict(Rows[0]).Basis);
    }

    [Theory]
    [InlineData(ErrorModel.Student)]
    [InlineData(ErrorModel.Normal)]
    public void An_effect_is_the_ratio_of_pay_within_its_interval(ErrorModel errors)
    {
        var model = Estimation.Open(Estimation.Fit(PayTable.Of(DrawnPay.Of(5, 900, times: 6.1)), errors, seed: 1));
        var effect = Assert.Single(model.Effects, e => e.Factor == PayFactor.TaskType);
        Assert.Equal(("ai-training-expert", "survey"), (effect.Word, effect.Against));
        Assert.InRange(6.1, effect.Low, effect.High);
        Assert.InRange(effect.High / effect.Low, 1.05, 1.6);
        Assert.InRange(effect.Count, 200, 400);
    }

    [Fact]
    public void The_explanation_multiplies_to_the_median_and_names_the_nearest_evidence_first()
    {
        var explained = Model.Explain(Rows[0]);
        Assert.Equal(explained.Median.Median, explained.Start * explained.Effects.Aggregate(1.0, (product, e) => product * e.Times), 1e-6);
        Assert.Equal(2, explained.Nearest[0].Factors.Count);
        Assert.True(explained.Nearest[0].Count < explained.Nearest[^1].Count);
        Assert.All(explained.Effects, e => Assert.True(e.Low <= e.Times && e.Times <= e.High));
        Assert.StartsWith("No number: the model has never met platform nowhere × task-type nothing", EstimateTables.Lines(Model.Explain(Rows[0] with { Platform = "nowhere", TaskType = "nothing" }), Rows[0] with { Platform = "nowhere", TaskType = "nothing" }).Single(), StringComparison.Ordinal);
    }
}
