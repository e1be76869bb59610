using Analytics.Models;
using Analytics.Models.Estimates;
using Analytics.Models.Evidence;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Web.Pages.Compare;
using Analytics.Web.Pages.Shared;

namespace Analytics.Web.Pages.Platforms;

/// <summary>A sentence of the answer.</summary>
/// <param name="Evidence">How old what it rests on is, or when it was seen, as written.</param>
/// <param name="Href">Where that stands on the page.</param>
public sealed record AnswerSentence(string Words, string? Evidence = null, string? Href = null);

/// <summary>What an hour on a platform pays, in sentences written from its figures; the first answers the question.</summary>
internal static class PlatformAnswer
{
    public static IReadOnlyList<AnswerSentence> Sentences(Asked asked, PlatformRow platform)
    {
        var rows = Rows(asked, platform, PayMeasure.PaidOnly);
        var allIn = Rows(asked, platform, PayMeasure.AllIn);
        var said = new List<AnswerSentence?> { Known(asked, platform, rows.Find(IsMeasured)), WithUnpaidTime(asked, platform, rows.Find(IsMeasured), allIn.Find(IsMeasured)) };
        // Pay that counts all time may be all that a study gives.
        if (said.TrueForAll(s => s is null) && allIn.Find(IsMeasured) is { } only)
            said.Add(Of(asked, only, asked.Text.Fill("answer.allInOnly", ("platform", platform.Name), ("pay", asked.Pay(only)!))));
        var measured = said.Exists(s => s is not null);
        said.Add(Case(asked, platform, rows.Find(r => r.Kind == FigureKind.WorkerCase), first: !measured));
        said.Add(OwnCount(asked, platform, rows.Find(r => r.Kind == FigureKind.PlatformStatistic), first: said.TrueForAll(s => s is null)));
        said.Add(Promise(asked, platform, rows.Find(r => r.Kind.Coarse() == CoarseKind.Advertised && r.Kind != FigureKind.PlatformStatistic), first: said.TrueForAll(s => s is null)));
        said.Add(PerTask(asked, platform, first: said.TrueForAll(s => s is null)));
        return said.OfType<AnswerSentence>().ToList() is { Count: > 0 } known ? known
            : [new(asked.Text.Fill("answer.nothing", ("platform", platform.Name)))];
    }

    /// <summary>That nobody can work there any more: to be said before what it paid. Empty where that is not known.</summary>
    public static IReadOnlyList<AnswerSentence> Closed(Asked asked, PlatformRow platform) =>
        [.. asked.Release.ClosingOf(platform.Slug).Select(s => new AnswerSentence(
            asked.Own(s)!, asked.Text.Fill("quote.seen", ("date", asked.Text.Figures.Date(s.Seen))), "#fact-" + Term.Of(s.Topic)))];

    private static AnswerSentence Of(Asked asked, ComparedFigure row, string words) => row.Figure is { } figure
        ? Of(asked, figure, words)
        : new(words, string.Join(" · ", new[] { asked.Text.Fill("answer.evidence", ("age", asked.Age(row))), asked.AsOf(row) }.OfType<string>()), "#reports");

    private static AnswerSentence Of(Asked asked, FigureRow figure, string words) => new(words, Evidence(asked, figure.When()), "#f-" + figure.Id);

    private static string Evidence(Asked asked, DateOnly? when) => asked.Text.Fill("answer.evidence", ("age", asked.Age(when)));

    private static List<ComparedFigure> Rows(Asked asked, PlatformRow platform, PayMeasure measure) =>
        [.. Comparison.OfPlatform(asked.Release, platform, new CompareChoice { Measure = measure })
            .Where(r => r.HasPay).OrderBy(r => r.Reports is null).ThenBy(r => r.Kind)];

    private static bool IsMeasured(ComparedFigure row) => row.Reports is not null || row.Kind.Coarse() == CoarseKind.Measured;

    private static AnswerSentence? Known(Asked asked, PlatformRow platform, ComparedFigure? row) => row is null ? null : Of(asked, row, row switch
    {
        { Reports: not null } => asked.Text.Fill(row.Basis == EstimateBasis.Modelled ? "answer.modelled" : "answer.reports", ("platform", platform.Name), ("pay", asked.Pay(row)!), ("n", asked.Count(row))),
        { Basis: EstimateBasis.Studies } => asked.Text.Fill("answer.studies", ("platform", platform.Name), ("pay", asked.Pay(row)!),
            ("n", asked.Text.Figures.Number(row.Of)), ("low", asked.Money(row.Low!.Value)), ("high", asked.Money(row.High!.Value))),
        _ => asked.Text.Fill("answer.study", ("platform", platform.Name), ("pay", asked.Pay(row)!), ("kind", asked.Text.Word(row.Kind))),
    });

    // Two numbers of different workers must not be read as before and after: only one study's own pair is put into one sentence.
    private static AnswerSentence? WithUnpaidTime(Asked asked, PlatformRow platform, ComparedFigure? paid, ComparedFigure? all)
    {
        if (paid is null)
            return null;
        if (asked.Release.FiguresOf(platform.Slug).CountedBothWays() is var (counted, with))
            return Of(asked, with, asked.Text.Fill("answer.bothWays", ("paid", asked.Money(counted.PaidOnly!.Value.Typical)), ("all", asked.Money(with.AllIn!.Value.Typical))));
        return all is null ? new(asked.Text["answer.allInUnknown"])
            : Of(asked, all, asked.Text.Fill(all.Reports is not null ? "answer.allInReports" : all.Imputed ? "answer.allInImputed" : "answer.allIn", ("pay", asked.Pay(all)!), ("n", asked.Count(all))));
    }

    private static AnswerSentence? Case(Asked asked, PlatformRow platform, ComparedFigure? row, bool first) => row is null ? null
        : Of(asked, row, asked.Text.Fill(first ? "answer.caseFirst" : "answer.case", ("platform", platform.Name), ("pay", asked.Pay(row)!)));

    // What a platform counted and published is no promise, and nobody else's measurement either.
    private static AnswerSentence? OwnCount(Asked asked, PlatformRow platform, ComparedFigure? row, bool first) => row is null ? null
        : Of(asked, row, asked.Text.Fill(first ? "answer.ownCountFirst" : "answer.ownCount", ("platform", platform.Name), ("pay", asked.Pay(row)!)));

    private static AnswerSentence? Promise(Asked asked, PlatformRow platform, ComparedFigure? row, bool first) => row is null ? null
        : Of(asked, row, asked.Text.Fill(first ? "answer.promiseFirst" : "answer.promise", ("platform", platform.Name), ("pay", asked.Pay(row)!), ("kind", asked.Text.Word(row.Kind))));

    private static AnswerSentence? PerTask(Asked asked, PlatformRow platform, bool first)
    {
        var figure = asked.Release.FiguresOf(platform.Slug)
            .Where(f => f.PerTask is not null && f.PaidOnly is null).OrderBy(f => f.Kind).ThenByDescending(f => f.When()).FirstOrDefault();
        return figure is null ? null : Of(asked, figure, asked.Text.Fill(first ? "answer.perTaskFirst" : "answer.perTask",
            ("platform", platform.Name), ("pay", asked.PerTask(figure)!), ("kind", asked.Text.Word(figure.Kind))));
    }
}
