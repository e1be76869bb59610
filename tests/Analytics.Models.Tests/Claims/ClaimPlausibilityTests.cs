using Analytics.Models.Claims;
using Xunit;

namespace Analytics.Models.Tests.Claims;

public sealed class ClaimPlausibilityTests
{
    private const string Story =
        "Sita Wulandari melatih AI untuk micro1 dan menghasilkan US$200 per jam.\n" +
        "Wulandari bekerja sekitar 3,5 jam setiap malam.\n" +
        "Sejak Januari, total penghasilan Wulandari dari micro1 hampir menyentuh US$300.000.";

    [Fact]
    public void A_total_beyond_the_stated_nights_shows_what_stays_unexplained()
    {
        var check = Assert.Single(ClaimPlausibility.Check(Own.Read(Story, "id")));
        Assert.Equal(1500m, check.HoursNeeded);
        Assert.Equal(428.57m, Math.Round(check.PeriodsNeeded, 2));
        Assert.Equal((366m, 256_200m, 43_800m), (check.PeriodsAvailable, check.MostExplained, check.Unexplained));
        Assert.False(check.Holds);
    }

    [Fact]
    public void A_total_within_the_stated_hours_holds()
    {
        var check = Assert.Single(ClaimPlausibility.Check(Own.Read("I drive for Uber 20 hours a week and earn $15 an hour. In 3 months I earned $3,600 with Uber.")));
        Assert.Equal((240m, 12m, 14m, 0m), (check.HoursNeeded, check.PeriodsNeeded, check.PeriodsAvailable, check.Unexplained));
        Assert.True(check.Holds);
    }

    [Theory]
    [InlineData("I work 3 hours a day on Upwork and earned $900.")]
    [InlineData("I earn $20 an hour on Upwork. In all I earned $900 on Upwork.")]
    [InlineData("I work 3 hours a day on Upwork and earn $20 an hour. On Fiverr I earned $900 in total.")]
    public void Without_rate_time_and_total_of_one_platform_there_is_no_check(string text) =>
        Assert.Empty(ClaimPlausibility.Check(Own.Read(text)));
}
