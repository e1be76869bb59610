using Analytics.Models;
using Analytics.Models.Evidence;
using Analytics.Models.Platforms;
using Analytics.Models.Rollups;
using Analytics.Web.Charts;
using Analytics.Web.Http;
using Analytics.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Analytics.Web.Pages.Compare;

/// <summary>Platforms side by side: the first page.</summary>
[OutputCache(PolicyName = ReleaseCache.Policy)]
public sealed class IndexModel : ReleasePage
{
    public CompareChoice Choice { get; private set; } = new();
    public Comparison Comparison { get; private set; } = null!;
    public ChartFigure? Chart { get; private set; }

    /// <summary>Platforms of which the chart shows nothing because only promises are known.</summary>
    public int OnlyPromised { get; private set; }

    public IActionResult OnGet()
    {
        var faults = new Dictionary<string, string>();
        Choice = CompareChoice.Read(Request.Query, Asked.Release.Release, faults);
        if (faults.Count > 0)
            return StatusCode(StatusCodes.Status400BadRequest);
        Comparison = Comparison.Of(Asked.Release, Choice);
        Draw();
        return Page();
    }

    /// <summary>Whether workers' reports are in the release at all.</summary>
    public bool HasReports => Asked.Release.HasReports;

    public IEnumerable<(string Value, string Word)> Platforms() =>
        Asked.Release.Release.Platforms.OrderBy(p => p.Name, StringComparer.OrdinalIgnoreCase).Select(p => (p.Slug, p.Name));

    /// <summary>Bands that any report or figure is of.</summary>
    public IEnumerable<(string Value, string Word)> Bands() =>
        Asked.Release.Bands.Select(b => (Term.Of(b), Text.Word(b)));

    /// <summary>Platforms that were chosen and have no row; their names.</summary>
    public string Without() => string.Join(", ", Choice.Platforms.Where(p => Comparison.Rows.All(r => r.Platform != p) && Comparison.Withheld(Asked.Release, Choice).All(r => r.Platform != p)).Select(p => Asked.Release.Release.Platform(p)!.Name));

    /// <summary>Task types that any figure is of.</summary>
    public IEnumerable<(string Value, string Word)> Tasks() =>
        Asked.Release.Tasks.Select(t => (Term.Of(t), Text.Word(t))).OrderBy(t => t.Item2, StringComparer.CurrentCulture);

    /// <summary>Countries that any figure is of.</summary>
    public IEnumerable<(string Value, string Word)> PresentCountries() =>
        Asked.Release.EvidenceCountries.Select(c => (c, Asked.Country(c)!)).OrderBy(c => c.Item2, StringComparer.CurrentCulture);

    public IEnumerable<(string Value, string Word)> Kinds() => Enum.GetValues<CoarseKind>().Select(k => (Term.Of(k), Text.Word(k)));

    public IEnumerable<(string Value, string Word)> Measures() => Enum.GetValues<PayMeasure>().Select(m => (Term.Of(m), Text.Word(m)));

    public IEnumerable<(string Value, string Word)> Orders() => Enum.GetValues<CompareColumn>().Select(c => (Term.Of(c), Text[$"compare.sort.{Term.Of(c)}"]));

    /// <summary>The heads of the table.</summary>
    public IReadOnlyList<SortHeader> Columns() =>
    [
        Column(CompareColumn.Platform), Column(CompareColumn.Pay, numeric: true), Column(CompareColumn.Kind),
        Column(CompareColumn.Tier), Column(CompareColumn.Count, numeric: true), Column(CompareColumn.Age, numeric: true),
    ];

    // Sorts by it, and the other way round where it already does.
    private SortHeader Column(CompareColumn column, bool numeric = false)
    {
        var here = Choice.Sort == column;
        var next = Choice with { Sort = column, Descending = here ? !Choice.Descending : CompareChoice.IsDescendingFirst(column) };
        return new(Text, Text[$"compare.column.{Term.Of(column)}"], Asked.To("/", next.ToQuery()) + "#table",
            here ? Choice.Descending ? "descending" : "ascending" : null, numeric);
    }

    private void Draw()
    {
        var telling = Comparison.Telling(Choice);
        OnlyPromised = Comparison.Rows.Where(r => r.HasPay).Select(r => r.Platform ?? r.Label)
            .Except(telling.Select(r => r.Platform ?? r.Label)).Count();
        if (telling.Count == 0)
            return;
        var series = ComparisonChart.Series(Asked, Choice, Comparison);
        var query = Asked.FileQuery([.. Choice.ToFilter(), ("lang", Text.Language.Code)]);
        Chart = DrawnChart.Draw(Asked, series,
            [("SVG", $"/charts/interval.svg{query}"), ("PNG", $"/charts/interval.png{query}")]);
    }
}
