using Analytics.Models.Claims;
using Analytics.Models.Estimates;
using Analytics.Models.Evidence;
using Analytics.Models.Hourly;
using Analytics.Models.Money;
using Analytics.Models.Observations;
using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Analytics.Web.Pages.Shared;
using Analytics.Web.Releases;

namespace Analytics.Web.Pages.Checks;

/// <summary>What is known of one claim of pay: what it is as pay per hour, and where that stands. Values in, values out.</summary>
public sealed record ClaimCheck
{
    private static readonly FigureKind[] Measured = [FigureKind.StudyStatistic, FigureKind.SurveyStatistic];

    public required Claim Claim { get; init; }

    /// <summary>The claim as US dollars an hour, or why it is none.</summary>
    public required HourlyRate Rate { get; init; }

    /// <summary>The working time that its text names beside a pay for a longer time; null for none.</summary>
    public ToldHours? Hours { get; init; }

    /// <summary>What evidence may be of, the nearest first.</summary>
    public required IReadOnlyList<Work> Near { get; init; }

    /// <summary>The very work, in the country that the claim names: what is said to be missing is missing of it. Only where any work is near.</summary>
    public Work Wanted => Near[0] with { Country = Claim.Country };

    /// <summary>Where it stands among workers' reports, by each kind of work that is meant; empty where there are none.</summary>
    public IReadOnlyList<ReportsStanding> Reports { get; init; } = [];

    /// <summary>A standing for each kind of figure there is; of a claim that is no pay per hour, the kinds are found all the same, and the amount is 0.</summary>
    public IReadOnlyList<Standing> Standings { get; init; } = [];

    /// <summary>How far promises of its kind run above pay, for the nearest work known; null where it is no promise or that is not known.</summary>
    public AdvertGap? Gap { get; init; }

    /// <summary>The legal minimum of its country; null where no country is named or none is known.</summary>
    public Yardstick? Minimum { get; init; }

    /// <summary>The pay that the evidence has in its middle, reports before studies before surveys; null where nobody's pay is known.</summary>
    public (decimal Usd, FigureKind Kind)? Typical { get; init; }

    /// <summary>US dollars of the whole claim, its upper end; null where there is no exchange rate.</summary>
    public decimal? Usd { get; init; }

    /// <summary>US dollars an hour; null where the claim is no pay per hour.</summary>
    public HourlyPay? Pay => Rate.PaidOnly is { } rate ? new(rate.Low, rate.High) : null;

    /// <summary>Where it stands against somebody's pay that was measured over many.</summary>
    public IEnumerable<Standing> OfPay => Standings.Where(s => Measured.Contains(s.Kind));

    /// <summary>Hours that it takes to bring the whole at <see cref="Typical"/> pay; null for pay per hour or per task, or where such pay is not known.</summary>
    public decimal? HoursNeeded => Pay is null && ToldHours.In(Claim.Unit) is not null && Typical is { } pay ? Usd / pay.Usd : null;

    /// <summary>Checks <paramref name="claim"/> against the evidence of a release.</summary>
    /// <param name="statements">What its text says beside pay.</param>
    /// <param name="month">The month whose exchange rate counts.</param>
    /// <param name="self">Id of the figure that the claim became, which is no evidence for it.</param>
    public static ClaimCheck Of(ShownRelease release, Claim claim, IEnumerable<Statement> statements, DateOnly month, string? self = null)
    {
        var hours = ToldHours.Of(claim, statements);
        var rates = new ExchangeRates(release.Release.ExchangeRates.Where(r => r.Currency == claim.Currency).Select(r => new ExchangeRate(r.Month, r.Currency, r.PerUsd, r.Source)));
        var rate = new HourlyMethod(rates).Apply(Seen(claim, hours, month));
        var near = Work.NearTo(claim, release.Release);
        var amount = rate.PaidOnly is { } paid ? new HourlyPay(paid.Low, paid.High) : default;
        IReadOnlyList<ReportsStanding> reports = [.. ReportsStanding.Of(release, near, claim.Country, amount)];
        // Money of one country only is earned there, whether the claim says so or not: what is paid in rupiah is held against pay in Indonesia.
        var country = claim.Country ?? (Countries.All.Where(c => c.Currency == claim.Currency).ToList() is [var only] ? only.Code : null);
        IReadOnlyList<Standing> standings = [.. Standing.Of(release, Work.In(near, country), amount, self)];
        return new()
        {
            Claim = claim,
            Rate = rate,
            Hours = hours,
            Near = near,
            Reports = reports,
            Standings = standings,
            Gap = AdvertGaps.IsPromise(claim.Kind) ? GapOf(release, near, claim.Kind) : null,
            Minimum = claim.Country is { } named ? Yardstick.Of(release, named) : null,
            Typical = reports is [var nearest, ..] ? (nearest.Cell.Median!.Value, FigureKind.SelfReport)
                : standings.FirstOrDefault(s => Measured.Contains(s.Kind)) is { } studied ? (studied.Middle, studied.Kind) : null,
            Usd = rates.ToUsd(claim.AmountMax, claim.Currency, month)?.Usd,
        };
    }

    private static Observation Seen(Claim claim, ToldHours? hours, DateOnly month) => new()
    {
        Id = "",
        Origin = "",
        OriginKind = OriginKind.Claim,
        Status = ObservationStatus.Accepted,
        Kind = claim.Kind,
        Tier = claim.Tier,
        Statistic = claim.AmountMin == claim.AmountMax ? Statistic.Single : Statistic.Range,
        Platform = claim.Platform,
        TaskType = claim.TaskType,
        Month = new(month.Year, month.Month, 1),
        AmountMin = claim.AmountMin,
        AmountMax = claim.AmountMax,
        Bound = claim.Bound,
        Currency = claim.Currency,
        Unit = claim.Unit,
        Tasks = claim.Tasks,
        Hours = claim.Hours ?? hours?.Most,
    };

    private static AdvertGap? GapOf(ShownRelease release, IReadOnlyList<Work> near, FigureKind kind) =>
        near.Select(w => release.Release.AdvertGaps.FirstOrDefault(g => g.Kind == kind && g.Platform == w.Platform && g.TaskType == w.Task)).FirstOrDefault(g => g is not null);
}
