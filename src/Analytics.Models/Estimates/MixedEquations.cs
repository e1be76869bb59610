namespace Analytics.Models.Estimates;

/// <summary>Sums of the weighted observations of each cell: what the equations of a mixed model need of them.</summary>
internal sealed class CellSums(int cells)
{
    private readonly double[] _weight = new double[cells];
    private readonly double[] _sum = new double[cells];

    /// <summary>Observations.</summary>
    public double Count { get; private set; }

    /// <summary>Σ w y².</summary>
    public double Squares { get; private set; }

    public void Add(int cell, double count, double weight, double value)
    {
        Count += count;
        _weight[cell] += weight;
        _sum[cell] += weight * value;
        Squares += weight * value * value;
    }

    public double Weight(int cell) => _weight[cell];

    public double Sum(int cell) => _sum[cell];
}

/// <summary>
/// Henderson's mixed model equations (Biometrics 31, 1975) in ratios γ of each random term's variance to the error's:
/// [Z'WZ + Γ⁻¹, Z'WX; X'WZ, X'WX] b = [Z'Wy; X'Wy].
/// </summary>
internal sealed class MixedEquations
{
    private readonly MixedDesign _design;
    private readonly double[] _values;
    private readonly double[] _diagonal;
    private readonly double[] _right;
    private readonly double _count;
    private readonly double _squares;
    private readonly SparseCholesky _factor;

    public MixedEquations(MixedDesign design, SparseCholesky factor, CellSums sums)
    {
        (_design, _factor, _count, _squares) = (design, factor, sums.Count, sums.Squares);
        _values = new double[design.Pattern.Columns.Length];
        _diagonal = new double[design.Size];
        _right = new double[design.Size];
        for (var cell = 0; cell < design.Cells.Cells; cell++)
            Add(cell, sums.Weight(cell), sums.Sum(cell));
    }

    /// <summary>The solution for <paramref name="ratios"/>, by random term; the factor is left as of it.</summary>
    public MixedSolution Solve(IReadOnlyList<double> ratios)
    {
        var diagonal = (double[])_diagonal.Clone();
        for (var term = 0; term < ratios.Count; term++)
        {
            for (var i = _design.Starts[term]; i < _design.Starts[term + 1]; i++)
                diagonal[i] += 1 / ratios[term];
        }

        _factor.Factor(_values, diagonal);
        var effects = (double[])_right.Clone();
        _factor.Solve(effects);
        var residual = _squares;
        for (var i = 0; i < effects.Length; i++)
            residual -= effects[i] * _right[i];
        var levels = _design.Starts[ratios.Count];
        var degrees = Math.Max(1e-9, _count - (_factor.Rank - levels));
        var variance = Math.Max(residual, 1e-12 * Math.Max(_squares, 1e-300)) / degrees;
        var deviance = degrees * Math.Log(variance) + _factor.LogDeterminant;
        for (var term = 0; term < ratios.Count; term++)
            deviance += Levels(term) * Math.Log(ratios[term]);
        return new(effects, variance, deviance, degrees);
    }

    /// <summary>
    /// The ratios after one round of Fellner and Schall from <paramref name="solution"/>, the last that was solved: u'u / (σ² (q − tr(C⁻¹)/γ)) of each random term.
    /// </summary>
    public double[] Step(double[] ratios, MixedSolution solution)
    {
        var inverse = _factor.Inverse();
        var next = new double[ratios.Length];
        for (var term = 0; term < ratios.Length; term++)
        {
            var (trace, squares) = (0.0, 0.0);
            for (var i = _design.Starts[term]; i < _design.Starts[term + 1]; i++)
            {
                trace += inverse[i, i];
                squares += solution.Effects[i] * solution.Effects[i];
            }

            var freedom = Math.Max(1e-9, Levels(term) - trace / ratios[term]);
            next[term] = Reml.Bound(squares / (solution.Variance * freedom));
        }

        return next;
    }

    private int Levels(int term) => _design.Starts[term + 1] - _design.Starts[term];

    private void Add(int cell, double weight, double sum)
    {
        if (weight == 0)
            return;
        var effects = _design.EffectsOf(cell);
        var pairs = _design.PairsOf(cell);
        var pair = 0;
        for (var later = 0; later < effects.Length; later++)
        {
            if (effects[later] >= 0)
            {
                _diagonal[effects[later]] += weight;
                _right[effects[later]] += sum;
            }

            for (var earlier = 0; earlier < later; earlier++, pair++)
            {
                if (pairs[pair] >= 0)
                    _values[pairs[pair]] += weight;
            }
        }
    }
}

/// <summary>A solution of the equations.</summary>
/// <param name="Effects">Of every column of the design; 0 where nothing tells it.</param>
/// <param name="Variance">Of the error.</param>
/// <param name="Deviance">−2 ln of the restricted likelihood, but for a constant.</param>
/// <param name="Degrees">Observations less independent fixed effects.</param>
internal sealed record MixedSolution(double[] Effects, double Variance, double Deviance, double Degrees);
