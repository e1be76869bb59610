namespace Analytics.Models.Estimates;

/// <summary>
/// Variance components by restricted maximum likelihood: the fixed point of Fellner and Schall (Schall, Biometrika 78, 1991; that it climbs: Wood and Fasiolo, Biometrics 73, 2017),
/// made quicker by squared extrapolation (Varadhan and Roland, Scandinavian Journal of Statistics 35, 2008), which is taken where the deviance falls.
/// </summary>
internal static class Reml
{
    private const double Least = 1e-9, Most = 1e4;
    private const int MostRounds = 60;

    /// <summary>The ratios of the random terms' variances to the error's that make <paramref name="equations"/> likeliest, from <paramref name="start"/> on.</summary>
    /// <param name="tolerance">How much of itself a ratio may still move.</param>
    public static double[] Ratios(MixedEquations equations, double[] start, double tolerance)
    {
        if (start.Length == 0)
            return start;
        var (from, solution) = (start, equations.Solve(start));
        for (var round = 0; round < MostRounds; round++)
        {
            var once = equations.Step(from, solution);
            var between = equations.Solve(once);
            var twice = equations.Step(once, between);
            if (IsSettled(once, twice, tolerance))
                return twice;
            var far = Extrapolate(from, once, twice);
            solution = equations.Solve(far);
            from = far;
            if (solution.Deviance > between.Deviance)
                (from, solution) = (twice, equations.Solve(twice));
        }

        return from;
    }

    // A ratio that is next to nothing beside its error moves no estimate, however far it still falls.
    private static bool IsSettled(double[] a, double[] b, double tolerance) => a.Zip(b).All(p => Math.Abs(p.First - p.Second) <= tolerance * p.First + 1e-7);

    private static double[] Extrapolate(double[] from, double[] once, double[] twice)
    {
        var first = Enumerable.Range(0, from.Length).Select(i => Math.Log(once[i] / from[i])).ToArray();
        var bend = Enumerable.Range(0, from.Length).Select(i => Math.Log(twice[i] / once[i]) - first[i]).ToArray();
        var step = Math.Clamp(Math.Sqrt(first.Sum(x => x * x) / Math.Max(1e-300, bend.Sum(x => x * x))), 1, 50);
        return [.. from.Select((x, i) => Bound(x * Math.Exp(2 * step * first[i] + step * step * bend[i])))];
    }

    /// <summary>Keeps a ratio where the equations can be solved.</summary>
    public static double Bound(double ratio) => Math.Clamp(ratio, Least, Most);
}
