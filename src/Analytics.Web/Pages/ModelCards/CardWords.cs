using Analytics.Models;
using Analytics.Models.Estimates;
using Analytics.Models.Evidence;
using Analytics.Models.Platforms;
using Analytics.Models.Rollups;
using Analytics.Web.Pages.Shared;

namespace Analytics.Web.Pages.ModelCards;

/// <summary>What a model card and the advert gaps say, in the reader's language.</summary>
internal static class CardWords
{
    /// <summary>The card of <paramref name="measure"/>; of a release made before there were any, one that says there is no model.</summary>
    public static ModelCard Card(this Asked asked, PayMeasure measure) =>
        asked.Release.Release.ModelCards.FirstOrDefault(c => c.Measure == measure) ?? new() { Measure = measure, Fate = ModelFate.TooFew, Contributors = 0, Studies = 0 };

    /// <summary>What the model of a measure is and how far it may be believed, or why there is none and what is missing.</summary>
    public static IReadOnlyList<string> Sentences(this Asked asked, ModelCard card)
    {
        var (text, figures) = (asked.Text, asked.Text.Figures);
        if (card.Fate == ModelFate.TooFew)
            return [text.Fill(card.Contributors == 0 ? "card.tooFew.none" : "card.tooFew", ("needed", figures.Number(ReportModel.LeastContributors)), ("n", figures.Number(card.Contributors))), text["card.tooFewThen"]];
        var said = new List<string>();
        if (card.TurnedAway is { } turned)
            said.Add(text.Fill(card.Model is null ? "card.turnedAwayNone" : "card.turnedAway", ("reason", asked.Reason(card.Fate, turned))));
        if (card.Model is { } used)
            said.AddRange(asked.Sentences(used, card.Studies));
        return said;
    }

    /// <summary>How often the range of 80 in a hundred held: "79 of 100".</summary>
    public static string Held(this Asked asked, double? coverage) => coverage is not { } share ? asked.Text["card.notMeasured"]
        : asked.Text.Fill("card.held", ("n", asked.Text.Figures.Number((decimal)(100 * share), 0)));

    /// <summary>The day the model in use of a measure was made; null where there is none.</summary>
    public static DateOnly? Fitted(this Asked asked, PayMeasure measure) => asked.Card(measure).Model?.Fitted;

    /// <summary>What one word of a factor is called.</summary>
    public static string Word(this Asked asked, PayFactor factor, string word) => factor switch
    {
        PayFactor.Platform => asked.Release.Release.Platform(word)?.Name,
        PayFactor.TaskType => Term.Find<TaskType>(word) is { } task ? asked.Text.Word(task) : null,
        PayFactor.Experience => Term.Find<ExperienceBand>(word) is { } band ? asked.Text.Word(band) : null,
        PayFactor.Method => Term.Find<EvidenceTier>(word) is { } tier ? asked.Text.Word(tier) : null,
        PayFactor.Country => asked.Country(word),
        _ => null,
    } ?? word;

    /// <summary>The same for a group of an evaluation.</summary>
    public static string Word(this Asked asked, GroupScore group) => asked.Word(Term.Parse<PayFactor>(group.Factor), group.Value);

    /// <summary>"×6.1".</summary>
    public static string Times(this Asked asked, double times) => "×" + asked.Text.Figures.Number((decimal)times);

    /// <summary>"5.2 to 7.1".</summary>
    public static string Between(this Asked asked, double low, double high) =>
        asked.Text.Fill("figure.range", ("low", asked.Text.Figures.Number((decimal)low)), ("high", asked.Text.Figures.Number((decimal)high)));

    /// <summary>An effect in a sentence: "AI training, expert pays ×6.1 (5.2 to 7.1) against Surveys".</summary>
    public static string Sentence(this Asked asked, PayEffect effect) => asked.Text.Fill("card.effect",
        ("word", asked.Word(effect.Factor, effect.Word)), ("times", asked.Times(effect.Times)), ("range", asked.Between(effect.Low, effect.High)), ("against", asked.Word(effect.Factor, effect.Against)));

    /// <summary>What an advert gap is of.</summary>
    public static string Subject(this Asked asked, AdvertGap gap) => string.Join(" · ", new[]
    {
        gap.Platform is { } slug ? asked.Word(PayFactor.Platform, slug) : gap.TaskType is null ? asked.Text["card.allPlatforms"] : null,
        gap.TaskType is { } task ? asked.Text.Word(task) : gap.Platform is null ? null : asked.Text["figure.allWork"],
    }.OfType<string>());

    /// <summary>What promises of one kind are compared with: "3 promises, against studies".</summary>
    public static string Against(this Asked asked, AdvertGap gap) =>
        asked.Text.Count("gap.promises", gap.Adverts) + ", " + asked.Text[gap.AgainstReports == gap.Adverts ? "gap.reports" : gap.AgainstReports == 0 ? "gap.studies" : "gap.both"];

    private static IEnumerable<string> Sentences(this Asked asked, UsedModel used, int studies)
    {
        var (text, figures, evaluation) = (asked.Text, asked.Text.Figures, used.Evaluation);
        yield return text.Fill("card.fitted", ("date", figures.Date(used.Fitted)), ("n", figures.Number(evaluation.Score.N)),
            ("contributors", figures.Number(evaluation.Contributors)), ("version", used.MethodVersion), ("seed", figures.Number(used.Seed)));
        yield return text.Fill("card.coverage", ("held", asked.Held(evaluation.Score.Coverage80)));
        yield return text.Fill("card.error", ("share", figures.Number((decimal)evaluation.Score.Mdape, 0)));
        yield return studies > 0 ? text.Count("card.studies", studies) : text["card.noStudies"];
    }

    private static string Reason(this Asked asked, ModelFate fate, Evaluation turned) =>
        asked.Text.Fill($"ModelFate.{Term.Of(fate)}", ("held", asked.Held(turned.Score.Coverage80)));
}
