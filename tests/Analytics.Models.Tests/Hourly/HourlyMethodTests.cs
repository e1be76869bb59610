using Analytics.Models.Evidence;
using Analytics.Models.Hourly;
using Analytics.Models.Money;
using Analytics.Models.Observations;
using Analytics.Models.Platforms;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Analytics.Models.Tests.Hourly;

public sealed class HourlyMethodTests
{
    private static readonly HourlyMethod Method = new(Samples.Rates);

    [Fact]
    public void A_total_for_tasks_without_hours_is_pay_per_task_and_no_hourly()
    {
        var rate = Method.Apply(Samples.Observation() with { Tasks = 2500, Bound = Bound.AtLeast });

        Assert.Equal(RateRange.Of(0.24m), rate.PerTask);
        Assert.Equal((null, HourlyGap.HoursNotStated), (rate.PaidOnly, rate.PaidOnlyGap));
        Assert.Equal((null, HourlyGap.HoursNotStated), (rate.AllIn, rate.AllInGap));
    }

    [Fact]
    public void An_hourly_rate_of_expert_work_is_paid_only_and_its_all_in_is_not_known()
    {
        var rate = Method.Apply(Samples.Observation() with
        {
            Platform = "micro1",
            TaskType = TaskType.AiTrainingExpert,
            AmountMin = 200,
            AmountMax = 200,
            Unit = PayUnit.Hour,
        });

        Assert.Equal(RateRange.Of(200), rate.PaidOnly);
        Assert.Equal(HourlyGap.UnpaidTimeNotKnown, rate.AllInGap);
    }

    [Fact]
    public void A_month_with_its_hours_is_an_hourly_rate_at_that_month_s_exchange_rate()
    {
        var rate = Method.Apply(Samples.Observation() with
        {
            Platform = "gojek",
            TaskType = TaskType.RideDelivery,
            AmountMin = 3_300_000,
            AmountMax = 4_950_000,
            Currency = "IDR",
            Unit = PayUnit.Month,
            Hours = 153,
        });

        Assert.Equal(new RateRange(200m / 153, 250m / 153, 300m / 153), rate.PaidOnly);
        Assert.Equal((Samples.Month, false), (rate.RateMonth, rate.RateStale));
        Assert.Equal(["amount", "exchange-rate", "hours"], rate.Factors.Select(f => f.Name));
    }

    [Fact]
    public void An_hour_of_sound_takes_three_to_five_hours_of_work()
    {
        var rate = Method.Apply(Samples.Observation() with { TaskType = TaskType.Transcription, AmountMin = 60, AmountMax = 60, Unit = PayUnit.AudioHour });

        Assert.Equal(new RateRange(12, 15, 20), rate.PaidOnly);
    }

    [Fact]
    public void Told_unpaid_hours_and_costs_make_the_all_in()
    {
        var rate = Method.Apply(Report() with { UnpaidHours = 30, Costs = 20 });

        Assert.Equal(RateRange.Of(5), rate.PaidOnly);
        Assert.Equal(RateRange.Of(80m / 50), rate.AllIn);
        Assert.False(rate.AllInImputed);
    }

    [Fact]
    public void Told_costs_count_where_the_unpaid_time_is_assumed()
    {
        var rate = Method.Apply(Report() with { Costs = 20 });

        Assert.Equal(RateRange.Of(4 * 0.75m), rate.AllIn);
        Assert.True(rate.AllInImputed);
    }

    [Theory]
    [InlineData(TaskType.Survey, 0.75)]
    [InlineData(TaskType.DataEntry, 0.75)]
    [InlineData(TaskType.ImageVideoLabelling, 0.75)]
    [InlineData(TaskType.ContentModeration, 0.75)]
    [InlineData(TaskType.Coding, 0.72)]
    [InlineData(TaskType.Writing, 0.72)]
    [InlineData(TaskType.Translation, 0.72)]
    [InlineData(TaskType.Design, 0.72)]
    [InlineData(TaskType.AiTrainingExpert, null)]
    [InlineData(TaskType.AiTrainingGeneral, null)]
    [InlineData(TaskType.RideDelivery, null)]
    [InlineData(TaskType.Transcription, null)]
    [InlineData(TaskType.UserTesting, null)]
    [InlineData(TaskType.Other, null)]
    public void Unpaid_time_is_assumed_only_for_work_that_was_studied_and_marked(TaskType task, double? share)
    {
        var rate = Method.Apply(Report() with { TaskType = task });

        Assert.Equal(share is { } s ? RateRange.Of(5 * (decimal)s) : null, rate.AllIn);
        Assert.Equal(share is not null, rate.AllInImputed);
        Assert.Equal(share is null ? HourlyGap.UnpaidTimeNotKnown : null, rate.AllInGap);
    }

    [Theory]
    [InlineData("mturk", 0.75)]
    [InlineData("upwork", 0.72)]
    [InlineData("gojek", null)]
    [InlineData("no-such-platform", null)]
    public void Where_the_work_is_not_named_the_sort_of_platform_tells(string platform, double? share) => Assert.Equal(
        share is { } s ? (decimal)s : null, UnpaidTime.ShareFor(Report() with { TaskType = null, Platform = platform })?.Factor);

    [Fact]
    public void No_all_in_is_worked_out_from_a_promise()
    {
        foreach (var kind in Enum.GetValues<FigureKind>().Where(k => k.Coarse() == CoarseKind.Advertised))
        {
            var rate = Method.Apply(Report() with { Kind = kind, UnpaidHours = 3 });
            Assert.Equal((null, HourlyGap.NotEarned), (rate.AllIn, rate.AllInGap));
            Assert.Equal(RateRange.Of(5), rate.PaidOnly);
        }
    }

    [Fact]
    public void A_figure_over_all_hours_is_all_in_and_nothing_else()
    {
        var rate = Method.Apply(Hourly(2.83m) with { Kind = FigureKind.StudyStatistic, Basis = PayBasis.AllIn });

        Assert.Equal(RateRange.Of(2.83m), rate.AllIn);
        Assert.False(rate.AllInImputed);
        Assert.Equal((null, HourlyGap.PaidTimeNotKnown), (rate.PaidOnly, rate.PaidOnlyGap));
    }

    [Fact]
    public void A_distribution_gives_its_quartiles_as_ends()
    {
        var rate = Method.Apply(Hourly(2) with { Statistic = Statistic.Quantiles, P25 = 1.2m, Median = 2, P75 = 3.5m });

        Assert.Equal(new RateRange(1.2m, 2, 3.5m), rate.PaidOnly);
    }

    [Fact]
    public void An_unknown_currency_has_no_number_and_says_so()
    {
        var rate = Method.Apply(Hourly(2) with { Currency = "XXX" });

        Assert.Equal((null, null, HourlyGap.NoExchangeRate, HourlyGap.NoExchangeRate), (rate.PaidOnly, rate.AllIn, rate.PaidOnlyGap, rate.AllInGap));
    }

    [Fact]
    public void An_old_exchange_rate_says_so() => Assert.True(Method.Apply(Hourly(2) with { Currency = "EUR" }).RateStale);

    [Theory]
    [InlineData(PayUnit.Word)]
    [InlineData(PayUnit.Other)]
    public void A_unit_without_hours_has_none(PayUnit unit) => Assert.Equal(HourlyGap.UnitUnknown, Method.Apply(Samples.Observation() with { Unit = unit }).PaidOnlyGap);

    [Fact]
    public void Every_number_can_be_recomputed_from_its_factors()
    {
        var units = Gen.Elements(PayUnit.Hour, PayUnit.Total, PayUnit.Task, PayUnit.Month, PayUnit.AudioHour, PayUnit.Day);
        var numbers = Gen.Choose(1, 100_000).Select(n => (decimal?)n / 100);
        var observations =
            from unit in units
            from amount in numbers
            from hours in Gen.Frequency((2, numbers), (1, Gen.Constant((decimal?)null)))
            from unpaid in Gen.Frequency((1, numbers), (1, Gen.Constant((decimal?)null)))
            from costs in Gen.Frequency((1, numbers), (1, Gen.Constant((decimal?)null)))
            from tasks in Gen.Frequency((1, numbers), (1, Gen.Constant((decimal?)null)))
            from currency in Gen.Elements("USD", "IDR", "EUR")
            from task in Gen.Elements(Enum.GetValues<TaskType>())
            select Samples.Observation() with
            {
                Kind = FigureKind.SelfReport,
                Unit = unit,
                AmountMin = amount,
                AmountMax = amount,
                Hours = hours,
                UnpaidHours = unpaid,
                Costs = costs,
                Tasks = tasks,
                Currency = currency,
                TaskType = task,
            };
        Prop.ForAll(observations.ToArbitrary(), seen => Recomputes(seen, Method.Apply(seen))).QuickCheckThrowOnFailure();
    }

    // By hand, from the factors alone: what a reader of the page would do.
    private static bool Recomputes(Observation seen, HourlyRate rate)
    {
        decimal? Factor(string name) => rate.Factors.SingleOrDefault(f => f.Name == name)?.Value;
        var usd = Factor("amount")!.Value / (Factor("exchange-rate") ?? 1);
        var perHour = seen.Unit is PayUnit.Hour or PayUnit.AudioHour;
        var paid = usd / (Factor("audio-hours-of-work") ?? 1) / (perHour ? 1 : Factor("hours") ?? 1);
        var (hours, costs, unpaid) = (Factor("hours") ?? seen.Hours ?? 1, Factor("costs") ?? 0, Factor("unpaid-time"));
        var allIn = rate.AllInImputed ? (paid - costs / hours) * unpaid : (paid * hours - costs) / (hours + unpaid);
        return Same(rate.PaidOnly, paid) && Same(rate.AllIn, allIn) && Same(rate.PerTask, usd / (Factor("tasks") ?? 1));
    }

    private static bool Same(RateRange? made, decimal? byHand) => made is null || Math.Abs(made.Value.Typical - byHand!.Value) < 1e-12m;

    private static Observation Report() => Samples.Observation() with
    {
        Kind = FigureKind.SelfReport,
        TaskType = TaskType.Survey,
        AmountMin = 100,
        AmountMax = 100,
        Hours = 20,
    };

    private static Observation Hourly(decimal amount) => Samples.Observation() with { Unit = PayUnit.Hour, AmountMin = amount, AmountMax = amount };
}
