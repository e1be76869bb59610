namespace Analytics.Models.Observations;

/// <summary>What an hour of some work has paid so far, as the rollup of its cell has it. USD.</summary>
/// <param name="Observations">Observations behind it.</param>
public sealed record UsualPay(int Observations, double P25, double Median, double P75)
{
    /// <summary>Robust standard deviations of the logarithm beyond which a person must look (METHOD.md §2).</summary>
    public const double MostDeviations = 3.5;

    /// <summary>Observations below which a cell does not tell what is usual.</summary>
    public const int Least = 30;

    // Quartiles of a normal distribution are 1.349 standard deviations apart. A cell where everybody is paid nearly the same is no reason to doubt another rate.
    private const double QuartilesApart = 1.349, LeastDeviation = 0.25;

    /// <summary>Whether there is enough of it to judge by.</summary>
    public bool Tells => Observations >= Least;

    /// <summary>Whether <paramref name="hourly"/> lies further from the median than chance explains.</summary>
    public bool IsFar(double hourly) => Math.Abs(Math.Log(hourly / Median)) > MostDeviations * Math.Max(LeastDeviation, Math.Log(P75 / P25) / QuartilesApart);
}
