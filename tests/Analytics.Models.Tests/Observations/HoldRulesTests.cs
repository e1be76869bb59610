using Analytics.Models.Money;
using Analytics.Models.Observations;
using Analytics.Models.Reports;
using Xunit;

namespace Analytics.Models.Tests.Observations;

public sealed class HoldRulesTests
{
    private static readonly Surroundings None = new(null, false, false, false);
    private static readonly Report Sent = Samples.Report(1) with { Simulated = false, Pay = 137.50m, PaidHours = 11 };

    [Fact]
    public void An_ordinary_report_is_not_held() => Assert.Null(Look(Sent, None));

    [Fact]
    public void A_platform_that_the_catalogue_does_not_know_is_held() =>
        Assert.Equal(HoldReason.UnknownPlatform, Look(Sent with { Platform = null, PlatformName = "Newwork" }, None));

    [Fact]
    public void A_second_report_of_the_same_month_is_held_and_the_same_figures_only_where_they_tell()
    {
        Assert.Equal(HoldReason.Duplicate, Look(Sent, None with { SameWorker = true }));
        Assert.Equal(HoldReason.Duplicate, Look(Sent, None with { SameFigures = true }));
        Assert.Null(Look(Sent with { Unit = PayUnit.Hour, Pay = 15, PaidHours = null }, None with { SameFigures = true }));
        Assert.Null(Look(Sent with { Pay = 1200, PaidHours = 60 }, None with { SameFigures = true }));
    }

    [Theory]
    [InlineData(9.9, false)]
    [InlineData(150, false)]
    [InlineData(170, true)]
    [InlineData(0.7, false)]
    [InlineData(0.5, true)]
    public void Pay_further_than_three_and_a_half_robust_deviations_is_held(double hourly, bool held)
    {
        // Quartiles of a log-normal of median 10 and deviation 0.8: 3.5 deviations are a factor of 16.4.
        var usual = new UsualPay(30, 10 * Math.Exp(-0.6745 * 0.8), 10, 10 * Math.Exp(0.6745 * 0.8));
        Assert.Equal(held ? HoldReason.Outlier : null, Look(Sent with { Pay = (decimal)hourly * 20, PaidHours = 20 }, None with { Usual = usual }));
    }

    [Fact]
    public void Where_everybody_is_paid_the_same_a_little_more_is_no_outlier()
    {
        var flat = new UsualPay(100, 10, 10, 10);
        Assert.False(flat.IsFar(20));
        Assert.True(flat.IsFar(30));
    }

    [Fact]
    public void A_burst_is_the_last_reason()
    {
        Assert.Equal(HoldReason.Burst, Look(Sent, None with { InBurst = true }));
        Assert.Equal(HoldReason.Duplicate, Look(Sent, None with { InBurst = true, SameWorker = true }));
    }

    private static HoldReason? Look(Report report, Surroundings around) => HoldRules.Look(report, Arrival.Of(report, Samples.Rates), around);
}
