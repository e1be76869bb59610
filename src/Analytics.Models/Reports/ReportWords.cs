namespace Analytics.Models.Reports;

/// <summary>How many tasks a worker has done on a platform.</summary>
public enum TasksDone
{
    UnderTen,
    TenToHundred,
    HundredToThousand,
    OverThousand,
}

/// <summary>What a worker had to pass for the work.</summary>
public enum Qualification
{
    /// <summary>Open to everybody.</summary>
    None,

    /// <summary>A test or training of the platform.</summary>
    Test,

    /// <summary>A level or badge earned by work done: Masters, Level 2, Top Rated.</summary>
    Reputation,

    /// <summary>A degree, licence or examination outside the platform.</summary>
    Credential,
}

/// <summary>Whether the pay has come.</summary>
public enum PaymentState
{
    Paid,
    Waiting,

    /// <summary>Some of the work was rejected, and only the rest paid.</summary>
    PartlyRejected,

    /// <summary>Nothing was paid.</summary>
    Refused,
}

/// <summary>How much work there was to be had.</summary>
public enum WorkAvailable
{
    Plenty,
    Some,
    Little,
    None,
}

/// <summary>Why the rules want a person to look at a report before it counts.</summary>
public enum HoldReason
{
    /// <summary>The catalogue does not know the platform.</summary>
    UnknownPlatform,

    /// <summary>Pay per hour far from what people report of the like (METHOD.md §2: more than 3.5 robust standard deviations).</summary>
    Outlier,

    /// <summary>Far more reports than usual of the same platform and work on the day (METHOD.md §6).</summary>
    Burst,

    /// <summary>The same as another report.</summary>
    Duplicate,

    /// <summary>The form was filled in faster than a person reads it, or by a program.</summary>
    Hasty,

    /// <summary>A person refused it, and it was corrected since.</summary>
    RefusedBefore,
}

/// <summary>What the operator decided of a held report.</summary>
public enum ReviewOutcome
{
    Accepted,
    Refused,
}
