namespace Analytics.Models.Estimates;

/// <summary>Shares of persons in a prediction: logarithms of USD an hour.</summary>
internal readonly record struct Predicted(double Q10, double Q50, double Q90);

/// <summary>How well left-out pay was predicted.</summary>
public sealed record Score
{
    /// <summary>Rows.</summary>
    public required int N { get; init; }

    /// <summary>Mean absolute error of ln.</summary>
    public required double MaeLn { get; init; }

    /// <summary>Median absolute error of the median, per cent of the pay.</summary>
    public required double Mdape { get; init; }

    /// <summary>Mean pinball loss at 10, 50 and 90 in a hundred, in ln (Koenker and Bassett, Econometrica 46, 1978). Null where no interval could be given.</summary>
    public required double? Pinball10 { get; init; }

    public required double? Pinball50 { get; init; }

    public required double? Pinball90 { get; init; }

    /// <summary>Share of rows inside the interval of 80 in a hundred.</summary>
    public required double? Coverage80 { get; init; }

    /// <summary>Mean width of that interval, in ln.</summary>
    public required double? LogWidth80 { get; init; }

    /// <summary>Of <paramref name="rows"/>: the pay's logarithm beside what was predicted; without an interval its ends are not a number.</summary>
    internal static Score Of(IReadOnlyList<(double Log, Predicted Predicted)> rows)
    {
        var errors = rows.Select(r => Math.Abs(Math.Exp(r.Predicted.Q50 - r.Log) - 1)).Order().ToList();
        var hasInterval = rows.All(r => double.IsFinite(r.Predicted.Q10 + r.Predicted.Q90));
        double? Mean(Func<(double Log, Predicted Predicted), double> of) => hasInterval ? rows.Average(of) : null;
        return new()
        {
            N = rows.Count,
            MaeLn = rows.Average(r => Math.Abs(r.Log - r.Predicted.Q50)),
            Mdape = 100 * (errors[(errors.Count - 1) / 2] + errors[errors.Count / 2]) / 2,
            Pinball10 = Mean(r => Pinball(r.Log - r.Predicted.Q10, 0.1)),
            Pinball50 = rows.Average(r => Pinball(r.Log - r.Predicted.Q50, 0.5)),
            Pinball90 = Mean(r => Pinball(r.Log - r.Predicted.Q90, 0.9)),
            Coverage80 = Mean(r => IsInside(r.Log, r.Predicted) ? 1 : 0),
            LogWidth80 = Mean(r => r.Predicted.Q90 - r.Predicted.Q10),
        };
    }

    /// <summary>The sum of the three pinball losses of one row.</summary>
    internal static double PinballSum(double log, Predicted predicted) =>
        Pinball(log - predicted.Q10, 0.1) + Pinball(log - predicted.Q50, 0.5) + Pinball(log - predicted.Q90, 0.9);

    // An end of the interval is in it, also after it was made USD and logarithm again.
    private static bool IsInside(double log, Predicted predicted) => log >= predicted.Q10 - 1e-9 && log <= predicted.Q90 + 1e-9;

    private static double Pinball(double error, double share) => Math.Max(share * error, (share - 1) * error);
}
