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
    /// <summary>Of a median whose logarithm is <paramref name="log"/>, give or take <paramref name="deviation"/>: normal at that level.</summary>
    public static MedianPay Around(double log, double deviation)
    {
        var half = Normal.InvCDF(0, 1, (1 + Rollup.MedianLevel) / 2) * deviation;
        return new(Math.Exp(log - half), Math.Exp(log), Math.Exp(log + half));
    }
}

/// <summary>A fitted model: the middle, the spread of persons about it, and where their shares lie.</summary>
internal sealed record PayModel
{
    /// <summary>Contributors below which no interval for a person is given (METHOD.md §2).</summary>
    public const int LeastCalibrated = 100;

    public required IReadOnlyList<WordCodes> Words { get; init; }

    public required EffectTable Location { get; init; }

    public required EffectTable Spread { get; init; }

    /// <summary>How unsure the middle of each combination is that was met, by the codes of all factors.</summary>
    public required IReadOnlyDictionary<Int128, double> CellVariances { get; init; }

    public required Calibration Calibration { get; init; }

    /// <summary>Variance of the location's errors.</summary>
    public required double ErrorVariance { get; init; }

    /// <summary>What one person told by <paramref name="row"/> gets; its own pay plays no part.</summary>
    public PayPrediction Predict(PayRow row) => Predict(PayCells.CodesOf(Words, row));

    /// <summary>The same for codes of all factors; -1 for a word never met.</summary>
    public PayPrediction Predict(ReadOnlySpan<int> codes)
    {
        var middle = Location.At(codes);
        var spread = PayFit.SpreadOf(Spread.At(codes), Variance(codes));
        var quantiles = Calibration.For(codes);
        double At(double quantile) => Math.Exp(middle + spread * quantile);
        return Calibration.Contributors < LeastCalibrated
            ? new(null, At(quantiles.Middle), null)
            : new(At(quantiles.Low), At(quantiles.Middle), At(quantiles.High));
    }

    /// <summary>The median of all persons with these codes, which is as sure as the evidence is much.</summary>
    public MedianPay Median(ReadOnlySpan<int> codes) => MedianPay.Around(Location.At(codes), Math.Sqrt(Variance(codes)));

    /// <summary>Variance of the middle's logarithm for these codes.</summary>
    public double Variance(ReadOnlySpan<int> codes) =>
        codes.IndexOf(-1) < 0 && CellVariances.TryGetValue(MixedDesign.Key(PayCells.Factors, codes), out var met) ? met : Location.VarianceAt(codes);
}
