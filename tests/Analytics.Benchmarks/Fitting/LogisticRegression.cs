using MathNet.Numerics.LinearAlgebra;

namespace Analytics.Benchmarks.Fitting;

/// <summary>
/// L2-penalised logistic regression over named features that are there or not, by Newton's method (Hastie, Tibshirani and Friedman,
/// The Elements of Statistical Learning, 2nd ed., 4.4). The same rows always give the same coefficients.
/// </summary>
internal static class LogisticRegression
{
    public const string Bias = "bias";
    private const int MostSteps = 25;
    private const double SmallStep = 1e-6;

    /// <summary>The coefficients, in log odds, by feature; <see cref="Bias"/> is not penalised.</summary>
    public static IReadOnlyDictionary<string, double> Fit(IReadOnlyList<(IReadOnlyList<string> Features, bool Yes)> rows, double penalty)
    {
        string[] names = [Bias, .. rows.SelectMany(r => r.Features).Distinct().Order(StringComparer.Ordinal)];
        var at = names.Select((name, i) => (name, i)).ToDictionary(x => x.name, x => x.i, StringComparer.Ordinal);
        List<(int[] On, double Yes)> data = [.. rows.Select(r => (r.Features.Select(f => at[f]).Distinct().Append(0).ToArray(), r.Yes ? 1.0 : 0.0))];
        var weights = Vector<double>.Build.Dense(names.Length);
        for (var step = 0; step < MostSteps; step++)
        {
            var gradient = weights * -penalty;
            gradient[0] = 0;
            var curvature = Matrix<double>.Build.DenseDiagonal(names.Length, names.Length, penalty);
            curvature[0, 0] = SmallStep;
            foreach (var (on, yes) in data)
            {
                var p = 1 / (1 + Math.Exp(-on.Sum(i => weights[i])));
                foreach (var i in on)
                {
                    gradient[i] += yes - p;
                    foreach (var j in on)
                        curvature[i, j] += p * (1 - p);
                }
            }

            var move = curvature.Cholesky().Solve(gradient);
            weights += move;
            if (move.AbsoluteMaximum() < SmallStep)
                break;
        }

        return names.Zip(weights).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }
}
