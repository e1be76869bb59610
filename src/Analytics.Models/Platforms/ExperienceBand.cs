namespace Analytics.Models.Platforms;

/// <summary>How long a worker has done this work.</summary>
public enum ExperienceBand
{
    NoneYet,

    /// <summary>Under 1 month.</summary>
    UnderOneMonth,

    /// <summary>1 to 6 months.</summary>
    OneToSixMonths,

    /// <summary>6 to 24 months.</summary>
    SixToTwentyFourMonths,

    /// <summary>Over 24 months.</summary>
    OverTwentyFourMonths,
}
