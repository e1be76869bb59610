namespace Analytics.Models.Estimates;

/// <summary>Where a symmetric matrix has entries below its diagonal: row k has the columns from <paramref name="Start"/>[k] on, all before k.</summary>
internal sealed record SparsePattern(int Size, int[] Start, int[] Columns);

/// <summary>Where the factor of a pattern has entries: the same for all values, so it is found once.</summary>
internal sealed class SparseShape
{
    public SparseShape(SparsePattern pattern)
    {
        Pattern = pattern;
        (Parent, Start) = Counted(pattern);
        Rows = new int[Start[^1]];
        var (next, mark, parent) = (Start.AsSpan(0, pattern.Size).ToArray(), new int[pattern.Size], new int[pattern.Size]);
        for (var k = 0; k < pattern.Size; k++)
        {
            var row = k;
            Climb(pattern, parent, mark, k, column => Rows[next[column]++] = row);
        }

        Positions = new int[pattern.Columns.Length];
        for (var k = 0; k < pattern.Size; k++)
        {
            for (var at = pattern.Start[k]; at < pattern.Start[k + 1]; at++)
                Positions[at] = Find(pattern.Columns[at], k);
        }
    }

    public SparsePattern Pattern { get; }

    /// <summary>The elimination tree.</summary>
    public int[] Parent { get; }

    /// <summary>Where each column's entries start; last, how many there are.</summary>
    public int[] Start { get; }

    /// <summary>The row of each entry, ascending in a column.</summary>
    public int[] Rows { get; }

    /// <summary>Where the pattern's own entries stand among the factor's.</summary>
    public int[] Positions { get; }

    /// <summary>Entries that the factor of <paramref name="pattern"/> has below its diagonal: what it costs, before it is made.</summary>
    public static long Entries(SparsePattern pattern)
    {
        var (parent, mark) = (new int[pattern.Size], new int[pattern.Size]);
        var entries = 0L;
        for (var k = 0; k < pattern.Size; k++)
            Climb(pattern, parent, mark, k, _ => entries++);
        return entries;
    }

    /// <summary>Where the entry of a column and a row after it stands; negative where there is none.</summary>
    public int Find(int column, int row) => Array.BinarySearch(Rows, Start[column], Start[column + 1] - Start[column], row);

    private static (int[] Parent, int[] Start) Counted(SparsePattern pattern)
    {
        var (parent, mark, counts) = (new int[pattern.Size], new int[pattern.Size], new int[pattern.Size]);
        for (var k = 0; k < pattern.Size; k++)
            Climb(pattern, parent, mark, k, i => counts[i]++);
        var start = new int[pattern.Size + 1];
        for (var i = 0; i < pattern.Size; i++)
            start[i + 1] = checked(start[i] + counts[i]);
        return (parent, start);
    }

    // Walks the elimination tree from every entry of row k towards k; each column passed has an entry in that row.
    private static void Climb(SparsePattern pattern, int[] parent, int[] mark, int k, Action<int> pass)
    {
        parent[k] = -1;
        mark[k] = k + 1;
        for (var at = pattern.Start[k]; at < pattern.Start[k + 1]; at++)
        {
            for (var i = pattern.Columns[at]; mark[i] != k + 1; i = parent[i])
            {
                if (parent[i] == -1)
                    parent[i] = k;
                pass(i);
                mark[i] = k + 1;
            }
        }
    }
}
