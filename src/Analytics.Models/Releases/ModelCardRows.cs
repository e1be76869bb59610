using Analytics.Models.Estimates;
using Analytics.Models.Privacy;

namespace Analytics.Models.Releases;

/// <summary>Makes what is published of a model and of the advert gaps: rounded, and nothing of a group that too few contributors are in.</summary>
internal static class ModelCardRows
{
    public static ModelCard Of(ModelCard card) => card with
    {
        Contributors = Disclosure.Count(card.Contributors),
        Model = card.Model is { } used ? used with { Evaluation = Of(used.Evaluation), Effects = [.. used.Effects.Where(e => MayPublish(e.Contributors)).Select(Of)] } : null,
        TurnedAway = card.TurnedAway is { } turned ? Of(turned) : null,
    };

    public static AdvertGap Of(AdvertGap gap) => gap with { Times = Rounded(gap.Times), Low = Rounded(gap.Low), High = Rounded(gap.High) };

    private static Evaluation Of(Evaluation evaluation) => evaluation with
    {
        Score = Of(evaluation.Score),
        Contributors = Disclosure.Count(evaluation.Contributors),
        Groups = [.. evaluation.Groups.Where(g => MayPublish(g.Contributors)).Select(g => g with
        {
            N = Disclosure.Count(g.N), Contributors = Disclosure.Count(g.Contributors), Coverage80 = Share(g.Coverage80), LogWidth80 = Share(g.LogWidth80),
        })],
        Baselines = [.. evaluation.Baselines.Select(Of)],
        Last = evaluation.Last is { } last ? Of(last) : null,
        LeftOutPlatforms = [.. evaluation.LeftOutPlatforms.Where(p => MayPublish(p.Contributors)).Select(p => p with
        {
            N = Disclosure.Count(p.N), Contributors = Disclosure.Count(p.Contributors), Coverage80 = Share(p.Coverage80), Mdape = Math.Round(p.Mdape, 1),
        })],
    };

    private static BaselineScore Of(BaselineScore rival) => rival with { Score = Of(rival.Score), Above = Share(rival.Above), AboveLow = Share(rival.AboveLow), AboveHigh = Share(rival.AboveHigh) };

    private static Score Of(Score score) => score with
    {
        N = Disclosure.Count(score.N),
        MaeLn = Math.Round(score.MaeLn, 3),
        Mdape = Math.Round(score.Mdape, 1),
        Pinball10 = Share(score.Pinball10),
        Pinball50 = Share(score.Pinball50),
        Pinball90 = Share(score.Pinball90),
        Coverage80 = Share(score.Coverage80),
        LogWidth80 = Share(score.LogWidth80),
    };

    private static CardEffect Of(CardEffect told) => new(
        told.Effect with { Times = Rounded(told.Effect.Times), Low = Rounded(told.Effect.Low), High = Rounded(told.Effect.High), Count = Disclosure.Count((int)told.Effect.Count) },
        Disclosure.Count(told.Contributors));

    private static bool MayPublish(int contributors) => contributors >= Disclosure.LeastContributors;

    private static double Rounded(double value) => (double)Disclosure.Value(value);

    private static double? Share(double? value) => value is { } known ? Math.Round(known, 3) : null;
}
