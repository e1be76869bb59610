using Analytics.Models;
using Analytics.Models.Estimates;
using Analytics.Models.Evidence;
using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Web.Charts;
using Analytics.Web.Http;
using Analytics.Web.Pages.Compare;
using Analytics.Web.Pages.ModelCards;
using Analytics.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Analytics.Web.Pages.Estimates;

/// <summary>What would I earn: one person's hour and month, how sure that is, and what it rests on.</summary>
[OutputCache(PolicyName = ReleaseCache.Policy)]
public sealed class IndexModel : ReleasePage
{
    private const int MostOthers = 6;

    public EstimateChoice Choice { get; private set; } = new();

    /// <summary>Pay by each measure that the model tells; none where there is no model of the work.</summary>
    public IReadOnlyList<PersonalPay> Personal { get; private set; } = [];

    /// <summary>What studies found about the work, and what single workers got.</summary>
    public IReadOnlyList<ComparedFigure> Known { get; private set; } = [];

    /// <summary>What is promised for the work: of the reader's field of expertise, where one was told.</summary>
    public IReadOnlyList<ComparedFigure> Offers { get; private set; } = [];

    public ChartFigure? Chart { get; private set; }

    /// <summary>The pay that a month and the minimum wage are worked out from: over all time where that is known.</summary>
    public PersonalPay? Counted => Personal.Count == 0 ? null : Personal[^1];

    /// <summary>What studies say of the work, where there is no estimate; null where there is none either.</summary>
    public StudiedPay? Studied => Personal.Count > 0 ? null : StudiedPay.Of(Asked.Release, Choice);

    public IActionResult OnGet()
    {
        var faults = new Dictionary<string, string>();
        Choice = EstimateChoice.Read(Request.Query, Asked.Release, faults);
        if (faults.Count > 0)
            return StatusCode(StatusCodes.Status400BadRequest);
        if (Choice.Task is null)
            return Page();
        Personal = [.. Enum.GetValues<PayMeasure>().Select(m => PersonalPay.Of(Asked.Release, m, Choice)).OfType<PersonalPay>()];
        Gather();
        Draw();
        return Page();
    }

    public IEnumerable<(string Value, string Word)> Tasks() => Enum.GetValues<TaskType>().Select(t => (Term.Of(t), Text.Word(t)));

    public IEnumerable<(string Value, string Word)> Platforms() =>
        Asked.Release.Release.Platforms.OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase).Select(p => (p.Slug, p.Name));

    public IEnumerable<(string Value, string Word)> Bands() => Enum.GetValues<ExperienceBand>().Select(b => (Term.Of(b), Text.Word(b)));

    public IEnumerable<(string Value, string Word)> Fields() => Enum.GetValues<Expertise>().Select(e => (Term.Of(e), Text.Word(e)));

    /// <summary>Countries that reports, figures or a minimum wage are known of.</summary>
    public IEnumerable<(string Value, string Word)> Lands() =>
        Asked.Release.Lands.Where(c => Countries.Find(c) is not null).Select(c => (c, Asked.Country(c)!)).OrderBy(c => c.Item2, StringComparer.Ordinal);

    /// <summary>Cells of reports near the reader's words, the nearest first.</summary>
    public IEnumerable<(string Name, CellRow Cell)> Nearest()
    {
        var work = Choice.Task!.Value;
        Cell[] near =
        [
            .. Choice.Platform is { } platform ? [new Cell(platform, work, null, null, null)] : Array.Empty<Cell>(),
            .. Choice.Country is { } country ? [new Cell(null, work, null, country, null)] : Array.Empty<Cell>(),
            .. Choice.Experience is { } band ? [new Cell(null, work, band, null, null)] : Array.Empty<Cell>(),
            new Cell(null, work, null, null, null),
        ];
        return from cell in near
               let row = Asked.Release.CellOf(cell, PayMeasure.PaidOnly)
               where row is { Contributors: not null }
               select (Asked.Subject(new EstimateChoice { Task = work, Platform = cell.Platform, Country = cell.Country, Experience = cell.Experience }), row);
    }

    /// <summary>How far promises of this work run above its pay.</summary>
    public IEnumerable<AdvertGap> Gaps() => Asked.Release.Release.AdvertGaps.Where(g => g.TaskType == Choice.Task && (g.Platform is null || g.Platform == Choice.Platform));

    private void Gather()
    {
        var rows = Comparison.Of(Asked.Release, new CompareChoice { Task = Choice.Task }).Rows
            .Where(r => r.HasPay && (Choice.Platform is null || r.Platform == Choice.Platform || r.Platform is null)).ToList();
        Known = [.. rows.Where(r => r.Reports is null && r.Kind.Coarse() != CoarseKind.Advertised).Take(MostOthers)];
        var offered = Choice.Expertise is not { } field ? rows.Where(r => r.Kind.Coarse() == CoarseKind.Advertised)
            : Asked.Release.Release.Figures.Where(f => f.TaskType == Choice.Task && f.Kind.Coarse() == CoarseKind.Advertised && FieldsOfExpertise.Of(f.TaskNote).Contains(field))
                .Select(f => ComparedFigures.Row(f.Platform is { } slug ? Asked.Release.Release.Platform(slug)!.Name : f.Pool!, f, PayMeasure.PaidOnly)).Where(r => r.HasPay);
        Offers = [.. offered.OrderByDescending(r => r.Count ?? 0).ThenByDescending(r => r.When).Take(MostOthers)];
    }

    private void Draw()
    {
        var series = EstimateChart.Series(Asked, Choice, Personal, [.. Known, .. Offers]);
        if (series.Rows.Any(r => r.Kind != FigureKind.StatutoryMinimum))
            Chart = DrawnChart.Draw(Asked, series, []);
    }
}
