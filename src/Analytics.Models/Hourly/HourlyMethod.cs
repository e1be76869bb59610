using Analytics.Models.Evidence;
using Analytics.Models.Money;
using Analytics.Models.Observations;
using Analytics.Models.Platforms;

namespace Analytics.Models.Hourly;

/// <summary>
/// Turns an observation into its two hourly numbers (METHOD.md §1): paid-only = pay ÷ paid hours; all-in = (pay − costs) ÷ (paid + unpaid hours).
/// Values in, values out; every factor is written down.
/// </summary>
public sealed class HourlyMethod(ExchangeRates rates)
{
    /// <summary>Rises whenever the same observation would give another number.</summary>
    public const string Version = "2";

    /// <summary>Hours of work in an hour of sound: between 3 and 5, so 4 is typical.</summary>
    private static readonly RateRange WorkPerAudioHour = new(3, 4, 5);

    /// <summary>The hourly rate of <paramref name="seen"/>.</summary>
    public HourlyRate Apply(Observation seen)
    {
        var factors = new List<Factor>();
        var conversion = rates.ToUsd(1m, seen.Currency, seen.Month);
        if (conversion is null)
        {
            return new HourlyRate
            {
                ObservationId = seen.Id,
                RateMonth = seen.Month,
                Factors = factors,
                PaidOnlyGap = HourlyGap.NoExchangeRate,
                AllInGap = HourlyGap.NoExchangeRate,
            };
        }

        var usd = Amount(seen, factors).Over(conversion.PerUsd);
        if (seen.Currency != "USD")
            factors.Add(new(Factor.ExchangeRate, conversion.PerUsd, $"{seen.Currency} per USD, {conversion.RateMonth:yyyy-MM}", conversion.Source));

        var (hourly, gap) = PerHour(seen, usd, factors);
        var rate = new HourlyRate
        {
            ObservationId = seen.Id,
            RateMonth = conversion.RateMonth,
            RateStale = conversion.Stale,
            PerTask = PerTask(seen, usd, factors),
            Factors = factors,
        };
        if (seen.Basis == PayBasis.AllIn)
            return rate with { AllIn = hourly, AllInGap = hourly is null ? gap : null, PaidOnlyGap = hourly is null ? gap : HourlyGap.PaidTimeNotKnown };
        rate = rate with { PaidOnly = hourly, PaidOnlyGap = gap };
        return hourly is { } paid ? AllIn(seen, paid, conversion.PerUsd, factors, rate) : rate with { AllInGap = gap };
    }

    private static RateRange Amount(Observation seen, List<Factor> factors)
    {
        var low = seen.AmountMin ?? seen.AmountMax ?? 0;
        var high = seen.AmountMax ?? low;
        var amount = seen.Median is { } median
            ? new RateRange(seen.P25 ?? median, median, seen.P75 ?? median)
            : new RateRange(low, (low + high) / 2, high);
        factors.Add(new(Factor.Amount, amount.Typical, $"{seen.Currency} per {Term.Of(seen.Unit)}", "the source"));
        return amount;
    }

    private static (RateRange? Rate, HourlyGap? Gap) PerHour(Observation seen, RateRange usd, List<Factor> factors)
    {
        switch (seen.Unit)
        {
            case PayUnit.Hour:
                return (usd, null);
            case PayUnit.AudioHour:
                factors.Add(new(Factor.AudioHoursOfWork, WorkPerAudioHour.Typical, "working hours per hour of sound (3 to 5)", "METHOD: transcription takes 3 to 5 hours for an hour of sound"));
                return (new(usd.Low / WorkPerAudioHour.High, usd.Typical / WorkPerAudioHour.Typical, usd.High / WorkPerAudioHour.Low), null);
            case PayUnit.Word:
            case PayUnit.Other when seen.Hours is null:
                return (null, HourlyGap.UnitUnknown);
        }

        if (seen.Hours is not > 0)
            return (null, HourlyGap.HoursNotStated);
        factors.Add(new(Factor.Hours, seen.Hours.Value, $"paid hours for the {Term.Of(seen.Unit)}", "the source"));
        return (usd.Over(seen.Hours.Value), null);
    }

    private static RateRange? PerTask(Observation seen, RateRange usd, List<Factor> factors)
    {
        if (seen.Unit == PayUnit.Task)
            return usd;
        if (seen.Unit != PayUnit.Total || seen.Tasks is not > 0)
            return null;
        factors.Add(new(Factor.Tasks, seen.Tasks.Value, "tasks for the total", "the source"));
        return usd.Over(seen.Tasks.Value);
    }

    private static HourlyRate AllIn(Observation seen, RateRange paid, decimal perUsd, List<Factor> factors, HourlyRate rate)
    {
        if (seen.Kind.Coarse() == CoarseKind.Advertised)
            return rate with { AllInGap = HourlyGap.NotEarned };
        if (seen is { UnpaidHours: { } unpaid, Hours: > 0 and var hours })
        {
            // Pay for an hour has not been divided by hours yet, and they are part of this arithmetic.
            if (seen.Unit is PayUnit.Hour or PayUnit.AudioHour)
                factors.Add(new(Factor.Hours, hours, "paid hours", "the source"));
            var earned = paid.Times(hours).Less(Costs(seen, perUsd, factors));
            factors.Add(new(Factor.UnpaidTime, unpaid, "unpaid hours beside the paid ones", "the worker"));
            return rate with { AllIn = earned.Over(hours + unpaid) };
        }

        if (UnpaidTime.ShareFor(seen) is not { } study)
            return rate with { AllInGap = HourlyGap.UnpaidTimeNotKnown };
        var left = seen.Hours is > 0 and var worked ? paid.Less(Costs(seen, perUsd, factors) / worked) : paid;
        factors.Add(new(Factor.UnpaidTime, study.Factor, "all-in hour ÷ paid hour, assumed", study.Source));
        return rate with { AllIn = left.Times(study.Factor), AllInImputed = true };
    }

    private static decimal Costs(Observation seen, decimal perUsd, List<Factor> factors)
    {
        var costs = (seen.Costs ?? 0) / perUsd;
        if (costs != 0)
            factors.Add(new(Factor.Costs, costs, "USD of fees and expenses", "the worker"));
        return costs;
    }
}
