using Analytics.Models;
using Analytics.Models.Evidence;
using Analytics.Models.Privacy;
using Analytics.Web.Pages.Shared;

namespace Analytics.Web.Pages.Checks;

/// <summary>A line of the table under a verdict.</summary>
/// <param name="Hourly">Pay per hour as shown; null where it is not known.</param>
/// <param name="From">What it is of, or why it is not known.</param>
public sealed record CheckLine(string What, string? Hourly, string From)
{
    /// <summary>The lowest and the highest of several figures; null for one, or where all are the same.</summary>
    public string? Ends { get; init; }
}

/// <summary>A claim beside what it was held against, a line each: the claim, what workers report, each kind of figure, the legal minimum.</summary>
internal static class CheckTable
{
    public static IEnumerable<CheckLine> Lines(this Asked asked, ClaimCheck check)
    {
        var text = asked.Text;
        yield return check.Pay is { } pay
            ? new(text["checks.line.claim"], asked.Hourly(check, pay), text.Word(check.Claim.Kind))
            : new(text["checks.line.claim"], null, text.Word(check.Rate.PaidOnlyGap!.Value));
        foreach (var reports in check.Reports)
            yield return new(text["checks.line.reports"], asked.Money(reports.Cell.Median!.Value), asked.Of($"{asked.Phrase(reports)}, {asked.Reports(reports.Cell)}", reports.Cell.Measure));
        if (check.Near.Count > 0 && check.Reports.Count == 0)
            yield return new(text["checks.line.reports"], null, text.Fill("checks.line.noReports", ("work", asked.Phrase(check.Wanted)), ("k", text.Figures.Number(Disclosure.LeastContributors))));
        if (check.Near.Count > 0 && !check.OfPay.Any())
            yield return new(text["checks.line.studies"], null, text.Fill("checks.line.noStudies", ("work", asked.Phrase(check.Wanted))));
        foreach (var standing in check.Standings)
            yield return asked.Line(standing);
        if (check.Minimum is { } minimum)
            yield return asked.Line(minimum);
    }

    private static CheckLine Line(this Asked asked, Standing standing)
    {
        var n = standing.Figures.Count;
        var kinds = asked.Text.Count($"checks.kind.{Term.Of(standing.Kind)}", n);
        var from = asked.Of(asked.Phrase(standing), standing.Measure);
        var ends = standing.Lowest < standing.Highest ? asked.Between(standing.Lowest, standing.Highest) : null;
        return n == 1
            ? new(kinds, ends ?? asked.Money(standing.Lowest), from)
            : new(asked.Text.Fill("checks.line.middle", ("kinds", kinds)), asked.Money(standing.Middle), from) { Ends = ends };
    }

    private static CheckLine Line(this Asked asked, Yardstick minimum)
    {
        var (least, most) = (minimum.Least, minimum.Most);
        var from = asked.Text.Fill(minimum.Differs ? "checks.line.minimums" : "checks.line.minimum", ("country", asked.Country(most.Wage.Country)!), ("when", asked.InForce(most.Wage)));
        return new(asked.Text.Word(FigureKind.StatutoryMinimum), minimum.Differs ? asked.Between(least.HourlyUsd, most.HourlyUsd) : asked.Money(most.HourlyUsd),
            minimum.IsOld(asked.Today) ? $"{from}. {asked.Text["minimum.old"]}" : from);
    }
}
