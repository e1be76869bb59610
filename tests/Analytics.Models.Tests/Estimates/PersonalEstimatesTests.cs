using Analytics.Models.Estimates;
using Analytics.Models.Platforms;
using Analytics.Models.Rollups;
using Xunit;

namespace Analytics.Models.Tests.Estimates;

public sealed class PersonalEstimatesTests
{
    private static readonly PayRow[] Reports =
    [
        .. DrawnPay.Of(1, 600),
        // Nine contributors of one platform and country, and ten of another, in many months.
        .. Of("few", 9), .. Of("ten", 10),
        .. DrawnPay.Of(5, 30).Select(r => r with { TaskType = "juggling" }),
    ];

    private static readonly ReportModel Made = ReportModel.Of(new(PayMeasure.PaidOnly, Reports, [], [], null), new(2026, 11, 22));

    [Fact]
    public void Every_combination_of_words_that_ten_contributors_told_of_the_work_is_there_once()
    {
        Assert.Equal(Made.Personal.Count, Made.Personal.Select(p => (p.TaskType, p.Platform, p.Experience, p.Country)).Distinct().Count());
        var surveys = Made.Personal.Where(p => p.TaskType == TaskType.Survey).ToList();
        Assert.Equal(6 * 7, surveys.Count);
        Assert.Equal([null, "p0", "p1", "p2", "p3", "ten"], surveys.Select(p => p.Platform).Distinct());
        Assert.Equal([null, "c0", "c1", "c2", "c3", "c4", "ten"], surveys.Select(p => p.Country).Distinct());
    }

    [Fact]
    public void Nothing_is_said_of_words_that_fewer_told_or_that_are_no_kind_of_work()
    {
        Assert.DoesNotContain(Made.Personal, p => p.Platform == "few" || p.Country == "few");
        Assert.Equal([TaskType.Survey, TaskType.AiTrainingExpert], Made.Personal.Select(p => p.TaskType).Distinct());
    }

    [Fact]
    public void It_says_what_the_model_predicts_of_such_a_person()
    {
        var said = Made.Personal.Single(p => p is { TaskType: TaskType.AiTrainingExpert, Platform: "p2", Country: "c3" });
        var predicted = Made.Model!.All.Predict(new PayRow { Hourly = 1, TaskType = "ai-training-expert", Platform = "p2", Country = "c3", Method = "c", Year = "2026" });
        Assert.Equal((predicted.Low, predicted.Median, predicted.High), (said.Low, said.Typical, said.High));
        Assert.True(said.Low < said.Typical && said.Typical < said.High);
        Assert.True(said.Typical > 3 * Made.Personal.Single(p => p is { TaskType: TaskType.Survey, Platform: "p2", Country: "c3" }).Typical);
    }

    [Fact]
    public void Without_a_model_nothing_is_said_of_anyone() =>
        Assert.Empty(ReportModel.Of(new(PayMeasure.PaidOnly, DrawnPay.Of(1, 60), [], [], null), new(2026, 11, 22)).Personal);

    private static IEnumerable<PayRow> Of(string word, int contributors) =>
        DrawnPay.Of(contributors, contributors).SelectMany(r => Enumerable.Range(1, 5).Select(m => r with { TaskType = "survey", Platform = word, Country = word, Period = $"m{m}" }));
}
