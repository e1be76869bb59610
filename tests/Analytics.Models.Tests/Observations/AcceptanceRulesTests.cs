using Analytics.Models.Evidence;
using Analytics.Models.Money;
using Analytics.Models.Observations;
using Analytics.Models.Reports;
using Xunit;

namespace Analytics.Models.Tests.Observations;

public sealed class AcceptanceRulesTests
{
    private static readonly AcceptanceRules Rules = new(Samples.Rates);

    [Fact]
    public void An_ordinary_report_is_accepted_as_what_the_worker_told()
    {
        var report = Samples.Report() with { UnpaidHours = 4, Costs = 2, Tasks = 9 };
        var seen = Rules.Accept(report);

        Assert.Equal((ObservationStatus.Accepted, null), (seen.Status, seen.Reason));
        Assert.Equal((report.Pay, 20m, 4m, 2m, 9m), (seen.AmountMax, seen.Hours, seen.UnpaidHours, seen.Costs, seen.Tasks));
        Assert.Equal((report.Contributor, PayUnit.Total, EvidenceTier.C), (seen.Contributor, seen.Unit, seen.Tier));
        Assert.Equal(EvidenceTier.B, Rules.Accept(report with { Kind = FigureKind.TrackerLog }).Tier);
    }

    public static TheoryData<string, Report> Doubtful() => new()
    {
        { "refused no-amount", Samples.Report() with { Pay = 0 } },
        { "refused no-amount", Samples.Report() with { Pay = -5 } },
        { "refused no-amount", Samples.Report() with { Costs = -5 } },
        { "refused unknown-currency", Samples.Report() with { Currency = "XXX" } },
        { "held impossible-hours", Samples.Report() with { Pay = 5000, PaidHours = 700, UnpaidHours = 45 } },
        { "held impossible-hours", Samples.Report() with { Pay = 5000, PaidHours = 673, Month = new(2025, 2, 1) } },
        { "held impossible-hours", Samples.Report() with { PaidHours = -1 } },
        { "held impossible-hours", Samples.Report() with { UnpaidHours = -19 } },
        { "held outside-range", Samples.Report() with { Pay = 0.99m } },
        { "held outside-range", Samples.Report() with { Pay = 10_000.2m } },
        { "held outside-range", Samples.Report() with { Costs = 101 } },
        { "accepted", Samples.Report() with { Pay = 1 } },
        { "accepted", Samples.Report() with { Pay = 10_000 } },
        { "accepted", Samples.Report() with { Pay = 5000, PaidHours = 700, UnpaidHours = 44 } },
        { "accepted", Samples.Report() with { PaidHours = null } },
    };

    [Theory, MemberData(nameof(Doubtful))]
    public void A_report_that_cannot_be_data_has_its_reason(string expected, Report report) => Assert.Equal(expected, Decision(Rules.Accept(report)));

    [Theory]
    [InlineData(0.05, 500, "accepted")]
    [InlineData(0.049, 500, "held outside-range")]
    [InlineData(0.05, 500.1, "held outside-range")]
    public void Both_ends_of_a_figure_pass_the_gate(decimal low, decimal high, string expected) =>
        Assert.Equal(expected, Decision(Rules.Accept(Samples.Figure() with { AmountMin = low, AmountMax = high })));

    [Theory]
    [InlineData(PayUnit.Day, 24, "accepted")]
    [InlineData(PayUnit.Day, 25, "held impossible-hours")]
    [InlineData(PayUnit.Week, 169, "held impossible-hours")]
    [InlineData(PayUnit.Month, 745, "held impossible-hours")]
    [InlineData(PayUnit.Year, 8785, "held impossible-hours")]
    [InlineData(PayUnit.Total, 9999, "accepted")]
    public void A_figure_has_no_more_hours_than_its_unit(PayUnit unit, decimal hours, string expected) =>
        Assert.Equal(expected, Decision(Rules.Accept(Samples.Figure() with { AmountMin = 5000, AmountMax = 5000, Unit = unit, Hours = hours })));

    [Fact]
    public void A_claim_about_nothing_named_is_refused()
    {
        var nameless = Samples.Claim() with { Platform = null, PlatformName = null, TaskType = null };

        Assert.Equal("refused no-subject", Decision(Accepted(nameless)));
        Assert.Equal("accepted", Decision(Accepted(Samples.Claim() with { Platform = null })));
    }

    [Fact]
    public void A_pool_is_a_subject() => Assert.Equal(
        ("refused no-subject", "accepted"),
        (Decision(Rules.Accept(Samples.Figure() with { Platform = null })), Decision(Rules.Accept(Samples.Figure() with { Platform = null, Pool = "five platforms" }))));

    [Theory]
    [InlineData(2021, 2021, 2021, 7)]
    [InlineData(2017, 2018, 2018, 1)]
    [InlineData(2014, 2016, 2015, 7)]
    public void A_figure_of_years_takes_their_middle_month(int from, int to, int year, int month) =>
        Assert.Equal(new DateOnly(year, month, 1), Rules.Accept(Samples.Figure() with { YearFrom = from, YearTo = to }).Month);

    [Fact]
    public void A_report_waits_three_days_after_it_came_or_was_corrected()
    {
        var report = Samples.Report() with { Simulated = false };
        string At(Report sent, double hours) => Decision(Rules.Accept(sent, report.ReceivedAt.AddHours(hours)));

        Assert.Equal(["held quarantine", "accepted"], [At(report, 71.9), At(report, 72)]);
        Assert.Equal(["held quarantine", "accepted"], [At(report with { RevisedAt = report.ReceivedAt.AddHours(100) }, 171), At(report with { RevisedAt = report.ReceivedAt.AddHours(100) }, 172)]);
        // What a person has let pass does not wait, nor does what the demonstration made up.
        Assert.Equal(["accepted", "accepted"], [At(report with { Hold = HoldReason.Outlier, Review = ReviewOutcome.Accepted }, 1), At(Samples.Report(), 1)]);
    }

    [Fact]
    public void A_held_report_counts_only_once_a_person_has_let_it_pass()
    {
        var report = Samples.Report() with { Simulated = false };
        Assert.All(Enum.GetValues<HoldReason>(), why => Assert.Equal($"held {Term.Of(why)}", Decision(Rules.Accept(report with { Hold = why }))));
        Assert.Equal("accepted", Decision(Rules.Accept(report with { Hold = HoldReason.Burst, Review = ReviewOutcome.Accepted })));
        Assert.Equal("refused review-refused", Decision(Rules.Accept(report with { Hold = HoldReason.Burst, Review = ReviewOutcome.Refused })));
        // The rules' own gate opens for a person too, but not for what cannot be worked with.
        Assert.Equal("accepted", Decision(Rules.Accept(report with { Pay = 30_000, Review = ReviewOutcome.Accepted })));
        Assert.Equal("refused no-amount", Decision(Rules.Accept(report with { Pay = 0, Review = ReviewOutcome.Accepted })));
    }

    [Fact]
    public void A_report_counts_as_its_contributor_or_as_what_came_with_it()
    {
        var report = Samples.Report() with { Keyless = true, ReceivedAt = new(2025, 4, 1, 23, 30, 0, TimeSpan.FromHours(7)) };
        Assert.Equal(("worker-1", new DateOnly(2025, 4, 1)), (Rules.Accept(report).Contributor, Rules.Accept(report).KeylessOn));
        Assert.Equal(("lot", null), (Rules.Accept(report with { CountsAs = "lot", Keyless = false }).Contributor, Rules.Accept(report with { CountsAs = "lot", Keyless = false }).KeylessOn));
    }

    [Fact]
    public void The_shipped_figures_all_have_a_decision_and_most_are_accepted()
    {
        var rules = new AcceptanceRules(ExchangeRates.Shipped());
        var seen = Models.Platforms.Catalogue.Load().Figures.Select(rules.Accept).ToList();

        Assert.All(seen, o => Assert.Equal(o.Status == ObservationStatus.Accepted, o.Reason is null));
        Assert.True(seen.Count(o => o.Status == ObservationStatus.Accepted) >= seen.Count * 0.95, string.Join(", ", seen.Where(o => o.Reason is not null).Select(o => $"{o.Origin} {o.Reason}")));
    }

    private static Observation Accepted(Models.Claims.Claim claim) => Rules.Accept(new StoryRules(ExchangeRates.Shipped()).Gather([new("c", claim, "https://a.example/", Samples.Month)])[0]);

    private static string Decision(Observation seen) => Term.Of(seen.Status) + (seen.Reason is { } why ? " " + Term.Of(why) : "");
}
