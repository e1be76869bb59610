using System.Reflection;
using Analytics.Models.Estimates;
using Analytics.Models.Privacy;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Xunit;

namespace Analytics.Models.Tests.Releases;

public sealed class CellRowsTests
{
    private static readonly Cell Mturk = new("mturk", null, null, null, null);
    private static readonly HashSet<string> NoFigures = [];

    [Fact]
    public void A_cell_of_fewer_than_ten_contributors_leaves_no_value_anywhere_in_its_row()
    {
        foreach (var basis in (EstimateBasis[])[EstimateBasis.Direct, EstimateBasis.Modelled])
        {
            var row = CellRows.Of(Rollup(9), Estimate(basis), NoFigures, Verdict.Unknown, null);

            Assert.Equal(Disclosure.SuppressedK, row.Blank);
            var told = typeof(CellRow).GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(p => p.Name is not (nameof(CellRow.Cell) or nameof(CellRow.Measure) or nameof(CellRow.Blank)))
                .Where(p => p.GetValue(row) is not (null or false or IReadOnlyList<string> { Count: 0 })).Select(p => p.Name);
            Assert.Empty(told);
        }
    }

    [Fact]
    public void What_studies_say_is_not_personal_and_stays_beside_a_blank_cell()
    {
        var row = CellRows.Of(Rollup(9), Estimate(EstimateBasis.Studies), new HashSet<string> { "study" }, Verdict.Unknown, null);

        Assert.Equal((Disclosure.SuppressedK, null, null), (row.Blank, row.Contributors, row.Median));
        Assert.Equal((12.34m, 1234, EstimateBasis.Studies), (row.Typical, row.Workers, row.Basis));
        Assert.Equal(["study"], row.FigureIds);
    }

    [Theory]
    [InlineData(10, "median")]
    [InlineData(19, "median")]
    [InlineData(20, "p25 median p75")]
    [InlineData(49, "p25 median p75")]
    [InlineData(50, "p10 p25 median p75 p90")]
    public void A_quantile_is_shown_from_the_contributors_it_needs(int contributors, string shown)
    {
        var row = CellRows.Of(Rollup(contributors), null, NoFigures, Verdict.Fresh, null);
        (string, decimal?)[] all = [("p10", row.P10), ("p25", row.P25), ("median", row.Median), ("p75", row.P75), ("p90", row.P90)];

        Assert.Equal(shown, string.Join(' ', all.Where(v => v.Item2 is not null).Select(v => v.Item1)));
        Assert.Null(row.Blank);
    }

    [Fact]
    public void Counts_and_values_of_reports_are_rounded_the_estimate_s_too()
    {
        var row = CellRows.Of(Rollup(63) with { Median = 12.49, Imputed = 1 }, Estimate(EstimateBasis.Direct), NoFigures, Verdict.Fresh, null);

        Assert.Equal((65, 12m, true), (row.Contributors, row.Median, CellRows.Of(Rollup(63) with { Imputed = 1 }, null, NoFigures, Verdict.Fresh, null).Imputed));
        Assert.Equal((12m, 11m, 14m, 1235), (row.Typical, row.Low, row.High, row.Workers));
    }

    [Fact]
    public void A_cell_that_hangs_on_one_contributor_is_blank_and_says_so()
    {
        var unsteady = CellRows.Of(Rollup(63) with { Steadiness = Steadiness.Unsteady }, Estimate(EstimateBasis.Direct), NoFigures, Verdict.Fresh, null);
        Assert.Equal((Disclosure.Unstable, null, null), (unsteady.Blank, unsteady.Median, unsteady.Contributors));
        var median = CellRows.Of(Rollup(63) with { Steadiness = Steadiness.MedianOnly }, null, NoFigures, Verdict.Fresh, null);
        Assert.Equal((null, null, 3m, null, null), (median.P10, median.P25, median.Median, median.P75, median.Blank));
    }

    private static Rollup Rollup(int contributors) => new(Mturk, PayMeasure.PaidOnly, contributors, contributors, 0, 1, 2, 3, 4, 5, 2, 4);

    private static Estimate Estimate(EstimateBasis basis) => new()
    {
        Cell = Mturk,
        Measure = PayMeasure.PaidOnly,
        Basis = basis,
        Typical = 12.34m,
        Low = 11.2m,
        High = 13.9m,
        Workers = 1234,
        ObservationIds = ["study", "unpublished"],
    };
}
