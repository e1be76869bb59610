using Analytics.Models.Rollups;
using MathNet.Numerics.Distributions;
using Xunit;

namespace Analytics.Models.Tests.Rollups;

public sealed class JackknifeTests
{
    [Fact]
    public void Says_what_taking_away_each_contributor_by_hand_says()
    {
        var seen = new Dictionary<Steadiness, int>();
        for (var seed = 1; seed <= 300; seed++)
        {
            var random = new Random(seed);
            var n = 10 + random.Next(60);
            double[] values = [.. Enumerable.Range(0, n).Select(_ => LogNormal.Sample(random, 2, 0.8)).Order()];
            int[] who = [.. Enumerable.Range(0, n).Select(_ => random.Next(n))];
            double[]? weights = seed % 2 == 0 ? null : [.. Enumerable.Range(0, n).Select(_ => 0.2 + random.NextDouble())];
            var judged = Jackknife.Judge(new(values, weights), who);
            Assert.Equal(ByHand(values, weights, who), judged);
            seen[judged] = seen.GetValueOrDefault(judged) + 1;
        }

        Assert.Equal(3, seen.Count);
    }

    [Fact]
    public void A_cell_of_one_contributor_is_not_steady() => Assert.Equal(Steadiness.Unsteady, Jackknife.Judge(new([1, 2, 3]), [7, 7, 7]));

    [Fact]
    public void A_large_cell_is_judged_at_once()
    {
        var random = new Random(1);
        double[] values = [.. Enumerable.Range(0, 300_000).Select(_ => LogNormal.Sample(random, 2, 0.8)).Order()];
        Assert.Equal(Steadiness.Steady, Jackknife.Judge(new(values), [.. Enumerable.Range(0, values.Length).Select(i => i / 3)]));
    }

    private static Steadiness ByHand(double[] values, double[]? weights, int[] who)
    {
        double Change(double q) => who.Distinct().Max(one =>
        {
            int[] kept = [.. Enumerable.Range(0, values.Length).Where(i => who[i] != one)];
            var without = new SortedSample([.. kept.Select(i => values[i])], weights is null ? null : [.. kept.Select(i => weights[i])]).Quantile(q);
            var all = new SortedSample(values, weights).Quantile(q);
            return Math.Max(without / all, all / without) - 1;
        });
        return Change(0.5) > 0.10 ? Steadiness.Unsteady : Change(0.75) > 0.10 ? Steadiness.MedianOnly : Steadiness.Steady;
    }
}
