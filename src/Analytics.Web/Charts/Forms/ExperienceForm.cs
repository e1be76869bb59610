using Analytics.Models;
using Analytics.Models.Platforms;
using Analytics.Web.Pages.Compare;
using Analytics.Web.Pages.Shared;

namespace Analytics.Web.Charts.Forms;

/// <summary>How the typical hour of a kind of work goes with experience: reports as a curve with their middle half, what the model says of persons beside it.</summary>
public sealed class ExperienceForm : ChartForm
{
    public override string Name => "experience";

    public override IReadOnlyList<string> Names { get; } = ["task", "platform", "measure"];

    public override ValueTask<Chart?> ReadAsync(ChartQuery query, CancellationToken stop)
    {
        var asked = query.Asked;
        var choice = FormChoice.Read(query, Names);
        FormChoice.NeedTask(query, choice);
        if (query.Faults.Count > 0)
            return default;
        var bands = Enum.GetValues<ExperienceBand>().Select(band => Band(asked, choice, band)).ToList();
        var placings = bands.SelectMany(band => band.Placings).ToList();
        var series = Series(asked, choice, bands);
        return new(new Chart(this, asked, series with { Alternative = CurveWords.Alternative(asked, series, placings) },
            ComparedTable.Of(asked, placings, placing => placing.Figure, ("band", placing => ComparedTable.Text(placing.Column))),
            choice.ToFilter(), choice.Platform is { } platform ? [$"/platforms/{platform.Slug}", Page(choice)] : [Page(choice)]));
    }

    /// <param name="Gap">Why no reports are shown; null where they are.</param>
    private sealed record BandFigures(string Label, IReadOnlyList<Placing> Placings, string? Gap);

    private static BandFigures Band(Asked asked, FormChoice choice, ExperienceBand band)
    {
        var (release, text) = (asked.Release, asked.Text);
        var (label, platform) = (text.Word(band), choice.Platform?.Slug);
        var name = choice.Platform?.Name ?? text["card.allPlatforms"];
        var placings = new List<Placing>();
        var cell = release.CellOf(new(platform, choice.Task, band, null, null), choice.Measure);
        if (cell is { Median: not null })
            placings.Add(new(label, ComparedFigures.Row(name, cell, newest: null) with { Typical = cell.Median, Basis = null }));
        if (release.FindPerson(new(choice.Measure, choice.Task!.Value, platform, band, null)) is { } person)
            placings.Add(new(label, ComparedFigures.Row(name, person, release.Fitted(choice.Measure))));
        var gap = cell is { Blank: { } blank } ? text[$"cells.suppressed.{blank}"] : placings.Count == 0 ? text["curve.noneKnown"] : null;
        return new(label, placings, gap);
    }

    private CurveSeries Series(Asked asked, FormChoice choice, IReadOnlyList<BandFigures> bands) => new(
        Name, asked.Titled("experienceChart.title", asked.Text.Word(choice.Task!.Value), choice.Platform?.Name, asked.Text.Word(choice.Measure)),
        Description(asked, bands), asked.PerHour(), asked.SourceLine("experienceChart.source"), asked.CitedRelease(),
        [.. bands.Select(band => new CurveColumn(band.Label, [.. band.Placings.Select(placing => Point(asked, placing))]) { Gap = band.Gap })])
    {
        Warning = asked.SimulatedLine(),
    };

    private static CurvePoint Point(Asked asked, Placing placing) => placing.Figure.IsModelled
        ? CurveWords.Point(asked, placing, placing.Figure.Low, placing.Figure.High, asked.Text["curve.persons"])
        : CurveWords.Point(asked, placing, placing.Figure.MiddleLow, placing.Figure.MiddleHigh, asked.Text["chart.middleHalf"]);

    private static string Description(Asked asked, IReadOnlyList<BandFigures> bands)
    {
        var all = bands.SelectMany(band => band.Placings).ToList();
        // From first to last of one way of knowing: two ways do not make a trend.
        var modelled = all.Count(placing => !placing.Figure.IsModelled) < 2;
        var alike = all.Where(placing => placing.Figure.IsModelled == modelled).ToList();
        return alike.Count < 2 ? asked.Text["experienceChart.description"] : asked.Text.Fill(modelled ? "experienceChart.trendModelled" : "experienceChart.trend",
            ("first", alike[0].Column), ("from", asked.Money(alike[0].Figure.Typical!.Value)), ("last", alike[^1].Column), ("to", asked.Money(alike[^1].Figure.Typical!.Value)));
    }

    private static string Page(FormChoice choice) => $"/tasks/{Term.Of(choice.Task!.Value)}";
}
