using Analytics.Models.Money;
using Analytics.Models.Platforms;
using Xunit;

namespace Analytics.Models.Tests.Money;

public sealed class MinimumWagesTests
{
    private static readonly MinimumWages Shipped = MinimumWages.Shipped();

    [Fact]
    public void All_Indonesian_provinces_are_there_for_2025_and_2026()
    {
        var provinces = Shipped.All.Where(w => w is { Country: "ID", Region: not null }).GroupBy(w => w.Region!).ToList();
        Assert.Equal(38, provinces.Count);
        Assert.All(provinces, p => Assert.Equal([2025, 2026], p.Select(w => w.Effective.Year).Order()));
        Assert.Contains(Shipped.All, w => w is { Region: "DKI Jakarta", Amount: 5_396_761, Currency: "IDR", Unit: PayUnit.Month, Effective.Year: 2025 });
    }

    [Fact]
    public void The_newest_is_given_with_its_date()
    {
        var jakarta = Shipped.For("ID", "DKI Jakarta")!;
        Assert.Equal(2026, jakarta.Effective.Year);
        Assert.True(jakarta.Amount > 5_396_761);
        Assert.Equal((12.21m, "GBP", new DateOnly(2025, 4, 1)), (Shipped.For("GB")!.Amount, Shipped.For("GB")!.Currency, Shipped.For("GB")!.Effective));
    }

    [Fact]
    public void A_state_without_a_minimum_of_its_own_has_the_federal_one()
    {
        Assert.Equal(7.25m, Shipped.For("US")!.Amount);
        Assert.Equal(7.25m, Shipped.For("US", "Alabama")!.Amount);
        Assert.Equal(7.25m, Shipped.For("US", "Georgia")!.Amount);
        Assert.Equal((16m, 2024), (Shipped.For("US", "California")!.Amount, Shipped.For("US", "California")!.Effective.Year));
        Assert.All(Shipped.All.Where(w => w is { Country: "US", Region: not null }), w => Assert.True(w.Amount >= 7.25m, w.Region));
    }

    [Fact]
    public void A_place_not_known_has_its_countrys_or_none()
    {
        Assert.Equal(Shipped.For("PH"), Shipped.For("PH", "Somewhere"));
        Assert.Null(Shipped.For("ZZ"));
        Assert.Null(Shipped.For("ZZ", "Somewhere"));
    }

    [Fact]
    public void Every_wage_is_of_a_known_country_dated_and_cited()
    {
        Assert.All(Shipped.All, w =>
        {
            Assert.NotNull(Countries.Find(w.Country));
            Assert.True(w.Amount > 0);
            Assert.InRange(w.Effective, new DateOnly(1980, 1, 1), new DateOnly(2026, 11, 21));
            Assert.True(w.HoursPerWeek is null or (> 30 and <= 60));
            Assert.NotEmpty(w.Source.Title);
        });
        Assert.DoesNotContain(Shipped.All.CountBy(w => (w.Country, w.Region, w.Effective)), place => place.Value > 1);
    }

    [Fact]
    public void A_bad_line_is_refused_with_its_place()
    {
        const string Header = "country,region,amount,currency,unit,hours_per_week,effective,source_title,source_address,source_part,seen\n";
        var message = Assert.Throws<FormatException>(() => MinimumWages.Read("wages.csv", Header + "ID,,1,IDR,fortnight,,2026-01-01,A list,,,\n")).Message;
        Assert.StartsWith("wages.csv, line 2, field unit: 'fortnight' is not one of the words", message);
    }
}
