using Analytics.Models.Estimates;
using Analytics.Models.Evidence;
using Analytics.Models.Hourly;
using Analytics.Models.Platforms;
using Analytics.Models.Rollups;
using Xunit;

namespace Analytics.Models.Tests.Estimates;

public sealed class ReportModelTests
{
    private static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly Cell Thin = new("p0", TaskType.AiTrainingExpert, null, null, null);

    [Theory]
    [InlineData(0)]
    [InlineData(99)]
    [InlineData(118)]
    public void With_less_than_a_hundred_contributors_outside_a_fold_there_is_no_model_and_the_card_says_how_many_there_are(int contributors)
    {
        var made = Run(DrawnPay.Of(1, contributors));
        Assert.Equal((ModelFate.TooFew, contributors), (made.Card.Fate, made.Card.Contributors));
        Assert.Null(made.Card.Model);
        Assert.Empty(made.Estimates);
    }

    [Fact]
    public void A_model_that_holds_is_used_and_its_card_has_every_figure()
    {
        var made = Run(DrawnPay.Of(1, 600));
        Assert.Equal(ModelFate.Published, made.Card.Fate);
        var (version, seed, fitted, evaluation, effects) = made.Card.Model!;
        Assert.Equal((CellEstimator.Version, 1, Today), (version, seed, fitted));
        Assert.InRange(evaluation.Score.Coverage80!.Value, 0.75, 0.85);
        Assert.Equal(["global-median", "look-up", "least-squares"], evaluation.Baselines.Select(b => b.Name));
        Assert.Equal(4, evaluation.LeftOutPlatforms.Count);
        Assert.All(evaluation.Groups, g => Assert.InRange(g.Contributors, 100, 600));
        Assert.Contains(effects, e => e.Effect.Factor == PayFactor.TaskType);
        var estimate = Assert.Single(made.Estimates);
        Assert.Equal((Thin, EstimateBasis.Modelled), (estimate.Cell, estimate.Basis));
    }

    [Fact]
    public void A_model_surely_worse_than_the_last_is_turned_away_and_the_last_stays()
    {
        var before = Many(1, 3000);
        var last = Run(before).Model!;
        // All but 260 have taken their reports back: from those alone no model as good can be made.
        var made = Run([.. before.Take(260)], last);
        Assert.Equal(ModelFate.WorseThanLast, made.Card.Fate);
        Assert.True(made.Card.TurnedAway!.Last!.AboveHigh < 0);
        Assert.Same(last, made.Model);
        Assert.Same(last.Used, made.Card.Model);
        Assert.Equal(ModelFate.Published, Run(before, last).Card.Fate);
    }

    private static PayRow[] Many(int seed, int count) => [.. DrawnPay.Of(seed, count, times: 1, spread: 0.3).Select((r, i) => r with { TaskType = $"t{i % 20}", Hourly = r.Hourly * Math.Exp(0.2 * (i % 20)) })];

    [Fact]
    public void A_model_whose_interval_does_not_hold_is_turned_away()
    {
        // Some contributors tell of one month in many rows, far below the others: as contributors they are few, as rows they are most.
        PayRow[] heavy = [.. Enumerable.Range(0, 15).SelectMany(i => Enumerable.Repeat(DrawnPay.Of(7, 1)[0] with { Contributor = $"heavy{i}", Hourly = 0.2, Period = "2026-01" }, 100))];
        var made = Run([.. DrawnPay.Of(1, 300, spread: 0.2), .. heavy]);
        Assert.Equal(ModelFate.BadCoverage, made.Card.Fate);
        Assert.Null(made.Model);
        Assert.Empty(made.Estimates);
        Assert.NotNull(made.Card.TurnedAway);

        var last = Run(DrawnPay.Of(1, 300)).Model!;
        var kept = Run([.. DrawnPay.Of(1, 300, spread: 0.2), .. heavy], last);
        Assert.Same(last, kept.Model);
        Assert.Same(last.Used, kept.Card.Model);
        Assert.NotEmpty(kept.Estimates);
    }

    [Fact]
    public void A_kept_model_is_the_same_after_it_was_written_and_read()
    {
        var kept = Run(DrawnPay.Of(1, 300)).Model!;
        var read = KeptModel.Read(kept.Used, kept.Write());
        foreach (var row in DrawnPay.Of(2, 20))
        {
            Assert.Equal(kept.All.Predict(row), read.All.Predict(row));
            Assert.Equal(kept.WithoutFold.Select(m => m.Predict(row)), read.WithoutFold.Select(m => m.Predict(row)));
        }
    }

    [Fact]
    public void A_study_draws_a_thin_cell_towards_what_it_measured()
    {
        var reports = DrawnPay.Of(1, 400);
        var (alone, withStudy) = (Run(reports), Run(reports, studies: Study(40, 2000, FigureKind.StudyStatistic)));
        Assert.Equal((0, 1), (alone.Card.Studies, withStudy.Card.Studies));
        Assert.True(withStudy.Estimates[0].Typical > alone.Estimates[0].Typical);
    }

    [Fact]
    public void Promises_and_single_cases_never_enter()
    {
        var reports = DrawnPay.Of(1, 400);
        foreach (var kind in new[] { FigureKind.Advertised, FigureKind.UpTo, FigureKind.Listing, FigureKind.WorkerCase, FigureKind.PlatformStatistic })
        {
            var made = Run(reports, studies: Study(400, 2000, kind));
            Assert.Equal((0, Run(reports).Estimates[0].Typical), (made.Card.Studies, made.Estimates[0].Typical));
        }
    }

    [Fact]
    public void Figures_of_one_work_weigh_together_as_its_largest()
    {
        var rows = StudyRows.Of([Study(4, 100, FigureKind.StudyStatistic), Study(5, 300, FigureKind.SurveyStatistic)], PayMeasure.PaidOnly);
        Assert.Equal(300 * Tiers.Weight(EvidenceTier.C), rows.Sum(r => r.Weight * r.Workers!.Value), 1e-9);
        Assert.Equal(["study-statistic/median", "survey-statistic/median"], rows.Select(r => r.Method));
        Assert.Empty(StudyRows.Of([Study(4, 100, FigureKind.StudyStatistic)], PayMeasure.AllIn));
    }

    private static ReportModel Run(PayRow[] reports, KeptModel? last = null, params StudyFigure[] studies) => ReportModel.Of(
        new(PayMeasure.PaidOnly, reports, studies, [new(Thin, PayMeasure.PaidOnly, 12, 12, 0, 5, 8, 10, 12, 15, 6, 14)], last), Today);

    private static StudyFigure Study(decimal typical, int workers, FigureKind kind) => new(
        Samples.Observation() with
        {
            Id = $"{kind}{typical}",
            Kind = kind,
            Tier = EvidenceTier.C,
            Statistic = Statistic.Median,
            Workers = workers,
            Platform = "p0",
            TaskType = TaskType.AiTrainingExpert,
            Country = null,
            Experience = null,
        },
        new HourlyRate { ObservationId = "", RateMonth = Samples.Month, Factors = [], PaidOnly = RateRange.Of(typical), AllIn = RateRange.Of(typical), AllInImputed = true },
        "one work");
}
