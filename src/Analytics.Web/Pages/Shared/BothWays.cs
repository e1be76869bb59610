using Analytics.Models.Evidence;
using Analytics.Models.Releases;

namespace Analytics.Web.Pages.Shared;

/// <summary>Finds work that one study counted both ways, so that the two numbers may stand in one sentence.</summary>
internal static class BothWays
{
    /// <summary>The first pair of paid-only and all-in figures of the same platform, source and number of workers; null when there is none.</summary>
    public static (FigureRow Paid, FigureRow All)? CountedBothWays(this IEnumerable<FigureRow> figures)
    {
        var all = figures.ToList();
        var pairs =
            from paid in all
            where paid is { Basis: PayBasis.PaidOnly, PaidOnly: not null }
            from counted in all
            where counted is { Basis: PayBasis.AllIn, AllIn: not null } && counted.Platform == paid.Platform
                && counted.Workers == paid.Workers && counted.Witnesses[0].Title == paid.Witnesses[0].Title
            select ((FigureRow, FigureRow)?)(paid, counted);
        return pairs.FirstOrDefault();
    }
}
