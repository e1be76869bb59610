using Analytics.Models.Evidence;
using Analytics.Models.Money;

namespace Analytics.Models.Claims;

/// <summary>What sort of statement a pay figure is, from the words of saying, earning and promising in its sentence.</summary>
internal static class KindRule
{
    public static (FigureKind Kind, EvidenceTier Tier) Of(Figure figure, ArticleView article)
    {
        var kind = KindOf(figure, article);
        return (kind, kind switch
        {
            FigureKind.SurveyStatistic or FigureKind.StudyStatistic => EvidenceTier.C,
            FigureKind.WorkerCase or FigureKind.PlatformStatistic => EvidenceTier.D,
            _ => EvidenceTier.E,
        });
    }

    private static FigureKind KindOf(Figure figure, ArticleView article)
    {
        var (view, span) = (figure.View, figure.Span);
        bool In(Cue cue) => view.Any(span.First, span.End, cue);
        var person = In(Cue.FirstPerson) || In(Cue.ThirdPerson) || In(Cue.SomePerson);
        var modal = view.Any(Math.Max(span.First, figure.First - 12), figure.First, Cue.Modal);
        var average = In(Cue.Average);
        var frames = article.Headings(view).Take(2).Append(article.Intro(view)).OfType<BlockView>().ToList();
        if (view.Any(span.First, span.End, Cue.Agreed))
            return FigureKind.Advertised;
        if (In(Cue.PlatformSays))
            return average ? FigureKind.PlatformStatistic : Promise(figure);
        if (average && !(In(Cue.FirstPerson) || In(Cue.ThirdPerson)))
            return In(Cue.Study) || frames.Any(f => f.Cues.Any(h => h.Has(Cue.Study))) ? FigureKind.StudyStatistic : FigureKind.SurveyStatistic;
        if (In(Cue.Study) && !modal && !In(Cue.FirstPerson))
            return FigureKind.StudyStatistic;
        if (person && In(Cue.Past) && !(modal && In(Cue.Addressee)))
            return FigureKind.WorkerCase;
        if (In(Cue.Addressee) && !In(Cue.FirstPerson))
            return Promise(figure);
        if (modal || In(Cue.Promise))
            return Promise(figure);
        if (person || In(Cue.Past))
            return FigureKind.WorkerCase;
        if (frames.Any(f => f.Cues.Any(h => h.Has(Cue.Study))))
            return FigureKind.StudyStatistic;
        if (frames.Any(f => f.Cues.Any(h => h.Has(Cue.FirstPerson)) && f.Cues.Any(h => h.Has(Cue.Past))))
            return FigureKind.WorkerCase;
        return Promise(figure);
    }

    private static FigureKind Promise(Figure figure)
    {
        var (view, span) = (figure.View, figure.Span);
        if (figure.Bound == Bound.UpTo)
            return FigureKind.UpTo;
        return view.Any(span.First, span.End, Cue.Asked) && (view.Any(span.First, span.End, Cue.FirstPerson) || view.Any(span.First, span.End, Cue.Worker))
            ? FigureKind.AskedRate : FigureKind.Advertised;
    }
}
