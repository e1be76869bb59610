using System.Data.Common;
using Analytics.Models;
using Analytics.Models.Corrections;
using Analytics.Models.Estimates;
using Analytics.Models.Evidence;
using Analytics.Models.Platforms;
using Analytics.Models.Privacy;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Web.Charts;
using Analytics.Web.Http;
using Analytics.Web.Pages.Compare;
using Analytics.Web.Pages.ModelCards;
using Analytics.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Analytics.Web.Pages.Platforms;

/// <summary>All that is known of one platform.</summary>
[OutputCache(PolicyName = ReleaseCache.Policy)]
public sealed class ShowModel(CorrectionStore corrections) : ReleasePage
{
    /// <summary>Figures of a kind that stand open; the rest unfolds.</summary>
    private const int Open = 6;

    public PlatformRow Platform { get; private set; } = null!;

    public IReadOnlyList<AnswerSentence> Answer { get; private set; } = [];

    /// <summary>What is said first of a platform that has closed.</summary>
    public IReadOnlyList<AnswerSentence> Closed { get; private set; } = [];

    /// <summary>Both, for search engines and previews.</summary>
    public string Description => string.Join(" ", Closed.Concat(Answer).Select(s => s.Words));

    /// <summary>Pay by kind of work; null where none is known per hour.</summary>
    public ChartFigure? ByWork { get; private set; }

    /// <summary>Pay over time; null where it is known of one time only.</summary>
    public ChartFigure? OverTime { get; private set; }

    /// <summary>What the platform replied, the latest first; none while the database is away, as all else on the page is in memory.</summary>
    public IReadOnlyList<PublishedCorrection> Replies { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string slug)
    {
        if (Asked.Release.Release.Platform(slug) is not { } platform)
            return NotFound();
        Platform = platform;
        Answer = PlatformAnswer.Sentences(Asked, platform);
        Closed = PlatformAnswer.Closed(Asked, platform);
        try
        {
            Replies = await corrections.RepliesOf(platform.Slug, HttpContext.RequestAborted);
        }
        catch (DbException)
        {
            Replies = [];
        }

        if (PlatformCharts.ByWork(Asked, platform) is { } byWork)
            ByWork = DrawnChart.Draw(Asked, byWork, []);
        if (PlatformCharts.OverTime(Asked, platform) is { } overTime)
            OverTime = DrawnChart.Draw(Asked, overTime, []);
        return Page();
    }

    /// <summary>Every figure, by how it came about; the one that speaks for the platform first.</summary>
    public IEnumerable<(CoarseKind Kind, IReadOnlyList<FigureEntry> Shown, IReadOnlyList<FigureEntry> Folded)> Figures() =>
        from kind in Enum.GetValues<CoarseKind>()
        let all = Comparison.MostGeneral(Asked.Release.FiguresOf(Platform.Slug).Where(f => f.Kind.Coarse() == kind), PayMeasure.PaidOnly)
            .OrderBy(f => f.Kind).Select(f => new FigureEntry(Asked, f)).ToList()
        where all.Count > 0
        select (kind, (IReadOnlyList<FigureEntry>)[.. all.Take(Open)], (IReadOnlyList<FigureEntry>)[.. all.Skip(Open)]);

    /// <summary>Figures over several platforms that this one is among.</summary>
    public IEnumerable<FigureRow> Pooled() => Asked.Release.Pooled.Where(f => f.PooledPlatforms.Contains(Platform.Slug));

    /// <summary>Reports of all work here, and by task type.</summary>
    public IEnumerable<CellRow> Reports() => Asked.Release.CellsOf(Platform.Slug)
        .Where(c => c is { Cell: { Experience: null, Country: null, Quarter: null } } && (c.Contributors is not null || c.Blank is not null))
        .OrderBy(c => c.Cell.TaskType is not null).ThenBy(c => c.Cell.TaskType).ThenBy(c => c.Measure);

    /// <summary>Of the model behind modelled figures, how often its range held; where nobody has reported, what is missing for an estimate.</summary>
    public string? Missing => Reports().Any(c => c.Contributors is not null)
        ? Asked.Card(PayMeasure.PaidOnly) is { Model: { } used } ? Asked.Text.Fill("platform.coverage", ("held", Asked.Held(used.Evaluation.Score.Coverage80))) : null
        : Asked.Text.Fill("platform.missing", ("platform", Platform.Name), ("k", Asked.Text.Figures.Number(Disclosure.LeastContributors)), ("n", Asked.Text.Figures.Number(ReportModel.LeastContributors)));

    /// <summary>How far promises run above pay here.</summary>
    public IEnumerable<AdvertGap> Gaps() => Asked.Release.Release.AdvertGaps.Where(g => g.Platform == Platform.Slug);

    /// <summary>Reports by experience.</summary>
    public IEnumerable<CellRow> ByExperience() => Asked.Release.CellsOf(Platform.Slug)
        .Where(c => c is { Cell: { Experience: not null, TaskType: null }, Contributors: not null })
        .OrderBy(c => c.Cell.Experience).ThenBy(c => c.Measure);

    /// <summary>Figures of workers of a stated experience or standing.</summary>
    public IEnumerable<FigureRow> ByStanding() => Asked.Release.FiguresOf(Platform.Slug)
        .Where(f => (f.Experience is not null || f.ExperienceNote is not null) && (f.PaidOnly ?? f.AllIn) is not null)
        .OrderBy(f => f.Kind).ThenBy(f => f.TaskType).ThenBy(f => (f.PaidOnly ?? f.AllIn)!.Value.Typical).Take(12);

    /// <summary>The questions that a reader has beside pay, each topic of them with what is known of it; nothing where that is unknown.</summary>
    public IEnumerable<TopicList> Questions() => Enum.GetValues<FactQuestion>().Select(question => new TopicList(Asked, question,
        [.. TopicList.Of(question).Select(topic => TopicFacts.Of(Asked, topic, Asked.Release.StatementsOf(Platform.Slug).Where(s => s.Topic == topic)))]));

    /// <summary>What reports say to a question beside pay: unpaid time, and hours that people got.</summary>
    public IEnumerable<string> Told(FactQuestion question)
    {
        if (Asked.Release.HoursOf(new(Platform.Slug, null, null, null, null)) is not { } told)
            yield break;
        if (question == FactQuestion.DoesItPay && told.UnpaidShare is { } unpaid)
            yield return Text.Fill("platform.unpaid", ("share", Text.Figures.Percent((double)unpaid)), ("n", Text.Figures.Number(told.Contributors))) + Asked.AsOfSentence(told.FromRelease);
        if (question == FactQuestion.IsThereWork && told is { P25: { } few, P75: { } many })
        {
            yield return Text.Fill("estimate.month.told", ("n", Text.Figures.Number(told.Contributors)),
                ("median", Text.Figures.Number(told.Median)), ("few", Text.Figures.Number(few)), ("many", Text.Figures.Number(many))) + Asked.AsOfSentence(told.FromRelease);
        }
    }

    /// <summary>What we do not know of the platform, in words.</summary>
    public IReadOnlyList<string> Unknown() =>
    [
        .. Reports().Any(c => c.Contributors is not null) ? [] : new[] { Text["platform.unknown.reports"] },
        .. Asked.Release.FiguresOf(Platform.Slug).Any(f => f.AllIn is not null) || Reports().Any(c => c is { Measure: PayMeasure.AllIn, Contributors: not null }) ? [] : new[] { Text["platform.unknown.allIn"] },
        .. OverTime is null ? new[] { Text["platform.unknown.history"] } : [],
        .. Questions().SelectMany(q => q.Topics).Where(t => t.Groups.Count == 0).Select(t => Text.Word(t.Topic)),
    ];

    /// <summary>Figures of pages that contradict each other about one cell, the newest first.</summary>
    public IEnumerable<IReadOnlyList<FigureRow>> Conflicts() => Asked.Release.FiguresOf(Platform.Slug)
        .Where(f => f.Conflict is not null).GroupBy(f => f.Conflict).OrderBy(g => g.Key).Select(IReadOnlyList<FigureRow> (g) => [.. g.OrderByDescending(f => f.When())]);
}
