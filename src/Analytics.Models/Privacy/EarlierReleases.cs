namespace Analytics.Models.Privacy;

/// <summary>Takes cells of an earlier release from new ones, and new ones from those of before.</summary>
internal static class EarlierReleases
{
    /// <summary>What isolates fewer than ten when cells computed in <paramref name="round"/> meet those of <paramref name="before"/>.</summary>
    public static IEnumerable<Leak> Leaks(Population people, Shown now, Shown before, int round)
    {
        var differences = new Differences(people, round);
        for (var cell = 0; cell < people.Cells; cell++)
        {
            if (now.Round[cell] != round || before.Round[cell] == round)
                continue;
            for (var g = 0; g < people.GroupingCount; g++)
            {
                if (people.ChildrenOf(cell, g).Count > 0 && differences.Of(cell, g, now, before) is { Isolates: true } apart)
                    yield return new(cell, g, apart.Contributors);
                var parent = people.ContainerOf(cell, g);
                if (parent >= 0 && before.Round[parent] != Shown.None && differences.Of(parent, people.GroupingOf(cell), before, now) is { Isolates: true } inside)
                    yield return new(parent, people.GroupingOf(cell), inside.Contributors);
            }
        }
    }
}
