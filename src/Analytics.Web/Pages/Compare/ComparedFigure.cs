using Analytics.Models.Estimates;
using Analytics.Models.Evidence;
using Analytics.Models.Hourly;
using Analytics.Models.Money;
using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;

namespace Analytics.Web.Pages.Compare;

/// <summary>
/// One row of the comparison: what one kind of evidence says of one platform, or of several pooled. USD an hour, before tax.
/// </summary>
/// <param name="Label">The platform's name, or the pool's.</param>
/// <param name="Platform">Slug; null for a pool.</param>
public sealed record ComparedFigure(string Label, string? Platform, FigureKind Kind, EvidenceTier Tier)
{
    /// <summary>The pay; null where only a range is known, or nothing (<see cref="Gap"/>).</summary>
    public decimal? Typical { get; init; }

    public decimal? Low { get; init; }
    public decimal? High { get; init; }
    public decimal? MiddleLow { get; init; }
    public decimal? MiddleHigh { get; init; }

    /// <summary>How exactly the pay is stated.</summary>
    public Bound Bound { get; init; }

    /// <summary>Why there is no pay per hour; null where there is.</summary>
    public HourlyGap? Gap { get; init; }

    /// <summary>Whether unpaid time was assumed.</summary>
    public bool Imputed { get; init; }

    /// <summary>What an estimate rests on; null for a single figure.</summary>
    public EstimateBasis? Basis { get; init; }

    /// <summary>The figure shown, or the one in the middle of several studies; null for reports.</summary>
    public FigureRow? Figure { get; init; }

    /// <summary>The cell of reports; null for what is not from reports.</summary>
    public CellRow? Reports { get; init; }

    /// <summary>Whether there are reports that may not be shown; why says <see cref="CellRow.Blank"/>.</summary>
    public bool IsWithheld => Reports is { Contributors: null };

    /// <summary>Id of the release that computed what is told of reports; null for what is not.</summary>
    public string? FromRelease => Reports?.FromRelease ?? Person?.FromRelease;

    /// <summary>What the model says of a person of the words chosen; null for what is not.</summary>
    public PersonalRow? Person { get; init; }

    /// <summary>Whether the pay comes from the model and not from the row's own reports alone.</summary>
    public bool IsModelled => Basis == EstimateBasis.Modelled;

    /// <summary>Figures of this kind and platform, this one among them.</summary>
    public int Of { get; init; } = 1;

    /// <summary>Workers, observations or reports behind it; null where not stated.</summary>
    public int? Count { get; init; }

    /// <summary>When the evidence is from; null where not stated.</summary>
    public DateOnly? When { get; init; }

    /// <summary>Whether there is an amount per hour.</summary>
    public bool HasPay => Typical is not null || Low is not null || High is not null;

    /// <summary>What the row is sorted by: the pay, or the middle of a range.</summary>
    public decimal? Level => Typical ?? (Low is { } low && High is { } high ? (low + high) / 2 : Low ?? High);
}

/// <summary>How a published figure reads as pay per hour.</summary>
internal static class ComparedFigures
{
    /// <summary>The hourly rate of <paramref name="figure"/> by <paramref name="measure"/>.</summary>
    public static RateRange? Rate(this FigureRow figure, PayMeasure measure) => measure == PayMeasure.PaidOnly ? figure.PaidOnly : figure.AllIn;

    public static HourlyGap? Gap(this FigureRow figure, PayMeasure measure) => measure == PayMeasure.PaidOnly ? figure.PaidOnlyGap : figure.AllInGap;

    /// <summary>When the evidence is from: the middle of the years it is of, or the day it was told; null where the source names no year.</summary>
    public static DateOnly? When(this FigureRow figure) =>
        figure.YearTo is { } to ? new DateOnly(to, 7, 1)
        : figure.YearFrom is { } from ? new DateOnly(from, 7, 1)
        : figure.Witnesses[0] is { ClaimId: not null } told ? told.Published ?? told.Seen
        : null;

    /// <summary>The row of a single figure.</summary>
    public static ComparedFigure Row(string label, FigureRow figure, PayMeasure measure)
    {
        var row = new ComparedFigure(label, figure.Platform, figure.Kind, figure.Tier)
        {
            Figure = figure,
            Bound = figure.Bound,
            Count = figure.Workers ?? figure.Observations,
            When = figure.When(),
        };
        if (figure.Rate(measure) is not { } rate)
            return row with { Gap = figure.Gap(measure) };
        // The quantiles are of the number that the source states; of the other, only its range is known.
        var stated = figure.Quantiles is not null && figure.Rate(measure) == (figure.PaidOnly ?? figure.AllIn);
        var isRange = figure.Statistic == Statistic.Range && rate.Low < rate.High;
        return row with
        {
            Typical = isRange ? null : rate.Typical,
            Low = stated ? figure.Quantiles![0] : isRange ? rate.Low : null,
            High = stated ? figure.Quantiles![4] : isRange ? rate.High : null,
            MiddleLow = stated ? figure.Quantiles![1] : null,
            MiddleHigh = stated ? figure.Quantiles![3] : null,
            Imputed = measure == PayMeasure.AllIn && figure.AllInImputed,
        };
    }

    /// <summary>The row of an estimate from several studies: the one in the middle, the lowest and the highest.</summary>
    public static ComparedFigure Row(string label, CellRow cell, IReadOnlyList<FigureRow> studies)
    {
        var middle = studies.MinBy(f => Math.Abs(f.Rate(cell.Measure)!.Value.Typical - cell.Typical!.Value))!;
        return studies.Count == 1 ? Row(label, middle, cell.Measure) : Row(label, middle, cell.Measure) with
        {
            Typical = cell.Typical,
            Low = cell.Low,
            High = cell.High,
            MiddleLow = null,
            MiddleHigh = null,
            Basis = EstimateBasis.Studies,
            Imputed = cell.Imputed,
            Of = studies.Count,
            Count = cell.Workers is > 0 and var workers ? workers : null,
            When = middle.When(),
        };
    }

    /// <summary>The row of a person's pay by the model, where the words chosen have too few reports of their own.</summary>
    public static ComparedFigure Row(string label, PersonalRow person, DateOnly? fitted) => new(label, person.Platform, FigureKind.SelfReport, EvidenceTier.C)
    {
        Person = person,
        Basis = EstimateBasis.Modelled,
        Typical = person.Typical,
        Low = person.Low,
        High = person.High,
        When = fitted,
    };

    /// <summary>The row of a cell of reports.</summary>
    /// <param name="newest">The last quarter that reports may be shown for.</param>
    public static ComparedFigure Row(string label, CellRow cell, DateOnly? newest) => new(label, cell.Cell.Platform, FigureKind.SelfReport, EvidenceTier.C)
    {
        Reports = cell,
        Basis = cell.Basis,
        Typical = cell.Typical ?? cell.Median,
        Low = cell.P10,
        High = cell.P90,
        MiddleLow = cell.P25,
        MiddleHigh = cell.P75,
        Imputed = cell.Imputed,
        Count = cell.Contributors,
        When = newest?.AddMonths(3).AddDays(-1),
    };
}
