using Analytics.Models.Estimates;
using FsCheck;
using FsCheck.Fluent;
using MathNet.Numerics.LinearAlgebra;
using Xunit;

namespace Analytics.Models.Tests.Estimates;

public sealed class SparseCholeskyTests
{
    [Fact]
    public void Solves_and_inverts_as_the_dense_matrix_does() => Prop.ForAll(Gen.Choose(1, 40).Zip(Gen.Choose(0, 10_000)).ToArbitrary(), drawn =>
    {
        var (size, seed) = drawn;
        var (sparse, pattern, dense) = Matrices(size, new Random(seed));
        var right = Enumerable.Range(0, size).Select(i => (double)(i % 7) - 3).ToArray();
        var solved = (double[])right.Clone();
        sparse.Solve(solved);
        var (inverse, inverted) = (sparse.Inverse(), dense.Inverse());
        return Near(Vector<double>.Build.Dense(solved), dense.Solve(Vector<double>.Build.Dense(right)))
            && Enumerable.Range(0, size).All(i => Math.Abs(inverse.Diagonal(i) - inverted[i, i]) < 1e-8)
            && Enumerable.Range(0, size).All(i => Enumerable.Range(pattern.Start[i], pattern.Start[i + 1] - pattern.Start[i])
                .All(at => Math.Abs(inverse.At(at) - inverted[i, pattern.Columns[at]]) < 1e-8))
            && Math.Abs(sparse.LogDeterminant - Math.Log(dense.Determinant())) < 1e-6;
    }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_column_that_says_what_those_before_say_is_left_out()
    {
        // Columns 0 and 1 are the same.
        var factor = new SparseCholesky(new(new SparsePattern(3, [0, 0, 1, 3], [0, 0, 1])));
        factor.Factor([2, 1, 1], [2, 2, 3]);
        double[] right = [4, 4, 7];
        factor.Solve(right);
        Assert.Equal(2, factor.Rank);
        Assert.Equal(0, right[1]);
        Assert.Equal(1, right[0], 1e-9);
        Assert.Equal(2, right[2], 1e-9);
    }

    // A'A + I of a random A of which most is 0.
    private static (SparseCholesky Sparse, SparsePattern Pattern, Matrix<double> Dense) Matrices(int size, Random random)
    {
        var a = Matrix<double>.Build.Dense(size, size, (_, _) => random.Next(4) == 0 ? random.NextDouble() - 0.5 : 0);
        var dense = a.TransposeThisAndMultiply(a) + Matrix<double>.Build.DenseIdentity(size);
        var (start, columns, values) = (new int[size + 1], new List<int>(), new List<double>());
        for (var row = 0; row < size; row++)
        {
            for (var column = 0; column < row; column++)
            {
                if (dense[row, column] == 0)
                    continue;
                columns.Add(column);
                values.Add(dense[row, column]);
            }

            start[row + 1] = columns.Count;
        }

        var pattern = new SparsePattern(size, start, [.. columns]);
        var sparse = new SparseCholesky(new(pattern));
        sparse.Factor(values.ToArray(), dense.Diagonal().ToArray());
        return (sparse, pattern, dense);
    }

    private static bool Near(Vector<double> a, Vector<double> b) => (a - b).L2Norm() < 1e-8 * (1 + b.L2Norm());
}
