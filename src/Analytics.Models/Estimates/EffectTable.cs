namespace Analytics.Models.Estimates;

/// <summary>Effects on the scale of logarithms, by what they are of.</summary>
/// <param name="InterceptVariance">How unsure the intercept is.</param>
/// <param name="Covariances">Of the intercept and of the effects of single factors by <see cref="EffectLevel.Row"/>, each row up to its diagonal; empty where there are too many.</param>
internal sealed record EffectTable(double Intercept, double InterceptVariance, IReadOnlyList<EffectTerm> Terms, IReadOnlyList<double[]> Covariances)
{
    /// <summary>The sum of the effects of these codes; what was never met adds nothing.</summary>
    public double At(ReadOnlySpan<int> codes)
    {
        var sum = Intercept;
        foreach (var term in Terms)
            sum += term.At(codes).Effect;
        return sum;
    }

    /// <summary>Variance of that sum, but for what effects of combinations share with each other and with other factors; a level never met has its term's whole variance.</summary>
    public double VarianceAt(ReadOnlySpan<int> codes)
    {
        var sum = InterceptVariance;
        var rows = new List<int> { 0 };
        foreach (var term in Terms)
        {
            var level = term.At(codes);
            sum += level.Variance + level.Shared;
            if (level.Row > 0)
                rows.Add(level.Row);
        }

        for (var i = 1; i < rows.Count; i++)
        {
            for (var j = 0; j < i; j++)
                sum += 2 * Covariances[Math.Max(rows[i], rows[j])][Math.Min(rows[i], rows[j])];
        }

        return Math.Max(0, sum);
    }
}

/// <summary>The effects of one factor, or of a combination of factors.</summary>
/// <param name="Variance">Of a pooled term's levels; 0 for fixed effects.</param>
/// <param name="Levels">By <see cref="MixedDesign.Key"/>.</param>
internal sealed record EffectTerm(PayFactor[] Factors, double Variance, bool IsPooled, IReadOnlyDictionary<Int128, EffectLevel> Levels)
{
    public EffectLevel At(ReadOnlySpan<int> codes) =>
        MixedDesign.IsMet(Factors, codes) && Levels.TryGetValue(MixedDesign.Key(Factors, codes), out var level) ? level : new(0, Variance, 0, 0, 0);
}

/// <summary>An effect, how unsure it is, and how many contributors it rests on, as the model counts them.</summary>
/// <param name="Row">Of a single factor, its row among the covariances; 0 where it has none.</param>
/// <param name="Shared">Of a combination, twice its covariances with the intercept and with the effects of its own factors.</param>
internal readonly record struct EffectLevel(double Effect, double Variance, double Count, int Row, double Shared);
