using Analytics.Models.Estimates;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Web.Charts;
using Analytics.Web.Charts.Forms;
using Analytics.Web.Releases;
using Analytics.Web.Text;

namespace Analytics.Web.Tests.Charts.Forms;

public sealed class HistoryFormTests
{
    private static readonly Cell Prolific = new("prolific", null, null, null, null);

    [Fact]
    public void Each_release_has_its_figure_and_what_was_carried_over_is_marked()
    {
        foreach (var language in new[] { SiteLanguage.English, SiteLanguage.Indonesian })
        {
            var chart = FormSample.Chart(new HistoryForm(Three()), FormSample.Asked(Last(), language), "platform", "prolific");
            FormSample.IsSound(chart);
            Assert.Equal([1, 2, 3, 4], FormSample.Values(chart, "release_number"));
            Assert.Equal([false, true, false, false], FormSample.Values(chart, "carried"));
            Assert.Equal([8m, 8m, 9m], FormSample.Values(chart, "typical").Take(3));
            Assert.Equal(["/platforms/prolific"], chart.Pages);
            var points = ((CurveSeries)chart.Series).Columns.SelectMany(column => column.Points).ToList();
            Assert.Equal((7.0, 9.0), (points[0].Low!.Value, points[0].High!.Value));
            Assert.Contains(chart.Asked.Text["chart.carried"], chart.Series.Alternative, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_cell_that_no_release_has_is_a_chart_that_says_so()
    {
        var chart = FormSample.Chart(new HistoryForm(Three()), FormSample.Asked(Last()), "platform", "trymata", "task", "translation");
        Assert.True(chart.IsEmpty);
        FormSample.IsSound(chart);
    }

    [Fact]
    public void A_release_that_withholds_says_why()
    {
        var chart = FormSample.Chart(new HistoryForm(Of(Row(8, "r1"), Row(0, null) with { Contributors = null, Median = null, Typical = null, Basis = null, Blank = "WITHDRAWN" })), FormSample.Asked(Last(3)), "platform", "prolific");
        FormSample.IsSound(chart);
        Assert.Contains("taken back", ((CurveSeries)chart.Series).Columns[1].Gap, StringComparison.Ordinal);
        Assert.Equal([1, 3], FormSample.Values(chart, "release_number"));
    }

    [Fact]
    public void Twenty_four_releases_are_placed_whole_and_end_with_a_sentence_on_the_last()
    {
        var chart = FormSample.Chart(new HistoryForm(Of([.. Enumerable.Range(1, 40).Select(i => Row(5 + (i % 7), $"r{i}"))])), FormSample.Asked(Last(41)), "platform", "prolific");
        FormSample.IsSound(chart);
        var series = (CurveSeries)chart.Series;
        Assert.Equal(24, series.Columns.Count);
        Assert.StartsWith("Release 41: ", Assert.Single(series.Notes), StringComparison.Ordinal);
    }

    /// <summary>Computed, carried over, computed anew; and the last as it is.</summary>
    private static CellHistory Three() => Of(Row(8, "r1"), Row(8, "r1"), Row(9, "r3"));

    /// <summary>Releases with these medians; one that is like the one before was carried over.</summary>
    internal static CellHistory Of(params IReadOnlyList<decimal> medians) =>
        Of([.. medians.Select((median, i) => Row(median, i > 0 && medians[i - 1] == median ? $"r{i}" : $"r{i + 1}"))]);

    internal static ShownRelease Last(int number = 4) => new(FormSample.Of(FormSample.Made, Head(number)));

    private static CellHistory Of(params CellRow[] rows) => new(
        _ => Task.FromResult<IReadOnlyList<ReleaseHead>>([.. Enumerable.Range(1, rows.Length).Reverse().Select(Head)]),
        (id, _) => Task.FromResult<byte[]?>(ReleaseTable.Of<CellRow>([rows[int.Parse(id[1..], System.Globalization.CultureInfo.InvariantCulture) - 1]], simulated: true).Content), CellHistory.MostBytes);

    private static ReleaseHead Head(int number) => new($"r{number}", number, new DateTimeOffset(2026, 1, 5, 0, 0, 0, TimeSpan.Zero).AddMonths(number), Simulated: true);

    private static CellRow Row(decimal typical, string? from) => new()
    {
        Cell = Prolific,
        Measure = PayMeasure.PaidOnly,
        Contributors = 60,
        Median = typical,
        Basis = EstimateBasis.Direct,
        Typical = typical,
        Low = typical - 1,
        High = typical + 1,
        FromRelease = from,
    };
}
