using Analytics.Models.Rollups;
using MathNet.Numerics.Distributions;

namespace Analytics.Models.Estimates;

/// <summary>What one person's hour pays, by what is told: USD.</summary>
/// <param name="Low">A tenth of persons get less; null where too few contributors were there to calibrate on.</param>
/// <param name="High">A tenth of persons get more; null as <paramref name="Low"/>.</param>
public readonly record struct PayPrediction(double? Low, double Median, double? High);

/// <summary>The median of those told by the same: USD.</summary>
/// <param name="Low">Lower end of its interval of 90 in a hundred.</param>
/// <param name="High">Upper end.</param>
public readonly record struct MedianPay(double Low, double Median, double High)
{
    private static readonly double Deviations = Normal.InvCDF(0, 1, (1 + Rollup.MedianLevel) / 2);

    /// <summary>Of a median whose logarithm is <paramref name="log"/>, give or take <paramref name="deviation"/>: normal at that level.</summary>
    public static MedianPay Around(double log, double deviation)
    {
        var half = Deviations * deviation;
        return new(Math.Exp(log - half), Math.Exp(log), Math.Exp(log + half));
    }

    /// <summary>The standard deviation behind an interval whose ends' logarithms are <paramref name="width"/> apart.</summary>
    public static double Deviation(double width) => width / (2 * Deviations);
}

/// <summary>A fitted model: the middle, the spread of persons about it, and where their shares lie.</summary>
internal sealed class PayModel
{
    /// <summary>Contributors below which no interval for a person is given (METHOD.md §2).</summary>
    public const int LeastCalibrated = 100;

    private static readonly PayFactor[] Subjects = [PayFactor.Platform, PayFactor.TaskType];

    private readonly Lazy<Dictionary<Int128, PayPrediction>> _met;

    public PayModel() => _met = new(Met);

    public required IReadOnlyList<WordCodes> Words { get; init; }

    public required EffectTable Location { get; init; }

    public required EffectTable Spread { get; init; }

    /// <summary>How unsure the middle of each combination is that was met, by the codes of all factors.</summary>
    public required IReadOnlyDictionary<Int128, double> CellVariances { get; init; }

    public required Calibration Calibration { get; init; }

    /// <summary>What each word of a factor makes of pay.</summary>
    public required IReadOnlyList<PayEffect> Effects { get; init; }

    /// <summary>What one person told by <paramref name="row"/> gets; its own pay plays no part.</summary>
    public PayPrediction Predict(PayRow row) => Predict(PayCells.CodesOf(Words, row));

    /// <summary>The same for codes of all factors; -1 for a word never met.</summary>
    public PayPrediction Predict(ReadOnlySpan<int> codes) =>
        codes.IndexOf(-1) < 0 && _met.Value.TryGetValue(MixedDesign.Key(PayCells.Factors, codes), out var known) ? known : WorkedOut(codes);

    /// <summary>Whether the model has met the platform or the task type of <paramref name="row"/>, where it knows any and the row tells one: else nothing it knows is near.</summary>
    public bool IsNear(PayRow row)
    {
        PayFactor[] told = [.. Subjects.Where(f => row[f].Length > 0 && Words[(int)f].Words.Any(w => w.Length > 0))];
        return told.Length == 0 || told.Any(f => Words[(int)f].Find(row[f]) >= 0);
    }

    /// <summary>The median of all persons with these codes, which is as sure as the evidence is much.</summary>
    public MedianPay Median(ReadOnlySpan<int> codes) => MedianPay.Around(Location.At(codes), Math.Sqrt(Variance(codes)));

    /// <summary>Variance of the middle's logarithm for these codes.</summary>
    public double Variance(ReadOnlySpan<int> codes) =>
        codes.IndexOf(-1) < 0 && CellVariances.TryGetValue(MixedDesign.Key(PayCells.Factors, codes), out var met) ? met : Location.VarianceAt(codes);

    // Combinations that were met are asked for again and again.
    private Dictionary<Int128, PayPrediction> Met() => CellVariances.Keys.ToDictionary(key => key, key => WorkedOut(MixedDesign.CodesOf(PayCells.Factors, key)));

    private PayPrediction WorkedOut(ReadOnlySpan<int> codes)
    {
        var middle = Location.At(codes);
        var spread = PayFit.SpreadOf(Spread.At(codes), Variance(codes));
        var quantiles = Calibration.For(codes);
        double At(double quantile) => Math.Exp(middle + spread * quantile);
        return Calibration.Contributors < LeastCalibrated
            ? new(null, At(quantiles.Middle), null)
            : new(At(quantiles.Low), At(quantiles.Middle), At(quantiles.High));
    }
}
