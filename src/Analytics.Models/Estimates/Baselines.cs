using Analytics.Models.Rollups;

namespace Analytics.Models.Estimates;

/// <summary>What a model has to beat (METHOD.md §3): each learns from some rows and predicts others.</summary>
internal static class Baselines
{
    public const string LookUpName = "look-up";

    /// <summary>Rows that a look-up needs before it speaks.</summary>
    private const int LeastRows = 5;

    private static readonly double[] Shares = [0.1, 0.5, 0.9];

    private static readonly PayFactor[][] LookUpLevels = [[PayFactor.TaskType, PayFactor.Experience], [PayFactor.Experience], []];

    public static readonly IReadOnlyList<(string Name, Func<IReadOnlyList<PayRow>, Func<PayRow, Predicted>> Learn)> All =
        [("global-median", rows => LookUp(rows, [[]])), (LookUpName, rows => LookUp(rows, LookUpLevels)), ("least-squares", LeastSquares)];

    /// <summary>Quantiles of the first of <paramref name="levels"/> that has rows enough.</summary>
    private static Func<PayRow, Predicted> LookUp(IReadOnlyList<PayRow> rows, PayFactor[][] levels)
    {
        var tables = levels.Select(factors => rows.GroupBy(r => Key(r, factors))
            .Where(g => g.Count() >= LeastRows || factors.Length == 0)
            .ToDictionary(g => g.Key, g => Quantiles(g.Select(r => Math.Log(r.Hourly))))).ToList();
        return row =>
        {
            for (var level = 0; ; level++)
            {
                if (tables[level].TryGetValue(Key(row, levels[level]), out var found))
                    return found;
            }
        };
    }

    /// <summary>Least squares on every factor's words, with the quantiles of what is left.</summary>
    private static Func<PayRow, Predicted> LeastSquares(IReadOnlyList<PayRow> rows)
    {
        var builder = new PayCellsBuilder(seed: 0);
        foreach (var row in rows)
            builder.Add(row with { Contributor = "", Workers = null, Weight = 1 });
        var cells = builder.Build();
        var design = MixedDesign.Of(cells, [], PayCells.Factors, mostFixed: int.MaxValue);
        bool[] all = [.. Enumerable.Repeat(true, Folds.Count + 1)];
        var effects = new MixedModel(design, [.. cells.Entries.Select(e => e.Log)], all, ErrorModel.Normal).Fit().Effects(withCovariances: false);
        double Middle(PayRow row) => effects.At(PayCells.CodesOf(cells.Words, row));
        var left = Quantiles(rows.Select(r => Math.Log(r.Hourly) - Middle(r)));
        return row => Middle(row) is var middle ? new(middle + left.Q10, middle + left.Q50, middle + left.Q90) : default;
    }

    private static Predicted Quantiles(IEnumerable<double> values)
    {
        var sample = new SortedSample([.. values.Order()]);
        return new(sample.Quantile(Shares[0]), sample.Quantile(Shares[1]), sample.Quantile(Shares[2]));
    }

    private static string Key(PayRow row, PayFactor[] factors) => string.Join('\u001f', factors.Select(f => row[f]));
}
