using Analytics.Models.Rollups;
using Analytics.Tests.Storage;
using Dapper;
using MathNet.Numerics.Distributions;
using Xunit;

namespace Analytics.Models.Tests.Rollups;

public sealed class SortedSampleTests(PostgresFixture postgres)
{
    private static readonly double[] Levels = [0, 0.1, 0.25, 0.5, 0.75, 0.9, 1];

    [Fact]
    public async Task Quantiles_are_those_of_PostgreSQL()
    {
        await using var database = await postgres.CreateDatabaseAsync();
        await using var connection = await database.ConnectAsync(CancellationToken.None);
        foreach (var n in (int[])[1, 2, 3, 10, 19, 100, 1001])
        {
            var values = Sample(n, seed: n);
            var theirs = await connection.QuerySingleAsync<double[]>(
                "select percentile_cont(@Levels::float8[]) within group (order by v) from unnest(@values::float8[]) v", new { Levels, values });
            var sample = new SortedSample(values);
            Assert.All(Levels.Zip(theirs), pair => Assert.Equal(pair.Second, sample.Quantile(pair.First), pair.Second * 1e-12));
        }
    }

    [Fact]
    public void The_interval_of_the_median_covers_it_and_no_narrower_one_does()
    {
        for (var n = 1; n <= 1500; n += n < 60 ? 1 : 37)
        {
            var (low, high) = new SortedSample([.. Enumerable.Range(1, n).Select(i => (double)i)]).MedianInterval(0.9);
            var rank = (int)low;
            Assert.Equal(n + 1 - rank, (int)high);
            // The ranks that hold the median: P(l ≤ B < n + 1 − l), B ~ Binomial(n, ½).
            Assert.True(rank == 1 || Coverage(n, rank) >= 0.9, $"n = {n}: ranks {rank} to {n + 1 - rank} cover {Coverage(n, rank)}");
            Assert.True(rank >= (n + 1) / 2 || Coverage(n, rank + 1) < 0.9, $"n = {n}: rank {rank + 1} would do");
        }
    }

    [Fact]
    public void A_small_sample_gives_its_whole_range() => Assert.Equal((1, 4), new SortedSample([1, 2, 3, 4]).MedianInterval(0.9));

    [Fact]
    public void A_sample_is_neither_empty_nor_out_of_order()
    {
        Assert.Throws<ArgumentException>(() => new SortedSample([]));
        Assert.Throws<ArgumentException>(() => new SortedSample([2, 1]));
        Assert.Throws<ArgumentException>(() => new SortedSample([1, double.NaN]));
    }

    private static double Coverage(int n, int rank) => 1 - 2 * new Binomial(0.5, n).CumulativeDistribution(rank - 1);

    private static double[] Sample(int n, int seed) => [.. LogNormal.Samples(new Random(seed), 2, 1).Take(n).Order()];
}
