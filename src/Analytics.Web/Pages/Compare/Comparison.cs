using Analytics.Models.Estimates;
using Analytics.Models.Evidence;
using Analytics.Models.Platforms;
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
        var platforms = release.Release.Platforms.Where(p => choice.Platforms.Count == 0 || choice.Platforms.Contains(p.Slug)).ToList();
        var pools = release.Pooled.Where(f => f.Pool is not null && (choice.Platforms.Count == 0 || f.PooledPlatforms.Any(choice.Platforms.Contains))).GroupBy(f => f.Pool!);
        var rows = platforms.SelectMany(p => OfPlatform(release, p, choice))
            .Concat(pools.SelectMany(pool => Works(choice).SelectMany(task => OfFigures(pool.Key, pool, task, choice))))
            .Where(row => choice.Kind is not { } kind || row.Kind.Coarse() == kind)
            .ToList();
        var unknown = platforms.Where(p => !release.FiguresOf(p.Slug).Any() && !release.CellsOf(p.Slug).Any());
        return new(Sorted(rows, choice), [.. unknown.OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase)]);
    }

    /// <summary>Platforms of which there are reports that may not be shown, by name: what is told of them is why.</summary>
    public static IEnumerable<ComparedFigure> Withheld(ShownRelease release, CompareChoice choice) =>
        choice.Kind is not null and not CoarseKind.Achieved ? []
            : from platform in release.Release.Platforms
              where choice.Platforms.Count == 0 || choice.Platforms.Contains(platform.Slug)
              from task in Works(choice)
              let cell = release.CellOf(new(platform.Slug, task, choice.Experience, choice.Country, null), choice.Measure)
              where cell is { Blank: not null }
              orderby platform.Name
              select ComparedFigures.Row(platform.Name, cell, newest: null);

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

    /// <summary>The rows of one platform, a kind each, for each kind of work chosen.</summary>
    public static IEnumerable<ComparedFigure> OfPlatform(ShownRelease release, PlatformRow platform, CompareChoice choice) =>
        Works(choice).SelectMany(task => OfWork(release, platform, task, choice));

    private static IEnumerable<ComparedFigure> OfWork(ShownRelease release, PlatformRow platform, TaskType? task, CompareChoice choice)
    {
        var cell = release.CellOf(new(platform.Slug, task, choice.Experience, choice.Country, null), choice.Measure);
        if (cell is { Contributors: not null })
            yield return ComparedFigures.Row(platform.Name, cell, NewestQuarter(release, platform.Slug));
        else if (task is { } work && release.FindPerson(new(choice.Measure, work, platform.Slug, choice.Experience, choice.Country)) is { } person)
            yield return ComparedFigures.Row(platform.Name, person, release.Fitted(choice.Measure));
        var studies = cell?.Basis == EstimateBasis.Studies ? cell.FigureIds.Select(release.Figure).OfType<FigureRow>().ToList() : [];
        if (studies.Count > 0)
            yield return ComparedFigures.Row(platform.Name, cell!, studies);
        var rest = release.FiguresOf(platform.Slug).Where(f => studies.Count == 0 || f.Kind.Coarse() != CoarseKind.Measured);
        foreach (var row in OfFigures(platform.Name, rest, task, choice))
            yield return row;
    }

    // No work chosen is all work together.
    private static IEnumerable<TaskType?> Works(CompareChoice choice) => choice.Tasks.Count == 0 ? [null] : choice.Tasks.Select(t => (TaskType?)t);

    private static IEnumerable<ComparedFigure> OfFigures(string label, IEnumerable<FigureRow> figures, TaskType? task, CompareChoice choice) =>
        figures
            .Where(f => (task is null || f.TaskType == task) && (choice.Country is null || f.Country == choice.Country) && (choice.Experience is null || f.Experience == choice.Experience))
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

    /// <summary>The last quarter that a platform's reports may be shown for; null where there is none.</summary>
    internal static DateOnly? NewestQuarter(ShownRelease release, string platform) =>
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
    internal static int Rank(ComparedFigure row) => row.Kind switch
    {
        FigureKind.SelfReport or FigureKind.TrackerLog => 0,
        _ => row.Kind.Coarse() switch { CoarseKind.Measured => 1, CoarseKind.Achieved => 2, _ => 3 },
    };
}
