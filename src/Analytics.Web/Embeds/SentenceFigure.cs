using Analytics.Models.Estimates;
using Analytics.Models.Evidence;
using Analytics.Models.Money;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Web.Pages.Compare;
using Analytics.Web.Releases;

namespace Analytics.Web.Embeds;

/// <summary>
/// The one figure that a release has of a cell, with all that a sentence says of it: two are the same where nothing in the sentence would differ.
/// US dollars an hour, before tax.
/// </summary>
public sealed record SentenceFigure
{
    /// <summary>The pay; null where the one study tells only a range.</summary>
    public decimal? Value { get; init; }

    /// <summary>How exactly the one study states it.</summary>
    public Bound Bound { get; init; }

    /// <summary>For reports the 90 % interval of the median, for several studies the lowest, for one without <see cref="Value"/> the lower end. Null where there is none.</summary>
    public decimal? Low { get; init; }

    /// <summary>As <see cref="Low"/>.</summary>
    public decimal? High { get; init; }

    /// <summary>A quarter got less; null where too few told.</summary>
    public decimal? P25 { get; init; }

    /// <summary>A quarter got more; null where too few told.</summary>
    public decimal? P75 { get; init; }

    /// <summary>Reports, rounded to 5, or workers or observations of the studies; null where not stated.</summary>
    public int? N { get; init; }

    /// <summary>Null for several studies, which may be of several kinds.</summary>
    public FigureKind? Kind { get; init; }

    /// <summary>What it rests on; null for reports too few for an interval.</summary>
    public EstimateBasis? Basis { get; init; }

    /// <summary>Study figures it was made from; 0 for reports.</summary>
    public int Studies { get; init; }

    /// <summary>The years that the studies' figures are of, as far as stated.</summary>
    public int? YearFrom { get; init; }

    /// <summary>As <see cref="YearFrom"/>.</summary>
    public int? YearTo { get; init; }

    /// <summary>The one country that all studies are of; null for several, for all, and for reports.</summary>
    public string? Country { get; init; }

    /// <summary>Whether unpaid time was partly assumed.</summary>
    public bool Imputed { get; init; }

    /// <summary>The figure of a cell.</summary>
    /// <returns>The figure, its row as the comparison has it, and the studies it was made from; null where the release has none, or none that may be shown.</returns>
    public static (SentenceFigure Figure, ComparedFigure Row, IReadOnlyList<FigureRow> Studies)? Of(ShownRelease release, Cell cell, PayMeasure measure)
    {
        if (release.CellOf(cell, measure) is not { } row)
            return null;
        if (row is { Contributors: not null, Median: not null })
        {
            var own = Own(row);
            return (OfReports(own), ComparedFigures.Row("", own, newest: null), []);
        }

        var studies = row.Basis == EstimateBasis.Studies ? row.FigureIds.Select(release.Figure).OfType<FigureRow>().ToList() : [];
        if (studies.Count == 0 || (cell.Platform is null && IsOfCountries(studies)) || ComparedFigures.Row("", row, studies) is not { HasPay: true } measured)
            return null;
        return (OfStudies(measured, studies), measured, studies);
    }

    private static SentenceFigure OfReports(CellRow own) => new()
    {
        Value = own.Typical ?? own.Median,
        Low = own.Low,
        High = own.High,
        P25 = own.P25,
        P75 = own.P75,
        N = own.Contributors,
        Kind = FigureKind.SelfReport,
        Basis = own.Basis,
        Imputed = own.Imputed,
    };

    private static SentenceFigure OfStudies(ComparedFigure row, List<FigureRow> studies)
    {
        var years = studies.Select(f => f.When()?.Year).OfType<int>().ToList();
        var several = studies.Count > 1;
        return new()
        {
            Value = row.Typical,
            // The middle one of several is worked out.
            Bound = several ? default : row.Bound,
            // Of one study these would be its tenths, which the sentence does not tell.
            Low = several || row.Typical is null ? row.Low : null,
            High = several || row.Typical is null ? row.High : null,
            P25 = row.MiddleLow,
            P75 = row.MiddleHigh,
            N = row.Count,
            Kind = several ? null : row.Kind,
            Basis = EstimateBasis.Studies,
            Studies = studies.Count,
            YearFrom = years.Count > 0 ? years.Min() : null,
            YearTo = years.Count > 0 ? years.Max() : null,
            Country = studies.TrueForAll(f => f.Country == studies[0].Country) ? studies[0].Country : null,
            Imputed = row.Imputed,
        };
    }

    // Where a cell of reports carries what studies say as well, its own median speaks.
    private static CellRow Own(CellRow row) => row.Basis == EstimateBasis.Studies ? row with { Basis = null, Typical = null, Low = null, High = null } : row;

    // The middle of studies of single countries is nobody's pay, and no page states it as one figure (PayAnswer).
    private static bool IsOfCountries(List<FigureRow> studies) => studies.TrueForAll(f => f.Country is not null) && studies.Exists(f => f.Country != studies[0].Country);
}
