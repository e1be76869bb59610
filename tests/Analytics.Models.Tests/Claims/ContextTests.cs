using Analytics.Models.Claims;
using Analytics.Models.Evidence;
using Xunit;

namespace Analytics.Models.Tests.Claims;

/// <summary>What a figure takes from the words and sentences around it. The sentences are our own.</summary>
public sealed class ContextTests
{
    [Theory]
    [InlineData("id", "Saya dapat proyek desain logo $35 di Upwork.", "35 USD task exact")]
    [InlineData("id", "Biasanya ia bisa membawa pulang Rp260 ribu dalam satu hari.", "260000 IDR day exact")]
    [InlineData("id", "Saya menulis satu cerita dan dibayar Rp175.000 untuk 500 kata.", "175000 IDR task exact")]
    [InlineData("id", "Satu tulisan di situs itu dibayar 35.000 saja.", "35000 IDR task exact")]
    [InlineData("en", "Raters there earn between forty to sixty dollars per hour.", "40-60 USD hour exact")]
    [InlineData("en", "My best month was June, when I earned $1,450 on Fiverr.", "1450 USD month exact")]
    [InlineData("en", "Each delivery, when no tip is left, pays out roughly $6.", "6 USD task about")]
    [InlineData("en", "Drivers earn about KES 28,000[3] a month.", "28000 KES month about")]
    [InlineData("en", "The second agency paid by the hour, seven dollars.", "7 USD hour exact")]
    public void The_unit_stands_elsewhere_in_the_sentence(string language, string text, string expected) =>
        Assert.Equal(expected, MoneyFormTests.Written(Assert.Single(Own.Read(text, language).Claims)));

    [Fact]
    public void Pays_told_side_by_side_have_one_unit() =>
        Assert.Equal(["9 USD hour exact", "31 USD hour exact"], Own.Read("Plain projects pay $9 an hour, and expert ones pay $31.").Claims.Select(MoneyFormTests.Written));

    [Fact]
    public void A_sentence_without_a_verb_goes_on_with_the_claim_before() =>
        Assert.Equal(["25000 IDR total exact", "45000 IDR total exact"], Own.Read("Hari pertama, ia dapat Rp25.000. Hari kedua, Rp45.000.", "id").Claims.Select(MoneyFormTests.Written));

    [Fact]
    public void A_day_s_pay_has_the_hours_worked_for_it() =>
        Assert.Equal(11m, Assert.Single(Own.Read("Kurir itu memperoleh Rp180 ribu per hari setelah bekerja 11 jam.", "id").Claims).Hours);

    [Fact]
    public void An_end_of_a_range_is_no_second_claim() =>
        Assert.Equal("3-11 USD task exact", MoneyFormTests.Written(Assert.Single(Own.Read("Dashers earn $3-11 per delivery.\n\nThey earn at the low end $3 per delivery.").Claims)));

    [Theory]
    [InlineData("en", "Example:\n\nUber pays you $140 a day.", PassedOver.Hypothetical)]
    [InlineData("en", "Let's say an hour of audio takes you four. Then the pay is $17 an hour.", PassedOver.Hypothetical)]
    [InlineData("en", "Drivers in Leeds earn £3 less per hour.", PassedOver.NotPay)]
    [InlineData("id", "Penulis menetapkan harga per kata (misalnya Rp350/kata).", PassedOver.Hypothetical)]
    [InlineData("id", "Baca juga: Penulis dibayar Rp40.000 per artikel", null)]
    public void Examples_assumptions_differences_and_pointers_are_no_claims(string language, string text, PassedOver? reason)
    {
        var reading = Own.Read(text, language);
        Assert.Empty(reading.Claims);
        Assert.Equal(reason, reading.PassedOver.Select(p => (PassedOver?)p.Reason).SingleOrDefault());
    }

    [Theory]
    [InlineData("In the survey 31% of drivers said they make less than $90 a week.", CoarseKind.Measured)]
    [InlineData("The data come from a study of couriers. In Ghent couriers took home $9 per hour.", CoarseKind.Measured)]
    [InlineData("Lyft announced that drivers earn $27 an hour.", CoarseKind.Advertised)]
    [InlineData("Craigslist ads say drivers earn $27 an hour.", CoarseKind.Advertised)]
    [InlineData("On Thursdays, Okonkwo makes $27 an hour.", CoarseKind.Achieved)]
    public void The_kind_follows_who_says_it_of_whom(string text, CoarseKind kind) =>
        Assert.Equal(kind, Assert.Single(Own.Read(text).Claims).Kind.Coarse());

    [Theory]
    [InlineData("On TikTok people say that they earn $21 an hour on Remotasks.", "Remotasks")]
    [InlineData("Last year, Grab paid couriers $2 per trip.", "Grab")]
    public void The_platform_is_where_the_work_is_done(string text, string platform) =>
        Assert.Equal(platform, Assert.Single(Own.Read(text).Claims).PlatformName);
}
