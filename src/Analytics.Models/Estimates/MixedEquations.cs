namespace Analytics.Models.Estimates;

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
    private double _squares;
    private double[] _factored = [];

    /// <param name="weights">Σ w of each cell.</param>
    /// <param name="count">Observations.</param>
    public MixedEquations(MixedDesign design, double[] weights, double count)
    {
        (_design, _count, Factor) = (design, count, new SparseCholesky(design.Shape));
        _values = new double[design.Shape.Pattern.Columns.Length];
        _diagonal = new double[design.Size];
        _right = new double[design.Size];
        for (var cell = 0; cell < weights.Length; cell++)
            Add(cell, weights[cell]);
    }

    /// <summary>The factor of the equations, as of the ratios last solved for.</summary>
    public SparseCholesky Factor { get; }

    /// <summary>Takes other observations of the same weights.</summary>
    /// <param name="sums">Σ w y of each cell.</param>
    /// <param name="squares">Σ w y² of all.</param>
    public void Take(double[] sums, double squares)
    {
        Array.Clear(_right);
        _squares = squares;
        for (var cell = 0; cell < sums.Length; cell++)
        {
            if (sums[cell] == 0)
                continue;
            foreach (var effect in _design.EffectsOf(cell))
            {
                if (effect >= 0)
                    _right[effect] += sums[cell];
            }
        }
    }

    /// <summary>The solution for <paramref name="ratios"/>, by random term; the factor is left as of it.</summary>
    public MixedSolution Solve(IReadOnlyList<double> ratios)
    {
        FactorFor(ratios);
        var effects = (double[])_right.Clone();
        Factor.Solve(effects);
        var residual = _squares;
        for (var i = 0; i < effects.Length; i++)
            residual -= effects[i] * _right[i];
        var levels = _design.Starts[ratios.Count];
        // Observations less independent fixed effects.
        var degrees = Math.Max(1e-9, _count - (Factor.Rank - levels));
        var variance = Math.Max(residual, 1e-12 * Math.Max(_squares, 1e-300)) / degrees;
        var deviance = degrees * Math.Log(variance) + Factor.LogDeterminant;
        for (var term = 0; term < ratios.Count; term++)
            deviance += Levels(term) * Math.Log(ratios[term]);
        return new(effects, variance, deviance);
    }

    /// <summary>
    /// The ratios after one round of Fellner and Schall from <paramref name="solution"/>, the last that was solved: u'u / (σ² (q − tr(C⁻¹)/γ)) of each random term.
    /// </summary>
    public double[] Step(double[] ratios, MixedSolution solution)
    {
        var inverse = Factor.Inverse();
        var next = new double[ratios.Length];
        for (var term = 0; term < ratios.Length; term++)
        {
            var (trace, squares) = (0.0, 0.0);
            for (var i = _design.Starts[term]; i < _design.Starts[term + 1]; i++)
            {
                trace += inverse.Diagonal(i);
                squares += solution.Effects[i] * solution.Effects[i];
            }

            var freedom = Math.Max(1e-9, Levels(term) - trace / ratios[term]);
            next[term] = Reml.Bound(squares / (solution.Variance * freedom));
        }

        return next;
    }

    private int Levels(int term) => _design.Starts[term + 1] - _design.Starts[term];

    // Observations of the same weights are solved for again and again.
    private void FactorFor(IReadOnlyList<double> ratios)
    {
        if (_factored.Length > 0 && _factored.SequenceEqual(ratios))
            return;
        var diagonal = (double[])_diagonal.Clone();
        for (var term = 0; term < ratios.Count; term++)
        {
            for (var i = _design.Starts[term]; i < _design.Starts[term + 1]; i++)
                diagonal[i] += 1 / ratios[term];
        }

        Factor.Factor(_values, diagonal);
        _factored = [.. ratios];
    }

    private void Add(int cell, double weight)
    {
        if (weight == 0)
            return;
        var effects = _design.EffectsOf(cell);
        var pairs = _design.PairsOf(cell);
        var pair = 0;
        for (var later = 0; later < effects.Length; later++)
        {
            if (effects[later] >= 0)
                _diagonal[effects[later]] += weight;
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
internal sealed record MixedSolution(double[] Effects, double Variance, double Deviance);
