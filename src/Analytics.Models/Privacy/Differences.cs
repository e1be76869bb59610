namespace Analytics.Models.Privacy;

/// <summary>Which version of each cell readers have.</summary>
internal sealed class Shown
{
    /// <param name="cells">How many cells there are.</param>
    public Shown(int cells)
    {
        (Round, Left) = (new int[cells], new int[cells]);
        Array.Fill(Round, None);
    }

    /// <summary>Of a cell that readers have in no version.</summary>
    public const int None = -1;

    /// <summary>The round of the version, by cell.</summary>
    public int[] Round { get; private init; }

    /// <summary>Contributors of the version who have left since, by cell.</summary>
    public int[] Left { get; private init; }

    public Shown Copy() => new(0) { Round = [.. Round], Left = [.. Left] };
}

/// <summary>What is left when the known cells within a parent are taken from it.</summary>
/// <param name="Contributors">Whom that sets apart; <see cref="Disclosure.LeastContributors"/> stands for that many and more.</param>
/// <param name="Told">The one cell that it is, which readers thereby know although it is blank; -1 for none.</param>
/// <param name="Newest">The newest round that takes part.</param>
internal readonly record struct Apart(int Contributors, int Told, int Newest)
{
    /// <summary>Whether somebody stands out among fewer than ten.</summary>
    public bool Isolates => Contributors is > 0 and < Disclosure.LeastContributors;
}

/// <summary>
/// Takes cells from cells, as a reader with all releases at hand can. Cells of one grouping do not overlap, so what is left of a parent is exactly the reports of it that are in
/// no child that the reader has; where the versions differ in age, also those that only one of the two has.
/// </summary>
/// <param name="now">The round of cells that are computed anew.</param>
internal sealed class Differences(Population people, int now)
{
    /// <summary>What is left of <paramref name="parent"/> without its known children of <paramref name="grouping"/>.</summary>
    /// <param name="parents">The version of the parent.</param>
    /// <param name="children">The versions of the children.</param>
    public Apart Of(int parent, int grouping, Shown parents, Shown children)
    {
        var last = parents.Round[parent];
        var few = new Few();
        var (unknown, told, subtracted, differ, left, perhaps, newest) = (0, -1, false, false, 0, 0, last);
        foreach (var child in people.ChildrenOf(parent, grouping))
        {
            var round = children.Round[child];
            if (round == Shown.None)
            {
                if (people.BeganIn(child) > last)
                    continue;
                (unknown, told) = (unknown + 1, child);
                people.Gather(ref few, child, -1, last);
                continue;
            }

            (subtracted, newest) = (true, Math.Max(newest, round));
            if (round == last)
                continue;
            differ = true;
            people.Gather(ref few, child, Math.Min(round, last), Math.Max(round, last));
            // Who left the child's version is for certain not in a parent of now, and who left its version of the parent's day not in the child of now; of those who left the parent it
            // is not known whether they were in this child or in another.
            if (last == now)
                left = Math.Max(left, children.Left[child]);
            else if (round == now && parents.Round[child] == last)
                left = Math.Max(left, parents.Left[child]);
            else if (round == now)
                perhaps = Math.Min(parents.Left[parent], Disclosure.LeastContributors - 1);
        }

        var within = few.Count;
        people.GatherOutside(ref few, parent, grouping, last);
        var onlyOne = unknown == 1 && !differ && few.Count == within && !HasOutside(parent, grouping, last);
        // Who left may have come back, and is then among the few: the greater number is what is certain.
        var apart = Math.Max(few.Count, left) is > 0 and var certain ? certain : perhaps;
        return new(subtracted ? Math.Min(apart, Disclosure.LeastContributors) : 0, onlyOne ? told : -1, newest);
    }

    private bool HasOutside(int parent, int grouping, int last)
    {
        var few = new Few();
        people.GatherOutside(ref few, parent, grouping, last);
        return few.Count > 0;
    }
}
