namespace Analytics.Models.Estimates;

/// <summary>
/// Factor LDLᵀ of a symmetric positive semidefinite sparse matrix whose pattern is fixed: the up-looking method of Davis (ACM TOMS 849, 2005), and those entries of
/// the inverse that lie in the factor's pattern (Takahashi, Fagan and Chen, 1973). A row that depends on those before it is left out: its solution is 0.
/// Columns are eliminated in the order given.
/// </summary>
internal sealed class SparseCholesky
{
    private const double LeastPivot = 1e-9;
    private readonly SparsePattern _pattern;
    private readonly int[] _parent;
    private readonly int[] _start;
    private readonly int[] _rows;
    private readonly double[] _below;
    private readonly double[] _diagonal;

    public SparseCholesky(SparsePattern pattern)
    {
        _pattern = pattern;
        (_parent, _start) = Shape(pattern);
        _rows = new int[_start[^1]];
        _below = new double[_start[^1]];
        _diagonal = new double[pattern.Size];
    }

    /// <summary>Entries that the factor of <paramref name="pattern"/> has below its diagonal: what it costs, before it is made.</summary>
    public static long Entries(SparsePattern pattern)
    {
        var (parent, mark) = (new int[pattern.Size], new int[pattern.Size]);
        var entries = 0L;
        for (var k = 0; k < pattern.Size; k++)
            Climb(pattern, parent, mark, k, _ => entries++);
        return entries;
    }

    /// <summary>Rows that do not depend on those before them.</summary>
    public int Rank { get; private set; }

    /// <summary>Logarithm of the determinant, of the rows counted in <see cref="Rank"/>.</summary>
    public double LogDeterminant { get; private set; }

    /// <summary>Factors the matrix of <paramref name="values"/> on the pattern and of <paramref name="diagonal"/>.</summary>
    public void Factor(ReadOnlySpan<double> values, ReadOnlySpan<double> diagonal)
    {
        var size = _pattern.Size;
        var (row, reach, path, mark) = (new double[size], new int[size], new int[size], new int[size]);
        var next = _start.AsSpan(0, size).ToArray();
        (Rank, LogDeterminant) = (0, 0);
        for (var k = 0; k < size; k++)
        {
            mark[k] = k + 1;
            var top = size;
            for (var at = _pattern.Start[k]; at < _pattern.Start[k + 1]; at++)
            {
                var column = _pattern.Columns[at];
                row[column] = values[at];
                var length = 0;
                for (var i = column; mark[i] != k + 1; i = _parent[i])
                {
                    path[length++] = i;
                    mark[i] = k + 1;
                }

                while (length > 0)
                    reach[--top] = path[--length];
            }

            var pivot = diagonal[k];
            for (; top < size; top++)
            {
                var column = reach[top];
                var value = row[column];
                row[column] = 0;
                for (var at = _start[column]; at < next[column]; at++)
                    row[_rows[at]] -= _below[at] * value;
                var scaled = _diagonal[column] == 0 ? 0 : value / _diagonal[column];
                pivot -= scaled * value;
                _rows[next[column]] = k;
                _below[next[column]++] = scaled;
            }

            Keep(k, pivot, diagonal[k]);
        }
    }

    /// <summary>Solves for <paramref name="right"/>, in place.</summary>
    public void Solve(Span<double> right)
    {
        for (var j = 0; j < right.Length; j++)
        {
            for (var at = _start[j]; at < _start[j + 1]; at++)
                right[_rows[at]] -= _below[at] * right[j];
        }

        for (var j = right.Length - 1; j >= 0; j--)
        {
            var value = _diagonal[j] == 0 ? 0 : right[j] / _diagonal[j];
            for (var at = _start[j]; at < _start[j + 1]; at++)
                value -= _below[at] * right[_rows[at]];
            right[j] = _diagonal[j] == 0 ? 0 : value;
        }
    }

    /// <summary>The entries of the inverse on the factor's pattern; 0 in rows left out.</summary>
    public SparseInverse Inverse()
    {
        var size = _pattern.Size;
        var (below, diagonal) = (new double[_below.Length], new double[size]);
        var (column, sum, mark) = (new double[size], new double[size], new int[size]);
        for (var j = size - 1; j >= 0; j--)
        {
            if (_diagonal[j] == 0)
                continue;
            var (from, to) = (_start[j], _start[j + 1]);
            for (var a = from; a < to; a++)
                (column[_rows[a]], mark[_rows[a]]) = (_diagonal[_rows[a]] == 0 ? 0 : _below[a], j + 1);
            for (var a = from; a < to; a++)
            {
                // All columns after j are known: each of their entries between two rows of column j counts for both.
                var i = _rows[a];
                sum[i] += column[i] * diagonal[i];
                for (var at = _start[i]; at < _start[i + 1]; at++)
                {
                    var k = _rows[at];
                    if (mark[k] != j + 1)
                        continue;
                    sum[i] += column[k] * below[at];
                    sum[k] += column[i] * below[at];
                }
            }

            diagonal[j] = 1 / _diagonal[j];
            for (var a = from; a < to; a++)
            {
                var i = _rows[a];
                below[a] = _diagonal[i] == 0 ? 0 : -sum[i];
                diagonal[j] += column[i] * sum[i];
                (column[i], sum[i]) = (0, 0);
            }
        }

        return new SparseInverse(_start, _rows, below, diagonal);
    }

    private void Keep(int k, double pivot, double before)
    {
        var independent = pivot > LeastPivot * Math.Max(before, LeastPivot);
        _diagonal[k] = independent ? pivot : 0;
        if (!independent)
            return;
        Rank++;
        LogDeterminant += Math.Log(pivot);
    }

    private static (int[] Parent, int[] Start) Shape(SparsePattern pattern)
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

/// <summary>Where a symmetric matrix has entries below its diagonal: row k has the columns from <paramref name="Start"/>[k] on, all before k.</summary>
internal sealed record SparsePattern(int Size, int[] Start, int[] Columns);

/// <summary>Entries of a symmetric inverse on the pattern of a factor.</summary>
internal sealed class SparseInverse(int[] start, int[] rows, double[] below, double[] diagonal)
{
    /// <summary>The entry of row <paramref name="i"/> and column <paramref name="j"/>; 0 outside the pattern.</summary>
    public double this[int i, int j]
    {
        get
        {
            if (i == j)
                return diagonal[i];
            var (column, row) = i < j ? (i, j) : (j, i);
            var at = Array.BinarySearch(rows, start[column], start[column + 1] - start[column], row);
            return at < 0 ? 0 : below[at];
        }
    }
}
