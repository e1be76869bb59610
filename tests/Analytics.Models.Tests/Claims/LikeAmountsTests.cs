using Xunit;

namespace Analytics.Models.Tests.Claims;

/// <summary>Amounts that are told one by one and belong together, and forms of money met in the wild. The sentences are our own.</summary>
public sealed class LikeAmountsTests
{
    [Theory]
    [InlineData("en", "Sitters earn from as little as $15 per night to as high as $60 per night.", "15-60 USD day exact")]
    [InlineData("en", "You can earn ten cents up to twenty-five dollars per survey.", "0.1-25 USD task exact")]
    [InlineData("en", "An Uber driver used to earn N15,000 daily.", "15000 NGN day exact")]
    [InlineData("en", "We got 1M rupiah for the job.", "1000000 IDR task exact")]
    [InlineData("id", "Tarif influencer itu Rp500.000 per unggahan.", "500000 IDR task exact")]
    [InlineData("en", "After gas and insurance, drivers make $12 an hour.", "12 USD hour exact")]
    public void One_claim_is_read(string language, string sentence, string expected) =>
        Assert.Equal(expected, MoneyFormTests.Written(Assert.Single(Own.Read(sentence, language).Claims)));

    [Theory]
    [InlineData("en", "The researchers must pay £6/$8 per hour.", "6 GBP hour exact", "8 USD hour exact")]
    [InlineData("en", "Translators earn $3,000 a month. With clients abroad they earn $5,000.", "3000 USD month exact", "5000 USD month exact")]
    public void Two_claims_are_paid_by_the_same_time(string language, string text, string first, string second) =>
        Assert.Equal([first, second], Own.Read(text, language).Claims.Select(MoneyFormTests.Written));

    [Theory]
    [InlineData("en", "One hunter earned $7,200 ($72/hour).", "7200 USD total exact", "$72")]
    [InlineData("id", "Kreator menghasilkan US$31 atau Rp499.000 per jam.", "31 USD hour exact", "Rp499.000")]
    public void The_same_pay_by_another_unit_or_in_ones_own_money_is_no_claim(string language, string text, string expected, string passed)
    {
        var reading = Own.Read(text, language);
        Assert.Equal(expected, MoneyFormTests.Written(Assert.Single(reading.Claims)));
        Assert.Equal(passed, Assert.Single(reading.PassedOver).Quote);
    }
}
