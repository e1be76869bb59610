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
internal sealed class MixedModel
{
    private const double Freedom = 4;
    private const int MostRounds = 50;
    private const double Settled = 1e-4;

    // Square of a thousandth: pay that is all the same would else have errors without any scale, and nothing could be weighed by it.
    private const double LeastScale = 1e-6;

    private readonly MixedDesign _design;
    private readonly double[] _values;
    private readonly bool[] _takes;
    private readonly ErrorModel _errors;
    private readonly MixedEquations _equations;
    private readonly double[] _pseudo;

    // Square of the scale of Student's errors.
    private double _scale;

    /// <param name="design">Its effects.</param>
    /// <param name="values">What is fitted of every entry.</param>
    /// <param name="takes">Whether the entries of a fold take part.</param>
    public MixedModel(MixedDesign design, double[] values, bool[] takes, ErrorModel errors)
    {
        (_design, _values, _takes, _errors, _pseudo) = (design, values, takes, errors, [.. values]);
        var (weights, count) = (new double[design.Cells.Cells], 0.0);
        foreach (var entry in design.Cells.Entries.Where(e => takes[e.Fold]))
        {
            weights[entry.Cell] += entry.Precision;
            count += entry.Count;
        }

        _equations = new(design, weights, count);
    }

    /// <summary>Variance ratios by REML; for Student's errors in turn with their pseudo-values, until both stand still.</summary>
    public MixedFit Fit()
    {
        double[] ratios = [.. _design.Random.Select(_ => 0.1)];
        for (var round = 0; ; round++)
        {
            TakePseudo();
            var next = Reml.Ratios(_equations, ratios, _errors == ErrorModel.Normal ? 1e-4 : 1e-2);
            var isSettled = next.Zip(ratios).All(p => p.First < 1e-5 || Math.Abs(Math.Log(p.First / p.Second)) < 0.02);
            ratios = next;
            var fit = Fitted(ratios);
            if (_errors == ErrorModel.Normal)
                return fit;
            TakeInfluence(fit);
            if (isSettled || round == MostRounds)
                return FitEffects(ratios);
        }
    }

    /// <summary>With the variance ratios of <paramref name="known"/>, a fit on more of the same entries.</summary>
    public MixedFit FitAs(MixedFit known)
    {
        if (_errors == ErrorModel.Student)
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
            TakePseudo();
            var fit = Fitted(ratios);
            if (_errors == ErrorModel.Normal || round == MostRounds)
                return fit;
            TakeInfluence(fit);
            if (Math.Abs(_scale - before) <= Settled * before)
                return fit;
        }
    }

    private MixedFit Fitted(double[] ratios) => new(_design, ratios, _equations.Solve(ratios), _equations.Factor, _scale);

    private void TakePseudo()
    {
        var (sums, squares) = (new double[_design.Cells.Cells], 0.0);
        var entries = _design.Cells.Entries;
        for (var i = 0; i < entries.Length; i++)
        {
            if (!_takes[entries[i].Fold])
                continue;
            var weighted = entries[i].Precision * _pseudo[i];
            sums[entries[i].Cell] += weighted;
            squares += weighted * _pseudo[i];
        }

        _equations.Take(sums, squares);
    }

    // With d = w r²/σ², an error's weight is (ν+1)/(ν+d), its influence that times r, and the influence's slope (ν+1)(ν−d)/(ν+d)². The scale is where the mean of
    // weight times d is 1.
    private void TakeInfluence(MixedFit fit)
    {
        if (_scale == 0)
            _scale = Math.Max(LeastScale, fit.Variance / 2);
        var (count, slope, spread) = (0.0, 0.0, 0.0);
        var entries = _design.Cells.Entries;
        for (var i = 0; i < entries.Length; i++)
        {
            ref readonly var entry = ref entries[i];
            if (!_takes[entry.Fold])
                continue;
            var residual = _values[i] - fit.Locations[entry.Cell];
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
            if (_takes[entries[i].Fold])
                _pseudo[i] = fit.Locations[entries[i].Cell] + _pseudo[i] / slope;
        }

        _scale = Math.Max(LeastScale, _scale * spread / count);
    }
}
