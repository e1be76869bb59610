using Analytics.Models.Estimates;
using MathNet.Numerics.Distributions;

namespace Analytics.Models.Tests.Estimates;

/// <summary>Pay drawn from known effects: the same for the same seed.</summary>
internal static class DrawnPay
{
    /// <summary>One row of each of <paramref name="count"/> contributors; an expert's hour pays <paramref name="times"/> what a survey's does.</summary>
    public static PayRow[] Of(int seed, int count, double times = 6, double spread = 0.6)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var (isExpert, platform) = (random.Next(3) == 0, random.Next(4));
            return new PayRow
            {
                Hourly = Math.Exp(1 + (isExpert ? Math.Log(times) : 0) + 0.1 * platform + Normal.Sample(random, 0, spread)),
                Contributor = $"w{seed}-{i}",
                Platform = $"p{platform}",
                TaskType = isExpert ? "ai-training-expert" : "survey",
                Country = $"c{random.Next(5)}",
                Method = "c",
                Year = "2026",
            };
        })];
    }
}
