namespace Analytics.Models.Hourly;

/// <summary>Why a number is missing from an hourly rate.</summary>
public enum HourlyGap
{
    /// <summary>Pay for a task, day, month or total, and the source does not say how long it took.</summary>
    HoursNotStated,

    /// <summary>The unit is none that hours can be given for.</summary>
    UnitUnknown,

    /// <summary>All-in: unpaid time and costs are not told, and no study of unpaid time supports an assumption for this kind of work.</summary>
    UnpaidTimeNotKnown,

    /// <summary>An offer says what is promised, not what is earned: no all-in is worked out from it.</summary>
    NotEarned,

    /// <summary>Only the pay including unpaid time is known.</summary>
    PaidTimeNotKnown,

    /// <summary>No exchange rate.</summary>
    NoExchangeRate,
}

/// <summary>USD for an hour or a task: low, typical, high. A single value has all three equal.</summary>
public readonly record struct RateRange(decimal Low, decimal Typical, decimal High)
{
    /// <summary>The range of one value.</summary>
    public static RateRange Of(decimal value) => new(value, value, value);

    /// <summary>All three times <paramref name="factor"/>.</summary>
    public RateRange Times(decimal factor) => new(Low * factor, Typical * factor, High * factor);

    /// <summary>All three divided by <paramref name="divisor"/>.</summary>
    public RateRange Over(decimal divisor) => new(Low / divisor, Typical / divisor, High / divisor);

    /// <summary>All three less <paramref name="amount"/>.</summary>
    public RateRange Less(decimal amount) => new(Low - amount, Typical - amount, High - amount);
}

/// <summary>One step of the arithmetic, so that every number can be recomputed by hand.</summary>
/// <param name="Name">What is multiplied or divided by, a fixed word: <c>amount</c>, <c>exchange-rate</c>, <c>hours</c>, <c>tasks</c>, <c>audio-hours-of-work</c>, <c>unpaid-time</c>, <c>costs</c>.</param>
/// <param name="Value">The factor's value.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="Source">Where it comes from.</param>
public sealed record Factor(string Name, decimal Value, string Unit, string Source)
{
    public const string Amount = "amount", ExchangeRate = "exchange-rate", Hours = "hours", Tasks = "tasks",
        AudioHoursOfWork = "audio-hours-of-work", UnpaidTime = "unpaid-time", Costs = "costs";
}

/// <summary>An observation turned into pay per hour: two numbers, each present or missing for a reason (METHOD.md §1). USD before tax.</summary>
public sealed record HourlyRate
{
    public required string ObservationId { get; init; }

    /// <summary>Version of the method that made it.</summary>
    public string MethodVersion { get; init; } = HourlyMethod.Version;

    /// <summary>Month of the exchange rate that was used.</summary>
    public required DateOnly RateMonth { get; init; }

    /// <summary>Whether that rate was older than 60 days at the month of the pay.</summary>
    public bool RateStale { get; init; }

    /// <summary>Pay ÷ paid hours.</summary>
    public RateRange? PaidOnly { get; init; }

    public HourlyGap? PaidOnlyGap { get; init; }

    /// <summary>(Pay − fees − costs) ÷ (paid + unpaid hours).</summary>
    public RateRange? AllIn { get; init; }

    public HourlyGap? AllInGap { get; init; }

    /// <summary>Whether the unpaid time behind <see cref="AllIn"/> was assumed from studies.</summary>
    public bool AllInImputed { get; init; }

    /// <summary>USD per task, where the number of tasks is known or pay is per task.</summary>
    public RateRange? PerTask { get; init; }

    /// <summary>The arithmetic, in order.</summary>
    public required IReadOnlyList<Factor> Factors { get; init; }
}
