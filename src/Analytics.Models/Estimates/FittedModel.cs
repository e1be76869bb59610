namespace Analytics.Models.Estimates;

/// <summary>What a prediction rests on.</summary>
public enum PredictionBasis
{
    /// <summary>The model has met every word that was told.</summary>
    Modelled,

    /// <summary>Some word was never met: what stands above it speaks in its place.</summary>
    Parent,

    /// <summary>Nothing near was ever met: no number.</summary>
    Refused,
}

/// <summary>A prediction with what it rests on.</summary>
/// <param name="Predicted">Null where it is refused.</param>
/// <param name="Unknown">What was told by a word that the model never met.</param>
public sealed record PayAnswer(PredictionBasis Basis, PayPrediction? Predicted, IReadOnlyList<PayFactor> Unknown);

/// <summary>What one factor, or several together, makes of pay: times the pay of an average of its words.</summary>
/// <param name="Low">Lower end of its interval of 90 in a hundred.</param>
/// <param name="High">Upper end.</param>
public sealed record ExplainedEffect(IReadOnlyList<PayFactor> Factors, double Times, double Low, double High);

/// <summary>How many contributors tell of a factor's word, or of several together, as the model counts them.</summary>
public sealed record NearEvidence(IReadOnlyList<PayFactor> Factors, double Count);

/// <summary>How a prediction comes about.</summary>
/// <param name="Median">Of all persons told by the same.</param>
/// <param name="Start">USD an hour that the effects multiply.</param>
/// <param name="Nearest">The nearest first.</param>
public sealed record PayExplanation(PayAnswer Answer, MedianPay Median, double Start, IReadOnlyList<ExplainedEffect> Effects, IReadOnlyList<NearEvidence> Nearest);

/// <summary>Predicts pay, and says why.</summary>
public sealed class FittedModel
{
    private readonly PayModel _model;

    internal FittedModel(PayModel model) => _model = model;

    /// <summary>What each word of a factor makes of pay.</summary>
    public IReadOnlyList<PayEffect> Effects => _model.Effects;

    /// <summary>What one person told by <paramref name="row"/> gets; its own pay plays no part.</summary>
    public PayAnswer Predict(PayRow row)
    {
        var codes = PayCells.CodesOf(_model.Words, row);
        if (Array.IndexOf(codes, -1) < 0)
            return new(PredictionBasis.Modelled, _model.Predict(codes), []);
        PayFactor[] unknown = [.. PayCells.Factors.Where(f => row[f].Length > 0 && codes[(int)f] < 0)];
        return !_model.IsNear(row) ? new(PredictionBasis.Refused, null, unknown)
            : new(unknown.Length > 0 ? PredictionBasis.Parent : PredictionBasis.Modelled, _model.Predict(codes), unknown);
    }

    /// <summary>The effects that make the middle of that prediction, and what they rest on.</summary>
    public PayExplanation Explain(PayRow row)
    {
        var codes = PayCells.CodesOf(_model.Words, row);
        var met = _model.Location.Terms.Select(t => (t.Factors, Level: t.At(codes))).Where(t => t.Level.Count > 0 && t.Factors.All(f => row[f].Length > 0)).ToList();
        return new(
            Predict(row),
            _model.Median(codes),
            Math.Exp(_model.Location.Intercept),
            [.. met.OrderBy(t => t.Factors.Length).ThenBy(t => t.Factors[0]).Select(t => Explained(t.Factors, t.Level))],
            [.. met.OrderByDescending(t => t.Factors.Length).ThenBy(t => t.Level.Count).Select(t => new NearEvidence(t.Factors, t.Level.Count))]);
    }

    private static ExplainedEffect Explained(PayFactor[] factors, EffectLevel level)
    {
        var times = MedianPay.Around(level.Effect, Math.Sqrt(level.Variance));
        return new(factors, times.Median, times.Low, times.High);
    }
}
