using Analytics.Models.Money;
using Analytics.Web.Text;

namespace Analytics.Web.Tests.Text;

public sealed class FigureTextTests
{
    private static readonly FigureText English = SiteText.Of(SiteLanguage.English).Figures;
    private static readonly FigureText Indonesian = SiteText.Of(SiteLanguage.Indonesian).Figures;

    [Theory]
    [InlineData("3.76", "USD", "$3.76", "$3,76")]
    [InlineData("3.755", "USD", "$3.76", "$3,76")]
    [InlineData("200", "USD", "$200", "$200")]
    [InlineData("9.40", "USD", "$9.40", "$9,40")]
    [InlineData("0.24", "USD", "$0.24", "$0,24")]
    [InlineData("0.0024", "USD", "$0.0024", "$0,0024")]
    [InlineData("300000", "USD", "$300,000", "$300.000")]
    [InlineData("1999.6", "USD", "$2,000", "$2.000")]
    [InlineData("5396761", "IDR", "Rp 5,396,761", "Rp 5.396.761")]
    [InlineData("61234.5", "IDR", "Rp 61,235", "Rp 61.235")]
    [InlineData("-4.2", "USD", "−$4.20", "−$4,20")]
    [InlineData("0", "USD", "$0", "$0")]
    [InlineData("12.5", "CAD", "CAD 12.50", "CAD 12,50")]
    public void Money_reads_as_each_language_writes_it(string amount, string currency, string english, string indonesian)
    {
        var value = decimal.Parse(amount, System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal(english, English.Money(value, currency).Replace('\u00a0', ' '));
        Assert.Equal(indonesian, Indonesian.Money(value, currency).Replace('\u00a0', ' '));
    }

    [Fact]
    public void An_amount_says_how_exactly_it_is_stated()
    {
        Assert.Equal("more than $600", English.Money(600, "USD", Bound.AtLeast));
        Assert.Equal("hampir $300.000", Indonesian.Money(300000, "USD", Bound.Almost));
        Assert.Equal("$20", English.Money(20, "USD", Bound.Exact));
    }

    [Fact]
    public void Numbers_and_shares_have_their_marks()
    {
        Assert.Equal("40,903", English.Number(40903));
        Assert.Equal("40.903", Indonesian.Number(40903));
        Assert.Equal("3.5", English.Number(3.5m));
        Assert.Equal("3,5", Indonesian.Number(3.50m));
        Assert.Equal("78%", Indonesian.Percent(0.78));
    }

    [Fact]
    public void Dates_are_written_out()
    {
        var day = new DateOnly(2025, 5, 5);
        Assert.Equal("5\u00a0May 2025", English.Date(day));
        Assert.Equal("5\u00a0Mei 2025", Indonesian.Date(day));
        Assert.Equal("Mei 2025", Indonesian.Month(day));
    }

    [Theory]
    [InlineData("2026-11-21", "this week", "minggu ini")]
    [InlineData("2027-01-01", "this week", "minggu ini")]
    [InlineData("2026-11-14", "1 week old", "berumur 1 minggu")]
    [InlineData("2026-10-22", "4 weeks old", "berumur 4 minggu")]
    [InlineData("2026-10-21", "1 month old", "berumur 1 bulan")]
    [InlineData("2024-11-22", "23 months old", "berumur 23 bulan")]
    [InlineData("2024-11-21", "2 years old", "berumur 2 tahun")]
    [InlineData("2023-05-05", "3 years old", "berumur 3 tahun")]
    public void Age_is_told_in_whole_weeks_months_or_years(string then, string english, string indonesian)
    {
        var (day, today) = (DateOnly.Parse(then, System.Globalization.CultureInfo.InvariantCulture), new DateOnly(2026, 11, 21));
        Assert.Equal(english, English.Age(day, today));
        Assert.Equal(indonesian, Indonesian.Age(day, today));
    }
}
