namespace Analytics.Models.Estimates;

/// <summary>How many times as much pay goes with one word of a factor as with another, all else alike: "expert AI training pays ×6.1 against surveys".</summary>
/// <param name="Against">The word of the factor that most persons told.</param>
/// <param name="Times">The ratio of pay.</param>
/// <param name="Low">Lower end of its interval of 90 in a hundred.</param>
/// <param name="High">Upper end.</param>
/// <param name="Count">Contributors that told the word, as the model counts them: one's further months count less.</param>
public sealed record PayEffect(PayFactor Factor, string Word, string Against, double Times, double Low, double High, double Count)
{
    /// <summary>Contributors below which a word's effect is not told.</summary>
    internal const double Least = 10;

    /// <summary>Words of one factor that are told of.</summary>
    internal const int Most = 60;

    internal static PayEffect Of(PayFactor factor, string word, string against, (double Log, double Variance) contrast, double count)
    {
        var times = MedianPay.Around(contrast.Log, Math.Sqrt(contrast.Variance));
        return new(factor, word, against, times.Median, times.Low, times.High, count);
    }
}
