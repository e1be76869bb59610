using Analytics.Models.Evidence;
using Analytics.Models.Money;
using Analytics.Models.Platforms;

namespace Analytics.Models.Claims;

/// <summary>Makes a claim of a figure: quote, kind, and what its sentence says of platform, task, counts, person and witness.</summary>
internal static class ClaimMaker
{
    public static Claim Make(Telling telling, ArticleView article, SubjectFinder subjects, PersonFinder persons)
    {
        var figure = telling.Figure;
        var view = figure.View;
        var place = Quotes.OfFigure(figure);
        var witness = telling.Mentions.Select(Witness).FirstOrDefault(w => w is not null);
        // Pay that somebody saw a document of was got, whatever the words; on a page it is still another's word.
        var (kind, tier) = witness is null ? KindRule.Of(figure, article) : (FigureKind.WorkerCase, EvidenceTier.D);
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
            Hours = counts.Hours,
            PeriodMonths = counts.Months,
            Country = subjects.Country(view, figure.First, figure.End, figure.Currency),
            Experience = experience,
            ExperienceBand = band,
            Person = kind == FigureKind.WorkerCase ? persons.Of(figure) : null,
            Conversion = telling.Conversion,
            Witness = witness,
        };
    }

    /// <summary>"slip gaji yang dikonfirmasi oleh …", up to the end of the clause.</summary>
    private static string? Witness(Figure figure)
    {
        var (view, span) = (figure.View, figure.Span);
        for (var i = span.First; i < span.End; i++)
        {
            if (!view.Has(i, Cue.Confirmed))
                continue;
            var end = view.HitAt(i)!.End;
            while (end < span.End && end != figure.First && view.Tokens[end].Kind != TokenKind.Mark)
                end++;
            return view.Characters(i, end);
        }

        return null;
    }
}
