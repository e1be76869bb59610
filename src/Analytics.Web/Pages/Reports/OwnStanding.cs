using Analytics.Models;
using Analytics.Models.Platforms;
using Analytics.Models.Privacy;
using Analytics.Models.Releases;
using Analytics.Models.Reports;
using Analytics.Models.Rollups;
using Analytics.Web.Pages.Shared;

namespace Analytics.Web.Pages.Reports;

/// <summary>Where one report stands among those of the release: on its platform and kind of work, else on the kind of work alone, as far as they may be published.</summary>
internal static class OwnStanding
{
    /// <summary>A sentence for each of the two ways to count hours of which a group can be shown.</summary>
    public static IReadOnlyList<string> Standing(this Asked asked, Report report, OwnRate rate) =>
        [.. Enum.GetValues<PayMeasure>().Select(measure => rate.On(measure) is { } own && CellOf(asked, report, measure) is { } cell ? asked.Sentence(own, cell) : null).OfType<string>()];

    /// <summary>Why there is none.</summary>
    public static string NoStanding(this Asked asked, Report report) =>
        asked.Text.Fill("standing.none", ("work", asked.Text.Word(report.TaskType)), ("k", asked.Text.Figures.Number(Disclosure.LeastContributors)));

    /// <summary>"On paid time your $4.10 an hour is in the upper half of …".</summary>
    public static string Sentence(this Asked asked, decimal own, CellRow cell)
    {
        var text = asked.Text;
        var quartiles = cell is { P25: { } low, P75: { } high } ? " " + text.Fill("standing.quartiles", ("low", asked.Money(low)), ("high", asked.Money(high))) : "";
        return text.Fill($"standing.{Term.Of(cell.Measure)}", ("own", asked.Money(Disclosure.Value((double)own))), ("place", text[$"standing.place.{Place(own, cell)}"]),
            ("subject", Subject(asked, cell.Cell)), ("n", text.Figures.Number(cell.Contributors ?? 0)), ("median", asked.Money(cell.Median!.Value))) + quartiles + asked.AsOfSentence(cell.FromRelease);
    }

    /// <summary>By quartile where there are quartiles, else below, at or above the middle.</summary>
    internal static string Place(decimal own, CellRow cell) => (cell, own) switch
    {
        ({ P25: { } low }, var x) when x < low => "lowest",
        ({ P75: { } high }, var x) when x > high => "highest",
        ({ Median: { } median }, var x) when x == median => "middle",
        ({ Median: { } median, P25: not null, P75: not null }, var x) => x < median ? "lower" : "upper",
        var (_, x) => x < cell.Median ? "below" : "above",
    };

    private static CellRow? CellOf(Asked asked, Report report, PayMeasure measure) =>
        new[] { report.Platform, null }.Distinct().Select(platform => asked.Release.CellOf(new(platform, report.TaskType, null, null, null), measure)).FirstOrDefault(cell => cell is { Median: not null, Contributors: not null });

    private static string Subject(Asked asked, Cell cell) => cell.Platform is { } slug
        ? asked.Text.Fill("standing.on", ("work", asked.Text.Word(cell.TaskType!.Value)), ("platform", asked.Release.Release.Platform(slug)?.Name ?? slug))
        : asked.Text.Word(cell.TaskType!.Value);
}
