namespace Analytics.Models.Operations;

/// <summary>What an operator does that is written into the log of acts.</summary>
public enum OperatorAct
{
    /// <summary>A set-up link was printed.</summary>
    LinkMade,

    /// <summary>An operator was made by the link.</summary>
    SetUp,

    /// <summary>An operator who was there already got a new password by the link.</summary>
    PasswordReset,

    Login,
    FailedLogin,
    Logout,
    SessionEnded,
    PasswordChanged,
    ReportAccepted,
    ReportRefused,
}

/// <summary>One line of the log of acts.</summary>
/// <param name="Id">Rises with time.</param>
/// <param name="Operator">Name of who did it; null for an act of nobody who is in.</param>
/// <param name="Object">What it was done to: the id of a report or session, or an operator's name; null where the act says all.</param>
public sealed record AuditEntry(long Id, DateTimeOffset At, string? Operator, OperatorAct Act, string? Object);
