using System.Runtime.InteropServices;

namespace Analytics.Models.Rollups;

/// <summary>
/// How much each observation of a cell weighs, so that nobody moves it alone (METHOD.md §2). A contributor's observations are alike: n of them together tell as much as
/// n ÷ (1 + (n − 1) · <see cref="Alike"/>), never more than two. Of the whole, one contributor weighs at most a tenth, and one origin (form, or one file format) at most a quarter where four or more
/// exist. What is above its share weighs less, evenly; nothing is left out. A batch is of one contributor, and so capped with it.
/// </summary>
public static class Caps
{
    /// <summary>Correlation of what one contributor's months pay: decision 0011, measured on public data.</summary>
    public const double Alike = 0.5;

    /// <summary>The most that one contributor may weigh in a cell.</summary>
    public const double Contributor = 0.10;

    /// <summary>The most that one origin may weigh, where there are <see cref="LeastOrigins"/> or more.</summary>
    public const double Origin = 0.25;

    public const int LeastOrigins = 4;

    /// <summary>An origin exists in a cell from so many observations on: three stray files shall not take the form's word away.</summary>
    public const int LeastOfOrigin = 10;

    // Each cap loosens the other a little; it settles within a few rounds.
    private const int Rounds = 8;
    private const double Near = 1e-9;

    /// <summary>The weight of each observation; null where all weigh 1.</summary>
    /// <param name="who">Whom each counts as, numbered from 0.</param>
    /// <param name="origins">How each came, numbered from 0.</param>
    public static double[]? Weights(ReadOnlySpan<int> who, ReadOnlySpan<byte> origins)
    {
        var counts = new Dictionary<int, int>();
        foreach (var one in who)
            CollectionsMarshal.GetValueRefOrAddDefault(counts, one, out _)++;
        var manyWays = Amounts(origins).Count(n => n >= LeastOfOrigin) >= LeastOrigins;
        if (!manyWays && counts.Count == who.Length)
            return null;
        var weights = new double[who.Length];
        for (var i = 0; i < weights.Length; i++)
            weights[i] = 1 / (1 + (counts[who[i]] - 1) * Alike);
        for (var round = 0; round < Rounds; round++)
        {
            var changed = Limit(weights, who, Contributor);
            if (manyWays)
                changed |= Limit(weights, Widened(origins), Origin);
            if (!changed)
                break;
        }

        return weights;
    }

    /// <summary>The most that any of <paramref name="amounts"/> may be for none to be above <paramref name="share"/> of their sum; the least of them where that cannot be.</summary>
    public static double Level(IReadOnlyCollection<double> amounts, double share)
    {
        var (all, most) = (amounts.Sum(), amounts.Max());
        if (most <= share * all * (1 + Near))
            return double.PositiveInfinity;
        var falling = amounts.Where(a => a > 0).OrderDescending().ToArray();
        var rest = all;
        for (var capped = 0; capped < falling.Length; capped++)
        {
            var level = 1 - share * capped <= Near ? 0 : share * rest / (1 - share * capped);
            if (level <= 0)
                break;
            if (falling[capped] <= level * (1 + Near))
                return level;
            rest -= falling[capped];
        }

        return falling[^1];
    }

    private static bool Limit(double[] weights, ReadOnlySpan<int> groups, double share)
    {
        var sums = new Dictionary<int, double>();
        for (var i = 0; i < weights.Length; i++)
            CollectionsMarshal.GetValueRefOrAddDefault(sums, groups[i], out _) += weights[i];
        var level = Level(sums.Values, share);
        if (!sums.Values.Any(s => s > level * (1 + 1e-6)))
            return false;
        for (var i = 0; i < weights.Length; i++)
            weights[i] *= Math.Min(1, level / sums[groups[i]]);
        return true;
    }

    private static int[] Amounts(ReadOnlySpan<byte> groups)
    {
        var counts = new int[byte.MaxValue + 1];
        foreach (var group in groups)
            counts[group]++;
        return counts;
    }

    private static int[] Widened(ReadOnlySpan<byte> groups)
    {
        var wide = new int[groups.Length];
        for (var i = 0; i < wide.Length; i++)
            wide[i] = groups[i];
        return wide;
    }
}
