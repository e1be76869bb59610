using Analytics.Models;
using Analytics.Models.Estimates;
using Analytics.Models.Evidence;
using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Web.Charts;
using Analytics.Web.Http;
using Analytics.Web.Pages.Compare;
using Analytics.Web.Pages.Platforms;
using Analytics.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Analytics.Web.Pages.Tasks;

/// <summary>A kind of work: what it consists of, who is sought, what an hour of it pays, and where it is offered.</summary>
[OutputCache(PolicyName = ReleaseCache.Policy)]
public sealed class ShowModel : PayPage
{
    /// <summary>Figures of a stated standing that are listed.</summary>
    private const int Standings = 12;

    public TaskType Task { get; private set; }

    public IReadOnlyList<AnswerSentence> Answer { get; private set; } = [];

    public WorkDescription Description => WorkDescriptions.Of(Task);

    public string Path => $"/tasks/{Term.Of(Task)}";

    public IActionResult OnGet(string slug)
    {
        if (Term.Find<TaskType>(slug) is not { } task)
            return NotFound();
        Task = task;
        if (slug != Term.Of(task))
            return RedirectPermanent($"/{Text.Language.Code}{Path}{Request.QueryString}");
        if (!Compare(new CompareChoice { Task = task }))
            return StatusCode(StatusCodes.Status400BadRequest);
        Answer = Asked.Answer(task).Sentences;
        return Page();
    }

    /// <summary>Reports over all platforms: of all countries by both measures, then of each country.</summary>
    public IReadOnlyList<CellRow> Reports() => [.. Cells().Where(c => c.Cell is { Platform: null, Experience: null } && (c.Cell.Country is null || c.Measure == Choice.Measure))
        .OrderBy(c => c.Cell.Country is not null).ThenBy(c => Asked.Country(c.Cell.Country), StringComparer.CurrentCulture).ThenBy(c => c.Measure)];

    /// <summary>Reports by experience over all platforms.</summary>
    public IReadOnlyList<CellRow> ByExperience() =>
        [.. Cells().Where(c => c.Cell is { Platform: null, Experience: not null } && c.Measure == Choice.Measure).OrderBy(c => c.Cell.Experience)];

    /// <summary>Reports by experience on each platform; those that are blank are left out here.</summary>
    public IReadOnlyList<CellRow> ByExperienceThere() =>
        [.. Cells().Where(c => c is { Cell: { Platform: not null, Experience: not null }, Blank: null } && c.Measure == Choice.Measure).OrderBy(c => Name(c.Cell.Platform!), StringComparer.OrdinalIgnoreCase).ThenBy(c => c.Cell.Experience)];

    /// <summary>Figures of workers of a stated experience or standing.</summary>
    public IReadOnlyList<FigureRow> ByStanding() => [.. Asked.FiguresOf(Task)
        .Where(f => (f.Experience is not null || f.ExperienceNote is not null) && (f.PaidOnly ?? f.AllIn) is not null)
        .OrderBy(f => f.Kind).ThenBy(f => (f.PaidOnly ?? f.AllIn)!.Value.Typical).ThenBy(f => f.Id, StringComparer.Ordinal).Take(Standings)];

    /// <summary>Figures over several platforms, or of no named one.</summary>
    public IReadOnlyList<FigureRow> Pooled() => [.. Asked.Release.Pooled.Where(f => f.TaskType == Task).OrderBy(f => f.Kind).ThenByDescending(f => f.When()).ThenBy(f => f.Id, StringComparer.Ordinal)];

    public IReadOnlyList<AdvertGap> Gaps() => [.. Asked.Release.Release.AdvertGaps.Where(g => g.TaskType == Task)];

    /// <summary>Platforms where such work is done, by the catalogue.</summary>
    public IReadOnlyList<PlatformRow> Offering() => [.. Asked.Release.Release.Platforms.Where(p => p.TaskTypes.Contains(Task)).OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase)];

    /// <summary>What is known of such work there: that the platform has closed, that no pay is known.</summary>
    public string? Known(PlatformRow platform)
    {
        string?[] known = [Asked.Release.ClosingOf(platform.Slug).Any() ? Text["platform.closed"] : null, HasPay(platform) ? null : Text["task.payUnknown"]];
        return known.OfType<string>().ToList() is { Count: > 0 } said ? $"({string.Join(", ", said)})" : null;
    }

    public string Name(string platform) => Asked.Release.Release.Platform(platform)?.Name ?? platform;

    /// <summary>What the release does not know of such work, a sentence each.</summary>
    public IEnumerable<string> Unknown()
    {
        if (!Cells().Any(c => c.Contributors is not null))
            yield return Text.Fill("unknown.reports", ("k", Text.Figures.Number(Models.Privacy.Disclosure.LeastContributors)));
        if (!Cells().Any(c => c.Contributors is not null) && !Asked.FiguresOf(Task).Any(f => f.Kind.Coarse() == CoarseKind.Measured))
            yield return Text["unknown.measured"];
        if (Asked.FiguresOf(Task).All(f => f.AllIn is null) && !Cells().Any(c => c is { Measure: PayMeasure.AllIn, Contributors: not null }))
            yield return Text["unknown.allIn"];
        if (Offering().Count(p => !HasPay(p)) is > 0 and var without)
            yield return Text.Fill("unknown.platforms", ("n", Text.Figures.Number(without)), ("all", Text.Figures.Number(Offering().Count)));
        if (ByExperience().Count == 0 && ByStanding().Count == 0)
            yield return Text["unknown.experience"];
        if (Gaps().Count == 0)
            yield return Text["unknown.gap"];
    }

    private bool HasPay(PlatformRow platform) => Comparison.OfPlatform(Asked.Release, platform, Choice).Any(r => r.HasPay);

    private IEnumerable<CellRow> Cells() => Asked.Release.Release.Cells
        .Where(c => c.Cell is { Quarter: null } && c.Cell.TaskType == Task && (c.Contributors is not null || c.Blank is not null));
}
