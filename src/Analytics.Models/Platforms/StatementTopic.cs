namespace Analytics.Models.Platforms;

/// <summary>What a statement beside pay is about.</summary>
public enum StatementTopic
{
    /// <summary>Hours worked, and when.</summary>
    WorkingTime,
    TasksDone,

    /// <summary>What the work consists of.</summary>
    WorkContent,
    PayoutMethod,
    MinimumPayout,
    Fee,

    /// <summary>Who may join, and who is sought.</summary>
    WhoMayJoin,

    /// <summary>Qualification or reputation, and what they open.</summary>
    Qualification,

    /// <summary>What newcomers meet.</summary>
    Newcomers,

    /// <summary>Open, waitlist or closed.</summary>
    Availability,
    DaysToPayment,
    RejectionOrDeactivation,
}
