using Analytics.Models.Evidence;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Web.Pages.Compare;
using Analytics.Web.Releases;

namespace Analytics.Web.Pages.Checks;

/// <summary>An amount of US dollars an hour, or a range; ends belong to it.</summary>
public readonly record struct HourlyPay(decimal Low, decimal High)
{
    public bool IsRange => Low < High;
}

/// <summary>The figures of one kind for one sort of work, held against an amount. US dollars an hour, in cents, as they are shown.</summary>
/// <param name="Figures">The lowest first.</param>
public sealed record Standing(FigureKind Kind, PayMeasure Measure, Work Work, HourlyPay Amount, IReadOnlyList<FigureRow> Figures)
{
    private static readonly FigureKind[] Kinds =
    [
        FigureKind.StudyStatistic, FigureKind.SurveyStatistic, FigureKind.PlatformStatistic, FigureKind.WorkerCase,
        FigureKind.Advertised, FigureKind.UpTo, FigureKind.Listing, FigureKind.AskedRate, FigureKind.PlatformFloor,
    ];

    /// <summary>Whether they are of several platforms together, the one asked about among them: then they are not said to be its own.</summary>
    public bool IsPooled => Work.Platform is not null && Figures.All(f => f.Platform is null);

    /// <summary>Figures that lie wholly below the amount.</summary>
    public int Below => Figures.Count(f => Ends(f).High < Cents(Amount.Low));

    /// <summary>Figures that lie wholly above it.</summary>
    public int Above => Figures.Count(f => Ends(f).Low > Cents(Amount.High));

    /// <summary>Figures that are the amount, lie in its range, or are ranges that reach into it.</summary>
    public int Within => Figures.Count - Below - Above;

    public decimal Lowest => Figures.Min(f => Ends(f).Low);

    public decimal Highest => Figures.Max(f => Ends(f).High);

    /// <summary>The one in the middle, or between the two that are.</summary>
    public decimal Middle => (Level(Figures[(Figures.Count - 1) / 2]) + Level(Figures[Figures.Count / 2])) / 2;

    /// <summary>
    /// Where <paramref name="amount"/> stands against each kind of figure, of the nearest work that has any; pay for paid time, or for all time where only that is known.
    /// </summary>
    /// <param name="except">Id of a figure that is the claim itself.</param>
    public static IEnumerable<Standing> Of(ShownRelease release, IReadOnlyList<Work> near, HourlyPay amount, string? except = null) =>
        from kind in Kinds
        let found = Nearest(release.Release.Figures.Where(f => f.Kind == kind && f.Id != except), near)
        where found is not null
        select new Standing(kind, found.Value.Measure, found.Value.Work, amount, found.Value.Figures);

    /// <summary>The ends of a figure: of a promise that says "up to", the most; of a study, the statistic itself.</summary>
    public (decimal Low, decimal High) Ends(FigureRow figure) => figure.Rate(Measure)!.Value is var rate && figure.Kind == FigureKind.UpTo ? (Cents(rate.High), Cents(rate.High))
        : figure.Statistic == Statistic.Range ? (Cents(rate.Low), Cents(rate.High))
        : (Cents(rate.Typical), Cents(rate.Typical));

    private static (Work Work, PayMeasure Measure, IReadOnlyList<FigureRow> Figures)? Nearest(IEnumerable<FigureRow> ofKind, IReadOnlyList<Work> near)
    {
        var figures = ofKind.ToList();
        var all =
            from work in near
            from measure in Enum.GetValues<PayMeasure>()
            let held = figures.Where(f => work.Holds(f) && f.Rate(measure) is { Typical: > 0 }).ToList()
            where held.Count > 0
            // A platform's own figures stand before those of several together.
            let own = held.Where(f => f.Platform is not null).ToList()
            let found = work.Platform is not null && own.Count > 0 ? own : held
            select ((Work, PayMeasure, IReadOnlyList<FigureRow>)?)(work, measure, [.. found.OrderBy(f => f.Rate(measure)!.Value.Typical).ThenBy(f => f.Id, StringComparer.Ordinal)]);
        return all.FirstOrDefault();
    }

    private decimal Level(FigureRow figure) => (Ends(figure).Low + Ends(figure).High) / 2;

    // What reads the same is the same.
    private static decimal Cents(decimal usd) => Math.Round(usd, 2, MidpointRounding.AwayFromZero);
}
