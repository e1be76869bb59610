using Analytics.Models.Estimates;
using Analytics.Models.Evidence;
using Analytics.Models.Money;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Web.Pages.Compare;
using Analytics.Web.Pages.Platforms;

namespace Analytics.Web.Pages.Shared;

/// <summary>What the answer is about: a kind of work or a country.</summary>
/// <param name="Of">As it stands after "an hour": "of answering surveys", "of gig work in Kenya".</param>
/// <param name="Whole">The cell without platform.</param>
/// <param name="Rows">The comparison of paid time only.</param>
/// <param name="Figures">All its figures.</param>
public sealed record PaySubject(string Of, Func<PayMeasure, CellRow?> Whole, IReadOnlyList<ComparedFigure> Rows, IReadOnlyList<FigureRow> Figures);

/// <summary>What an hour over several platforms pays, in sentences written from the figures; the first answers the question.</summary>
/// <param name="Level">USD that somebody is known to have got, from the lowest to the highest of what the first sentence tells; null where it tells no such pay.</param>
public sealed record PayAnswer(IReadOnlyList<AnswerSentence> Sentences, (decimal Low, decimal High)? Level)
{
    /// <summary>Kinds of promise told in sentences; the table has all.</summary>
    private const int Promises = 2;

    public static PayAnswer Of(Asked asked, PaySubject subject)
    {
        var (said, level) = Known(asked, subject, PayMeasure.PaidOnly);
        if (said.Count > 0)
            said.AddRange(WithUnpaidTime(asked, subject));
        else
            (said, level) = Known(asked, subject, PayMeasure.AllIn);
        foreach (var told in Unmeasured(subject.Rows))
        {
            var isCase = told.Key.Coarse() == CoarseKind.Achieved;
            if (said.Count == 0 && isCase)
                level = Ends(told);
            said.Add(new(asked.Text.Fill((isCase ? "pay.case" : "pay.promise") + (said.Count == 0 ? ".first" : ""),
                ("of", subject.Of), ("what", Told(asked, [.. told])), ("kind", asked.Text.Word(told.Key)))));
        }

        return new(said.Count > 0 ? said : [new(asked.Text.Fill(subject.Figures.Count > 0 ? "pay.noHours" : "pay.nothing", ("of", subject.Of)))], level);
    }

    /// <summary>Cases, then the promises that most platforms make, a kind each. A group of several platforms speaks only where no platform does.</summary>
    private static IEnumerable<IGrouping<FigureKind, ComparedFigure>> Unmeasured(IReadOnlyList<ComparedFigure> rows)
    {
        var told = rows.Where(r => r is { HasPay: true, Reports: null, Person: null } && r.Kind.Coarse() != CoarseKind.Measured).ToList();
        var kinds = told.Where(r => r.Platform is not null || told.TrueForAll(other => other.Platform is null))
            .GroupBy(r => r.Kind).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).ToLookup(g => g.Key.Coarse());
        return kinds[CoarseKind.Achieved].Concat(kinds[CoarseKind.Advertised].Take(Promises));
    }

    /// <summary>What reports say over all platforms; else what studies measured; empty where neither is known.</summary>
    private static (List<AnswerSentence> Said, (decimal, decimal)? Level) Known(Asked asked, PaySubject subject, PayMeasure measure)
    {
        var all = measure == PayMeasure.AllIn ? ".allIn" : "";
        string Filled(string key, bool imputed, params ReadOnlySpan<(string, string)> places) =>
            asked.Text.Fill(key + all, [("of", subject.Of), .. places]) + (imputed ? " " + asked.Text["pay.imputed"] : "");
        var whole = subject.Whole(measure);
        if (whole is { Contributors: not null } && ComparedFigures.Row("", whole, newest: null) is { HasPay: true } reports)
        {
            var words = Filled(reports.Basis == EstimateBasis.Modelled ? "pay.modelled" : "pay.reports", reports.Imputed, ("pay", asked.Pay(reports)!), ("n", asked.Count(reports)));
            return ([new(words, asked.Text["compare.reports"], "#reports")], Ends([reports]));
        }

        var studies = whole?.Basis == EstimateBasis.Studies ? whole.FigureIds.Select(asked.Release.Figure).OfType<FigureRow>().ToList() : [];
        if (studies.Count > 1)
        {
            var middle = ComparedFigures.Row("", whole!, studies);
            if (ByCountry(asked, studies, measure) is { } list)
                return ([new(Filled("pay.byCountry", middle.Imputed, ("n", asked.Text.Figures.Number(middle.Of)), ("list", list)))], (middle.Low!.Value, middle.High!.Value));
            var words = Filled("pay.studies", middle.Imputed, ("pay", asked.Pay(middle)!), ("n", asked.Text.Figures.Number(middle.Of)),
                ("low", asked.Money(middle.Low!.Value)), ("high", asked.Money(middle.High!.Value)));
            if (studies[0].Country is { } only && studies.TrueForAll(f => f.Country == only))
                words += " " + asked.Text.Fill("pay.allFrom", ("country", asked.Country(only)!));
            return ([Leading(asked, middle, words)], (middle.Low.Value, middle.High.Value));
        }

        var measured = (studies.Count == 1 ? studies : subject.Figures.Where(f => f.Kind.Coarse() == CoarseKind.Measured && f.Bound is not (Bound.UpTo or Bound.AtLeast)))
            .Where(f => f.Rate(measure) is not null).Select(f => ComparedFigures.Row(asked.Name(f), f, measure)).OrderBy(r => r.Level).ThenBy(r => r.Label, StringComparer.Ordinal).ToList();
        return measured switch
        {
            [] => ([], null),
            [var one] => ([Leading(asked, one, Filled("pay.study", one.Imputed, ("pay", asked.Pay(one)!), ("name", one.Label)))], Ends(measured)),
            [var least, .., var most] => ([new(Filled("pay.measured", measured.Exists(r => r.Imputed), ("n", asked.Text.Figures.Number(measured.Count)),
                ("low", asked.Pay(least)!), ("least", least.Label), ("high", asked.Pay(most)!), ("most", most.Label)))], Ends(measured)),
        };
    }

    // The middle of studies of single countries is nobody's pay: each country stands for itself. Null where they are not of several countries.
    private static string? ByCountry(Asked asked, List<FigureRow> studies, PayMeasure measure)
    {
        var countries = studies.GroupBy(f => f.Country).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).ToList();
        return countries.Count < 2 || countries.Exists(g => g.Key is null) ? null : string.Join("; ", countries.Select(g =>
            $"{asked.Country(g.Key)} {asked.Span(g.Min(f => f.Rate(measure)!.Value.Typical), g.Max(f => f.Rate(measure)!.Value.Typical))}"));
    }

    private static List<AnswerSentence> WithUnpaidTime(Asked asked, PaySubject subject)
    {
        // Two numbers of different workers must not be read as before and after: only one study's own pair is put into one sentence.
        if (subject.Whole(PayMeasure.AllIn)?.Contributors is null && subject.Figures.CountedBothWays() is var (counted, with))
            return [new(asked.Text.Fill("answer.bothWays", ("paid", asked.Money(counted.PaidOnly!.Value.Typical)), ("all", asked.Money(with.AllIn!.Value.Typical))),
                asked.Text.Fill("answer.evidence", ("age", asked.Age(with.When()))), asked.Evidence(with))];
        return Known(asked, subject, PayMeasure.AllIn).Said is { Count: > 0 } said ? said : [new(asked.Text["answer.allInUnknown"])];
    }

    private static AnswerSentence Leading(Asked asked, ComparedFigure row, string words) =>
        new(words, asked.Text.Fill("answer.evidence", ("age", asked.Age(row))), asked.Evidence(row));

    /// <summary>"$200 an hour on micro1", "$15 to $60 an hour on 4 platforms".</summary>
    private static string Told(Asked asked, List<ComparedFigure> rows)
    {
        if (rows is [var one])
            return asked.Text.Fill(one.Platform is null ? "pay.ofGroup" : "pay.onOne", ("pay", asked.Pay(one)!), ("platform", asked.Name(one)));
        var (low, high) = Ends(rows);
        return asked.Text.Fill("pay.onSeveral", ("pay", asked.Span(low, high)), ("n", asked.Text.Figures.Number(rows.Count)));
    }

    private static (decimal Low, decimal High) Ends(IEnumerable<ComparedFigure> rows)
    {
        var all = rows.ToList();
        return (all.Min(r => r.Typical ?? r.Low ?? r.High!.Value), all.Max(r => r.Typical ?? r.High ?? r.Low!.Value));
    }
}
