using Analytics.Models.Money;

namespace Analytics.Models.Claims;

/// <summary>Decides whether a figure is what a worker gets, by the weight of the evidence; the strongest kind of word against gives the reason.</summary>
internal sealed class PayJudge(ArticleView article)
{
    /// <summary>What a word against pay means.</summary>
    private static readonly Dictionary<Cue, PassedOver> Against = new()
    {
        [Cue.Company] = PassedOver.CompanyMoney,
        [Cue.Price] = PassedOver.Price,
        [Cue.Deduction] = PassedOver.Price,
        [Cue.NotForWork] = PassedOver.NotForWork,
        [Cue.Minimum] = PassedOver.NotForWork,
        [Cue.Hypothetical] = PassedOver.Hypothetical,
        [Cue.Simulation] = PassedOver.Hypothetical,
        [Cue.Assumption] = PassedOver.Hypothetical,
        [Cue.Advice] = PassedOver.Hypothetical,
        [Cue.Goal] = PassedOver.Hypothetical,
        [Cue.Threshold] = PassedOver.Hypothetical,
        [Cue.Wage] = PassedOver.Wage,
    };

    private readonly EvidenceWeights _weights = article.Lexicon.All.Weights.Pay;

    /// <summary>Whether a word of this kind says that an amount is no pay.</summary>
    public static bool IsAgainst(Cue cue) => Against.ContainsKey(cue);

    /// <summary>Whether a phrase says that an amount is no pay.</summary>
    public static bool SpeaksAgainst(Hit hit) => hit.Senses.Any(s => IsAgainst(s.Cue));

    /// <summary>Of an amount that no words give a unit: whether it was paid for one piece of work. Gives the evidence; null where words tell.</summary>
    public FigureEvidence? GuessUnit(Figure figure, Figure? previous, Figure? next)
    {
        if (figure.Unit is not (null or PayUnit.Total) && figure is not { Unit: PayUnit.Task, UnitIsNear: false })
            return null;
        var evidence = new FigureEvidence(article, figure, previous, next);
        figure.Unit = article.Lexicon.All.Weights.Piece.Score(evidence) > 0 ? PayUnit.Task : null;
        return evidence;
    }

    public FigureEvidence Evidence(Figure figure, Figure? previous, Figure? next) => new(article, figure, previous, next);

    /// <summary>Null when the figure is pay; otherwise why it is not.</summary>
    public PassedOver? Judge(FigureEvidence evidence)
    {
        // What stands under a simulation is a worked example, however much its rows speak of pay.
        if (evidence.Words.Contains((Cue.Simulation, Nearness.Intro)))
            return PassedOver.Hypothetical;
        if (_weights.Score(evidence) > 0)
            return evidence.Facts.Contains(FigureEvidence.Difference) ? PassedOver.NotPay : null;
        var against = new Dictionary<PassedOver, double>();
        foreach (var (cue, nearness) in evidence.Words)
        {
            if (Against.TryGetValue(cue, out var reason))
                against[reason] = against.GetValueOrDefault(reason) + _weights.Of(cue, nearness);
        }

        foreach (var fact in evidence.Facts.Where(f => f is FigureEvidence.Example or FigureEvidence.Arithmetic))
            against[PassedOver.Hypothetical] = against.GetValueOrDefault(PassedOver.Hypothetical) + _weights.Of(fact);

        return against.Count > 0 && against.MinBy(a => a.Value) is { Value: < 0, Key: var worst } ? worst : PassedOver.NotPay;
    }
}
