namespace Analytics.Models.Estimates;

/// <summary>How the errors of a fit are distributed.</summary>
public enum ErrorModel
{
    /// <summary>Student's t with 4 degrees of freedom (Lange, Little and Taylor, JASA 84, 1989): what is far off counts less.</summary>
    Student,

    Normal,
}

/// <summary>
/// The mixed model of METHOD.md §2, fitted on the entries of some folds. Student's errors are fitted through pseudo-values (Huber, Robust Statistics, 1981,
/// §7.8): the location and what the error's influence, divided by its mean slope, adds to it. They are as variable as the estimate really is, so that
/// REML and the equations' inverse hold for them as they do for normal errors.
/// </summary>
/// <param name="design">Its effects.</param>
/// <param name="values">What is fitted of every entry.</param>
/// <param name="takes">Whether the entries of a fold take part.</param>
internal sealed class MixedModel(MixedDesign design, double[] values, bool[] takes, ErrorModel errors)
{
    private const double Freedom = 4;
    private const int MostRounds = 50;
    private const double Settled = 1e-4;

    private readonly SparseCholesky _factor = new(design.Pattern);
    private readonly double[] _pseudo = [.. values];

    // Square of the scale of Student's errors.
    private double _scale;

    /// <summary>Variance ratios by REML; for Student's errors in turn with their pseudo-values, until both stand still.</summary>
    public MixedFit Fit()
    {
        double[] ratios = [.. design.Random.Select(_ => 0.1)];
        for (var round = 0; ; round++)
        {
            var equations = Equations();
            var next = Reml.Ratios(equations, ratios, errors == ErrorModel.Normal ? 1e-4 : 1e-2);
            var isSettled = next.Zip(ratios).All(p => p.First < 1e-5 || Math.Abs(Math.Log(p.First / p.Second)) < 0.02);
            ratios = next;
            var fit = Fitted(equations, ratios);
            if (errors == ErrorModel.Normal)
                return fit;
            TakeInfluence(fit);
            if (isSettled || round == MostRounds)
                return FitEffects(ratios);
        }
    }

    /// <summary>With the variance ratios of <paramref name="known"/>, a fit on more of the same entries.</summary>
    public MixedFit FitAs(MixedFit known)
    {
        if (errors == ErrorModel.Student)
        {
            _scale = known.Scale;
            TakeInfluence(known);
        }

        return FitEffects(known.Ratios);
    }

    private MixedFit FitEffects(double[] ratios)
    {
        for (var round = 0; ; round++)
        {
            var before = _scale;
            var fit = Fitted(Equations(), ratios);
            if (errors == ErrorModel.Normal || round == MostRounds)
                return fit;
            TakeInfluence(fit);
            if (Math.Abs(_scale - before) <= Settled * before)
                return fit;
        }
    }

    private MixedFit Fitted(MixedEquations equations, double[] ratios)
    {
        var solution = equations.Solve(ratios);
        return new(design, ratios, solution, _factor.Inverse(), _scale);
    }

    private MixedEquations Equations()
    {
        var sums = new CellSums(design.Cells.Cells);
        var entries = design.Cells.Entries;
        for (var i = 0; i < entries.Length; i++)
        {
            if (takes[entries[i].Fold])
                sums.Add(entries[i].Cell, entries[i].Count, entries[i].Precision, _pseudo[i]);
        }

        return new(design, _factor, sums);
    }

    // With d = w r²/σ², an error's weight is (ν+1)/(ν+d), its influence that times r, and the influence's slope (ν+1)(ν−d)/(ν+d)². The scale is where the mean of
    // weight times d is 1.
    private void TakeInfluence(MixedFit fit)
    {
        if (_scale == 0)
            _scale = fit.Variance / 2;
        var (count, slope, spread) = (0.0, 0.0, 0.0);
        var entries = design.Cells.Entries;
        for (var i = 0; i < entries.Length; i++)
        {
            ref readonly var entry = ref entries[i];
            if (!takes[entry.Fold])
                continue;
            var residual = values[i] - fit.Locations[entry.Cell];
            var distance = entry.Precision / entry.Count * residual * residual / _scale;
            var weight = (Freedom + 1) / (Freedom + distance);
            _pseudo[i] = weight * residual;
            count += entry.Count;
            slope += entry.Count * weight * (Freedom - distance) / (Freedom + distance);
            spread += entry.Count * weight * distance;
        }

        // Where more than half of the pay lies far out the slope says nothing; errors that are Student's have (ν+1)/(ν+3).
        slope = Math.Max(slope / count, 0.3);
        for (var i = 0; i < entries.Length; i++)
        {
            if (takes[entries[i].Fold])
                _pseudo[i] = fit.Locations[entries[i].Cell] + _pseudo[i] / slope;
        }

        _scale *= spread / count;
    }
}
