using Analytics.Models.Rollups;

namespace Analytics.Models.Privacy;

/// <summary>
/// Who stands behind every cell of one table, compactly: a few numbers for each report. Cells are numbered; beside those that have a key there is one for each value that was
/// not told ("no country"), which is never published but makes the cells of a grouping add up to all reports.
/// </summary>
public sealed class Population
{
    internal const int DimensionCount = 5;
    private const int Unset = -2, Mixed = -1;

    // Set in a row's number where it is its contributor's first in the cell.
    private const int First = 1 << 31;

    private readonly Dimensions[] groupings;
    private readonly int[] contributorOf, roundOf;
    private readonly int[][] cellOf, rowsOf;
    private readonly Dictionary<long, int>[] byKey;
    private readonly List<CellInfo> cells = [];
    private readonly Dictionary<string, int> byText = new(StringComparer.Ordinal);
    private readonly int[] onlyValue;
    private readonly List<int>?[] children;

    internal Population(Dimensions[] groupings, int contributors, int[] contributorOf, int[] roundOf, long[] values, object[][] words)
    {
        (this.groupings, this.contributorOf, this.roundOf, Contributors) = (groupings, contributorOf, roundOf, contributors);
        (cellOf, rowsOf, byKey) = (new int[groupings.Length][], new int[groupings.Length][], new Dictionary<long, int>[groupings.Length]);
        for (var g = 0; g < groupings.Length; g++)
            Number(g, values, words);
        onlyValue = OnlyValues(values);
        children = Contained();
    }

    /// <summary>Distinct contributors of all.</summary>
    public int Contributors { get; }

    internal int Cells => cells.Count;

    internal int GroupingCount => groupings.Length;

    internal Dimensions NameOf(int grouping) => groupings[grouping];

    internal int GroupingOf(int cell) => cells[cell].Grouping;

    /// <summary>The cell's written key; null where a value of it was not told.</summary>
    internal string? KeyOf(int cell) => cells[cell].Text;

    internal int? Find(string key) => byText.TryGetValue(key, out var cell) ? cell : null;

    /// <summary>Distinct contributors of a cell.</summary>
    internal int CountOf(int cell) => cells[cell].Contributors;

    /// <summary>The round of a cell's first report.</summary>
    internal int BeganIn(int cell) => roundOf[cells[cell].FirstRow];

    /// <summary>Contributors of a cell who have no report in it from <paramref name="round"/> or before.</summary>
    internal int EnteredAfter(int cell, int round)
    {
        var (rows, info) = (rowsOf[cells[cell].Grouping], cells[cell]);
        var entered = 0;
        for (var i = StartAfter(cell, round); i < info.End; i++)
            entered += rows[i] < 0 ? 1 : 0;
        return entered;
    }

    /// <summary>Whether anybody, be it a contributor of before, has told of the cell after <paramref name="round"/>.</summary>
    internal bool HasAfter(int cell, int round) => StartAfter(cell, round) < cells[cell].End;

    /// <summary>The cells of <paramref name="grouping"/> that readers know to lie within <paramref name="parent"/>.</summary>
    internal IReadOnlyList<int> ChildrenOf(int parent, int grouping) => children[parent * groupings.Length + grouping] ?? (IReadOnlyList<int>)[];

    /// <summary>The cell of <paramref name="grouping"/> that <paramref name="cell"/> is known to lie within; -1 for none.</summary>
    internal int ContainerOf(int cell, int grouping)
    {
        long key = 0;
        for (var d = 0; d < DimensionCount; d++)
        {
            if (!groupings[grouping].HasFlag((Dimensions)(1 << d)))
                continue;
            var value = ValueOf(cell, d);
            if (value < 0)
                return -1;
            key |= (long)value << (d * PopulationBuilder.Bits);
        }

        return grouping == cells[cell].Grouping ? -1 : byKey[grouping].GetValueOrDefault(key, -1);
    }

    /// <summary>Adds to <paramref name="few"/> who has a report in <paramref name="cell"/> from after round <paramref name="after"/> up to <paramref name="last"/>.</summary>
    internal void Gather(ref Few few, int cell, int after, int last)
    {
        var (rows, info) = (rowsOf[cells[cell].Grouping], cells[cell]);
        for (var i = after < 0 ? info.Start : StartAfter(cell, after); i < info.End && !few.IsMany; i++)
        {
            var row = rows[i] & ~First;
            if (roundOf[row] > last)
                break;
            few.Add(contributorOf[row]);
        }
    }

    /// <summary>Adds who has a report in <paramref name="parent"/>, up to round <paramref name="last"/>, that lies in no child of <paramref name="grouping"/>.</summary>
    internal void GatherOutside(ref Few few, int parent, int grouping, int last)
    {
        var (own, info) = (cells[parent].Grouping, cells[parent]);
        // Cells that name all that the parent names cover it whole.
        if ((groupings[grouping] & groupings[own]) == groupings[own])
            return;
        for (var i = info.Start; i < info.End && !few.IsMany; i++)
        {
            var row = rowsOf[own][i] & ~First;
            if (roundOf[row] > last)
                break;
            if (ContainerOf(cellOf[grouping][row], own) != parent)
                few.Add(contributorOf[row]);
        }
    }

    private int StartAfter(int cell, int round)
    {
        var rows = rowsOf[cells[cell].Grouping];
        var (low, high) = (cells[cell].Start, cells[cell].End);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (roundOf[rows[middle] & ~First] <= round)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    // Gives each cell of the grouping its number, and puts its rows side by side, in the order of rounds. Numbers follow what the cells are, not the order of reports within a round.
    private void Number(int g, long[] values, object[][] words)
    {
        var mask = Mask(groupings[g]);
        var (of, numbers, firstRows, first) = (new int[values.Length], new Dictionary<long, int>(), new List<int>(), cells.Count);
        for (var row = 0; row < values.Length; row++)
        {
            var key = values[row] & mask;
            if (!numbers.TryGetValue(key, out of[row]))
            {
                numbers.Add(key, of[row] = firstRows.Count);
                firstRows.Add(row);
            }
        }

        var ranks = new int[firstRows.Count];
        foreach (var key in numbers.Keys.OrderBy(key => PopulationBuilder.Written(key, words), StringComparer.Ordinal).ToList())
        {
            var cell = ranks[numbers[key]] = cells.Count;
            cells.Add(new(g, PopulationBuilder.CellOf(key, groupings[g], words)?.ToString()) { FirstRow = firstRows[numbers[key]] });
            numbers[key] = cell;
            if (cells[cell].Text is { } text)
                byText.Add(text, cell);
        }

        for (var row = 0; row < of.Length; row++)
            cells[of[row] = ranks[of[row]]].End++;
        var start = 0;
        foreach (var cell in cells.Skip(first))
            (cell.Start, cell.End, start) = (start, start, start + cell.End);
        var (rows, seen) = (new int[values.Length], new Dictionary<int, int>());
        for (var row = 0; row < of.Length; row++)
            rows[cells[of[row]].End++] = row;
        (cellOf[g], rowsOf[g], byKey[g]) = (of, rows, numbers);
        MarkFirst(first, rows);
    }

    private void MarkFirst(int first, int[] rows)
    {
        var lastIn = new int[Contributors];
        Array.Fill(lastIn, -1);
        for (var cell = first; cell < cells.Count; cell++)
        {
            for (var i = cells[cell].Start; i < cells[cell].End; i++)
            {
                ref var last = ref lastIn[contributorOf[rows[i]]];
                if (last == cell)
                    continue;
                last = cell;
                rows[i] |= First;
                cells[cell].Contributors++;
            }
        }
    }

    // For each cell and dimension the number of the one value that all its reports have, or Mixed.
    private int[] OnlyValues(long[] values)
    {
        var only = new int[cells.Count * DimensionCount];
        Array.Fill(only, Unset);
        foreach (var of in cellOf)
        {
            for (var row = 0; row < values.Length; row++)
            {
                for (var d = 0; d < DimensionCount; d++)
                {
                    ref var value = ref only[of[row] * DimensionCount + d];
                    var own = PopulationBuilder.NumberIn(values[row], d);
                    value = value == Unset || value == own ? own : Mixed;
                }
            }
        }

        return only;
    }

    // The value of a dimension that all reports of the cell are known to have: because the cell names it, or because a published list of cells shows that there is no other
    // (a platform that has one kind of work only).
    private int ValueOf(int cell, int dimension)
    {
        var (own, flag) = (groupings[cells[cell].Grouping], (Dimensions)(1 << dimension));
        if (own.HasFlag(flag))
            return onlyValue[cell * DimensionCount + dimension];
        for (var g = 0; g < groupings.Length; g++)
        {
            if ((groupings[g] & ~own) != 0 || !groupings.Contains(groupings[g] | flag))
                continue;
            var value = onlyValue[cellOf[g][cells[cell].FirstRow] * DimensionCount + dimension];
            if (value >= 0)
                return value;
        }

        return Mixed;
    }

    private List<int>?[] Contained()
    {
        var of = new List<int>?[cells.Count * groupings.Length];
        for (var cell = 0; cell < cells.Count; cell++)
        {
            for (var g = 0; g < groupings.Length; g++)
            {
                if (ContainerOf(cell, g) is >= 0 and var parent)
                    (of[parent * groupings.Length + cells[cell].Grouping] ??= []).Add(cell);
            }
        }

        return of;
    }

    private static long Mask(Dimensions dimensions)
    {
        long mask = 0;
        for (var d = 0; d < DimensionCount; d++)
            mask |= dimensions.HasFlag((Dimensions)(1 << d)) ? ((1L << PopulationBuilder.Bits) - 1) << (d * PopulationBuilder.Bits) : 0;
        return mask;
    }

    private sealed class CellInfo(int grouping, string? text)
    {
        public int Grouping { get; } = grouping;
        public string? Text { get; } = text;
        public int FirstRow { get; init; }
        public int Start { get; set; }
        public int End { get; set; }
        public int Contributors { get; set; }
    }
}
