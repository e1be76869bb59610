namespace Analytics.Models.Estimates;

/// <summary>A fitted model: effects on the scale of logarithms.</summary>
internal sealed class MixedFit
{
    // Levels of single factors whose covariances are told: as many columns of the inverse are solved for.
    private const int MostCovariances = 500;

    private readonly MixedSolution _solution;
    private readonly SparseCholesky _factor;
    private SparseInverse? _inverse;

    /// <param name="factor">As the solution left it, and as it stays while variances are asked for.</param>
    public MixedFit(MixedDesign design, double[] ratios, MixedSolution solution, SparseCholesky factor, double scale)
    {
        (Design, Ratios, _solution, _factor, Scale) = (design, ratios, solution, factor, scale);
        Locations = new double[design.Cells.Cells];
        for (var cell = 0; cell < Locations.Length; cell++)
        {
            foreach (var effect in design.EffectsOf(cell))
                Locations[cell] += effect < 0 ? 0 : solution.Effects[effect];
        }
    }

    public MixedDesign Design { get; }

    // Most fits are steps on the way to another, and nobody asks how sure they are.
    private SparseInverse Inverse => _inverse ??= _factor.Inverse();

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
    /// <param name="withCovariances">Whether anyone will ask how sure their sum is, of combinations that the fit has not.</param>
    public EffectTable Effects(bool withCovariances)
    {
        var intercept = Design.Size - 1;
        var (counts, rows) = (Counts(), withCovariances ? Rows() : []);
        var terms = Design.Random.Select((term, t) => Effects(t, term.Factors, Ratios[t] * Variance, isPooled: true, counts, rows));
        var fixedTerms = Design.Fixed.Select((factor, f) => Effects(Design.Random.Count + f, [factor], 0, isPooled: false, counts, rows));
        return new(_solution.Effects[intercept], Inverse.Diagonal(intercept) * Variance, [.. terms, .. fixedTerms], Covariances(rows));
    }

    /// <summary>Each word's effect beside that of the word of the same factor that most persons told, of words told often enough; factors by themselves only.</summary>
    public IReadOnlyList<PayEffect> Contrasts()
    {
        var counts = Counts();
        return [.. Enumerable.Range(0, Design.Random.Count + Design.Fixed.Count).Where(term => Design.FactorsOf(term).Length == 1).SelectMany(term => Contrasts(term, counts))
            .OrderBy(e => e.Factor).ThenByDescending(e => e.Count).ThenBy(e => e.Word, StringComparer.Ordinal)];
    }

    private IEnumerable<PayEffect> Contrasts(int term, double[] counts)
    {
        var factor = Design.FactorsOf(term)[0];
        var words = Design.Cells.Words[(int)factor].Words;
        var levels = Design.LevelsOf(term).Select(l => (Word: words[(int)l.Key], At: l.Value))
            .Where(l => l.Word.Length > 0 && counts[l.At] >= PayEffect.Least)
            .OrderByDescending(l => counts[l.At]).ThenBy(l => l.Word, StringComparer.Ordinal).Take(PayEffect.Most).ToList();
        return levels.Skip(1).Select(l => PayEffect.Of(factor, l.Word, levels[0].Word, Contrast(l.At, levels[0].At), counts[l.At]));
    }

    // The variance of a difference from the equations themselves: two levels need not be neighbours in the factor, whose inverse is known on its pattern only.
    private (double Log, double Variance) Contrast(int level, int against)
    {
        var right = new double[Design.Size];
        (right[level], right[against]) = (1, -1);
        _factor.Solve(right);
        return (_solution.Effects[level] - _solution.Effects[against], Math.Max(0, right[level] - right[against]) * Variance);
    }

    private double[] Counts()
    {
        var counts = new double[Design.Size];
        foreach (var entry in Design.Cells.Entries.Where(e => e.Fold != PayCells.NoFold))
        {
            for (var term = 0; term < Design.Random.Count + Design.Fixed.Count; term++)
                counts[Design.Effect(term, Design.Cells.CodesOf(entry.Cell))] += entry.Count;
        }

        return counts;
    }

    // The intercept is row 0; then every level of a single factor.
    private Dictionary<int, int> Rows()
    {
        var single = Enumerable.Range(0, Design.Random.Count + Design.Fixed.Count).Where(t => Design.FactorsOf(t).Length == 1).SelectMany(Design.LevelsOf).Select(l => l.Value).ToList();
        return single.Count > MostCovariances ? [] : single.Prepend(Design.Size - 1).Index().ToDictionary(x => x.Item, x => x.Index);
    }

    private double[][] Covariances(Dictionary<int, int> rows)
    {
        var covariances = new double[rows.Count][];
        foreach (var (effect, row) in rows)
        {
            var column = new double[Design.Size];
            column[effect] = 1;
            _factor.Solve(column);
            covariances[row] = [.. rows.Where(r => r.Value <= row).OrderBy(r => r.Value).Select(r => column[r.Key] * Variance)];
        }

        return covariances;
    }

    private EffectTerm Effects(int term, PayFactor[] factors, double variance, bool isPooled, double[] counts, Dictionary<int, int> rows)
    {
        var shared = factors.Length > 1 && rows.Count > 0 ? Shared(term, factors) : [];
        return new(factors, variance, isPooled, Design.LevelsOf(term).ToDictionary(l => l.Key, l => new EffectLevel(
            _solution.Effects[l.Value], Inverse.Diagonal(l.Value) * Variance, counts[l.Value], rows.GetValueOrDefault(l.Value), shared.GetValueOrDefault(l.Value))));
    }

    // An effect of a combination stands in the pattern beside the intercept and the effects of its own factors, of any cell that has it.
    private Dictionary<int, double> Shared(int term, PayFactor[] factors)
    {
        var own = Enumerable.Range(0, Design.Width).Where(t => t == Design.Width - 1 || (Design.FactorsOf(t) is { Length: 1 } one && factors.Contains(one[0]))).ToList();
        var shared = new Dictionary<int, double>();
        for (var cell = 0; cell < Design.Cells.Cells; cell++)
        {
            var effects = Design.EffectsOf(cell);
            var pairs = Design.PairsOf(cell);
            if (shared.ContainsKey(effects[term]))
                continue;
            var sum = 0.0;
            foreach (var other in own)
            {
                var (later, earlier) = (Math.Max(term, other), Math.Min(term, other));
                var pair = pairs[later * (later - 1) / 2 + earlier];
                sum += pair < 0 ? 0 : 2 * Inverse.At(pair) * Variance;
            }

            shared.Add(effects[term], sum);
        }

        return shared;
    }

    private double CellVariance(int cell)
    {
        var sum = 0.0;
        foreach (var effect in Design.EffectsOf(cell))
            sum += effect < 0 ? 0 : Inverse.Diagonal(effect);
        foreach (var pair in Design.PairsOf(cell))
            sum += pair < 0 ? 0 : 2 * Inverse.At(pair);
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
