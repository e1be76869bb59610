using Analytics.Models.Evidence;
using Analytics.Models.Money;

namespace Analytics.Models.Claims;

/// <summary>What sort of statement a pay figure is, from the words of saying, earning and promising in its sentence.</summary>
internal static class KindRule
{
    private const int ReachOfStudy = 400;
    private const int Near = 8;
    private const int BlockReach = 300;
    private const int ReachOfGetting = 12;
    private const int ReachOfShare = 25;
    private const int BlocksOfStudy = 3;

    /// <summary>The kind of <paramref name="figure"/>, and the tier that such a kind has at best: another's word D, statistics C, adverts E.</summary>
    public static (FigureKind Kind, EvidenceTier Tier) Of(Figure figure, ArticleView article, PersonFinder persons)
    {
        var kind = KindOf(figure, article, persons.IsNamed(figure));
        return (kind, kind switch
        {
            FigureKind.SurveyStatistic or FigureKind.StudyStatistic => EvidenceTier.C,
            FigureKind.WorkerCase or FigureKind.PlatformStatistic => EvidenceTier.D,
            _ => EvidenceTier.E,
        });
    }

    private static FigureKind KindOf(Figure figure, ArticleView article, bool isNamed)
    {
        var (view, span) = (figure.View, figure.Span);
        bool In(Cue cue) => view.Any(span.First, span.End, cue);
        bool Before(Cue cue) => view.Any(Math.Max(figure.From, figure.First - Near), figure.First, cue);
        var (first, third) = (In(Cue.FirstPerson), In(Cue.ThirdPerson) || isNamed);
        if (Before(Cue.MustPay) && figure.Bound == Bound.AtLeast)
            return FigureKind.PlatformFloor;
        if (Before(Cue.Agreed))
            return FigureKind.Advertised;
        if (article.IsPosting && !third)
            return figure.Bound == Bound.UpTo ? FigureKind.UpTo : FigureKind.Listing;
        if (In(Cue.PlatformSays) || PlatformSays(figure))
            return In(Cue.Average) ? FigureKind.PlatformStatistic : Promise(figure);
        var isRow = view.Block.Kind is BlockKind.ListItem or BlockKind.TableRow;
        if (isRow && !article.IsTold && article.Intro(view) is { } intro && (TellsOfStudy(intro) || intro.Says(Cue.Average)) && !first && !third)
            return FigureKind.StudyStatistic;
        if (SaysWhatTheyMake(figure))
            return FigureKind.WorkerCase;
        if (!first && IsShareOfPeople(figure))
            return Statistic(figure, article);
        if (In(Cue.Average) && figure.Unit is PayUnit.Task && !first && !In(Cue.Worker) && !In(Cue.Study))
            return Promise(figure);
        // "Drivers usually take home $15 to $20 an hour": an average of many, though nobody is cited.
        if (In(Cue.Habit) && In(Cue.Worker) && In(Cue.Earn) && !first && !third && !In(Cue.Addressee) && !In(Cue.Asked) && figure.Unit is not PayUnit.Task)
            return Statistic(figure, article);
        if (In(Cue.Average) && !first && !third)
            return IsOfOnePerson(figure) ? FigureKind.WorkerCase : Statistic(figure, article);
        if (isRow && view.IsMark(figure.First - 1, ':') && view.Any(figure.First - 3, figure.First, Cue.Study))
            return FigureKind.StudyStatistic;
        if (In(Cue.Study) && !first && !In(Cue.Modal) && (In(Cue.Earn) || In(Cue.Worker) || In(Cue.Past) || In(Cue.Rate) && !In(Cue.Promise)))
            return Statistic(figure, article);
        if (isNamed && In(Cue.Said) && !In(Cue.Addressee))
            return FigureKind.WorkerCase;
        if (Before(Cue.Asked))
            return FigureKind.AskedRate;
        if (In(Cue.SomePerson) && In(Cue.Past) || (first || third) && (In(Cue.Past) || third && (In(Cue.Earn) || In(Cue.Get))) && !(In(Cue.Addressee) && In(Cue.Modal)))
            return In(Cue.Promise) && !third && !In(Cue.SomePerson) && !Before(Cue.Past) ? Promise(figure) : FigureKind.WorkerCase;
        if (!first && !third && !In(Cue.SomePerson) && !In(Cue.Modal) && !In(Cue.Addressee) && !In(Cue.Promise) && (In(Cue.Earn) || In(Cue.Past)) && FollowsStudy(figure, article))
            return FigureKind.StudyStatistic;
        if (In(Cue.Worker) && (In(Cue.Earn) || In(Cue.Said)) && !In(Cue.Modal) && !In(Cue.Addressee) && !In(Cue.Promise) && !In(Cue.Asked))
            return FigureKind.WorkerCase;
        if (In(Cue.Addressee) && !first || In(Cue.Modal) || In(Cue.Promise))
            return Promise(figure);
        if (In(Cue.SomePerson) || first || third || In(Cue.Past))
            return FigureKind.WorkerCase;
        if (Frames(figure, article).Any(TellsOfStudy))
            return FigureKind.StudyStatistic;
        // A post is its author's own story.
        if (view.Block.Author is not null && view.Says(Cue.FirstPerson))
            return FigureKind.WorkerCase;
        // A table headed "Rate" tells what is paid, whoever shows it.
        if (article.Header(view, view.Tokens[figure.First].Start) is { } header && header.Says(Cue.Rate) && !header.Says(Cue.Earn))
            return Promise(figure);
        // "Tasks pay between $.01 and $5": whoever tells it, that is what is offered.
        if ((isRow && figure.UnitEnd > figure.End) || view.Any(figure.First - 4, figure.First, Cue.Is))
            return Promise(figure);
        return Frames(figure, article).Any(f => f.Says(Cue.FirstPerson)) || article.IsTold ? FigureKind.WorkerCase : Promise(figure);
    }

    private static IEnumerable<BlockView> Frames(Figure figure, ArticleView article) =>
        article.Headings(figure.View).Take(2).Append(article.Intro(figure.View)).Append(article.Title).OfType<BlockView>();

    /// <summary>A study that tells of pay; not "paid studies and tests", which are the work.</summary>
    private static bool TellsOfStudy(BlockView frame) =>
        frame.Says(Cue.Study) && !frame.Topics.Exists(h => h.Get(Cue.Task)?.Text is "survey" or "user-testing");

    private static FigureKind Statistic(Figure figure, ArticleView article) =>
        figure.View.Any(figure.Span.First, figure.Span.End, Cue.Study) || Frames(figure, article).Any(f => f.Says(Cue.Study))
            ? FigureKind.StudyStatistic : FigureKind.SurveyStatistic;

    /// <summary>"28% of the people asked make less than $50": a share of many.</summary>
    private static bool IsShareOfPeople(Figure figure)
    {
        var (view, span) = (figure.View, figure.Span);
        if (!view.Any(span.First, span.End, Cue.Earn) && !view.Any(span.First, span.End, Cue.Get) || view.Any(span.First, span.End, Cue.Deduction))
            return false;
        for (var i = Math.Max(span.First, figure.First - ReachOfShare); i < figure.First; i++)
        {
            if (view.IsMark(i, '%') || view.Has(i, Cue.Share))
                return true;
        }

        return false;
    }

    /// <summary>The figures of a study go on through the sentences and paragraphs after the one that names it.</summary>
    private static bool FollowsStudy(Figure figure, ArticleView article) =>
        !article.IsTold && figure.View.Block.Kind is not BlockKind.ListItem && (figure.View.Any(figure.Span.First - ReachOfStudy, figure.Span.First, Cue.Study) || article.SectionBefore(figure.View).Take(BlocksOfStudy).Any(TellsOfStudy));

    /// <summary>"His average takings are now …": the block tells of one person, and the sentence of no workers.</summary>
    private static bool IsOfOnePerson(Figure figure) =>
        figure.View.Any(figure.First - BlockReach, figure.First, Cue.ThirdPerson) && !figure.View.Any(figure.Span.First, figure.Span.End, Cue.Worker) && !figure.View.Any(figure.Span.First, figure.Span.End, Cue.Study);

    /// <summary>"Uber says", "menurut Grab".</summary>
    private static bool PlatformSays(Figure figure) => BlockView.Within(figure.View.Platforms, figure.Span.First, figure.Span.End).Any(h =>
        figure.View.Has(h.End, Cue.Said) || figure.View.Any(h.First - 2, h.First, Cue.Said));

    /// <summary>"I make $100", "ia dapat Rp20.000", with nothing between that would make it a wish.</summary>
    private static bool SaysWhatTheyMake(Figure figure)
    {
        var (view, from) = (figure.View, Math.Max(figure.Span.First, figure.First - 5));
        // "ia dapat Rp20.000": a word that is also a modal has its full meaning right before the amount.
        if (view.Any(from, figure.First, Cue.ThirdPerson) && view.HitBefore(figure.First) is { } got && got.Has(Cue.Get) && got.Has(Cue.Modal) && !view.Any(from, got.First, Cue.Modal))
            return true;
        // "saya diberi fee 16.000": I, and right after it a word of getting.
        foreach (var i in view.Between(figure.First - ReachOfGetting, figure.First).Where(h => h.Has(Cue.FirstPerson) && h.First >= figure.Span.First))
        {
            if ((view.Has(i.End, Cue.Get) || view.Has(i.End, Cue.Past)) && !view.Has(i.End, Cue.Modal) && !view.Any(i.First, figure.First, Cue.Asked) && !view.Any(i.First, figure.First, Cue.Agreed) && !view.Any(i.First, figure.First, Cue.Average))
                return true;
        }

        return view.Any(from, figure.First, Cue.FirstPerson) && (view.Any(from, figure.First, Cue.Get) || view.Any(from, figure.First, Cue.Earn))
            && !view.Any(from, figure.First, Cue.Modal) && !view.Any(from, figure.First, Cue.Asked) && !view.Any(from, figure.First, Cue.Average) && !view.Any(from, figure.First, Cue.Promise);
    }

    private static FigureKind Promise(Figure figure)
    {
        var (view, span) = (figure.View, figure.Span);
        if (figure.Bound == Bound.UpTo)
            return FigureKind.UpTo;
        return view.Any(span.First, span.End, Cue.Asked) ? FigureKind.AskedRate : FigureKind.Advertised;
    }
}
