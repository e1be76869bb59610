using Analytics.Models.Evidence;
using Analytics.Models.Observations;

namespace Analytics.Models.Releases;

/// <summary>
/// Finds figures read from pages that contradict each other about one cell: the same platform, task type, country and experience, the same
/// coarse kind and unit, told by different pages, and hourly ranges with a gap between them. What two workers got differs without any
/// contradiction, so of achieved pay only tellings about one person count. Values in, values out.
/// </summary>
internal static class PayConflicts
{
    // Rounding and exchange rates of different months make no contradiction.
    private const decimal LeastGap = 1.05m;

    /// <summary><paramref name="figures"/> with <see cref="FigureRow.Conflict"/> filled; numbers count from 1 through the release.</summary>
    public static IReadOnlyList<FigureRow> Of(IReadOnlyList<FigureRow> figures)
    {
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var cells = figures.Where(f => f is { Origin: OriginKind.Claim, PaidOnly: not null } && f.Platform is not null && (f.Kind.Coarse() != CoarseKind.Achieved || f.Person is not null))
            .GroupBy(f => (f.Platform, f.TaskType, f.Country, f.Experience, Kind: f.Kind.Coarse(), f.Unit, Person: f.Kind.Coarse() == CoarseKind.Achieved ? Person.Folded(f.Person!) : null));
        var conflict = 0;
        foreach (var cell in cells)
        {
            var against = cell.Where(f => cell.Any(o => Contradict(f, o))).ToList();
            if (against.Count == 0)
                continue;
            conflict++;
            against.ForEach(f => numbers[f.Id] = conflict);
        }

        return [.. figures.Select(f => numbers.TryGetValue(f.Id, out var number) ? f with { Conflict = number } : f)];
    }

    private static bool Contradict(FigureRow a, FigureRow b)
    {
        var (x, y) = (a.PaidOnly!.Value, b.PaidOnly!.Value);
        var isApart = x.Low > y.High * LeastGap || y.Low > x.High * LeastGap;
        return isApart && !a.Witnesses.Any(w => b.Witnesses.Any(o => o.Address == w.Address));
    }
}
