namespace Analytics.Models.Privacy;

/// <summary>Someone stands out among fewer than ten when the known cells of a grouping are taken from a cell.</summary>
/// <param name="Parent">Number of the cell.</param>
internal readonly record struct Leak(int Parent, int Grouping, int Contributors);

/// <summary>
/// What a reader works out from the cells he has: a blank cell that alone is missing from a sum is known as if it were published, and so on with it, as parent and as child.
/// </summary>
internal sealed class Inference
{
    private readonly Population people;
    private readonly Shown shown;
    private readonly int round;
    private readonly Differences differences;
    private readonly (int Parent, int Grouping)[] from;

    /// <param name="round">The making of the rollups that fresh cells are of.</param>
    public Inference(Population people, Shown shown, int round)
    {
        (this.people, this.shown, this.round, differences, Known) = (people, shown.Copy(), round, new(people, round), shown.Copy());
        from = new (int, int)[people.Cells];
        for (var more = true; more;)
            more = Pass();
    }

    /// <summary>The cells that are published or follow from those.</summary>
    public Shown Known { get; }

    /// <summary>Where <paramref name="cell"/> follows from, being blank itself; null where it does not.</summary>
    public (int Parent, int Grouping)? WhereFrom(int cell) => shown.Round[cell] == Shown.None && Known.Round[cell] != Shown.None ? from[cell] : null;

    /// <summary>What isolates fewer than ten, and is not of cells of before alone.</summary>
    public IEnumerable<Leak> Leaks()
    {
        for (var parent = 0; parent < people.Cells; parent++)
        {
            if (Known.Round[parent] == Shown.None)
                continue;
            for (var g = 0; g < people.GroupingCount; g++)
            {
                if (people.ChildrenOf(parent, g).Count > 0 && differences.Of(parent, g, Known, Known) is { Isolates: true } apart && apart.Newest >= round)
                    yield return new(parent, g, apart.Contributors);
            }
        }
    }

    private bool Pass()
    {
        var more = false;
        for (var parent = 0; parent < people.Cells; parent++)
        {
            for (var g = 0; g < people.GroupingCount && Known.Round[parent] != Shown.None; g++)
            {
                // What isolates is a leak where it is told, and not known the better for it.
                if (people.ChildrenOf(parent, g).Count == 0 || differences.Of(parent, g, Known, Known) is not { Told: >= 0 and var told, Isolates: false })
                    continue;
                (Known.Round[told], from[told], more) = (Known.Round[parent], (parent, g), true);
            }
        }

        return more;
    }
}
