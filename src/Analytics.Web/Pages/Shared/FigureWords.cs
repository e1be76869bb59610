using System.Collections.Frozen;
using Analytics.Models.Estimates;
using Analytics.Models.Evidence;
using Analytics.Models.Money;
using Analytics.Models.Observations;
using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Analytics.Web.Pages.Compare;
using Analytics.Web.Text;

namespace Analytics.Web.Pages.Shared;

/// <summary>What is said of a figure in words, in the reader's language and currency.</summary>
internal static class FigureWords
{
    // Countries whose English name has an article within a sentence.
    private static readonly FrozenSet<string> WithArticle =
        ["AE", "AX", "BQ", "BS", "CC", "CF", "CK", "DO", "FK", "FO", "GB", "GM", "IM", "IO", "KM", "KY", "MH", "MP", "MV", "NL", "PH", "PN", "SB", "SC", "TC", "TF", "UM", "US", "VG", "VI"];

    /// <summary>The pay of a row: "$3.76", "up to $34", "$20 to $40"; null where there is none per hour.</summary>
    public static string? Pay(this Asked asked, ComparedFigure row) => row switch
    {
        { Typical: { } typical } => asked.Bounded(typical, row.Bound),
        { Low: { } low, High: { } high } => asked.Between(low, high),
        _ => null,
    };

    /// <summary>An amount in US dollars with how exactly it is stated.</summary>
    public static string Bounded(this Asked asked, decimal usd, Bound bound) =>
        asked.Text.Figures.Money(asked.Currency.Of(usd), asked.Currency.Code, bound);

    public static string Between(this Asked asked, decimal low, decimal high) =>
        asked.Text.Fill("figure.range", ("low", asked.Money(low)), ("high", asked.Money(high)));

    /// <summary>One amount where both ends are the same, else both.</summary>
    public static string Span(this Asked asked, decimal low, decimal high) => low == high ? asked.Money(low) : asked.Between(low, high);

    /// <summary>What stands around the pay: quantiles, the ends of several studies, the interval of a median.</summary>
    public static string? Around(this Asked asked, ComparedFigure row)
    {
        string Ends(string words, decimal low, decimal high) => asked.Text.Fill(words, ("range", asked.Between(low, high)));
        return row switch
        {
            { Typical: null } => null,
            { Person: { Low: { } low, High: { } high } } => Ends("compare.person", low, high),
            // The interval is the estimate's: the cell's own tenths are another thing.
            { Reports: { Low: { } low, High: { } high } } => Ends(row.Basis == EstimateBasis.Modelled ? "compare.modelled" : "compare.interval", low, high),
            { Basis: EstimateBasis.Studies } => Ends("compare.studiesRange", row.Low!.Value, row.High!.Value),
            { MiddleLow: { } q1, MiddleHigh: { } q3 } => Ends("compare.middleHalf", q1, q3),
            _ => null,
        };
    }

    /// <summary>"as of release 3": of reports, where an earlier release computed what is shown; null where this one did.</summary>
    public static string? AsOf(this Asked asked, ComparedFigure row) => asked.AsOf(row.FromRelease);

    /// <inheritdoc cref="AsOf(Asked, ComparedFigure)"/>
    /// <param name="release">Id of the release that computed it.</param>
    public static string? AsOf(this Asked asked, string? release) => asked.OfRelease(release, "cells.asOf");

    /// <summary>The same as a sentence with a space before it, to follow another; empty where this release did.</summary>
    public static string AsOfSentence(this Asked asked, string? release) => asked.OfRelease(release, "cells.asOfSentence") is { } sentence ? " " + sentence : "";

    private static string? OfRelease(this Asked asked, string? release, string words) => release is null || release == asked.Release.Head.Id ? null
        : asked.Text.Fill(words, ("number", asked.Release.NumberOf(release) is { } number ? asked.Text.Figures.Number(number) : release));

    /// <summary>What the row is of, beside its platform: how many studies, which work.</summary>
    public static string Subject(this Asked asked, ComparedFigure row) => row switch
    {
        { Basis: EstimateBasis.Studies } => asked.Text.Fill("compare.studies", ("n", asked.Text.Figures.Number(row.Of))),
        { Figure: { } figure } => asked.Subject(figure),
        { Reports.Cell: var cell } => asked.Subject(cell.TaskType, cell.Country, cell.Experience),
        { Person: { } person } => asked.Subject(person.TaskType, person.Country, person.Experience),
        _ => asked.Text["compare.reports"],
    };

    // Of all reports of a platform there is nothing else to say.
    private static string Subject(this Asked asked, TaskType? task, string? country, ExperienceBand? experience) =>
        string.Join(" · ", new[] { task is { } work ? asked.Text.Word(work) : null, asked.Country(country), experience is { } band ? asked.Text.Word(band) : null }.OfType<string>()) is { Length: > 0 } said
            ? said : asked.Text["compare.reports"];

    /// <summary>The work, place and experience that a figure is of.</summary>
    public static string Subject(this Asked asked, FigureRow figure)
    {
        string?[] parts =
        [
            figure switch
            {
                { TaskType: { } task } => asked.Text.Word(task),
                { Origin: OriginKind.Claim } => asked.Text["figure.workNotNamed"],
                _ => asked.Text[figure.TaskNote is null ? "figure.allWork" : "figure.mixedWork"],
            },
            asked.Country(figure.Country) ?? asked.Own(figure.Region),
            figure.Experience is { } band ? asked.Text.Word(band) : asked.Own(figure.ExperienceNote),
        ];
        return string.Join(" · ", parts.OfType<string>());
    }

    /// <summary>The name of a country in the reader's language; the code itself where the catalogue has no name.</summary>
    public static string? Country(this Asked asked, string? code) =>
        Countries.Find(code) is not { } country ? code : asked.Text.Language == SiteLanguage.Indonesian ? country.Indonesian : country.English;

    /// <summary>The same within a sentence: English says "the Philippines".</summary>
    public static string? CountryInSentence(this Asked asked, string? code) =>
        asked.Text.Language == SiteLanguage.English && code is not null && WithArticle.Contains(code) ? $"the {asked.Country(code)}" : asked.Country(code);

    /// <summary>Our own sentence of a statement; null where only a page's words are known.</summary>
    public static string? Own(this Asked asked, StatementRow said) =>
        asked.Text.Language == SiteLanguage.Indonesian ? said.Indonesian : said.English;

    /// <summary>Words of the catalogue in the reader's language; as they are where no translation is known, as for the words of a page.</summary>
    [return: System.Diagnostics.CodeAnalysis.NotNullIfNotNull(nameof(english))]
    public static string? Own(this Asked asked, string? english) =>
        english is not null && asked.Text.Language == SiteLanguage.Indonesian ? CatalogueWords.Indonesian(english) ?? english : english;

    /// <summary>Language of what <see cref="Own(Asked, string?)"/> gives, where it is not the page's.</summary>
    public static string? LanguageOf(this Asked asked, string? english) =>
        asked.Text.Language == SiteLanguage.Indonesian && english is not null && CatalogueWords.Indonesian(english) is null ? "en" : null;

    /// <summary>The name of a platform, or of several together.</summary>
    public static string Name(this Asked asked, ComparedFigure row) => row.Platform is null ? asked.Own(row.Label) : row.Label;

    /// <summary>How many a row rests on.</summary>
    public static string Count(this Asked asked, ComparedFigure row) => row switch
    {
        { Person: not null } => asked.Text["compare.fewReports"],
        { Count: null, Figure: { } figure } => asked.NoCount(figure),
        { Count: null } => asked.Text["chart.nUnknown"],
        { Reports: not null } => asked.Text.Fill("figure.aboutReports", ("n", asked.Text.Figures.Number(row.Count.Value))),
        { Figure: { } figure } => asked.Count(figure, row.Count.Value),
        _ => asked.Text.Count("figure.workers", row.Count.Value),
    };

    public static string Count(this Asked asked, FigureRow figure) =>
        (figure.Workers ?? figure.Observations) is { } n ? asked.Count(figure, n) : asked.NoCount(figure);

    /// <summary>The age of a row of the comparison; of reports, where no single quarter has enough of them to be named, that is said.</summary>
    public static string Age(this Asked asked, ComparedFigure row) =>
        row is { Reports: not null, When: null } ? asked.Text["figure.quarterWithheld"] : asked.Age(row.When);

    /// <summary>When a row's evidence is from, and how long ago that is.</summary>
    public static string Age(this Asked asked, DateOnly? when) => when is not { } day
        ? asked.Text["figure.yearUnknown"]
        // The middle of a year stands for a year that is all the source says: of such a figure the months are not known.
        : day is { Month: 7, Day: 1 } && day.AddMonths(24) > asked.Today ? asked.Text.Fill("age.ofYear", ("year", day.Year.ToString(System.Globalization.CultureInfo.InvariantCulture)))
        : asked.Text.Figures.Age(day, asked.Today);

    /// <summary>The amount as the source states it: "more than $600 in total".</summary>
    public static string Stated(this Asked asked, FigureRow figure)
    {
        var text = asked.Text;
        string Money(decimal amount) => text.Figures.Money(amount, figure.Currency);
        var amount = figure is { AmountMin: { } low, AmountMax: { } high } && low < high
            ? text.Fill("figure.range", ("low", Money(low)), ("high", Money(high)))
            : text.Figures.Money(figure.AmountMin ?? figure.AmountMax ?? 0, figure.Currency, figure.Bound);
        var per = $"{amount} {text.Word(figure.Unit)}";
        return figure switch
        {
            { Unit: PayUnit.Total, Tasks: > 0 and var tasks } => text.Fill("figure.forTasks", ("amount", per), ("n", text.Figures.Number(tasks, figure.TasksBound))),
            { Unit: not PayUnit.Hour, Hours: > 0 and var hours } => text.Fill("figure.forHours", ("amount", per), ("n", text.Figures.Number(hours))),
            { PeriodMonths: > 0 and var months } => text.Fill("figure.inMonths", ("amount", per), ("n", text.Figures.Number(months))),
            _ => per,
        };
    }

    /// <summary>"about $0.24 a task"; null where pay per task is not known.</summary>
    public static string? PerTask(this Asked asked, FigureRow figure)
    {
        if (figure.PerTask is not { } rate)
            return null;
        // A total divided by tasks is worked out, so it is never exact.
        var amount = rate.Low < rate.High ? asked.Between(rate.Low, rate.High)
            : asked.Bounded(rate.Typical, figure.Unit == PayUnit.Task ? figure.Bound : Bound.About);
        return asked.Text.Fill("figure.perTask", ("amount", amount));
    }

    /// <summary>Mark, kind and tier of a figure.</summary>
    public static KindBadge Badge(this Asked asked, FigureKind kind, EvidenceTier tier) => new(asked.Text, kind, tier);

    // A case is of one worker, and a promise is one statement, however many heard it.
    private static string NoCount(this Asked asked, FigureRow figure) => asked.Text[figure.Kind switch
    {
        FigureKind.WorkerCase => "figure.oneWorker",
        FigureKind.PlatformStatistic => "chart.nUnknown",
        _ when figure.Kind.Coarse() == CoarseKind.Advertised => "figure.oneStatement",
        _ => "chart.nUnknown",
    }];

    // In offers the number is of postings or clients, not of workers.
    private static string Count(this Asked asked, FigureRow figure, int n) =>
        figure.Workers is null || figure.Kind.Coarse() == CoarseKind.Advertised
            ? asked.Text.Fill("figure.n", ("n", asked.Text.Figures.Number(n)))
            : asked.Text.Count("figure.workers", n);
}
