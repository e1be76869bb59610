using Analytics.Models.Estimates;
using Analytics.Models.Evidence;
using Analytics.Models.Hourly;
using Analytics.Models.Money;
using Analytics.Models.Platforms;
using Analytics.Models.Rollups;
using Xunit;

namespace Analytics.Models.Tests.Estimates;

public sealed class CellEstimatorTests
{
    private static readonly Cell Mturk = new("mturk", null, null, null, null);

    [Theory]
    [InlineData(30, 9, 11, true)]
    [InlineData(29, 9, 11, false)]
    [InlineData(30, 6.8, 13.3, true)]
    [InlineData(30, 6.6, 13.4, false)]
    public void A_cell_speaks_for_itself_with_enough_contributors_and_a_narrow_interval(int contributors, double low, double high, bool direct) =>
        Assert.Equal(direct, CellEstimator.Estimate([Rollup(contributors, low, high)], [], []).Count == 1);

    [Fact]
    public void A_direct_estimate_is_the_cell_s_own_median()
    {
        var made = Assert.Single(CellEstimator.Estimate([Rollup(30, 9, 11) with { Measure = PayMeasure.AllIn, Imputed = 1 }], [], []));

        Assert.Equal((10m, 9m, 11m, 30, EstimateBasis.Direct), (made.Typical, made.Low, made.High, made.Workers, made.Basis));
        Assert.True(made.Imputed);
        Assert.Empty(made.ObservationIds);
    }

    [Fact]
    public void Studies_stand_back_where_the_cell_speaks_for_itself()
    {
        var made = CellEstimator.Estimate([Rollup(30, 9, 11)], [Study("a", 3, 100)], []);

        Assert.Equal(EstimateBasis.Direct, Assert.Single(made, e => e.Measure == PayMeasure.PaidOnly && e.Cell == Mturk).Basis);
        Assert.Equal(made.Count, made.Select(e => (e.Key, e.Measure)).Distinct().Count());
    }

    [Fact]
    public void The_typical_study_is_the_one_in_the_middle_of_the_workers()
    {
        var made = Paid([Study("a", 2, 10), Study("b", 3, 200), Study("c", 9, 100)]);

        Assert.Equal((3m, 2m, 9m, 310), (made.Typical, made.Low, made.High, made.Workers));
        Assert.Equal(["a", "b", "c"], made.ObservationIds);
        Assert.Equal(EstimateBasis.Studies, made.Basis);
    }

    [Fact]
    public void Medians_stand_before_means_and_one_work_s_workers_count_once()
    {
        var made = Paid([Study("a", 2, 100), Study("b", 4, 70) with { Source = "study a" }, Mean(Study("c", 50, 5000))]);

        Assert.Equal(["a", "b"], made.ObservationIds);
        Assert.Equal(100, made.Workers);
    }

    [Fact]
    public void Figures_of_all_countries_stand_before_those_of_one()
    {
        var of = Study("us", 9, 1000);
        of = of with { Seen = of.Seen with { Country = "US" } };

        Assert.Equal(["a"], Paid([Study("a", 2, 100), of]).ObservationIds);
        Assert.Equal(["us"], Paid([of]).ObservationIds);
    }

    [Fact]
    public void Measured_all_in_pay_stands_before_assumed()
    {
        var assumed = Study("assumed", 4, 5000);
        var measured = Study("measured", 2, 10);
        measured = Mean(measured with { Rate = measured.Rate with { AllInImputed = false } });
        Estimate AllIn(params StudyFigure[] of) => Assert.Single(CellEstimator.Estimate([], of, []), e => e.Measure == PayMeasure.AllIn && e.Cell == Mturk);

        Assert.Equal(["measured"], AllIn(assumed, measured).ObservationIds);
        Assert.False(AllIn(assumed, measured).Imputed);
        Assert.True(AllIn(assumed).Imputed);
    }

    [Fact]
    public void Promises_cases_and_bounds_are_no_measurement()
    {
        var promise = Study("a", 2, 100);
        Assert.Empty(CellEstimator.Estimate([], [
            promise with { Seen = promise.Seen with { Kind = FigureKind.Advertised } }, promise with { Seen = promise.Seen with { Kind = FigureKind.WorkerCase } },
            promise with { Seen = promise.Seen with { Bound = Bound.UpTo } }], []));
    }

    [Fact]
    public void A_study_of_one_task_on_one_platform_speaks_of_three_cells()
    {
        var of = Study("a", 2, 100);
        var made = CellEstimator.Estimate([], [of with { Seen = of.Seen with { TaskType = TaskType.Survey } }], []);

        Assert.Equal(["*/survey/*/*/*", "mturk/*/*/*/*", "mturk/survey/*/*/*"], made.Where(e => e.Measure == PayMeasure.PaidOnly).Select(e => e.Key));
    }

    private static Estimate Paid(IReadOnlyList<StudyFigure> studies) =>
        Assert.Single(CellEstimator.Estimate([], studies, []), e => e.Measure == PayMeasure.PaidOnly && e.Cell == Mturk);

    private static StudyFigure Mean(StudyFigure study) => study with { Seen = study.Seen with { Statistic = Statistic.Mean } };

    private static Rollup Rollup(int contributors, double low, double high) =>
        new(Mturk, PayMeasure.PaidOnly, contributors, contributors, 0, 5, 8, 10, 12, 15, low, high);

    // A median on paid time, with an all-in that assumes unpaid time.
    private static StudyFigure Study(string id, decimal typical, int workers) => new(
        Samples.Observation() with { Id = id, Kind = FigureKind.StudyStatistic, Statistic = Statistic.Median, Workers = workers },
        new HourlyRate
        {
            ObservationId = id,
            RateMonth = Samples.Month,
            Factors = [],
            PaidOnly = RateRange.Of(typical),
            AllIn = RateRange.Of(typical * 0.75m),
            AllInImputed = true,
        },
        "study " + id);
}
