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
    public const string Version = "1";

    /// <summary>USD an hour outside which a person must look (METHOD.md §2).</summary>
    public const decimal LeastHourly = 0.05m, MostHourly = 500m;

    private const int HoursInAMonth = 31 * 24;

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

    /// <summary>The observation that a worker's report makes.</summary>
    public Observation Accept(Report report) => Decide(new Observation
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
        Unit = PayUnit.Total,
        Tasks = report.Tasks,
        Hours = report.PaidHours,
        UnpaidHours = report.UnpaidHours,
        Costs = report.Costs,
        Contributor = report.Contributor,
    });

    private Observation Decide(Observation seen, bool pooled = false)
    {
        if (seen.Platform is null && seen.TaskType is null && !pooled)
            return Refused(seen, AcceptanceReason.NoSubject);
        if (new[] { seen.AmountMax, seen.AmountMin, seen.Median }.All(a => a is null or <= 0))
            return Refused(seen, AcceptanceReason.NoAmount);
        if (rates.ToUsd(1, seen.Currency, seen.Month) is null)
            return Refused(seen, AcceptanceReason.UnknownCurrency);
        if (seen.Contributor is not null && (seen.Hours ?? 0) + (seen.UnpaidHours ?? 0) > HoursInAMonth)
            return Held(seen, AcceptanceReason.ImpossibleHours);
        return Hourly(seen) is < LeastHourly or > MostHourly ? Held(seen, AcceptanceReason.OutsideRange) : seen;
    }

    /// <summary>A first look at USD an hour, for the gate alone; null where hours are not known.</summary>
    private decimal? Hourly(Observation seen)
    {
        var amount = seen.Median ?? seen.AmountMax ?? seen.AmountMin ?? 0;
        var hours = seen.Unit == PayUnit.Hour ? 1 : seen.Hours is > 0 ? seen.Hours : null;
        return hours is null ? null : rates.ToUsd(amount / hours.Value, seen.Currency, seen.Month)?.Usd;
    }

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
