namespace Analytics.Models.Rollups;

/// <summary>
/// Log-bucket counts of positive values: DDSketch (Masson, Rim and Lee, VLDB 2019) without collapse, γ = 1.01/0.99, so that any quantile is
/// within 1 % of the value itself. Merging is a sum and taking away a subtraction. Internal: near-microdata at small n.
/// </summary>
public sealed class LogBuckets
{
    private const double Gamma = 1.01 / 0.99;
    private static readonly double LogGamma = Math.Log(Gamma);
    private readonly SortedDictionary<int, int> counts = [];

    /// <summary>Values counted.</summary>
    public int Count { get; private set; }

    /// <summary>Bucket and count, ascending; no empty buckets.</summary>
    public IEnumerable<KeyValuePair<int, int>> Buckets => counts;

    /// <summary>The bucket of <paramref name="value"/>: ⌈ln x / ln γ⌉.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is not positive and finite.</exception>
    public static int BucketOf(double value) => value > 0 && double.IsFinite(value)
        ? (int)Math.Ceiling(Math.Log(value) / LogGamma)
        : throw new ArgumentOutOfRangeException(nameof(value), value, "Only positive amounts have a bucket.");

    /// <summary>Adds <paramref name="times"/> (or takes away, when negative) counts of the bucket.</summary>
    /// <exception cref="InvalidOperationException">More would be taken away than is there.</exception>
    public void Add(int bucket, int times = 1)
    {
        var now = counts.GetValueOrDefault(bucket) + times;
        if (now < 0)
            throw new InvalidOperationException($"Bucket {bucket} holds {now - times}; {-times} cannot be taken away.");
        if (now == 0)
            counts.Remove(bucket);
        else
            counts[bucket] = now;
        Count += times;
    }

    /// <summary>Counts <paramref name="value"/>.</summary>
    public void Add(double value) => Add(BucketOf(value));

    /// <summary>Adds all of <paramref name="other"/>.</summary>
    public void Merge(LogBuckets other)
    {
        foreach (var (bucket, n) in other.counts)
            Add(bucket, n);
    }

    /// <summary>The discrete <paramref name="q"/>-quantile's bucket value 2γᵇ/(γ+1): the smallest value with at least q·n at or below it.</summary>
    public double Quantile(double q)
    {
        if (Count == 0)
            throw new InvalidOperationException("No values have been counted.");
        var wanted = Math.Max(1, (int)Math.Ceiling(q * Count));
        var seen = 0;
        foreach (var (bucket, n) in counts)
        {
            seen += n;
            if (seen >= wanted)
                return 2 * Math.Pow(Gamma, bucket) / (Gamma + 1);
        }

        return 2 * Math.Pow(Gamma, counts.Keys.Last()) / (Gamma + 1);
    }
}
