using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Web.Pages.Compare;
using Analytics.Web.Pages.Platforms;
using Analytics.Web.Pages.Shared;

namespace Analytics.Web.Pages.Places;

/// <summary>What is said of a country.</summary>
internal static class PlaceWords
{
    /// <summary>As it stands after "an hour": "of gig work in the Philippines".</summary>
    public static string Of(this Asked asked, string code) => asked.Text.Fill("country.of", ("country", asked.CountryInSentence(code)!));

    public static IEnumerable<FigureRow> FiguresIn(this Asked asked, string code) => asked.Release.Release.Figures.Where(f => f.Country == code);

    /// <summary>The cell of a country over all platforms.</summary>
    public static CellRow? WholeOf(this Asked asked, string code, PayMeasure measure) =>
        asked.Release.CellOf(new(null, null, null, code, null), measure);

    /// <summary>What an hour pays there, in local money too and against the legal minimum; the first sentence answers.</summary>
    /// <param name="local">The same asked in the country's own money; null where that is shown already, or no rate of it is known.</param>
    public static IReadOnlyList<AnswerSentence> Answer(this Asked asked, string code, Asked? local, Yardstick? minimum)
    {
        var answer = PayAnswer.Of(asked, new PaySubject(
            asked.Of(code),
            measure => asked.WholeOf(code, measure),
            Comparison.Of(asked.Release, new CompareChoice { Country = code }).Rows,
            [.. asked.FiguresIn(code)]));
        var said = new List<AnswerSentence> { answer.Sentences[0] };
        if (answer.Level is var (low, high) && local is not null)
            said.Add(new(asked.Text.Fill("country.local", ("pay", local.Span(low, high)))));
        if (minimum is not null)
            said.Add(Against(asked, minimum, answer.Level));
        return [.. said, .. answer.Sentences.Skip(1)];
    }

    private static AnswerSentence Against(Asked asked, Yardstick minimum, (decimal Low, decimal High)? level)
    {
        var against = level is var (low, high) ? asked.Against(minimum, asked.Text["minimum.payJustNamed"], low, high) : null;
        return new(string.Join(" ", new[] { asked.Known(minimum), against }.OfType<string>()), asked.Text["minimum.link"], "#minimum");
    }
}
