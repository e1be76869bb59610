using MathNet.Numerics.Distributions;

namespace Analytics.Models.Rollups;

/// <summary>Exact statistics of a sample in ascending order.</summary>
public sealed class SortedSample
{
    private readonly double[] values;

    /// <param name="values">Ascending and not empty.</param>
    /// <exception cref="ArgumentException">Empty, or out of order.</exception>
    public SortedSample(double[] values)
    {
        if (values.Length == 0)
            throw new ArgumentException("A sample has at least one value.", nameof(values));
        for (var i = 1; i < values.Length; i++)
        {
            if (!(values[i] >= values[i - 1]))
                throw new ArgumentException($"Value {i} ({values[i]}) is below the one before it ({values[i - 1]}).", nameof(values));
        }

        this.values = values;
    }

    public int Count => values.Length;

    /// <summary>The <paramref name="q"/>-quantile, 0 to 1, by linear interpolation: PostgreSQL's <c>percentile_cont</c>, Hyndman and Fan's type 7.</summary>
    public double Quantile(double q)
    {
        var position = q * (values.Length - 1);
        var below = (int)Math.Floor(position);
        var above = Math.Min(below + 1, values.Length - 1);
        return values[below] + (position - below) * (values[above] - values[below]);
    }

    /// <summary>
    /// The interval of the median at <paramref name="level"/> from order statistics: the narrowest symmetric ranks (l, n + 1 − l) with
    /// P(l ≤ B &lt; n + 1 − l) ≥ level for B ~ Binomial(n, ½) (Conover, Practical Nonparametric Statistics, §3.2). The whole range where n is too small.
    /// </summary>
    public (double Low, double High) MedianInterval(double level)
    {
        var rank = LowerRank(values.Length, (1 - level) / 2);
        return (values[rank], values[values.Length - 1 - rank]);
    }

    // The largest zero-based rank whose binomial tail stays within the error; the normal approximation is exact enough past 1000.
    private static int LowerRank(int n, double tail)
    {
        if (n > 1000)
            return Math.Max(0, (int)Math.Floor((n - 1) / 2.0 + Normal.InvCDF(0, 1, tail) * Math.Sqrt(n) / 2));
        var binomial = new Binomial(0.5, n);
        var rank = 0;
        while (rank + 1 < n / 2 && binomial.CumulativeDistribution(rank) <= tail)
            rank++;
        return binomial.CumulativeDistribution(rank) <= tail ? rank : Math.Max(0, rank - 1);
    }
}
