using Analytics.Models.Evidence;
using Analytics.Models.Money;
using Analytics.Web.Charts;
using Analytics.Web.Pages.Shared;

namespace Analytics.Web.Pages.Compare;

/// <summary>The comparison as an interval chart.</summary>
internal static class ComparisonChart
{
    public static IntervalSeries Series(Asked asked, CompareChoice choice, Comparison comparison)
    {
        var text = asked.Text;
        var rows = comparison.Telling(choice);
        return new IntervalSeries("interval", Title(asked, choice), Description(asked, choice, rows),
            text.Fill("chart.perHour", ("currency", asked.Currency.Code)),
            text.Fill("chart.source", ("source", text["compare.chartSource"])),
            text.Fill("chart.release", ("release", asked.ReleaseLine)),
            [.. rows.Select(row => Row(asked, row))])
        {
            Warning = asked.Release.Head.Simulated ? $"{text["site.simulated"]}. {text["site.simulatedDetail"]}" : null,
        };
    }

    /// <summary>What is compared, with the choice in words.</summary>
    public static string Title(Asked asked, CompareChoice choice)
    {
        string?[] chosen =
        [
            Several(asked, [.. choice.Platforms.Select(p => asked.Release.Release.Platform(p)!.Name)], "compare.chartPlatforms"),
            Several(asked, [.. choice.Tasks.Select(t => asked.Text.Word(t))], "compare.chartTasks"),
            asked.Country(choice.Country),
            choice.Experience is { } band ? asked.Text.Word(band) : null,
            choice.Kind is { } kind ? asked.Text.Word(kind) : null,
            asked.Text.Word(choice.Measure),
        ];
        return asked.Text.Fill("compare.chartTitle", ("choice", string.Join(" · ", chosen.OfType<string>())));
    }

    // A title holds three names; of more it says how many they are.
    private static string? Several(Asked asked, IReadOnlyList<string> names, string count) =>
        names.Count == 0 ? null : names.Count <= 3 ? string.Join(", ", names) : asked.Text.Count(count, names.Count);

    private static string Description(Asked asked, CompareChoice choice, IReadOnlyList<ComparedFigure> rows)
    {
        var measured = rows.Where(r => r is { Kind: FigureKind.SelfReport or FigureKind.SurveyStatistic or FigureKind.StudyStatistic, Typical: not null })
            .OrderByDescending(r => r.Level).ToList();
        return measured.Count < 2 ? asked.Text["compare.chartDescription"] : asked.Text.Fill(choice is { Task: not null, Country: not null } ? "compare.chartExtremesAlike" : "compare.chartExtremes",
            ("n", asked.Text.Figures.Number(measured.Select(r => r.Label).Distinct().Count())),
            ("most", asked.Name(measured[0])), ("mostPay", asked.Pay(measured[0])!),
            ("least", asked.Name(measured[^1])), ("leastPay", asked.Pay(measured[^1])!));
    }

    /// <summary>A row of the comparison, drawn.</summary>
    public static IntervalRow Row(Asked asked, ComparedFigure row)
    {
        double? Shown(decimal? usd) => usd is { } amount ? (double)asked.Currency.Of(amount) : null;
        return new IntervalRow(asked.Name(row), row.Kind, row.Tier, asked.Count(row), asked.Age(row))
        {
            SubLabel = asked.Subject(row),
            Typical = Shown(row.Typical),
            Low = Shown(row.Low),
            High = Shown(row.High),
            MiddleLow = Shown(row.MiddleLow),
            MiddleHigh = Shown(row.MiddleHigh),
            IsModelled = row.IsModelled,
            Open = row.Bound switch { Bound.UpTo => OpenEnd.UpTo, Bound.AtLeast => OpenEnd.AtLeast, _ => OpenEnd.None },
        };
    }
}
