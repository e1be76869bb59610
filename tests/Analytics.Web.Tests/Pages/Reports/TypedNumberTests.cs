using System.Globalization;
using Analytics.Web.Pages.Reports;
using Analytics.Web.Text;

namespace Analytics.Web.Tests.Pages.Reports;

public sealed class TypedNumberTests
{
    [Theory]
    [InlineData("1234.5", "1234.5", "1234.5")]
    [InlineData("1,234.50", "1234.5", "1234.5")]
    [InlineData("1.234,50", "1234.5", "1234.5")]
    [InlineData("1.234.567", "1234567", "1234567")]
    [InlineData("1.500", "1.5", "1500")]
    [InlineData("1,500", "1500", "1.5")]
    [InlineData("0,5", "0.5", "0.5")]
    [InlineData(",5", "0.5", "0.5")]
    [InlineData("5.", "5", "5")]
    [InlineData("500 000", "500000", "500000")]
    [InlineData("1234.567", "1234.567", null)]
    [InlineData("1.23.456", null, null)]
    [InlineData("1,234,56", null, null)]
    [InlineData("-5", null, null)]
    [InlineData("$5", null, null)]
    [InlineData("five", null, null)]
    [InlineData(".", null, null)]
    [InlineData("9999999999999999999999999999999", null, null)]
    public void A_number_is_read_with_the_signs_of_either_language(string typed, string? english, string? indonesian)
    {
        Assert.Equal(english, TypedNumber.Read(typed, SiteLanguage.English)?.ToString("0.####", CultureInfo.InvariantCulture));
        Assert.Equal(indonesian, TypedNumber.Read(typed, SiteLanguage.Indonesian)?.ToString("0.####", CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(1234.5)]
    [InlineData(0.125)]
    [InlineData(4500000)]
    public void What_is_written_is_read_again(double value)
    {
        foreach (var language in SiteLanguage.All)
            Assert.Equal((decimal)value, TypedNumber.Read(TypedNumber.Write((decimal)value, language), language));
    }
}
