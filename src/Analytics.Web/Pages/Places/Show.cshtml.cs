using Analytics.Models;
using Analytics.Models.Evidence;
using Analytics.Models.Money;
using Analytics.Models.Platforms;
using Analytics.Models.Privacy;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Web.Charts;
using Analytics.Web.Http;
using Analytics.Web.Pages.Compare;
using Analytics.Web.Pages.Platforms;
using Analytics.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Analytics.Web.Pages.Places;

/// <summary>A country: what an hour of gig work pays there, against the legal minimum, and which platforms take and pay people there.</summary>
[OutputCache(PolicyName = ReleaseCache.Policy)]
public sealed class ShowModel : PayPage
{
    /// <summary>Years after which a minimum wage is said to be old.</summary>
    private const int OldYears = 2;

    public Country Country { get; private set; } = null!;

    public IReadOnlyList<AnswerSentence> Answer { get; private set; } = [];

    /// <summary>The same asked in the country's own money; null where that is shown already, or no rate of it is known.</summary>
    public Asked? Local { get; private set; }

    public Yardstick? Minimum { get; private set; }

    public string Path => $"/countries/{Country.Code.ToLowerInvariant()}";

    public IActionResult OnGet(string iso)
    {
        if (Countries.Find(iso) is not { } country || !Asked.Release.CountryCodes.Contains(country.Code))
            return NotFound();
        Country = country;
        if ($"/countries/{iso}" != Path)
            return RedirectPermanent($"/{Text.Language.Code}{Path}{Request.QueryString}");
        if (!Compare(new CompareChoice { Country = country.Code }))
            return StatusCode(StatusCodes.Status400BadRequest);
        Local = Asked.Local(country.Code);
        Minimum = Yardstick.Of(Asked.Release, country.Code);
        Answer = Asked.Answer(country.Code, Local, Minimum);
        return Page();
    }

    /// <summary>The comparison, each pay with the amount in local money, and what somebody got with how many times the legal minimum it is.</summary>
    public PayByPlatform Compared => ByPlatform(Path) is var all ? all with { Table = all.Table with { Beside = Beside } } : all;

    /// <summary>Reports of all work here by both measures, and by kind of work.</summary>
    public IReadOnlyList<CellRow> Reports() => [.. Asked.Release.CellsOf(null)
        .Where(c => c.Cell is { Experience: null, Quarter: null } && c.Cell.Country == Country.Code && (c.Cell.TaskType is null || c.Measure == Choice.Measure) && (c.Contributors is not null || c.Blank is not null))
        .OrderBy(c => c.Cell.TaskType is not null).ThenBy(c => c.Cell.TaskType).ThenBy(c => c.Measure)];

    /// <summary>Kinds of work that figures or reports here are of, with how many figures.</summary>
    public IEnumerable<(TaskType Task, int Figures)> Tasks() =>
        from task in Enum.GetValues<TaskType>()
        let figures = Asked.FiguresIn(Country.Code).Count(f => f.TaskType == task)
        where figures > 0 || Reports().Any(c => c.Cell.TaskType == task && c.Contributors is not null)
        select (task, figures);

    /// <summary>The minimums of the country and its regions.</summary>
    public IReadOnlyList<LocalMinimum> Minimums() => Minimum?.All ?? [];

    /// <summary>The works that the minimums are from.</summary>
    public IEnumerable<WorkCited> MinimumSources() => Minimums().Select(m => (m.Wage.SourceTitle, m.Wage.SourceAddress)).Distinct()
        .Select(s => new WorkCited(s.SourceTitle, WebAddress.Find(s.SourceAddress), ""));

    /// <summary>Hours a week that monthly minimums are divided by; null where all are by the hour.</summary>
    public decimal? HoursPerWeek => Minimums().Where(m => m.Wage.Unit != PayUnit.Hour).Select(m => m.Wage.HoursPerWeek).FirstOrDefault();

    /// <summary>Platforms whose home is here.</summary>
    public IReadOnlyList<PlatformRow> AtHome() => [.. Asked.Release.Release.Platforms.Where(p => p.Country == Country.Code).OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>What the release does not know of the country, a sentence each.</summary>
    public IEnumerable<string> Unknown()
    {
        var reported = Reports().Any(c => c.Contributors is not null);
        if (!reported)
            yield return Text.Fill("unknown.reports", ("k", Text.Figures.Number(Disclosure.LeastContributors)));
        if (!reported && !Asked.FiguresIn(Country.Code).Any(f => f.Kind.Coarse() == CoarseKind.Measured))
            yield return Text["unknown.measured"];
        if (Asked.FiguresIn(Country.Code).All(f => f.AllIn is null) && !Reports().Any(c => c is { Measure: PayMeasure.AllIn, Contributors: not null }))
            yield return Text["unknown.allIn"];
        if (Said.In(Asked, Country.Code, Said.Payout).Count == 0)
            yield return Text["unknown.payout"];
        if (Said.In(Asked, Country.Code, Said.Joining).Count == 0)
            yield return Text["unknown.joining"];
        if (Minimums().Count == 0)
            yield return Text["unknown.minimum"];
        else if (Minimums().Max(m => m.Wage.Effective) is var newest && newest.AddYears(OldYears) < Asked.Today)
            yield return Text.Fill("unknown.minimumOld", ("age", Text.Figures.Age(newest, Asked.Today)));
        if (Country.Currency is { } own && own != "USD" && Asked.Release.NewestRate(own) is null)
            yield return Text.Fill("unknown.rate", ("currency", own));
    }

    private IEnumerable<string> Beside(ComparedFigure row)
    {
        if (Local?.Pay(row) is { } local)
            yield return local;
        if (row.Kind.Coarse() != CoarseKind.Advertised && Minimum is { } minimum && !minimum.IsOld(Asked.Today) && minimum.Times(row) is { } times)
            yield return Text.Fill("minimum.beside", ("times", Asked.Times(times)));
    }
}
