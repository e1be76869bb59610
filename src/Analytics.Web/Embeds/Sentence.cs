using Analytics.Models;
using Analytics.Models.Estimates;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Web.Pages.Compare;
using Analytics.Web.Pages.Shared;
using Analytics.Web.Pages.Tasks;
using Analytics.Web.Releases;
using Analytics.Web.Text;

namespace Analytics.Web.Embeds;

/// <summary>
/// A sentence with its figure, as an editor copies it. It comes from the release alone, in dollars and without anything that depends on the day, so it is the same for ever.
/// </summary>
/// <param name="Title">What it answers: "What an hour on Prolific pays".</param>
/// <param name="Words">The sentence.</param>
/// <param name="Pay">The pay in it: "$9.40".</param>
/// <param name="Detail">What stands beside the pay: range, kind, years, n.</param>
/// <param name="From">Id of the release that computed it; null where that is the release itself.</param>
/// <param name="Pages">Addresses after the language of the pages that show it, the nearest first, and of the entries of the study figures it rests on.</param>
public sealed record Sentence(
    SentenceId Id, ReleaseHead Release, string Title, string Words, string Pay, string Detail, SentenceFigure Figure, string? From, IReadOnlyList<string> Pages)
{
    /// <summary>The sentence of <paramref name="id"/> in the release that it names; null where that has no such figure.</summary>
    public static Sentence? Of(ShownRelease release, SentenceId id)
    {
        if (SentenceFigure.Of(release, id.Cell, id.Measure) is not var (figure, row, studies))
            return null;
        var asked = new Asked(SiteText.Of(id.Language), release, ShownCurrency.Dollar, DateOnly.FromDateTime(release.Head.MadeAt.UtcDateTime), Frozen: true);
        var (of, pay, detail) = (Subject(asked, id.Cell), asked.Pay(row with { Bound = figure.Bound })!, Beside(asked, id.Cell, figure, row));
        var words = asked.Text.Fill(KeyOf(figure, id.Measure), ("of", of), ("pay", pay), ("n", asked.Text.Figures.Number(figure.Studies)), ("detail", detail));
        if (figure.Imputed)
            words += " " + asked.Text["pay.imputed"];
        if (release.Head.Simulated)
            words = asked.Text.Fill("sentence.simulated", ("sentence", words));
        var from = row.FromRelease is { } computed && computed != release.Head.Id ? computed : null;
        return new(id, release.Head, asked.Text.Fill("pay.title", ("of", of)), words, pay, detail, figure, from, PagesOf(id.Cell, studies));
    }

    /// <summary>Addresses after the language of the pages that show a cell, the nearest first.</summary>
    public static IReadOnlyList<string> PagesOf(Cell cell)
    {
        string?[] pages =
        [
            cell.Platform is { } slug ? $"/platforms/{slug}" : null,
            cell.TaskType is { } task ? $"/tasks/{Term.Of(task)}" : null,
            cell.Country is { } code ? $"/countries/{code.ToLowerInvariant()}" : null,
        ];
        return pages.OfType<string>().ToList() is { Count: > 0 } all ? all : ["/"];
    }

    private static IReadOnlyList<string> PagesOf(Cell cell, IReadOnlyList<FigureRow> studies) =>
        [.. PagesOf(cell), .. studies.Select(f => $"{(f.Platform is { } slug ? $"/platforms/{slug}" : "/platforms")}#f-{f.Id}")];

    private static string KeyOf(SentenceFigure figure, PayMeasure measure) => (figure switch
    {
        { Studies: > 1 } => "sentence.studies",
        { Studies: 1 } => "sentence.study",
        { Basis: EstimateBasis.Modelled } => "sentence.modelled",
        _ => "sentence.reports",
    }) + (measure == PayMeasure.AllIn ? ".allIn" : "");

    /// <summary>What the figure is of, as it stands after "an hour": "of answering surveys on Prolific".</summary>
    private static string Subject(Asked asked, Cell cell)
    {
        var text = asked.Text;
        string?[] parts =
        [
            cell.TaskType is { } task ? text.Of(task) : cell.Platform is null ? text["sentence.of.work"] : null,
            cell.Platform is { } slug ? text.Fill("sentence.of.platform", ("platform", asked.Release.Release.Platform(slug)?.Name ?? slug)) : null,
            cell.Country is { } code ? text.Fill("sentence.of.country", ("country", asked.CountryInSentence(code)!)) : null,
            cell.Experience is { } band ? text[$"sentence.of.{Term.Of(band)}"] : null,
            cell.Quarter is { } first ? text.Fill("sentence.of.quarter", ("from", text[MonthOf(first)]), ("to", text.Figures.Month(first.AddMonths(2)))) : null,
        ];
        return string.Join(" ", parts.OfType<string>());
    }

    private static string MonthOf(DateOnly day) => "month." + day.Month.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Beside(Asked asked, Cell cell, SentenceFigure figure, ComparedFigure row)
    {
        var text = asked.Text;
        string Ends(string key, decimal low, decimal high) => text.Fill(key, ("low", asked.Money(low)), ("high", asked.Money(high)));
        string Year(int year) => year.ToString(System.Globalization.CultureInfo.InvariantCulture);
        string?[] parts =
        [
            figure is { Studies: 1, Kind: { } kind } ? text.Word(kind) : null,
            figure is { Value: not null, Low: { } low, High: { } high } ? Ends(figure.Studies > 1 ? "sentence.lowestToHighest" : "sentence.interval", low, high) : null,
            figure is { P25: { } quarter, P75: { } three } ? Ends(figure.Studies > 0 ? "sentence.middleHalf.workers" : "sentence.middleHalf.reports", quarter, three) : null,
            figure switch
            {
                { YearFrom: { } from, YearTo: { } to } when from < to => text.Fill("sentence.years", ("from", Year(from)), ("to", Year(to))),
                { YearFrom: { } year } => text.Fill("sentence.year", ("year", Year(year))),
                _ => null,
            },
            figure.Country is { } only && cell.Country is null ? text.Fill("sentence.only", ("country", asked.Country(only)!)) : null,
            asked.Count(row),
        ];
        return string.Join("; ", parts.OfType<string>());
    }
}
