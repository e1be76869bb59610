namespace Analytics.Models.Estimates;

/// <summary>Effects on the scale of logarithms, by what they are of.</summary>
/// <param name="InterceptVariance">How unsure the intercept is.</param>
internal sealed record EffectTable(double Intercept, double InterceptVariance, IReadOnlyList<EffectTerm> Terms)
{
    /// <summary>The sum of the effects of these codes; what was never met adds nothing.</summary>
    public double At(ReadOnlySpan<int> codes)
    {
        var sum = Intercept;
        foreach (var term in Terms)
            sum += term.At(codes).Effect;
        return sum;
    }

    /// <summary>Variance of that sum as if the effects were told apart; a level never met has its term's whole variance.</summary>
    public double VarianceAt(ReadOnlySpan<int> codes)
    {
        var sum = InterceptVariance;
        foreach (var term in Terms)
            sum += term.At(codes).Variance;
        return sum;
    }
}

/// <summary>The effects of one factor, or of a combination of factors.</summary>
/// <param name="Variance">Of a pooled term's levels; 0 for fixed effects.</param>
/// <param name="Levels">By <see cref="MixedDesign.Key"/>.</param>
internal sealed record EffectTerm(PayFactor[] Factors, double Variance, bool IsPooled, IReadOnlyDictionary<Int128, EffectLevel> Levels)
{
    public EffectLevel At(ReadOnlySpan<int> codes) =>
        MixedDesign.IsMet(Factors, codes) && Levels.TryGetValue(MixedDesign.Key(Factors, codes), out var level) ? level : new(0, Variance, 0);
}

/// <summary>An effect, how unsure it is, and how many contributors it rests on, as the model counts them.</summary>
internal readonly record struct EffectLevel(double Effect, double Variance, double Count);
