using System.Globalization;
using Analytics.Models.Evidence;
using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Web.Charts;
using Analytics.Web.Pages.Compare;
using Analytics.Web.Pages.Shared;

namespace Analytics.Web.Pages.Platforms;

/// <summary>A platform's pay by kind of work, and over time, as interval charts.</summary>
internal static class PlatformCharts
{
    private const int MostPeriods = 16;

    /// <summary>Pay of all work and of each kind of it, every way of knowing by itself; null where no pay per hour is known.</summary>
    public static IntervalSeries? ByWork(Asked asked, PlatformRow platform)
    {
        var rows = new[] { (TaskType?)null }.Concat(Enum.GetValues<TaskType>().Select(t => (TaskType?)t))
            .Select(task => (Task: task, Rows: Comparison.OfPlatform(asked.Release, platform, new CompareChoice { Task = task }).Where(r => r.Level > 0 && IsOf(r, task)).OrderBy(r => r.Kind.Coarse()).ToList()))
            .SelectMany(work => work.Rows.Select(row => Row(asked, row, work.Task is { } task ? asked.Text.Word(task) : asked.Text["figure.allWork"], asked.Country(row.Figure?.Country))))
            .ToList();
        return rows.Count == 0 ? null : Series(asked, "work", asked.Text.Fill("platform.byWork", ("platform", platform.Name)), asked.Text["platform.byWorkText"], rows);
    }

    /// <summary>Reports by quarter, and studies and surveys by year, the oldest first; null where fewer than two periods are known.</summary>
    public static IntervalSeries? OverTime(Asked asked, PlatformRow platform)
    {
        var quarters = Quarters(asked, platform).Select(c => (When: c.Cell.Quarter!.Value, Row: Row(asked, ComparedFigures.Row("", c, c.Cell.Quarter), Quarter(asked, c.Cell.Quarter.Value), null)));
        var years = asked.Release.FiguresOf(platform.Slug)
            .Where(f => f.Kind.Coarse() == CoarseKind.Measured && f.PaidOnly is not null && f.When() is not null)
            .GroupBy(f => (f.When()!.Value.Year, f.Kind)).Select(g => Comparison.MostGeneral(g, PayMeasure.PaidOnly)[0])
            .Select(f => (When: f.When()!.Value, Row: Row(asked, ComparedFigures.Row("", f, PayMeasure.PaidOnly), f.When()!.Value.Year.ToString(CultureInfo.InvariantCulture), asked.Subject(f))));
        var all = quarters.Concat(years).OrderBy(p => p.When).TakeLast(MostPeriods).ToList();
        return all.Select(p => p.When).Distinct().Count() < 2 ? null
            : Series(asked, "time", asked.Text.Fill("platform.overTime", ("platform", platform.Name)), Trend(asked, platform) ?? asked.Text["platform.overTimeText"], [.. all.Select(p => p.Row)]);
    }

    /// <summary>How the median of reports went from the first quarter known to the last; null where there are not two.</summary>
    public static string? Trend(Asked asked, PlatformRow platform)
    {
        if (Quarters(asked, platform).ToList() is not [var first, .., var last])
            return null;
        var change = last.Median!.Value / first.Median!.Value;
        return asked.Text.Fill($"platform.trend.{(change > 1 ? "up" : change < 1 ? "down" : "same")}",
            ("first", Quarter(asked, first.Cell.Quarter!.Value)), ("last", Quarter(asked, last.Cell.Quarter!.Value)), ("from", asked.Money(first.Median.Value)), ("to", asked.Money(last.Median.Value)));
    }

    private static IEnumerable<CellRow> Quarters(Asked asked, PlatformRow platform) => asked.Release.CellsOf(platform.Slug)
        .Where(c => c is { Measure: PayMeasure.PaidOnly, Median: not null, Cell: { Quarter: not null, TaskType: null, Experience: null, Country: null } }).OrderBy(c => c.Cell.Quarter);

    // A figure that names its work stands with that work, not with all work as well.
    private static bool IsOf(ComparedFigure row, TaskType? task) => row.Figure is null || row.Basis is not null || row.Figure.TaskType == task;

    private static string Quarter(Asked asked, DateOnly first) => asked.Text.Fill("platform.quarter",
        ("quarter", ((first.Month + 2) / 3).ToString(CultureInfo.InvariantCulture)), ("year", first.Year.ToString(CultureInfo.InvariantCulture)));

    private static IntervalRow Row(Asked asked, ComparedFigure row, string label, string? sublabel)
    {
        var drawn = ComparisonChart.Row(asked, row);
        return new IntervalRow(label, drawn.Kind, drawn.Tier, drawn.Count, drawn.Age)
        {
            SubLabel = sublabel,
            Typical = drawn.Typical,
            Low = drawn.Low,
            High = drawn.High,
            MiddleLow = drawn.MiddleLow,
            MiddleHigh = drawn.MiddleHigh,
            Open = drawn.Open,
            IsModelled = drawn.IsModelled,
        };
    }

    private static IntervalSeries Series(Asked asked, string id, string title, string description, IReadOnlyList<IntervalRow> rows) => new(id, title, description,
        asked.Text.Fill("chart.perHour", ("currency", asked.Currency.Code)),
        asked.Text.Fill("chart.source", ("source", asked.Text["platform.chartSource"])),
        asked.Text.Fill("chart.release", ("release", asked.ReleaseLine)), rows)
    {
        Warning = asked.Release.Head.Simulated ? $"{asked.Text["site.simulated"]}. {asked.Text["site.simulatedDetail"]}" : null,
    };
}
