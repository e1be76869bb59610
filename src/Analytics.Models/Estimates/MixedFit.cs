namespace Analytics.Models.Estimates;

/// <summary>A fitted model: effects on the scale of logarithms.</summary>
internal sealed class MixedFit
{
    private readonly MixedSolution _solution;
    private readonly SparseInverse _inverse;

    public MixedFit(MixedDesign design, double[] ratios, MixedSolution solution, SparseInverse inverse, double scale)
    {
        (Design, Ratios, _solution, _inverse, Scale) = (design, ratios, solution, inverse, scale);
        Locations = new double[design.Cells.Cells];
        for (var cell = 0; cell < Locations.Length; cell++)
        {
            foreach (var effect in design.EffectsOf(cell))
                Locations[cell] += effect < 0 ? 0 : solution.Effects[effect];
        }
    }

    public MixedDesign Design { get; }

    /// <summary>Each random term's variance over the error's.</summary>
    public double[] Ratios { get; }

    /// <summary>Variance of the error; of Student's errors, of their pseudo-values.</summary>
    public double Variance => _solution.Variance;

    /// <summary>Square of the scale of Student's errors that the fit rests on; 0 with normal errors.</summary>
    public double Scale { get; }

    /// <summary>The middle of every cell.</summary>
    public double[] Locations { get; }

    /// <summary>Variance of every cell's location: x'C⁻¹x σ².</summary>
    public double[] Variances() => [.. Enumerable.Range(0, Locations.Length).Select(CellVariance)];

    /// <summary>The same by the codes of all factors.</summary>
    public Dictionary<Int128, double> CellVariances()
    {
        var variances = new Dictionary<Int128, double>(Locations.Length);
        for (var cell = 0; cell < Locations.Length; cell++)
            variances.Add(MixedDesign.Key(PayCells.Factors, Design.Cells.CodesOf(cell)), CellVariance(cell));
        return variances;
    }

    /// <summary>The effects by what they are of.</summary>
    public EffectTable Effects()
    {
        var intercept = Design.Size - 1;
        var terms = Design.Random.Select((term, t) => Effects(t, term.Factors, Ratios[t] * Variance, isPooled: true));
        var fixedTerms = Design.Fixed.Select((factor, f) => Effects(Design.Random.Count + f, [factor], 0, isPooled: false));
        return new(_solution.Effects[intercept], _inverse[intercept, intercept] * Variance, [.. terms, .. fixedTerms]);
    }

    private EffectTerm Effects(int term, PayFactor[] factors, double variance, bool isPooled)
    {
        var levels = Design.LevelsOf(term).ToDictionary(l => l.Key, l => (_solution.Effects[l.Value], _inverse[l.Value, l.Value] * Variance));
        return new(factors, variance, isPooled, levels);
    }

    private double CellVariance(int cell)
    {
        var effects = Design.EffectsOf(cell);
        var sum = 0.0;
        for (var i = 0; i < effects.Length; i++)
        {
            if (effects[i] < 0)
                continue;
            sum += _inverse[effects[i], effects[i]];
            for (var j = 0; j < i; j++)
                sum += effects[j] < 0 ? 0 : 2 * _inverse[effects[i], effects[j]];
        }

        return Math.Max(0, sum) * Variance;
    }
}

/// <summary>A fit on all folds that take part, and one without each of them at the same variance ratios.</summary>
internal sealed record CrossFit(MixedFit All, MixedFit?[] Without)
{
    public static CrossFit Of(MixedDesign design, double[] values, bool[] takes, ErrorModel errors)
    {
        var all = new MixedModel(design, values, takes, errors).Fit();
        var without = new MixedFit?[Folds.Count];
        Parallel.For(0, Folds.Count, fold =>
        {
            if (takes[fold])
                without[fold] = new MixedModel(design, values, [.. takes.Select((t, f) => t && f != fold)], errors).FitAs(all);
        });
        return new(all, without);
    }
}
