namespace Analytics.Models.Money;

/// <summary>What an amount is paid for. The written forms are those of read claims: <c>audio-hour</c>, <c>total</c>.</summary>
public enum PayUnit
{
    Hour,

    /// <summary>A task, HIT, survey, test, delivery, article, gig, click or video.</summary>
    Task,
    Day,
    Week,
    Month,
    Year,

    /// <summary>An hour of recorded sound, not of work: transcribing one takes 3 to 5 working hours.</summary>
    AudioHour,
    Word,

    /// <summary>A sum over a period or a number of tasks.</summary>
    Total,
    Other,
}
