using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Models.Platforms;
using Analytics.Web.Charts;
using Analytics.Web.Charts.Forms;
using Analytics.Web.Pages.Shared;
using Analytics.Web.Releases;
using Analytics.Web.Tests.Pages;
using Analytics.Web.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Analytics.Web.Tests.Charts.Forms;

/// <summary>Charts of forms over the sample release, as an address asks for them.</summary>
internal static class FormSample
{
    /// <summary>The real catalogue without any report.</summary>
    public static readonly ShownRelease Real = new(Of(SampleRelease.Make(), Head(simulated: false)));

    /// <summary>With simulated reports, and a model of persons.</summary>
    public static readonly ShownRelease Demo;

    /// <summary>The same before it was published.</summary>
    public static readonly Release Made = SampleRelease.Make(simulated: true,
    [
        .. SampleRelease.Reports(),
        Spread(new("prolific", TaskType.Survey, ExperienceBand.OneToSixMonths, null, null), 60, 7),
        Spread(new("prolific", TaskType.Survey, ExperienceBand.SixToTwentyFourMonths, null, null), 60, 9),
        Spread(new("prolific", TaskType.Survey, ExperienceBand.OverTwentyFourMonths, null, null), 4, 10),
        Spread(new(null, TaskType.Survey, ExperienceBand.UnderOneMonth, null, null), 60, 4),
        Spread(new(null, TaskType.Survey, ExperienceBand.OneToSixMonths, null, null), 60, 5),
        Spread(new(null, TaskType.Survey, ExperienceBand.OverTwentyFourMonths, null, null), 60, 8),
        Spread(new("prolific", TaskType.DataEntry, null, null, null), 60, 5),
        Spread(new("clickworker", null, null, null, null), 60, 4),
        Spread(new("clickworker", TaskType.Survey, null, null, null), 25, 3),
        Spread(new(null, null, null, "ID", null), 60, 3),
        Spread(new(null, TaskType.Survey, null, "ID", null), 60, 2.5),
        Spread(new(null, null, null, "US", null), 60, 9),
        Spread(new("prolific", null, null, "US", null), 60, 11),
    ]);

    static FormSample() => Demo = new(Of(Made, Head(simulated: true)));

    /// <summary>The same content under another head.</summary>
    public static Release Of(Release release, ReleaseHead head) => (release with { Head = head }).Named(head.Id);

    public static Asked Asked(ShownRelease release, SiteLanguage? language = null, string? currency = null) => EstimateSample.Asked(language ?? SiteLanguage.English, release, currency);

    /// <summary>The chart, which there must be.</summary>
    public static Chart Chart(ChartForm form, Asked asked, params string[] pairs)
    {
        var (chart, faults) = Read(form, asked, pairs);
        Assert.Empty(faults);
        return chart!;
    }

    /// <summary>The fault of a name, which there must be.</summary>
    public static string Fault(ChartForm form, string name, params string[] pairs)
    {
        var (chart, faults) = Read(form, Asked(Real), pairs);
        Assert.Null(chart);
        return faults[name];
    }

    public static ChartWords Words(Chart chart) => new(chart.Asked.Text, chart.Asked.Currency.Code);

    /// <summary>The value of a column in a row.</summary>
    public static object? Value(Chart chart, int row, string column) =>
        chart.Table.Rows[row][chart.Table.Columns.Select((c, i) => (c.Name, i)).Single(c => c.Name == column).i].Value;

    public static IReadOnlyList<object?> Values(Chart chart, string column) => [.. Enumerable.Range(0, chart.Table.Rows.Count).Select(row => Value(chart, row, column))];

    /// <summary>What holds of every form: whole at every width, in both languages' words, and a table as wide as its columns.</summary>
    public static void IsSound(Chart chart)
    {
        foreach (var width in new[] { 320, 599, 600, 960, 1200 })
            Placed.IsWhole(chart.Place(new ChartSize(width, 12)));
        var preview = chart.PlacePreview();
        var (shownWidth, shownHeight) = preview.View is { } view ? (view.Width.Value, view.Height.Value) : (preview.Width.Value, preview.Height.Value);
        Assert.Equal((double)PreviewLayout.Width / PreviewLayout.Height, shownWidth / shownHeight, 0.01);
        Assert.All(chart.Table.Rows, row => Assert.Equal(chart.Table.Columns.Count, row.Count));
        Assert.All(chart.Table.Columns, column => Assert.NotEqual("", column.Note));
        Assert.DoesNotContain('{', chart.Series.Alternative);
        Assert.DoesNotContain('{', chart.Series.Title + chart.Series.Description);
        Assert.StartsWith(chart.Series.Title, chart.Series.Alternative, StringComparison.Ordinal);
    }

    private static (Chart? Chart, Dictionary<string, string> Faults) Read(ChartForm form, Asked asked, string[] pairs)
    {
        var faults = new Dictionary<string, string>();
        var query = new QueryCollection(pairs.Chunk(2).GroupBy(p => p[0], p => p[1]).ToDictionary(g => g.Key, g => new StringValues([.. g])));
        return (form.ReadAsync(new(asked, query, faults), CancellationToken.None).AsTask().GetAwaiter().GetResult(), faults);
    }

    private static ReleaseHead Head(bool simulated) => new("16d765baa9b6", 4, new DateTimeOffset(2026, 11, 21, 12, 0, 0, TimeSpan.Zero), simulated);

    private static Rollup Spread(Cell cell, int n, double from) =>
        Rollup.Of(cell, PayMeasure.PaidOnly, n, 0, new SortedSample([.. Enumerable.Range(0, n).Select(i => from + (i % 10) * 0.8).Order()]));
}
