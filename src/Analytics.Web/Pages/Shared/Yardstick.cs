using Analytics.Web.Pages.Compare;
using Analytics.Web.Releases;

namespace Analytics.Web.Pages.Shared;

/// <summary>The legal minimum of a place, which differs by region in some countries, and pay held against it.</summary>
/// <param name="All">The newest of the country and its regions, or that of one region; at least one.</param>
public sealed record Yardstick(IReadOnlyList<LocalMinimum> All)
{
    public LocalMinimum Least => All.MinBy(m => m.HourlyUsd)!;

    public LocalMinimum Most => All.MaxBy(m => m.HourlyUsd)!;

    /// <summary>Whether it differs within the place.</summary>
    public bool Differs => Least.HourlyUsd < Most.HourlyUsd;

    /// <summary>The one region that it is of; null for a country.</summary>
    public string? Region => All is [{ Wage.Region: var one }] ? one : null;

    /// <summary>The minimum of a country, or of one of its regions, which has the country's where it has none of its own; null where none is known.</summary>
    public static Yardstick? Of(ShownRelease release, string country, string? region = null)
    {
        if (region is not null)
            return LocalMinimum.Of(release, country, region) is { } one ? new([one]) : null;
        return LocalMinimum.All(release, country) is { Count: > 0 } known ? new(known) : null;
    }

    /// <summary>Whether it is too old to hold today's pay against.</summary>
    public bool IsOld(DateOnly today) => Least.IsOld(today) || Most.IsOld(today);

    /// <summary>How many times the minimum some pay is, from the least to the most that it can be.</summary>
    /// <param name="low">USD an hour.</param>
    /// <param name="high">USD an hour.</param>
    /// <param name="region">Where the pay is of, if that is known; its own minimum counts where there is one.</param>
    public (decimal Low, decimal High) Times(decimal low, decimal high, string? region = null) =>
        All.FirstOrDefault(m => region is not null && m.Wage.Region == region) is { HourlyUsd: var own } ? (low / own, high / own) : (low / Most.HourlyUsd, high / Least.HourlyUsd);

    /// <summary>The same for a row of a comparison; null where it has no single pay.</summary>
    public (decimal Low, decimal High)? Times(ComparedFigure row) => row switch
    {
        { Typical: { } typical } => Times(typical, typical, row.Figure?.Region),
        { Low: { } low, High: { } high } => Times(low, high, row.Figure?.Region),
        _ => null,
    };
}
