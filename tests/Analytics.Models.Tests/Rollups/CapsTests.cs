using Analytics.Models.Rollups;
using Xunit;

namespace Analytics.Models.Tests.Rollups;

public sealed class CapsTests
{
    [Fact]
    public void Nothing_weighs_less_where_everybody_tells_once() => Assert.Null(Caps.Weights([1, 2, 3], [0, 0, 0]));

    [Fact]
    public void One_contributors_observations_weigh_two_at_most_and_a_tenth_of_the_cell_at_most()
    {
        // Twenty who tell once, and one of fifty: by being alike 1.96, which is below a tenth.
        int[] who = [.. Enumerable.Range(1, 20), .. Enumerable.Repeat(99, 50)];
        Assert.Equal(50 / (1 + 49 * 0.5), Weight(who, [.. new byte[70]], 99), 1e-9);
        // Of eleven contributors one is 1.96 of 11.96: a tenth is 10 / 9 of what the others have for nine.
        who = [.. Enumerable.Range(1, 10), .. Enumerable.Repeat(99, 50)];
        var weights = Caps.Weights(who, new byte[60])!;
        Assert.Equal(0.10, weights.Skip(10).Sum() / weights.Sum(), 1e-6);
        Assert.All(weights.Take(10), w => Assert.Equal(1, w));
    }

    [Fact]
    public void Of_four_origins_none_weighs_more_than_a_quarter_and_of_three_each_as_it_comes()
    {
        int[] who = [.. Enumerable.Range(0, 200)];
        byte[] four = [.. Enumerable.Range(0, 200).Select(i => (byte)(i < 140 ? 0 : i < 160 ? 1 : i < 180 ? 2 : 3))];
        var weights = Caps.Weights(who, four)!;
        foreach (var origin in four.Distinct())
            Assert.Equal(0.25, weights.Where((_, i) => four[i] == origin).Sum() / weights.Sum(), 1e-6);

        Assert.Null(Caps.Weights(who, [.. four.Select(o => Math.Min(o, (byte)2))]));
        // Nine files of a fourth format do not take the form's word away.
        Assert.Null(Caps.Weights(who, [.. Enumerable.Range(0, 200).Select(i => (byte)(i < 191 ? i % 3 : 3))]));
    }

    [Fact]
    public void The_level_is_where_the_capped_have_exactly_their_share()
    {
        Assert.Equal(double.PositiveInfinity, Caps.Level([1, 1, 1, 1], 0.25));
        Assert.Equal(1, Caps.Level([100, 1, 1, 1], 0.25), 1e-9);
        Assert.Equal(50.0 / 9, Caps.Level([100, .. Enumerable.Repeat(1.0, 50)], 0.10), 1e-9);
        // Three cannot have a quarter each at most: they weigh the same.
        Assert.Equal(2, Caps.Level([9, 5, 2], 0.25));
        Assert.All(Enumerable.Range(1, 200), seed =>
        {
            var random = new Random(seed);
            double[] amounts = [.. Enumerable.Range(0, 10 + random.Next(60)).Select(_ => Math.Exp(4 * random.NextDouble()))];
            var capped = amounts.Select(a => Math.Min(a, Caps.Level(amounts, 0.10))).ToArray();
            Assert.True(capped.Max() <= 0.10 * capped.Sum() * (1 + 1e-6));
        });
    }

    private static double Weight(int[] who, byte[] origins, int of) => Caps.Weights(who, origins)!.Where((_, i) => who[i] == of).Sum();
}
