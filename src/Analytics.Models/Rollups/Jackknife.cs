namespace Analytics.Models.Rollups;

/// <summary>Which figures of a cell hold whichever one contributor, and with it any batch, is taken away.</summary>
public enum Steadiness
{
    /// <summary>Median and 75th percentile.</summary>
    Steady,

    /// <summary>The median alone: nothing else of the cell is published.</summary>
    MedianOnly,

    /// <summary>Not even the median: the cell is not published, blank <c>UNSTABLE</c>.</summary>
    Unsteady,
}

/// <summary>Takes away one contributor after the other and sees how far the figures move (METHOD.md §6).</summary>
public static class Jackknife
{
    /// <summary>The largest change that may come of one contributor's leaving, as a share.</summary>
    public const double Most = 0.10;

    /// <param name="who">Whom each value of <paramref name="sample"/> counts as, in its order.</param>
    public static Steadiness Judge(SortedSample sample, int[] who) =>
        !Holds(sample, who, 0.50) ? Steadiness.Unsteady : !Holds(sample, who, 0.75) ? Steadiness.MedianOnly : Steadiness.Steady;

    private static bool Holds(SortedSample sample, int[] who, double q)
    {
        var now = sample.Quantile(q);
        bool Near(double value) => value <= now * (1 + Most) && now <= value * (1 + Most);
        bool SurelyNear(double weight) => sample.Around(q, weight) is var (low, high) && Near(low) && Near(high);

        var weights = new Dictionary<int, double>();
        for (var i = 0; i < who.Length; i++)
            weights[who[i]] = weights.GetValueOrDefault(who[i]) + sample.Weight(i);
        if (SurelyNear(weights.Values.Max()))
            return true;
        return weights.All(one => SurelyNear(one.Value) || (sample.Where(i => who[i] != one.Key) is { } rest && Near(rest.Quantile(q))));
    }
}
