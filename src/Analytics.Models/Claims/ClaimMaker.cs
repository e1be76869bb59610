using Analytics.Models.Evidence;
using Analytics.Models.Money;
using Analytics.Models.Platforms;

namespace Analytics.Models.Claims;

/// <summary>Makes a claim of a figure: quote, kind, and what its sentence says of platform, task, counts, person and witness.</summary>
internal static class ClaimMaker
{
    public static Claim Make(Telling telling, ArticleView article, SubjectFinder subjects, PersonFinder persons)
    {
        article.Stop.ThrowIfCancellationRequested();
        var figure = telling.Figure;
        var view = figure.View;
        var place = Quotes.OfFigure(figure);
        var witness = telling.Mentions.Select(Witness).FirstOrDefault(w => w is not null);
        var witnessBefore = witness ?? WitnessBefore(figure);
        // Pay that somebody saw a document of was got, whatever the words; on a page it is still another's word.
        var (kind, tier) = witness is null ? KindRule.Of(figure, article, persons) : (FigureKind.WorkerCase, EvidenceTier.D);
        var (experience, band) = ExperienceRule.Of(figure);
        var platform = subjects.Platform(view, figure.First, figure.End);
        var task = subjects.Task(view, figure.First, figure.End, platform?.Platform);
        var counts = Counts.Of(figure);
        return new Claim
        {
            Quote = Quotes.Cut(view, place),
            Sentence = view.Text.Substring(figure.Span.Start, figure.Span.Length),
            Place = place,
            Kind = kind,
            Tier = tier,
            AmountMin = figure.Min,
            AmountMax = figure.Max,
            Bound = figure.Bound,
            Currency = figure.Currency,
            Unit = figure.Unit ?? PayUnit.Total,
            Platform = platform?.Platform.Slug,
            PlatformName = platform?.Platform.Name,
            PlatformRule = platform?.Rule,
            TaskType = task?.Task,
            TaskRule = task?.Rule,
            Tasks = counts.Tasks,
            TasksBound = counts.TasksBound,
            Hours = counts.Hours,
            PeriodMonths = counts.Months,
            Country = subjects.Country(view, figure.First, figure.End, figure.Currency),
            Experience = experience,
            ExperienceBand = band,
            Person = kind == FigureKind.WorkerCase ? persons.Of(figure) : null,
            Conversion = telling.Conversion,
            Witness = kind == FigureKind.WorkerCase ? witnessBefore : null,
        };
    }

    /// <summary>"slip gaji yang dikonfirmasi oleh …", up to the end of the clause.</summary>
    private static string? Witness(Figure figure) => Witness(figure.View, figure.Span, figure.First);

    /// <summary>A witness named in the sentence before, of the same paragraph: what follows is told on the same word.</summary>
    private static string? WitnessBefore(Figure figure) =>
        figure.Sentence > 0 && figure.View.Any(figure.Span.First, figure.Span.End, Cue.Earn) ? Witness(figure.View, figure.View.Sentences[figure.Sentence - 1], -1) : null;

    private static string? Witness(BlockView view, SentenceSpan span, int figure)
    {
        for (var i = span.First; i < span.End; i++)
        {
            if (!view.Has(i, Cue.Confirmed))
                continue;
            var end = view.HitAt(i)!.End;
            while (end < span.End && end != figure && view.Tokens[end].Kind != TokenKind.Mark)
                end++;
            return view.Characters(i, end);
        }

        return null;
    }
}
