using Analytics.Models.Claims;
using Analytics.Models.Evidence;
using Analytics.Models.Money;
using Analytics.Models.Platforms;
using Analytics.Models.Reports;
using Analytics.Models.Storage;

namespace Analytics.Models.Observations;

/// <summary>
/// Decides what becomes data. Every origin ends as an observation, accepted, held or refused, and what is not accepted has its reason.
/// Values in, values out.
/// </summary>
public sealed class AcceptanceRules(ExchangeRates rates)
{
    /// <summary>Rises whenever the same origin would be decided otherwise.</summary>
    public const string Version = "4";

    /// <summary>USD an hour outside which a person must look (METHOD.md §2).</summary>
    public const decimal LeastHourly = 0.05m, MostHourly = 500m;

    /// <summary>How long a report waits after it came in or was corrected: time for its neighbours to show what it is part of (METHOD.md §6).</summary>
    public static readonly TimeSpan Quarantine = TimeSpan.FromHours(72);

    /// <summary>Id of the observation that <paramref name="story"/> makes.</summary>
    public static string IdOf(Story story) => Key.Of("claim", story.Key, Version);

    /// <summary>The observation that a story makes; the first claim is the original.</summary>
    public Observation Accept(Story story)
    {
        var claim = story.Original.Claim;
        return Decide(new Observation
        {
            Id = IdOf(story),
            OriginKind = OriginKind.Claim,
            Origin = story.Original.Id,
            Status = ObservationStatus.Accepted,
            Kind = claim.Kind,
            Tier = claim.Tier,
            Statistic = claim.AmountMin == claim.AmountMax ? Statistic.Single : Statistic.Range,
            Platform = claim.Platform,
            TaskType = claim.TaskType,
            Experience = claim.ExperienceBand,
            Country = claim.Country,
            Month = FirstDay(story.Original.When),
            AmountMin = claim.AmountMin,
            AmountMax = claim.AmountMax,
            Bound = claim.Bound,
            Currency = claim.Currency,
            Unit = claim.Unit,
            Tasks = claim.Tasks,
            TasksBound = claim.TasksBound,
            Hours = claim.Hours,
        });
    }

    /// <summary>The observation that a figure of the catalogue makes.</summary>
    public Observation Accept(PublishedFigure figure) => Decide(new Observation
    {
        Id = Key.Of("figure", figure.Id, Version),
        OriginKind = OriginKind.Figure,
        Origin = figure.Id,
        Status = ObservationStatus.Accepted,
        Kind = figure.Kind,
        Tier = figure.Tier,
        Statistic = figure.Statistic,
        Basis = figure.Basis,
        Platform = figure.Platform,
        TaskType = figure.TaskType,
        Experience = figure.ExperienceBand,
        Country = figure.Country,
        Month = MonthOf(figure),
        AmountMin = figure.AmountMin,
        AmountMax = figure.AmountMax,
        Bound = figure.Bound,
        Currency = figure.Currency,
        Unit = figure.Unit,
        Hours = figure.Hours,
        Workers = figure.Workers,
        P10 = figure.P10,
        P25 = figure.P25,
        Median = figure.Median,
        P75 = figure.P75,
        P90 = figure.P90,
    }, pooled: figure.Pool is not null);

    /// <summary>The observation that a worker's report makes at <paramref name="now"/>: held while in quarantine.</summary>
    public Observation Accept(Report report, DateTimeOffset now)
    {
        var decided = Accept(report);
        var waits = decided.Status == ObservationStatus.Accepted && report is { Simulated: false, Review: null } && now < (report.RevisedAt ?? report.ReceivedAt) + Quarantine;
        return waits ? Held(decided, AcceptanceReason.Quarantine) : decided;
    }

    /// <summary>The observation that a worker's report makes once its quarantine is over.</summary>
    public Observation Accept(Report report)
    {
        var decided = Decide(Seen(report), report.Review == ReviewOutcome.Accepted);
        return decided.Status == ObservationStatus.Refused ? decided : report switch
        {
            { Review: ReviewOutcome.Refused } => Refused(decided, AcceptanceReason.ReviewRefused),
            { Hold: { } why, Review: null } => Held(decided, ReasonOf(why)),
            _ => decided,
        };
    }

    private static Observation Seen(Report report) => new()
    {
        Id = Key.Of("report", report.Id, Version),
        OriginKind = OriginKind.Report,
        Origin = report.Id,
        Status = ObservationStatus.Accepted,
        Kind = report.Kind,
        Tier = report.Kind == FigureKind.TrackerLog ? EvidenceTier.B : EvidenceTier.C,
        Platform = report.Platform,
        TaskType = report.TaskType,
        Experience = report.Experience,
        Country = report.Country,
        Month = report.Month,
        AmountMin = report.Pay,
        AmountMax = report.Pay,
        Bound = Bound.Exact,
        Currency = report.Currency,
        Unit = report.Unit,
        Tasks = report.Tasks,
        Hours = report.PaidHours,
        UnpaidHours = report.UnpaidHours,
        Costs = report.Costs,
        Contributor = report.CountsAs ?? report.Contributor,
        KeylessOn = report.Keyless ? DateOnly.FromDateTime(report.ReceivedAt.UtcDateTime) : null,
        Batch = report.Batch,
    };

    private static AcceptanceReason ReasonOf(HoldReason why) => why switch
    {
        HoldReason.UnknownPlatform => AcceptanceReason.UnknownPlatform,
        HoldReason.Outlier => AcceptanceReason.Outlier,
        HoldReason.Burst => AcceptanceReason.Burst,
        HoldReason.Duplicate => AcceptanceReason.Duplicate,
        HoldReason.Hasty => AcceptanceReason.Hasty,
        HoldReason.RefusedBefore => AcceptanceReason.RefusedBefore,
        _ => throw new ArgumentOutOfRangeException(nameof(why), why, null),
    };

    /// <param name="looked">Whether a person has looked at it and let it pass: then only what cannot be worked with at all is refused.</param>
    /// <param name="pooled">Whether it is a figure of many platforms and tasks together.</param>
    private Observation Decide(Observation seen, bool looked = false, bool pooled = false)
    {
        if (seen.Platform is null && seen.TaskType is null && !pooled)
            return Refused(seen, AcceptanceReason.NoSubject);
        decimal?[] amounts = [seen.AmountMax, seen.AmountMin, seen.Median];
        if (amounts.All(a => a is null or 0) || amounts.Append(seen.Costs).Any(a => a < 0))
            return Refused(seen, AcceptanceReason.NoAmount);
        if (rates.ToUsd(1, seen.Currency, seen.Month) is null)
            return Refused(seen, AcceptanceReason.UnknownCurrency);
        if (looked)
            return seen;
        if (seen.Hours < 0 || seen.UnpaidHours < 0 || (seen.Hours ?? 0) + (seen.UnpaidHours ?? 0) > HoursIn(seen))
            return Held(seen, AcceptanceReason.ImpossibleHours);
        return Hourly(seen).Any(h => h is < LeastHourly or > MostHourly) ? Held(seen, AcceptanceReason.OutsideRange) : seen;
    }

    /// <summary>A first look at USD an hour, for the gate alone: both ends, and what is left after told costs and unpaid hours. Empty where hours are not known.</summary>
    private IEnumerable<decimal> Hourly(Observation seen)
    {
        // An hour of sound is gated as if it were one of work: that only errs towards letting a person look.
        var hours = seen.Unit is PayUnit.Hour or PayUnit.AudioHour ? 1 : seen.Hours ?? 0;
        if (hours <= 0)
            return [];
        var low = seen.Median ?? seen.AmountMin ?? seen.AmountMax ?? 0;
        var high = seen.Median ?? seen.AmountMax ?? low;
        var left = (low - (seen.Costs ?? 0)) / (hours + (seen.UnpaidHours ?? 0));
        return from amount in new[] { low / hours, high / hours, left } select rates.ToUsd(amount, seen.Currency, seen.Month)!.Usd;
    }

    // The hours there are in what the amount is for; a worker's total is a month's.
    private static decimal HoursIn(Observation seen) => seen.Unit switch
    {
        PayUnit.Day => 24,
        PayUnit.Week => 7 * 24,
        PayUnit.Month => 31 * 24,
        PayUnit.Year => 366 * 24,
        _ when seen.Contributor is not null => DateTime.DaysInMonth(seen.Month.Year, seen.Month.Month) * 24,
        _ => decimal.MaxValue,
    };

    private static Observation Refused(Observation seen, AcceptanceReason why) => seen with { Status = ObservationStatus.Refused, Reason = why };

    private static Observation Held(Observation seen, AcceptanceReason why) => seen with { Status = ObservationStatus.Held, Reason = why };

    // A figure of a year, or of several, takes the middle month's exchange rate.
    private static DateOnly MonthOf(PublishedFigure figure)
    {
        var from = figure.YearFrom ?? figure.YearTo ?? figure.Source.Seen?.Year ?? throw new ArgumentException($"The figure {figure.Id} has no year.");
        var months = ((figure.YearTo ?? from) - from) * 12;
        return new DateOnly(from, 7, 1).AddMonths(months / 2);
    }

    private static DateOnly FirstDay(DateOnly day) => new(day.Year, day.Month, 1);
}
