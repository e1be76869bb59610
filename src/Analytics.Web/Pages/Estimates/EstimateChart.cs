using Analytics.Models.Evidence;
using Analytics.Models.Money;
using Analytics.Models.Privacy;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Web.Charts;
using Analytics.Web.Pages.Compare;
using Analytics.Web.Pages.ModelCards;
using Analytics.Web.Pages.Shared;

namespace Analytics.Web.Pages.Estimates;

/// <summary>A person's hour beside what studies found, what is offered and what the law sets, as an interval chart.</summary>
internal static class EstimateChart
{
    /// <param name="personal">What the model says, one row a measure; none where there is no model.</param>
    /// <param name="others">Evidence about the same work.</param>
    public static IntervalSeries Series(Asked asked, EstimateChoice choice, IReadOnlyList<PersonalPay> personal, IReadOnlyList<ComparedFigure> others)
    {
        var text = asked.Text;
        return new IntervalSeries("estimate", text.Fill("estimate.chartTitle", ("work", text.Word(choice.Task!.Value))), text["estimate.chartDescription"],
            text.Fill("chart.perHour", ("currency", asked.Currency.Code)),
            text.Fill("chart.source", ("source", text["estimate.chartSource"])),
            text.Fill("chart.release", ("release", asked.ReleaseLine)),
            [.. personal.Select(p => Person(asked, p.Row)), .. others.Where(o => o.Level > 0).Select(row => ComparisonChart.Row(asked, row)), .. Minimum(asked, choice)])
        {
            Warning = asked.Release.Head.Simulated ? $"{text["site.simulated"]}. {text["site.simulatedDetail"]}" : null,
        };
    }

    private static IntervalRow Person(Asked asked, PersonalRow row) =>
        new(asked.Text["estimate.chartYou"], FigureKind.SelfReport, EvidenceTier.C, asked.Text["estimate.chartModelled"], asked.Age(asked.Fitted(row.Measure)))
        {
            IsModelled = true,
            SubLabel = asked.Text.Word(row.Measure),
            Typical = Digits(Shown(asked, row.Typical)),
            Low = Digits(Shown(asked, row.Low)),
            High = Digits(Shown(asked, row.High)),
        };

    // Where the law sets a wage for each province, and none was told, the lowest and the highest of them.
    private static IEnumerable<IntervalRow> Minimum(Asked asked, EstimateChoice choice)
    {
        if (choice.Country is not { } country || Yardstick.Of(asked.Release, country, choice.Region) is not { } yardstick)
            yield break;
        var one = Minimum(asked, yardstick.Most, yardstick.Region ?? asked.Country(country)!);
        yield return yardstick.Differs ? one with { Typical = null, Low = Shown(asked, yardstick.Least.HourlyUsd), High = one.Typical } : one;
    }

    private static IntervalRow Minimum(Asked asked, LocalMinimum minimum, string place) =>
        new(asked.Text["estimate.chartMinimum"], FigureKind.StatutoryMinimum, EvidenceTier.D, asked.Text["figure.oneStatement"], asked.Age(minimum.Wage.Effective))
        {
            SubLabel = place,
            Typical = Shown(asked, minimum.HourlyUsd),
        };

    // As everywhere on the page: two digits, in whichever currency.
    private static double? Digits(double? shown) => shown is { } amount ? (double)Disclosure.Value(amount) : null;

    private static double? Shown(Asked asked, decimal? usd) => usd is { } amount ? (double)asked.Currency.Of(amount) : null;
}
