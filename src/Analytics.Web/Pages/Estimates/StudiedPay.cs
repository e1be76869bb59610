using Analytics.Models.Estimates;
using Analytics.Models.Evidence;
using Analytics.Models.Money;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Web.Pages.Compare;
using Analytics.Web.Releases;

namespace Analytics.Web.Pages.Estimates;

/// <summary>
/// What studies found of a kind of work, where nobody's reports make an estimate. Figures of another country are told, but never made into a month or held against a
/// minimum wage here: what an American driver makes says nothing of one in Jakarta.
/// </summary>
/// <param name="Figures">The lowest first; paid time only.</param>
/// <param name="IsHere">Whether they are of the reader's country; true as well where the reader named none and no figure does.</param>
public sealed record StudiedPay(IReadOnlyList<FigureRow> Figures, bool IsHere)
{
    /// <summary>US dollars an hour of the figure in the middle, the lower of two.</summary>
    public decimal Middle => Pay(Figures[(Figures.Count - 1) / 2]);

    public decimal Lowest => Pay(Figures[0]);

    public decimal Highest => Pay(Figures[^1]);

    /// <summary>When the newest of them is from; null where none says.</summary>
    public DateOnly? Newest => Figures.Max(f => f.When());

    /// <summary>Whether they are of several countries, so that no one of them stands for the rest.</summary>
    public bool IsMixed => Figures.Select(f => f.Country).Distinct().Count() > 1;

    /// <summary>Slugs of the platforms they are of.</summary>
    public IEnumerable<string> Platforms => Figures.Select(f => f.Platform).OfType<string>().Distinct();

    /// <summary>The figures of the reader's country; else those that name no country; else those of others. Null where none are known.</summary>
    public static StudiedPay? Of(ShownRelease release, EstimateChoice choice)
    {
        var all = release.Release.Figures.Where(f => f.TaskType == choice.Task && f.Kind.Coarse() == CoarseKind.Measured && f.Rate(PayMeasure.PaidOnly) is { Typical: > 0 } && f.Bound is Bound.Exact or Bound.About).ToList();
        if (choice.Platform is { } platform && all.Exists(f => f.Platform == platform))
            all = [.. all.Where(f => f.Platform == platform)];
        var here = all.Where(f => f.Country == choice.Country).ToList();
        var open = all.Where(f => f.Country is null).ToList();
        var chosen = here.Count > 0 ? here : open.Count > 0 ? open : all;
        // Figures of one experience stand for those of all only where there are no others.
        var general = chosen.Where(f => f.Experience is null && f.ExperienceNote is null).ToList();
        var kept = (general.Count > 0 ? general : chosen).OrderBy(Pay).ThenBy(f => f.Id, StringComparer.Ordinal).ToList();
        return kept.Count == 0 ? null : new(kept, here.Count > 0);
    }

    private static decimal Pay(FigureRow figure) => figure.Rate(PayMeasure.PaidOnly)!.Value.Typical;
}
