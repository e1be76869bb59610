namespace Analytics.Models.Estimates;

/// <summary>
/// Factor LDLᵀ of a symmetric positive semidefinite sparse matrix whose pattern is fixed: the up-looking method of Davis (ACM TOMS 849, 2005), and those entries of
/// the inverse that lie in the factor's pattern (Takahashi, Fagan and Chen, 1973). A row that depends on those before it is left out: its solution is 0.
/// Columns are eliminated in the order given.
/// </summary>
internal sealed class SparseCholesky
{
    private const double LeastPivot = 1e-9;
    private readonly SparseShape _shape;
    private readonly double[] _below;
    private readonly double[] _diagonal;

    public SparseCholesky(SparseShape shape)
    {
        _shape = shape;
        _below = new double[shape.Rows.Length];
        _diagonal = new double[shape.Pattern.Size];
    }

    /// <summary>Rows that do not depend on those before them.</summary>
    public int Rank { get; private set; }

    /// <summary>Logarithm of the determinant, of the rows counted in <see cref="Rank"/>.</summary>
    public double LogDeterminant { get; private set; }

    /// <summary>Factors the matrix of <paramref name="values"/> on the pattern and of <paramref name="diagonal"/>.</summary>
    public void Factor(ReadOnlySpan<double> values, ReadOnlySpan<double> diagonal)
    {
        var (pattern, parent, start, rows) = (_shape.Pattern, _shape.Parent, _shape.Start, _shape.Rows);
        var size = pattern.Size;
        var (row, reach, path, mark) = (new double[size], new int[size], new int[size], new int[size]);
        var next = start.AsSpan(0, size).ToArray();
        (Rank, LogDeterminant) = (0, 0);
        for (var k = 0; k < size; k++)
        {
            mark[k] = k + 1;
            var top = size;
            for (var at = pattern.Start[k]; at < pattern.Start[k + 1]; at++)
            {
                var column = pattern.Columns[at];
                row[column] = values[at];
                var length = 0;
                for (var i = column; mark[i] != k + 1; i = parent[i])
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
                for (var at = start[column]; at < next[column]; at++)
                    row[rows[at]] -= _below[at] * value;
                var scaled = _diagonal[column] == 0 ? 0 : value / _diagonal[column];
                pivot -= scaled * value;
                _below[next[column]++] = scaled;
            }

            Keep(k, pivot, diagonal[k]);
        }
    }

    /// <summary>Solves for <paramref name="right"/>, in place.</summary>
    public void Solve(Span<double> right)
    {
        var (start, rows) = (_shape.Start, _shape.Rows);
        for (var j = 0; j < right.Length; j++)
        {
            for (var at = start[j]; at < start[j + 1]; at++)
                right[rows[at]] -= _below[at] * right[j];
        }

        for (var j = right.Length - 1; j >= 0; j--)
        {
            var value = _diagonal[j] == 0 ? 0 : right[j] / _diagonal[j];
            for (var at = start[j]; at < start[j + 1]; at++)
                value -= _below[at] * right[rows[at]];
            right[j] = _diagonal[j] == 0 ? 0 : value;
        }
    }

    /// <summary>The entries of the inverse on the factor's pattern; 0 in rows left out.</summary>
    public SparseInverse Inverse()
    {
        var (start, rows, size) = (_shape.Start, _shape.Rows, _shape.Pattern.Size);
        var (below, diagonal) = (new double[_below.Length], new double[size]);
        var (column, sum, mark) = (new double[size], new double[size], new int[size]);
        for (var j = size - 1; j >= 0; j--)
        {
            if (_diagonal[j] == 0)
                continue;
            var (from, to) = (start[j], start[j + 1]);
            for (var a = from; a < to; a++)
                (column[rows[a]], mark[rows[a]]) = (_diagonal[rows[a]] == 0 ? 0 : _below[a], j + 1);
            for (var a = from; a < to; a++)
            {
                // All columns after j are known: each of their entries between two rows of column j counts for both.
                var i = rows[a];
                sum[i] += column[i] * diagonal[i];
                for (var at = start[i]; at < start[i + 1]; at++)
                {
                    var k = rows[at];
                    if (mark[k] != j + 1)
                        continue;
                    sum[i] += column[k] * below[at];
                    sum[k] += column[i] * below[at];
                }
            }

            diagonal[j] = 1 / _diagonal[j];
            for (var a = from; a < to; a++)
            {
                var i = rows[a];
                below[a] = _diagonal[i] == 0 ? 0 : -sum[i];
                diagonal[j] += column[i] * sum[i];
                (column[i], sum[i]) = (0, 0);
            }
        }

        return new SparseInverse(_shape, below, diagonal);
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
}

/// <summary>Entries of a symmetric inverse on the pattern of a factor.</summary>
internal sealed class SparseInverse(SparseShape shape, double[] below, double[] diagonal)
{
    /// <summary>The entry of row and column <paramref name="i"/>.</summary>
    public double Diagonal(int i) => diagonal[i];

    /// <summary>The entry that stands at <paramref name="at"/> in the matrix's pattern.</summary>
    public double At(int at) => below[shape.Positions[at]];
}
