using Analytics.Models.Estimates;
using Analytics.Models.Evidence;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Web.Releases;

namespace Analytics.Web.Pages.Compare;

/// <summary>
/// Platforms side by side. One row for each platform and kind of evidence; kinds are never merged. Values in, values out.
/// </summary>
/// <param name="Rows">In the order chosen.</param>
/// <param name="Unknown">Platforms of which no figure is known at all, whatever was chosen; by name.</param>
public sealed record Comparison(IReadOnlyList<ComparedFigure> Rows, IReadOnlyList<PlatformRow> Unknown)
{
    public static Comparison Of(ShownRelease release, CompareChoice choice)
    {
        var rows = release.Release.Platforms.SelectMany(p => OfPlatform(release, p, choice))
            .Concat(release.Pooled.Where(f => f.Pool is not null).GroupBy(f => f.Pool!).SelectMany(pool => OfFigures(pool.Key, pool, choice)))
            .Where(row => choice.Kind is not { } kind || row.Kind.Coarse() == kind)
            .ToList();
        var unknown = release.Release.Platforms.Where(p => !release.FiguresOf(p.Slug).Any() && !release.CellsOf(p.Slug).Any());
        return new(Sorted(rows, choice), [.. unknown.OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase)]);
    }

    /// <summary>
    /// The most telling rows, for the chart: platforms of which somebody's pay is known, with what is promised there beside it; or all that
    /// have pay, where one kind was chosen.
    /// </summary>
    public IReadOnlyList<ComparedFigure> Telling(CompareChoice choice)
    {
        var groups = Rows.Where(row => row.HasPay && (row.Level > 0)).GroupBy(row => row.Platform ?? row.Label)
            .Select(group => group.OrderBy(row => Rank(row)).ThenBy(row => row.Count is null).ThenByDescending(row => row.Level).ToList());
        if (choice.Kind is null && groups.Any(group => group[0].Kind.Coarse() != CoarseKind.Advertised))
            groups = groups.Where(group => group[0].Kind.Coarse() != CoarseKind.Advertised);
        return [.. groups.OrderBy(group => Rank(group[0])).ThenBy(group => group[0].Count is null).ThenByDescending(group => group[0].Level).ThenBy(group => group[0].Label, StringComparer.Ordinal).SelectMany(g => g)];
    }

    /// <summary>The rows of one platform, a kind each.</summary>
    public static IEnumerable<ComparedFigure> OfPlatform(ShownRelease release, PlatformRow platform, CompareChoice choice)
    {
        var cell = release.CellsOf(platform.Slug).FirstOrDefault(c =>
            c.Measure == choice.Measure && c.Cell == new Cell(platform.Slug, choice.Task, null, choice.Country, null));
        if (cell is { Contributors: not null })
            yield return ComparedFigures.Row(platform.Name, cell, NewestQuarter(release, platform.Slug));
        var studies = cell?.Basis == EstimateBasis.Studies ? cell.FigureIds.Select(release.Figure).OfType<FigureRow>().ToList() : [];
        if (studies.Count > 0)
            yield return ComparedFigures.Row(platform.Name, cell!, studies);
        var rest = release.FiguresOf(platform.Slug).Where(f => studies.Count == 0 || f.Kind.Coarse() != CoarseKind.Measured);
        foreach (var row in OfFigures(platform.Name, rest, choice))
            yield return row;
    }

    private static IEnumerable<ComparedFigure> OfFigures(string label, IEnumerable<FigureRow> figures, CompareChoice choice) =>
        figures
            .Where(f => (choice.Task is null || f.TaskType == choice.Task) && (choice.Country is null || f.Country == choice.Country))
            .GroupBy(f => f.Kind)
            .Select(kind => ComparedFigures.Row(label, MostGeneral(kind, choice.Measure)[0], choice.Measure) with { Of = kind.Count() });

    /// <summary>
    /// The figures in the order in which they speak for their platform: those with pay per hour first, then the more general (all tasks, all
    /// countries, all workers), then of more people, then the newer.
    /// </summary>
    public static IReadOnlyList<FigureRow> MostGeneral(IEnumerable<FigureRow> figures, PayMeasure measure) =>
        [.. figures
            .OrderBy(f => f.Rate(measure) is null)
            .ThenBy(f => (f.Country is null ? 0 : 1) + (f.Experience is null && f.ExperienceNote is null ? 0 : 1) + (f.TaskType is null ? 0 : 1))
            .ThenByDescending(f => f.Workers ?? f.Observations ?? 0)
            .ThenByDescending(f => f.When())
            .ThenBy(f => f.Id, StringComparer.Ordinal)];

    private static DateOnly? NewestQuarter(ShownRelease release, string platform) =>
        release.CellsOf(platform).Where(c => c is { Blank: null, Contributors: not null }).Max(c => c.Cell.Quarter);

    private static IReadOnlyList<ComparedFigure> Sorted(List<ComparedFigure> rows, CompareChoice choice)
    {
        var byName = rows.OrderBy(r => r.Label, StringComparer.OrdinalIgnoreCase).ThenBy(Rank).ToList();
        IOrderedEnumerable<ComparedFigure> By<T>(Func<ComparedFigure, T> key, Func<ComparedFigure, bool> known) => choice.Descending
            ? byName.OrderBy(r => !known(r)).ThenByDescending(key)
            : byName.OrderBy(r => !known(r)).ThenBy(key);
        return choice.Sort switch
        {
            CompareColumn.Platform => [.. By(r => r.Label.ToUpperInvariant(), _ => true)],
            CompareColumn.Pay => [.. By(r => r.Level, r => r.HasPay)],
            CompareColumn.Kind => [.. By(r => r.Kind, _ => true)],
            CompareColumn.Tier => [.. By(r => r.Tier, _ => true)],
            CompareColumn.Count => [.. By(r => r.Count, r => r.Count is not null)],
            // The age rises as the day falls.
            CompareColumn.Age => [.. By(r => -r.When?.DayNumber, r => r.When is not null)],
            _ => [.. byName.OrderBy(r => !r.HasPay).ThenBy(Rank).ThenBy(r => r.Count is null).ThenByDescending(r => r.Level)],
        };
    }

    /// <summary>What was measured over many before what one worker got, and that before what is promised.</summary>
    private static int Rank(ComparedFigure row) => row.Kind switch
    {
        FigureKind.SelfReport or FigureKind.TrackerLog => 0,
        _ => row.Kind.Coarse() switch { CoarseKind.Measured => 1, CoarseKind.Achieved => 2, _ => 3 },
    };
}
