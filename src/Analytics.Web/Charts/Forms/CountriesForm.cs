using Analytics.Models;
using Analytics.Models.Evidence;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Web.Pages.Compare;
using Analytics.Web.Pages.Shared;

namespace Analytics.Web.Charts.Forms;

/// <summary>Countries one under another, the highest pay first, each kind of evidence by itself. What is only promised stands there only where it was chosen.</summary>
public sealed class CountriesForm : ChartForm
{
    public override string Name => "countries";

    public override IReadOnlyList<string> Names { get; } = ["task", "platform", "kind", "measure"];

    public override ValueTask<Chart?> ReadAsync(ChartQuery query, CancellationToken stop)
    {
        var asked = query.Asked;
        var choice = FormChoice.Read(query, Names);
        var kind = Chosen.Term<CoarseKind>(query.Query, "kind", query.Faults);
        if (query.Faults.Count > 0)
            return default;
        var rows = Rows(asked, choice, kind);
        var series = Series(asked, choice, kind, rows);
        return new(new Chart(this, asked, series with { Alternative = ComparedWords.Alternative(asked, series, rows) },
            ComparedTable.Of(asked, rows, row => row, ("country", row => ComparedTable.Text(CountryOf(row)))),
            [.. choice.ToFilter(), ("kind", kind is { } word ? Term.Of(word) : null)],
            [.. ComparedTable.Pages(rows), .. rows.Select(CountryOf).Distinct().Select(code => $"/countries/{code.ToLowerInvariant()}")]));
    }

    /// <summary>Rows named after their country, a country's together.</summary>
    private static IReadOnlyList<ComparedFigure> Rows(Asked asked, FormChoice choice, CoarseKind? kind)
    {
        var figures = asked.Release.Release.Figures
            .Where(f => f.Country is not null && (choice.Task is null || f.TaskType == choice.Task) && (choice.Platform is null || f.Platform == choice.Platform.Slug))
            .ToLookup(f => f.Country!);
        // A person's pay is only known of a kind of work.
        var codes = choice.Task is null ? asked.Release.EvidenceCountries : asked.Release.EvidenceCountries.Union(asked.Release.Lands);
        return [.. codes
            .Select(code => OfCountry(asked, choice, code, figures[code])
                .Where(row => row.Level > 0 && (kind is { } only ? row.Kind.Coarse() == only : row.Kind.Coarse() != CoarseKind.Advertised))
                .OrderBy(Comparison.Rank).ThenBy(row => row.Count is null).ThenByDescending(row => row.Level).ToList())
            .Where(rows => rows.Count > 0)
            .OrderByDescending(rows => rows[0].Level).ThenBy(rows => rows[0].Label, StringComparer.Ordinal)
            .SelectMany(rows => rows)];
    }

    private static IEnumerable<ComparedFigure> OfCountry(Asked asked, FormChoice choice, string code, IEnumerable<FigureRow> figures)
    {
        var name = asked.Country(code)!;
        var (release, platform) = (asked.Release, choice.Platform?.Slug);
        if (release.CellOf(new(platform, choice.Task, null, code, null), choice.Measure) is { Contributors: not null } cell)
            yield return ComparedFigures.Row(name, cell, newest: null);
        else if (choice.Task is { } task && release.FindPerson(new(choice.Measure, task, platform, null, code)) is { } person)
            yield return ComparedFigures.Row(name, person, release.Fitted(choice.Measure));
        foreach (var alike in figures.GroupBy(f => (f.Platform ?? f.Pool, f.Kind)))
            yield return ComparedFigures.Row(name, Comparison.MostGeneral(alike, choice.Measure)[0], choice.Measure) with { Of = alike.Count() };
    }

    private IntervalSeries Series(Asked asked, FormChoice choice, CoarseKind? kind, IReadOnlyList<ComparedFigure> rows) => new(
        Name,
        asked.Titled("countryChart.title", choice.Platform?.Name, choice.Task is { } task ? asked.Text.Word(task) : null, kind is { } word ? asked.Text.Word(word) : null, asked.Text.Word(choice.Measure)),
        Description(asked, rows), asked.PerHour(), asked.SourceLine("compare.chartSource"), asked.CitedRelease(),
        [.. rows.Select(row => ComparisonChart.Row(asked, row) with { SubLabel = Subject(asked, row) })])
    {
        Warning = asked.SimulatedLine(),
    };

    private static string Description(Asked asked, IReadOnlyList<ComparedFigure> rows)
    {
        var ranked = rows.DistinctBy(row => row.Label).ToList();
        return ranked.Count < 2 ? asked.Text["countryChart.description"] : asked.Text.Fill("countryChart.extremes",
            ("n", asked.Text.Figures.Number(ranked.Count)), ("most", ranked[0].Label), ("mostPay", asked.Pay(ranked[0])!), ("least", ranked[^1].Label), ("leastPay", asked.Pay(ranked[^1])!));
    }

    private static string CountryOf(ComparedFigure row) => (row.Reports?.Cell.Country ?? row.Person?.Country ?? row.Figure?.Country)!;

    // The country itself is the label.
    private static string Subject(Asked asked, ComparedFigure row)
    {
        var platform = row.Platform is { } slug ? asked.Release.Release.Platform(slug)?.Name ?? slug
            : row.Figure is { } figure ? asked.Own(figure.Pool) ?? asked.Text["figure.platformNotNamed"]
            : asked.Text["card.allPlatforms"];
        return $"{platform} · " + asked.Subject(row with
        {
            Figure = row.Figure is { } shown ? shown with { Country = null } : null,
            Reports = row.Reports is { } cell ? cell with { Cell = cell.Cell with { Country = null } } : null,
            Person = row.Person is { } person ? person with { Country = null } : null,
        });
    }
}
