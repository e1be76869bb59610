namespace Analytics.Models.Rollups;

/// <summary>Exact statistics of one cell's reports. USD an hour, before tax.</summary>
/// <param name="Contributors">Distinct contributors; those who sent without a key of earlier reports count as one for a day together.</param>
/// <param name="Observations">Observations: at most one per contributor, platform, task type and month.</param>
/// <param name="Imputed">Of those, how many all-in rates assume their unpaid time.</param>
/// <param name="MedianLow">Lower end of the 90 % interval of the median.</param>
public sealed record Rollup(
    Cell Cell, PayMeasure Measure, int Contributors, int Observations, int Imputed,
    double P10, double P25, double Median, double P75, double P90, double MedianLow, double MedianHigh)
{
    /// <summary>Confidence level of the interval of the median.</summary>
    public const double MedianLevel = 0.90;

    /// <summary>Which figures hold whichever one contributor is taken away.</summary>
    public Steadiness Steadiness { get; init; }

    /// <summary>The cell's written key.</summary>
    public string Key => Cell.ToString();

    /// <summary>The rollup of one cell.</summary>
    public static Rollup Of(Cell cell, PayMeasure measure, int contributors, int imputed, SortedSample sample, Steadiness steadiness = default)
    {
        var (low, high) = sample.MedianInterval(MedianLevel);
        return new(cell, measure, contributors, sample.Count, imputed,
            sample.Quantile(0.10), sample.Quantile(0.25), sample.Quantile(0.50), sample.Quantile(0.75), sample.Quantile(0.90), low, high)
        {
            Steadiness = steadiness,
        };
    }

    /// <summary>Relative standard error of the median, from its interval: half width ÷ 1.645 ÷ median.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public double MedianVariation => (MedianHigh - MedianLow) / (2 * 1.6449) / Median;
}
