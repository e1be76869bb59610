using Analytics.Models.Money;
using Analytics.Models.Platforms;

namespace Analytics.Models.Claims;

/// <summary>Makes a claim of a figure: quote, kind, and what its sentence says of platform, task, counts, person and witness.</summary>
internal static class ClaimMaker
{
    public static Claim Make(Figure figure, string? conversion, ArticleView article, SubjectFinder subjects)
    {
        var view = figure.View;
        var place = Quotes.OfFigure(figure);
        var (kind, tier) = KindRule.Of(figure, article);
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
            Conversion = conversion,
        };
    }
}
