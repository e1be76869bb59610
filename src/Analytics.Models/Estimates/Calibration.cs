namespace Analytics.Models.Estimates;

/// <summary>
/// Where the pay of a share of persons lies, in spreads from the middle: quantiles of left-out residuals, of the first group asked that has enough
/// contributors (Mondrian conformal prediction: Vovk, Gammerman and Shafer, Algorithmic Learning in a Random World, 2005, §4.5).
/// </summary>
internal sealed class Calibration
{
    /// <summary>Contributors below which a group takes its parent's quantiles (METHOD.md §3).</summary>
    public const int LeastGroup = 100;

    /// <summary>The groups, the first asked first; the last is all. Finer ones only add noise, as the spread is pooled over them already: decision 0012.</summary>
    private static readonly PayFactor[][] Groups = [[PayFactor.TaskType], [PayFactor.Experience], []];

    private readonly Dictionary<Int128, Quantiles>[] _quantiles;

    /// <param name="levels">Of every group, as <see cref="Levels"/> has them.</param>
    public Calibration(IReadOnlyList<CalibrationLevel> levels)
    {
        Levels = levels;
        _quantiles = [.. levels.Select((level, l) => level.Groups.ToDictionary(g => MixedDesign.Key(Groups[l], g.Codes), g => g.Quantiles))];
    }

    public IReadOnlyList<CalibrationLevel> Levels { get; }

    /// <summary>Contributors that it was made from.</summary>
    public double Contributors => _quantiles[^1].Values.Single().Count;

    /// <summary>The quantiles of each group of the residuals of some entries of <paramref name="cells"/>, in spreads.</summary>
    public static Calibration Of(PayCells cells, double[] residuals, int[] entries)
    {
        var sorted = (int[])entries.Clone();
        Array.Sort(Array.ConvertAll(sorted, i => residuals[i]), sorted);
        return new((CalibrationLevel[])[.. Groups.Select((factors, level) => Level(cells, residuals, sorted, factors, level == Groups.Length - 1 ? 0 : LeastGroup))]);
    }

    /// <summary>The quantiles for one whose factors have these codes.</summary>
    public Quantiles For(ReadOnlySpan<int> codes)
    {
        for (var level = 0; ; level++)
        {
            if (MixedDesign.IsMet(Groups[level], codes) && _quantiles[level].TryGetValue(MixedDesign.Key(Groups[level], codes), out var found))
                return found;
        }
    }

    private static CalibrationLevel Level(PayCells cells, double[] residuals, int[] sorted, PayFactor[] factors, int least)
    {
        var (groups, ofCell) = MixedDesign.Groups(cells, factors);
        var members = new List<int>?[groups.Count];
        foreach (var i in sorted)
            (members[ofCell[cells.Entries[i].Cell]] ??= []).Add(i);
        var quantiles = new List<CalibratedGroup>();
        for (var cell = 0; cell < ofCell.Length; cell++)
        {
            if (members[ofCell[cell]] is not { } of)
                continue;
            members[ofCell[cell]] = null;
            if (of.Sum(i => cells.Entries[i].Count) >= least)
                quantiles.Add(new(cells.CodesOf(cell).ToArray(), Quantiles.Of([.. of.Select(i => (residuals[i], cells.Entries[i].Count))])));
        }

        return new(factors, quantiles);
    }
}

/// <summary>The groups that some factors make and that have contributors enough.</summary>
internal sealed record CalibrationLevel(PayFactor[] Factors, IReadOnlyList<CalibratedGroup> Groups);

/// <summary>One group.</summary>
/// <param name="Codes">Of all factors, of a member: those that make the group are every member's.</param>
internal sealed record CalibratedGroup(int[] Codes, Quantiles Quantiles);

/// <summary>Standardised residuals at 10, 50 and 90 in a hundred, and of how many contributors.</summary>
internal sealed record Quantiles(double Low, double Middle, double High, double Count)
{
    /// <summary>
    /// Of <paramref name="sorted"/> residuals with counts: those that a share of 1, 5 and 9 in ten of n + 1 lie below. Between two of them it is read off the line, as the next higher one
    /// would hold for more than is said, and in many small groups noticeably so.
    /// </summary>
    public static Quantiles Of((double Residual, double Count)[] sorted)
    {
        var count = sorted.Sum(r => r.Count);
        return new(At(sorted, 0.1 * (count + 1)), At(sorted, 0.5 * (count + 1)), At(sorted, 0.9 * (count + 1)), count);
    }

    // Each residual stands in the middle of its own count.
    private static double At((double Residual, double Count)[] sorted, double rank)
    {
        var (below, before) = (0.0, (Rank: 0.0, Value: double.NaN));
        foreach (var (residual, count) in sorted)
        {
            var at = below + (count + 1) / 2;
            if (at >= rank)
                return double.IsNaN(before.Value) ? residual : before.Value + (rank - before.Rank) / (at - before.Rank) * (residual - before.Value);
            (below, before) = (below + count, (at, residual));
        }

        return before.Value;
    }
}
