namespace Analytics.Models.Privacy;

/// <summary>A cell is computed anew only when ten contributors or more have entered or left since each version of it that readers have (METHOD.md §5).</summary>
internal static class ChangeRule
{
    /// <summary>
    /// How many contributors changed for certain since <paramref name="version"/>; 0 only where no report came or went. One who left and came back is in both numbers, so the greater
    /// of the two is what is certain.
    /// </summary>
    public static int Changed(Population people, int cell, CellVersion version) =>
        Math.Max(Math.Max(people.EnteredAfter(cell, version.Round), people.HasAfter(cell, version.Round) ? 1 : 0), version.LeftSince);

    /// <summary>Whether the cell may be computed anew: enough changed since its newest version, and nothing or enough since each older one.</summary>
    public static bool MayRecompute(Population people, int cell, IEnumerable<CellVersion> versions)
    {
        var changes = versions.Select(v => Changed(people, cell, v)).ToList();
        return changes.Count == 0 || (IsEnough(changes[^1]) && changes.All(c => c == 0 || IsEnough(c)));
    }

    private static bool IsEnough(int changed) => changed >= Disclosure.LeastContributors;
}
