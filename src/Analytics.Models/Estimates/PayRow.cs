namespace Analytics.Models.Estimates;

/// <summary>What a row of pay is told by; null or empty where it is not told.</summary>
public enum PayFactor
{
    Platform,
    TaskType,
    Country,
    Experience,
    Expertise,

    /// <summary>How the pay was measured: evidence tier, and paid-only or all-in.</summary>
    Method,
    Year,
}

/// <summary>One person's pay for an hour, or a study's figure of many, with what it is told by.</summary>
public sealed record PayRow
{
    /// <summary>USD an hour, positive.</summary>
    public required double Hourly { get; init; }

    /// <summary>Whose pay it is; empty for a row of its own.</summary>
    public string Contributor { get; init; } = "";

    public string Platform { get; init; } = "";

    public string TaskType { get; init; } = "";

    public string Country { get; init; } = "";

    public string Experience { get; init; } = "";

    public string Expertise { get; init; } = "";

    /// <summary>Evidence tier and which hours it divides by, as one word.</summary>
    public string Method { get; init; } = "";

    public string Year { get; init; } = "";

    /// <summary>A contributor's rows of one platform, task type and period weigh as one row together.</summary>
    public string Period { get; init; } = "";

    /// <summary>Precision beside a row of weight 1: the evidence tier's, times what the table says.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>Workers behind a study's figure; null for one person's pay.</summary>
    public int? Workers { get; init; }

    /// <summary>The row's word for <paramref name="factor"/>.</summary>
    public string this[PayFactor factor] => factor switch
    {
        PayFactor.Platform => Platform,
        PayFactor.TaskType => TaskType,
        PayFactor.Country => Country,
        PayFactor.Experience => Experience,
        PayFactor.Expertise => Expertise,
        PayFactor.Method => Method,
        PayFactor.Year => Year,
        _ => throw new ArgumentOutOfRangeException(nameof(factor)),
    };
}
