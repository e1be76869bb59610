using Analytics.Models.Estimates;
using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Web.Pages.Estimates;

namespace Analytics.Web.Tests.Pages;

public sealed class PersonalPayTests
{
    private static readonly EstimateChoice Surveys = new() { Task = TaskType.Survey };

    [Fact]
    public void It_is_the_published_row_of_the_readers_words_and_its_steps_multiply_to_it()
    {
        var pay = Of(Surveys with { Platform = "prolific", Country = "US" });
        Assert.Equal((7.5m, 4m), (pay.Row.Typical, pay.Start.Typical));
        Assert.Equal([(PayFactor.Country, "US", 1.5m, 6m), (PayFactor.Platform, "prolific", 1.25m, 7.5m)], pay.Steps.Select(s => (s.Factor, s.Word, s.Times, s.Typical)));
        Assert.Equal(pay.Row.Typical, pay.Steps.Aggregate(pay.Start.Typical, (typical, step) => typical * step.Times));
        Assert.Empty(pay.NotMet);
    }

    [Fact]
    public void What_too_few_have_told_plays_no_part_and_is_named()
    {
        var pay = Of(Surveys with { Platform = "toloka", Country = "KE", Experience = ExperienceBand.OneToSixMonths });
        Assert.Equal(pay.Start, pay.Row);
        Assert.Empty(pay.Steps);
        Assert.Equal([PayFactor.Platform, PayFactor.Experience, PayFactor.Country], pay.NotMet);
    }

    [Fact]
    public void Who_has_not_begun_is_held_for_one_in_the_first_month()
    {
        var pay = Of(Surveys with { Experience = ExperienceBand.NoneYet });
        Assert.Equal((2m, 0), (pay.Row.Typical, pay.NotMet.Count));
    }

    [Fact]
    public void The_changes_are_the_best_of_each_sort_and_only_what_pays_more()
    {
        Assert.Equal([(PayFactor.TaskType, "coding", 20m / 3), (PayFactor.Experience, "over-twenty-four-months", 2m), (PayFactor.Platform, "clickworker", 1.5m)],
            Of(Surveys with { Country = "ID" }).Changes.Select(c => (c.Factor, c.Word, c.Times)));
        // Prolific pays less than Clickworker, and nothing pays more than coding.
        Assert.DoesNotContain(Of(Surveys with { Platform = "clickworker" }).Changes, c => c.Factor == PayFactor.Platform);
        Assert.Empty(Of(new() { Task = TaskType.Coding }).Changes);
    }

    [Fact]
    public void A_platform_that_nobody_from_there_is_known_to_work_on_is_no_way_out()
    {
        PersonalRow[] more = [new(PayMeasure.PaidOnly, TaskType.Survey, "gojek", null, "US", 5, 50, 90), new(PayMeasure.PaidOnly, TaskType.Survey, "mturk", null, null, 5, 50, 90)];
        var release = EstimateSample.Of([.. EstimateSample.Release.Release.Personal, .. more], []);
        Assert.Equal("prolific", PersonalPay.Of(release, PayMeasure.PaidOnly, Surveys with { Country = "US" })!.Changes.Single(c => c.Factor == PayFactor.Platform).Word);
        // MTurk has closed.
        Assert.Equal("clickworker", PersonalPay.Of(release, PayMeasure.PaidOnly, Surveys)!.Changes.Single(c => c.Factor == PayFactor.Platform).Word);
    }

    [Fact]
    public void Of_work_that_the_model_does_not_know_nothing_is_said()
    {
        Assert.Null(PersonalPay.Of(EstimateSample.Release, PayMeasure.PaidOnly, new() { Task = TaskType.Translation }));
        Assert.Null(PersonalPay.Of(EstimateSample.Release, PayMeasure.AllIn, new() { Task = TaskType.Coding }));
        Assert.Null(PersonalPay.Of(EstimateSample.Release, PayMeasure.PaidOnly, new()));
    }

    [Theory]
    [InlineData(PayMeasure.PaidOnly, null, 5, 21.67, 28.0, 21.67, false)]
    [InlineData(PayMeasure.PaidOnly, null, 15, 65.0, 28.0, 28.0, true)]
    // 28 paid hours of which a quarter more is unpaid.
    [InlineData(PayMeasure.AllIn, null, 15, 65.0, 37.33, 37.33, true)]
    // On the platform itself nobody told of unpaid time.
    [InlineData(PayMeasure.PaidOnly, "prolific", 15, 65.0, 12.0, 12.0, true)]
    [InlineData(PayMeasure.AllIn, "prolific", 15, 65.0, null, 65.0, false)]
    public void A_month_has_the_lower_of_the_hours_wished_and_those_that_people_get(PayMeasure measure, string? platform, int weekly, double wished, double? got, double counted, bool capped)
    {
        var month = MonthlyPay.Of(EstimateSample.Release, measure, Surveys with { Platform = platform, Hours = weekly });
        Assert.Equal(wished, (double)Math.Round(month.Wished, 2));
        Assert.Equal(got, month.CouldGet is { } could ? (double)Math.Round(could, 2) : null);
        Assert.Equal(counted, (double)Math.Round(month.Hours, 2));
        Assert.Equal(capped, month.IsCapped);
    }

    private static PersonalPay Of(EstimateChoice choice) => PersonalPay.Of(EstimateSample.Release, PayMeasure.PaidOnly, choice)!;
}
