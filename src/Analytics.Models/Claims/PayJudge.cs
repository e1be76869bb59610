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

    private readonly PayWeights _weights = article.Lexicon.All.PayWeights;

    /// <summary>Whether a phrase says that an amount is no pay.</summary>
    public static bool SpeaksAgainst(Hit hit) => hit.Senses.Any(s => Against.ContainsKey(s.Cue));

    /// <summary>Null when the figure is pay; otherwise why it is not.</summary>
    public PassedOver? Judge(Figure figure, Figure? previous, Figure? next)
    {
        var evidence = new PayEvidence(article, figure, previous, next);
        var score = _weights.Bias + evidence.Facts.Sum(_weights.Of);
        var against = new Dictionary<PassedOver, double>();
        foreach (var (cue, nearness) in evidence.Words)
        {
            var weight = _weights.Of(cue, nearness);
            score += weight;
            if (Against.TryGetValue(cue, out var reason))
                against[reason] = against.GetValueOrDefault(reason) + weight;
        }

        if (score > 0)
            return null;
        return against.Count > 0 && against.MinBy(a => a.Value) is { Value: < 0, Key: var worst } ? worst : PassedOver.NotPay;
    }
}
