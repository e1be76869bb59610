namespace Analytics.Models.Evidence;

/// <summary>What a figure is a statistic of.</summary>
public enum Statistic
{
    /// <summary>One case, offer or rate.</summary>
    Single,
    Mean,
    Median,

    /// <summary>From a low to a high end, the shape between unknown.</summary>
    Range,

    /// <summary>Quantiles of a distribution.</summary>
    Quantiles,
}

/// <summary>Which hours an hourly figure divides by (METHOD.md §1).</summary>
public enum PayBasis
{
    /// <summary>The source does not say.</summary>
    Unknown,

    /// <summary>Pay ÷ time on paid tasks.</summary>
    PaidOnly,

    /// <summary>Pay after fees and costs ÷ paid and unpaid time.</summary>
    AllIn,
}
