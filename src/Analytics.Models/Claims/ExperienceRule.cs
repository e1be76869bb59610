using Analytics.Models.Platforms;

namespace Analytics.Models.Claims;

/// <summary>What a figure's sentence says of the worker's experience: "3-5 years experience", "pemula", "senior".</summary>
internal static class ExperienceRule
{
    private const int WordsOfYears = 4;

    public static (string? Text, ExperienceBand? Band) Of(Figure figure)
    {
        var (view, span) = (figure.View, figure.Span);
        for (var i = span.First; i < span.End; i++)
        {
            if (view.Has(i, Cue.Experience) && Years(view, span, i) is { } years)
                return years;
        }

        for (var i = span.First; i < span.End; i++)
        {
            if (view.Has(i, Cue.Experienced))
                return (view.Characters(i, view.HitAt(i)!.End), null);
        }

        return default;
    }

    /// <summary>The number of years or months that stands near the word for experience.</summary>
    private static (string, ExperienceBand?)? Years(BlockView view, SentenceSpan span, int at)
    {
        for (var i = Math.Max(span.First, at - WordsOfYears); i < Math.Min(span.End, at + WordsOfYears); i++)
        {
            if (view.Tokens[i].Kind != TokenKind.Number || view.NumberAt(i) is not { } number)
                continue;
            var unit = view.Between(i + 1, i + 4).Select(h => h.Get(Cue.Unit)?.Text).FirstOrDefault(u => u is "year" or "month");
            if (unit is null)
                continue;
            var (first, end) = (Math.Min(i, at), Math.Min(span.End, Math.Max(at + 1, i + 2)));
            return (view.Characters(first, end), Band(unit == "year" ? number * 12 : number));
        }

        return null;
    }

    private static ExperienceBand Band(decimal months) => months switch
    {
        <= 0 => ExperienceBand.NoneYet,
        < 1 => ExperienceBand.UnderOneMonth,
        <= 6 => ExperienceBand.OneToSixMonths,
        <= 24 => ExperienceBand.SixToTwentyFourMonths,
        _ => ExperienceBand.OverTwentyFourMonths,
    };
}
