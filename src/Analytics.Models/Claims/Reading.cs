namespace Analytics.Models.Claims;

/// <summary>Why a figure in a text did not become a claim.</summary>
public enum PassedOver
{
    /// <summary>Revenue, funding, valuation, settlement or budget of a company.</summary>
    CompanyMoney,

    /// <summary>A price, fee, subscription, course or cost.</summary>
    Price,

    /// <summary>Payout minimum, sign-up or referral bonus, prize, gift or benefit.</summary>
    NotForWork,

    /// <summary>A goal, piece of advice, worked example or hypothetical.</summary>
    Hypothetical,

    /// <summary>An employee's salary or a legal minimum.</summary>
    Wage,

    /// <summary>A bracketed or "about" conversion of a claim already read.</summary>
    Conversion,

    /// <summary>The same amount, unit and platform again.</summary>
    Repeated,

    /// <summary>Nothing in the sentence says that it is pay.</summary>
    NotPay,

    /// <summary>It stands in a block longer than any that a person writes, past the part that is read.</summary>
    TooLong,
}

/// <summary>A figure that was seen and is not a claim, with the reason.</summary>
public sealed record PassedOverFigure(string Quote, Place Place, PassedOver Reason);

/// <summary>All that was read from an article.</summary>
public sealed record Reading(
    IReadOnlyList<Claim> Claims, IReadOnlyList<Statement> Statements, IReadOnlyList<PassedOverFigure> PassedOver);
