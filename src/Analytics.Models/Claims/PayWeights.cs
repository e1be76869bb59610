namespace Analytics.Models.Claims;

/// <summary>
/// How much each piece of evidence counts for a figure being pay: the coefficients of a logistic regression over labelled texts
/// (<c>pay_weights.json</c>). A figure is pay when its sum is above zero. What is not in the file counts nothing.
/// </summary>
internal sealed record PayWeights
{
    private static readonly int Places = Enum.GetValues<Nearness>().Length;
    private double[] _words = [];

    public required double Bias { get; init; }

    /// <summary>By cue, then by where its word stands.</summary>
    public required IReadOnlyDictionary<string, IReadOnlyDictionary<string, double>> Words
    {
        get;
        init
        {
            field = value;
            _words = new double[Enum.GetValues<Cue>().Length * Places];
            foreach (var (cue, nearness) in value.SelectMany(pair => pair.Value.Select(w => (pair.Key, w))))
                _words[At(Term.Parse<Cue>(cue), Term.Parse<Nearness>(nearness.Key))] = nearness.Value;
        }
    }

    public required IReadOnlyDictionary<string, double> Facts { get; init; }

    public double Of(Cue cue, Nearness nearness) => _words[At(cue, nearness)];

    public double Of(string fact) => Facts.GetValueOrDefault(fact);

    private static int At(Cue cue, Nearness nearness) => (int)cue * Places + (int)nearness;
}
