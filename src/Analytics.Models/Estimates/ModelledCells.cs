using Analytics.Models.Rollups;

namespace Analytics.Models.Estimates;

/// <summary>The typical rate of a cell of reports through the model: the mean of the middles of those in it, so that what is thin leans on its relatives.</summary>
internal sealed class ModelledCells
{
    private readonly PayCells _cells;
    private readonly double[] _counts;
    private readonly double[] _middles;
    private readonly double[] _deviations;
    private readonly Dictionary<PayFactor[], Dictionary<Int128, Middle>> _groups = [];

    /// <param name="model">May be of an earlier day: the words of <paramref name="cells"/> that it never met take their parents.</param>
    public ModelledCells(PayModel model, PayCells cells)
    {
        _cells = cells;
        (_counts, _middles, _deviations) = (new double[cells.Cells], new double[cells.Cells], new double[cells.Cells]);
        // What studies alone tell of is no cell of reports.
        foreach (var entry in cells.Entries.Where(e => e.Fold != PayCells.NoFold))
            _counts[entry.Cell] += entry.Count;
        int[][] known = [.. PayCells.Factors.Select(f => cells.Words[(int)f].Words.Select(model.Words[(int)f].Find).ToArray())];
        var codes = new int[known.Length];
        for (var cell = 0; cell < cells.Cells; cell++)
        {
            var told = cells.CodesOf(cell);
            for (var f = 0; f < codes.Length; f++)
                codes[f] = known[f][told[f]];
            (_middles[cell], _deviations[cell]) = (model.Location.At(codes), Math.Sqrt(model.Variance(codes)));
        }
    }

    /// <summary>The estimate of <paramref name="rollup"/>'s cell; null where no row of the model is in it.</summary>
    public Estimate? Of(Rollup rollup)
    {
        var (factors, words) = Told(rollup.Cell);
        var codes = new int[PayCells.Factors.Length];
        for (var i = 0; i < factors.Length; i++)
            codes[(int)factors[i]] = _cells.Words[(int)factors[i]].Find(words[i]);
        if (!MixedDesign.IsMet(factors, codes) || !Group(factors).TryGetValue(MixedDesign.Key(factors, codes), out var middle))
            return null;
        // The deviation of a mean of middles is at most the mean of their deviations, however they go together.
        var median = MedianPay.Around(middle.Sum / middle.Count, middle.Deviations / middle.Count);
        return new()
        {
            Cell = rollup.Cell,
            Measure = rollup.Measure,
            Basis = EstimateBasis.Modelled,
            Typical = CellEstimator.Cents(median.Median),
            Low = CellEstimator.Cents(median.Low),
            High = CellEstimator.Cents(median.High),
            Workers = rollup.Contributors,
            Imputed = rollup.Imputed > 0,
        };
    }

    private Dictionary<Int128, Middle> Group(PayFactor[] factors)
    {
        var known = _groups.Keys.FirstOrDefault(k => k.SequenceEqual(factors));
        if (known is not null)
            return _groups[known];
        var groups = new Dictionary<Int128, Middle>();
        for (var cell = 0; cell < _cells.Cells; cell++)
        {
            if (_counts[cell] == 0)
                continue;
            var key = MixedDesign.Key(factors, _cells.CodesOf(cell));
            var before = groups.GetValueOrDefault(key);
            groups[key] = new(before.Count + _counts[cell], before.Sum + _counts[cell] * _middles[cell], before.Deviations + _counts[cell] * _deviations[cell]);
        }

        return _groups[factors] = groups;
    }

    private static (PayFactor[] Factors, string[] Words) Told(Cell cell)
    {
        (PayFactor Factor, string? Word)[] all =
        [
            (PayFactor.Platform, cell.Platform), (PayFactor.TaskType, cell.TaskType is { } task ? Term.Of(task) : null),
            (PayFactor.Country, cell.Country), (PayFactor.Experience, cell.Experience is { } experience ? Term.Of(experience) : null),
        ];
        var told = all.Where(a => a.Word is not null).ToList();
        return ([.. told.Select(a => a.Factor)], [.. told.Select(a => a.Word!)]);
    }

    private readonly record struct Middle(double Count, double Sum, double Deviations);
}
