using Analytics.Models.Evidence;

namespace Analytics.Models.Claims;

/// <summary>
/// How much each piece of evidence counts for one question: the coefficients of a logistic regression over labelled texts
/// (<c>weights.json</c>). The answer is yes when the sum is above zero. What is not in the file counts nothing.
/// </summary>
internal sealed record EvidenceWeights
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

    /// <summary>The sum of all the evidence.</summary>
    public double Score(FigureEvidence evidence)
    {
        var score = Bias;
        foreach (var (cue, nearness) in evidence.Words)
            score += Of(cue, nearness);
        foreach (var fact in evidence.Facts)
            score += Of(fact);
        return score;
    }

    private static int At(Cue cue, Nearness nearness) => (int)cue * Places + (int)nearness;
}

/// <summary>The questions that evidence answers.</summary>
internal sealed record Weights
{
    /// <summary>Is the figure what a worker gets?</summary>
    public required EvidenceWeights Pay { get; init; }

    /// <summary>Is an amount without a unit for one piece of work, rather than a total?</summary>
    public required EvidenceWeights Piece { get; init; }
}

/// <summary>A figure that was judged, and the evidence on it.</summary>
/// <param name="Figure">The figure, with its unit.</param>
/// <param name="Pay">Whether it is pay, and what sort of statement.</param>
/// <param name="Piece">Whether it is for one piece of work; null where words tell the unit.</param>
/// <param name="Kind">The kind that the rules of saying give.</param>
internal sealed record WeighedFigure(Figure Figure, FigureEvidence Pay, FigureEvidence? Piece, CoarseKind Kind);
