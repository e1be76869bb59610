using Analytics.Models.Estimates;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Models.Tests.Estimates;
using Xunit;

namespace Analytics.Models.Tests.Releases;

public sealed class ModelCardRowsTests
{
    // Nine contributors tell of a platform of their own, in many months.
    private static readonly PayRow[] Few = [.. DrawnPay.Of(9, 9).SelectMany(r => Enumerable.Range(1, 30).Select(m => r with { Platform = "few", Country = "few", Period = $"m{m}" }))];

    private static readonly ModelCard Card = ReportModel.Of(new(PayMeasure.PaidOnly, [.. DrawnPay.Of(1, 603), .. Few], [], [], null), new(2026, 11, 22)).Card;

    [Fact]
    public void Nothing_is_published_of_what_fewer_than_ten_contributors_told()
    {
        Assert.Contains(Card.Model!.Evaluation.Groups, g => g is { Value: "few", N: 270, Contributors: 9 });
        Assert.Contains(Card.Model.Evaluation.LeftOutPlatforms, p => p.Platform == "few");
        Assert.Contains(Card.Model.Effects, e => e.Effect.Word == "few");
        Assert.DoesNotContain("few\"", Written(ModelCardRows.Of(Card)), StringComparison.Ordinal);
    }

    [Fact]
    public void Counts_are_to_five_and_effects_to_two_digits()
    {
        var (card, model) = (ModelCardRows.Of(Card), ModelCardRows.Of(Card).Model!);
        Assert.Equal((612, 610), (Card.Contributors, card.Contributors));
        Assert.All(model.Evaluation.Groups, g => Assert.Equal((0, 0), (g.N % 5, g.Contributors % 5)));
        Assert.All(model.Effects, e => Assert.Equal(e.Effect.Times, Math.Round(e.Effect.Times, e.Effect.Times >= 1 ? 1 : 2)));
        Assert.Equal(4, model.Evaluation.LeftOutPlatforms.Count);
    }

    [Fact]
    public void A_card_without_a_model_keeps_its_reason()
    {
        var card = ModelCardRows.Of(new ModelCard { Measure = PayMeasure.AllIn, Fate = ModelFate.TooFew, Contributors = 12, Studies = 3 });
        Assert.Equal((ModelFate.TooFew, 10, 3), (card.Fate, card.Contributors, card.Studies));
        Assert.Null(card.Model);
    }

    private static string Written(ModelCard card) => System.Text.Encoding.UTF8.GetString(ReleaseTable.Of([card], simulated: false).Content);
}
