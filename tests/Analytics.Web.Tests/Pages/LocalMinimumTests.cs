using Analytics.Models.Money;
using Analytics.Models.Releases;
using Analytics.Web.Pages.Places;
using Analytics.Web.Pages.Shared;
using Analytics.Web.Releases;

namespace Analytics.Web.Tests.Pages;

public sealed class LocalMinimumTests
{
    private static readonly Release Sample = SampleRelease.Make();

    [Fact]
    public void A_monthly_minimum_is_divided_by_the_hours_of_its_weeks()
    {
        // 2,600,000 x 12 / (52 x 40) = 15,000.
        var hour = Assert.Single(Of(Wage("ID", "Bali", 2_600_000, "IDR", PayUnit.Month, 40)));
        Assert.Equal(15_000, hour.Hourly);
        Assert.Equal(15_000 / Sample.ExchangeRates.Where(r => r.Currency == "IDR").MaxBy(r => r.Month)!.PerUsd, hour.HourlyUsd);
    }

    [Theory]
    [InlineData(PayUnit.Hour, null, 480)]
    [InlineData(PayUnit.Week, 48, 10)]
    [InlineData(PayUnit.Year, 40, 480.0 / 2080)]
    public void Other_units_are_put_per_hour_too(PayUnit unit, int? hours, double expected) =>
        Assert.Equal(expected, (double)Assert.Single(Of(Wage("ID", null, 480, "USD", unit, hours))).Hourly, 10);

    [Theory]
    [InlineData(PayUnit.Month, null)]
    [InlineData(PayUnit.Day, 40)]
    [InlineData(PayUnit.Other, 40)]
    public void What_cannot_be_put_per_hour_is_left_out(PayUnit unit, int? hours) => Assert.Empty(Of(Wage("ID", null, 480, "USD", unit, hours)));

    [Fact]
    public void The_newest_of_each_region_stands_and_an_older_one_of_the_country_does_not()
    {
        var hours = Of(
            Wage("ID", null, 1, "USD", PayUnit.Hour, null, 2020), Wage("ID", "Bali", 2, "USD", PayUnit.Hour, null, 2025),
            Wage("ID", "Bali", 3, "USD", PayUnit.Hour, null, 2026), Wage("ID", "Aceh", 4, "USD", PayUnit.Hour, null, 2025), Wage("MY", null, 9, "USD", PayUnit.Hour, null, 2026));
        Assert.Equal([("Aceh", 4m), ("Bali", 3m)], hours.Select(h => (h.Wage.Region, h.Hourly)));
        var federal = Of(Wage("ID", null, 1, "USD", PayUnit.Hour, null, 2025), Wage("ID", "Bali", 2, "USD", PayUnit.Hour, null, 2025));
        Assert.Equal([null, "Bali"], federal.Select(h => h.Wage.Region));
    }

    [Fact]
    public void Without_a_rate_there_is_no_yardstick()
    {
        Assert.Empty(Of(Wage("ID", null, 100, "KES", PayUnit.Hour, null)));
        Assert.Null(Yardstick.Of(Release(Wage("ID", null, 100, "KES", PayUnit.Hour, null)), "ID"));
        Assert.Null(Yardstick.Of(Release(), "ID"));
    }

    [Fact]
    public void Pay_is_held_against_the_least_and_the_most_or_against_that_of_its_own_region()
    {
        var yardstick = Yardstick.Of(Release(Wage("ID", "Bali", 2, "USD", PayUnit.Hour, null), Wage("ID", "Aceh", 4, "USD", PayUnit.Hour, null)), "ID")!;
        Assert.True(yardstick.Differs);
        Assert.Equal((2, 6), yardstick.Times(8, 12));
        Assert.Equal((4, 6), yardstick.Times(8, 12, "Bali"));
        Assert.Equal((2, 6), yardstick.Times(8, 12, "Java"));
    }

    private static IReadOnlyList<LocalMinimum> Of(params MinimumWageRow[] wages) => LocalMinimum.All(Release(wages), "ID");

    private static MinimumWageRow Wage(string country, string? region, decimal amount, string currency, PayUnit unit, int? hours, int year = 2026) =>
        new(country, region, amount, currency, unit, hours, new DateOnly(year, 1, 1), "A list", null);

    private static ShownRelease Release(params MinimumWageRow[] wages) => new(new Release
    {
        Head = Sample.Head,
        Platforms = Sample.Platforms,
        Figures = Sample.Figures,
        Claims = Sample.Claims,
        Statements = Sample.Statements,
        Cells = Sample.Cells,
        Reports = Sample.Reports,
        ReportQuarters = Sample.ReportQuarters,
        Checks = Sample.Checks,
        AdvertGaps = Sample.AdvertGaps,
        ModelCards = Sample.ModelCards,
        ExchangeRates = Sample.ExchangeRates,
        MinimumWages = wages,
        Personal = Sample.Personal,
        WorkHours = Sample.WorkHours,
    });
}
