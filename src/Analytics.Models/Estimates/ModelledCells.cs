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

    public ModelledCells(PayModel model, PayCells cells)
    {
        _cells = cells;
        _counts = new double[cells.Cells];
        foreach (var entry in cells.Entries)
            _counts[entry.Cell] += entry.Count;
        _middles = [.. Enumerable.Range(0, cells.Cells).Select(cell => model.Location.At(cells.CodesOf(cell)))];
        _deviations = [.. Enumerable.Range(0, cells.Cells).Select(cell => Math.Sqrt(model.Variance(cells.CodesOf(cell))))];
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
