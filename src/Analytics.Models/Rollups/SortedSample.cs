using MathNet.Numerics.Distributions;

namespace Analytics.Models.Rollups;

/// <summary>Exact statistics of a sample in ascending order, whose values may weigh differently.</summary>
public sealed class SortedSample
{
    private readonly double[] values;
    private readonly double[]? weights;

    // Of the weights before each value, and of all at the end; made when there are weights.
    private readonly double[]? before;

    private readonly double heaviest = 1;

    /// <param name="values">Ascending and not empty.</param>
    /// <param name="weights">Of each value, above 0; null where all weigh the same.</param>
    /// <exception cref="ArgumentException">Empty, or out of order, or not a weight for each.</exception>
    public SortedSample(double[] values, double[]? weights = null)
    {
        if (values.Length == 0)
            throw new ArgumentException("A sample has at least one value.", nameof(values));
        for (var i = 1; i < values.Length; i++)
        {
            if (!(values[i] >= values[i - 1]))
                throw new ArgumentException($"Value {i} ({values[i]}) is below the one before it ({values[i - 1]}).", nameof(values));
        }

        (this.values, this.weights) = (values, weights);
        if (weights is null)
            return;
        if (weights.Length != values.Length)
            throw new ArgumentException($"{values.Length} values have {weights.Length} weights.", nameof(weights));
        heaviest = weights.Max();
        before = new double[values.Length + 1];
        for (var i = 0; i < weights.Length; i++)
            before[i + 1] = before[i] + weights[i];
    }

    public int Count => values.Length;

    /// <summary>The weight of the value at <paramref name="index"/>; 1 where all weigh the same.</summary>
    public double Weight(int index) => weights?[index] ?? 1;

    /// <summary>
    /// The <paramref name="q"/>-quantile, 0 to 1, by linear interpolation: PostgreSQL's <c>percentile_cont</c>, Hyndman and Fan's type 7. With weights, value k of n stands at
    /// (k − 1)·wₖ + (n − 1)·(the weights before it), which is the same where all weigh the same.
    /// </summary>
    public double Quantile(double q)
    {
        var position = q * Place(values.Length - 1);
        var below = weights is null ? (int)Math.Floor(position) : Below(position);
        var above = Math.Min(below + 1, values.Length - 1);
        var step = Place(above) - Place(below);
        return values[below] + (step > 0 ? (position - Place(below)) / step : 0) * (values[above] - values[below]);
    }

    /// <summary>
    /// The interval of the median at <paramref name="level"/> from order statistics: the narrowest symmetric ranks (l, n + 1 − l) with
    /// P(l ≤ B &lt; n + 1 − l) ≥ level for B ~ Binomial(n, ½) (Conover, Practical Nonparametric Statistics, §3.2). The whole range where n is too small.
    /// With weights, n is the lesser of Σw, as much as the values tell, and (Σw)²/Σw² (Kish), and the ranks are the quantiles that they are of so many.
    /// </summary>
    public (double Low, double High) MedianInterval(double level)
    {
        var n = weights is null ? values.Length : Math.Max(1, (int)Math.Floor(Math.Min(before![^1], before[^1] * before[^1] / weights.Sum(w => w * w)) + 1e-9));
        var rank = LowerRank(n, (1 - level) / 2);
        if (weights is null)
            return (values[rank], values[values.Length - 1 - rank]);
        var share = n == 1 ? 0 : (double)rank / (n - 1);
        return (Quantile(share), Quantile(1 - share));
    }

    /// <summary>Values between which the <paramref name="q"/>-quantile surely stays when values of no more than <paramref name="weight"/> together are taken away.</summary>
    public (double Low, double High) Around(double q, double weight)
    {
        var at = q * (before?[^1] ?? values.Length);
        return (At(at - weight - 2 * heaviest), At(at + weight + 2 * heaviest));
    }

    /// <summary>The values at the indices that <paramref name="kept"/> names, with their weights; null where none is left.</summary>
    public SortedSample? Where(Func<int, bool> kept)
    {
        int[] indices = [.. Enumerable.Range(0, values.Length).Where(kept)];
        return indices.Length == 0 ? null : new([.. indices.Select(i => values[i])], weights is null ? null : [.. indices.Select(i => weights[i])]);
    }

    private double Place(int index) => weights is null ? index : index * weights[index] + (values.Length - 1) * before![index];

    // The last value that stands at the position or before it.
    private int Below(double position)
    {
        var (low, high) = (0, values.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = Place(middle) <= position ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    private double At(double weight)
    {
        if (before is null)
            return values[(int)Math.Clamp(weight, 0, values.Length - 1)];
        var found = Array.BinarySearch(before, 0, values.Length, weight);
        return values[Math.Clamp(found >= 0 ? found : ~found - 1, 0, values.Length - 1)];
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
