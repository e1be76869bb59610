namespace Analytics.Models.Estimates;

/// <summary>How the errors of a fit are distributed.</summary>
public enum ErrorModel
{
    /// <summary>Student's t with 4 degrees of freedom (Lange, Little and Taylor, JASA 84, 1989): what is far off counts less.</summary>
    Student,

    Normal,
}

/// <summary>The mixed model of METHOD.md §2, fitted on the entries of some folds.</summary>
/// <param name="design">Its effects.</param>
/// <param name="values">What is fitted of every entry.</param>
/// <param name="takes">Whether the entries of a fold take part.</param>
internal sealed class MixedModel(MixedDesign design, double[] values, bool[] takes, ErrorModel errors)
{
    private const double Freedom = 4;
    private const int MostRounds = 50;
    private const double Settled = 1e-5;

    private readonly SparseCholesky _factor = new(design.Pattern);
    private double[]? _locations;
    private double _variance;

    /// <summary>Variance ratios by REML; for Student's errors in turn with their weights, until both stand still.</summary>
    public MixedFit Fit()
    {
        double[] ratios = [.. design.Random.Select(_ => 0.1)];
        for (var round = 0; ; round++)
        {
            var equations = Equations();
            var next = Reml.Ratios(equations, ratios, errors == ErrorModel.Normal ? 1e-4 : 1e-2);
            var isSettled = next.Zip(ratios).All(p => p.First < 1e-5 || Math.Abs(Math.Log(p.First / p.Second)) < 0.02);
            ratios = next;
            var solution = equations.Solve(ratios);
            if (errors == ErrorModel.Normal)
                return Fitted(ratios, solution);
            Take(ratios, solution);
            if (isSettled || round == MostRounds)
                return FitEffects(ratios);
        }
    }

    /// <summary>With the variance ratios of <paramref name="known"/>, a fit on more of the same entries.</summary>
    public MixedFit FitAs(MixedFit known)
    {
        if (errors == ErrorModel.Student)
            (_locations, _variance) = (known.Locations, known.Variance);
        return FitEffects(known.Ratios);
    }

    private MixedFit FitEffects(double[] ratios)
    {
        for (var round = 0; ; round++)
        {
            var before = _variance;
            var solution = Equations().Solve(ratios);
            if (errors == ErrorModel.Normal || round == MostRounds || Math.Abs(solution.Variance - before) <= Settled * before)
                return Fitted(ratios, solution);
            Take(ratios, solution);
        }
    }

    private void Take(double[] ratios, MixedSolution solution) =>
        (_locations, _variance) = (new MixedFit(design, ratios, solution, null).Locations, solution.Variance);

    private MixedFit Fitted(double[] ratios, MixedSolution solution) => new(design, ratios, solution, _factor.Inverse());

    private MixedEquations Equations()
    {
        var sums = new CellSums(design.Cells.Cells);
        var entries = design.Cells.Entries;
        for (var i = 0; i < entries.Length; i++)
        {
            ref readonly var entry = ref entries[i];
            if (takes[entry.Fold])
                sums.Add(entry.Cell, entry.Count, entry.Precision * Trust(entry, values[i]), values[i]);
        }

        return new(design, _factor, sums);
    }

    // The weight of Student's errors at this distance from the last round's location: (ν + 1) / (ν + w r²/σ²).
    private double Trust(in PayEntry entry, double value)
    {
        if (_locations is null || errors == ErrorModel.Normal || _variance == 0)
            return 1;
        var residual = value - _locations[entry.Cell];
        return (Freedom + 1) / (Freedom + entry.Precision / entry.Count * residual * residual / _variance);
    }
}
