using Analytics.Models.Evidence;
using Analytics.Models.Platforms;
using Analytics.Web.Pages.Checks;
using Analytics.Web.Releases;

namespace Analytics.Web.Tests.Pages.Checks;

/// <summary>A claim is held against pay of its own country, and work on AI for a profession is read as that.</summary>
public sealed class PlaceAndProfessionTests
{
    private static readonly ShownRelease Release = new(SampleRelease.Make());
    private static readonly PastedReader Reader = new();

    [Theory]
    [InlineData("Driver Gojek bisa dapat Rp 10 juta sebulan")]
    [InlineData("Gojek drivers earn Rp 10,000,000 a month")]
    public void What_is_paid_in_rupiah_is_never_held_against_pay_elsewhere(string text)
    {
        var check = Check(text);
        Assert.All(check.Standings, s => Assert.All(s.Figures, f => Assert.True(f.Country is null or "ID", $"{f.Id} is of {f.Country}")));
        Assert.Equal((0.69m, FigureKind.SurveyStatistic), (Math.Round(check.Typical!.Value.Usd, 2), check.Typical.Value.Kind));
        // Ten million rupiah are more than a month has hours at that pay.
        Assert.True(check.HoursNeeded > 744, $"{check.HoursNeeded} hours");
    }

    [Fact]
    public void The_same_in_dollars_without_a_country_is_held_against_all() =>
        Assert.Contains(Check("Drivers earn $30 an hour delivering food").Standings, s => s.Figures.Any(f => f.Country == "US"));

    [Theory]
    [InlineData("AI training for lawyers, up to $150 an hour", TaskType.AiTrainingExpert)]
    [InlineData("Earn up to $150 an hour as a lawyer training AI models", TaskType.AiTrainingExpert)]
    [InlineData("Attorneys: remote AI training, $150/hr", TaskType.AiTrainingExpert)]
    [InlineData("Dokter dibayar $100 per jam untuk melatih AI", TaskType.AiTrainingExpert)]
    [InlineData("earn up to $200 an hour training AI", TaskType.AiTrainingGeneral)]
    [InlineData("Freelance translation pays $20 an hour", TaskType.Translation)]
    public void Work_on_AI_for_a_profession_is_expert_work(string text, TaskType task) => Assert.Equal(task, Check(text).Claim.TaskType);

    private static ClaimCheck Check(string text)
    {
        var reading = Reader.Read(PastedText.Find(text)!).Reading;
        return ClaimCheck.Of(Release, Assert.Single(reading.Claims), reading.Statements, new DateOnly(2026, 11, 1));
    }
}
