using Analytics.Models.Platforms;
using Analytics.Models.Rollups;

namespace Analytics.Models.Estimates;

/// <summary>What one person told by these words makes an hour, by the model: USD, before tax.</summary>
/// <param name="Platform">Catalogue slug; null for a platform like any other.</param>
/// <param name="Experience">Null where it is not told.</param>
/// <param name="Country">ISO 3166 two-letter code; null where it is not told.</param>
/// <param name="Typical">Half of such persons get less.</param>
public sealed record PersonalEstimate(PayMeasure Measure, TaskType TaskType, string? Platform, ExperienceBand? Experience, string? Country, double Typical)
{
    /// <summary>A tenth of such persons get less; null where too few contributors were there to calibrate on.</summary>
    public double? Low { get; init; }

    /// <summary>A tenth of such persons get more.</summary>
    public double? High { get; init; }
}
