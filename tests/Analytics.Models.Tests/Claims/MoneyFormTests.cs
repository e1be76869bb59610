using Xunit;
using System.Globalization;
using Analytics.Models.Claims;

namespace Analytics.Models.Tests.Claims;

/// <summary>Amounts, currencies, units and bounds as people write them. The sentences are our own.</summary>
public sealed class MoneyFormTests
{
    [Theory]
    // Signs, codes, words.
    [InlineData("en", "I earned $1,500 on Upwork.", "1500 USD total exact")]
    [InlineData("en", "She made US$42.50 on Fiverr that evening.", "42.5 USD total exact")]
    [InlineData("en", "Drivers for Uber earn £12.40 an hour in Leeds.", "12.4 GBP hour exact")]
    [InlineData("en", "Couriers are paid 9 euros per hour.", "9 EUR hour exact")]
    [InlineData("en", "I got twenty dollars for each test on UserTesting.", "20 USD task exact")]
    [InlineData("en", "He earned two hundred and fifty dollars last month as a tasker.", "250 USD total exact")]
    [InlineData("en", "Workers on MTurk were paid 15 cents per HIT.", "0.15 USD task exact")]
    [InlineData("en", "I earn about ₹25,000 a month from transcription.", "25000 INR month about")]
    [InlineData("en", "She earns Rs. 1,200 per day as a rider.", "1200 INR day exact")]
    [InlineData("en", "Freelancers there earn 18 AUD per hour.", "18 AUD hour exact")]
    [InlineData("en", "Our writers earn A$30/hr.", "30 AUD hour exact")]
    [InlineData("en", "As a driver I made RM120 a day with Grab.", "120 MYR day exact")]
    [InlineData("en", "Annotators receive KSh 250 per hour.", "250 KES hour exact")]
    [InlineData("en", "Taskers in Manila earn PHP 450 a day.", "450 PHP day exact")]
    [InlineData("en", "The freelancer made 3k USD in March.", "3000 USD total exact")]
    [InlineData("en", "I made $4.2k last month on Fiverr.", "4200 USD total exact")]
    [InlineData("en", "One creator earned $1.3 million on the platform.", "1300000 USD total exact")]
    [InlineData("en", "You can earn \\$18/hour testing websites.", "18 USD hour exact")]
    [InlineData("en", "Translators earn **$0.06 per word** here.", "0.06 USD word exact")]
    [InlineData("en", "Transcribers are paid $45 per audio hour.", "45 USD audio-hour exact")]
    [InlineData("en", "Captioners earn $0.90 per audio minute.", "0.9 USD other exact")]
    [InlineData("en", "The freelancer rate is 15$ per hour.", "15 USD hour exact")]
    [InlineData("en", "I get paid $8&nbsp;per survey on that site.", "8 USD task exact")]
    [InlineData("id", "Penulis lepas dibayar Rp 50.000 per artikel.", "50000 IDR task exact")]
    [InlineData("id", "Saya mendapat Rp2,5 juta sebulan dari menulis.", "2500000 IDR month exact")]
    [InlineData("id", "Driver itu mengantongi 150rb per hari.", "150000 IDR day exact")]
    [InlineData("id", "Ia memperoleh 5 jt per bulan sebagai freelancer.", "5000000 IDR month exact")]
    [InlineData("id", "Penerjemah dibayar Rp150 per kata.", "150 IDR word exact")]
    [InlineData("id", "Freelancer itu menghasilkan $1.250 per bulan di Upwork.", "1250 USD month exact")]
    [InlineData("id", "Ia meraup Rp1,2 miliar setahun sebagai YouTuber.", "1200000000 IDR year exact")]
    [InlineData("id", "Kurir mendapat dua ribu rupiah per paket.", "2000 IDR task exact")]
    [InlineData("id", "Kurir mendapat lima puluh ribu rupiah per hari.", "50000 IDR day exact")]
    [InlineData("id", "Saya dibayar Rp100.000,- per proyek.", "100000 IDR task exact")]
    [InlineData("id", "Bayarannya 20 dolar per jam untuk penguji aplikasi.", "20 USD hour exact")]
    // Ranges.
    [InlineData("en", "Taskers earn $15-20 an hour.", "15-20 USD hour exact")]
    [InlineData("en", "Taskers earn $15–$20/hr.", "15-20 USD hour exact")]
    [InlineData("en", "Labelers make between 2 and 4 dollars an hour.", "2-4 USD hour exact")]
    [InlineData("en", "Designers can make $2-5k a month.", "2000-5000 USD month exact")]
    [InlineData("en", "Raters get USD 14 to USD 16 per hour.", "14-16 USD hour exact")]
    [InlineData("id", "Penghasilan kurir Rp 100 ribu sampai Rp 200 ribu per hari.", "100000-200000 IDR day exact")]
    [InlineData("id", "Freelancer bisa mendapat 3-5 juta per bulan.", "3000000-5000000 IDR month exact")]
    [InlineData("id", "Honor penulis antara Rp25.000 hingga Rp75.000 per artikel.", "25000-75000 IDR task exact")]
    // Bounds.
    [InlineData("en", "Experts earn up to $90 per hour.", "90 USD hour up-to")]
    [InlineData("en", "I made over $700 doing surveys.", "700 USD total at-least")]
    [InlineData("en", "He earns nearly $3,000 a month as a freelancer.", "3000 USD month almost")]
    [InlineData("en", "Riders earn roughly $11 an hour.", "11 USD hour about")]
    [InlineData("en", "Coders earn $40 or more per hour.", "40 USD hour at-least")]
    [InlineData("en", "Testers earn less than $3 an hour.", "3 USD hour up-to")]
    [InlineData("en", "Experts get $60+ per hour.", "60 USD hour at-least")]
    [InlineData("en", "Riders earn no more than $6 an hour.", "6 USD hour up-to")]
    [InlineData("id", "Driver itu meraih lebih dari Rp300.000 per hari.", "300000 IDR day at-least")]
    [InlineData("id", "Penghasilan mereka hampir Rp4 juta per bulan.", "4000000 IDR month almost")]
    [InlineData("id", "Kurir memperoleh sekitar Rp120.000 sehari.", "120000 IDR day about")]
    [InlineData("id", "Penghasilan freelancer bisa mencapai Rp10 juta per bulan.", "10000000 IDR month up-to")]
    [InlineData("id", "Pendapatan driver tidak lebih dari Rp80.000 per hari.", "80000 IDR day up-to")]
    [InlineData("id", "Minimal Rp50.000 per hari didapat kurir.", "50000 IDR day at-least")]
    // Units that stand before the amount, in a column or elsewhere.
    [InlineData("en", "The hourly rate for annotators was $7.", "7 USD hour exact")]
    [InlineData("en", "Her monthly income from Fiverr is $950.", "950 USD month exact")]
    [InlineData("en", "She won a $300 logo design job on Upwork.", "300 USD task exact")]
    [InlineData("en", "I was paid $5 each for the surveys.", "5 USD task exact")]
    [InlineData("id", "Dalam sehari driver bisa membawa pulang Rp200.000.", "200000 IDR day exact")]
    [InlineData("id", "Tarif per jam penerjemah adalah Rp75.000.", "75000 IDR hour exact")]
    public void One_claim_is_read(string language, string sentence, string expected)
    {
        var claim = Assert.Single(Own.Read(sentence, language).Claims);
        Assert.Equal(expected, Written(claim));
    }

    [Fact]
    public void From_to_over_time_is_two_claims()
    {
        var claims = Own.Read("I raised my rate from $10 an hour to $75 an hour on Upwork.").Claims;
        Assert.Equal(["10 USD hour exact", "75 USD hour exact"], claims.Select(Written));
    }

    [Theory]
    [InlineData("AU", "AUD")]
    [InlineData("CA", "CAD")]
    [InlineData("US", "USD")]
    [InlineData(null, "USD")]
    public void A_bare_dollar_is_that_of_the_pages_country(string? country, string currency)
    {
        var article = Article.FromText("Drivers earn $21 an hour.", "en") with { Country = country };
        Assert.Equal(currency, Assert.Single(Own.Reader.Read(article).Claims).Currency);
    }

    [Theory]
    [InlineData("US$200 per jam atau sekitar Rp3,34 juta", "200 USD hour exact", "Rp3,34 juta")]
    [InlineData("$600 (setara Rp9,5 juta)", "600 USD total exact", "Rp9,5 juta")]
    [InlineData("Rp 1,6 juta atau $100 per bulan", "100 USD month exact", "Rp 1,6 juta")]
    public void A_conversion_is_no_claim_of_its_own(string amount, string expected, string conversion)
    {
        var reading = Own.Read($"Ia mendapatkan penghasilan {amount} dari Upwork.", "id");
        var claim = Assert.Single(reading.Claims);
        Assert.Equal(expected, Written(claim));
        Assert.Equal(conversion, claim.Conversion);
        Assert.Equal(PassedOver.Conversion, Assert.Single(reading.PassedOver).Reason);
    }

    [Fact]
    public void A_repeated_figure_is_one_claim_at_its_fullest_mention()
    {
        var reading = Own.Read("I made $480 that week.\n\nYes, I earned $480 a week on Fiverr.\n\nStill, I made $480 is what I tell everyone.");
        Assert.Equal("480 USD week exact", Written(Assert.Single(reading.Claims)));
        Assert.Equal(2, reading.PassedOver.Count(p => p.Reason == PassedOver.Repeated));
    }

    [Fact]
    public void Rows_of_a_list_are_claims_of_their_own()
    {
        var reading = Own.Read("What I earned on Upwork for each job:\n\n- Blog post: $40\n- Newsletter: $40\n- Essay: $25");
        Assert.Equal(["40 USD task exact", "40 USD task exact", "25 USD task exact"], reading.Claims.Select(Written));
    }

    [Fact]
    public void A_tables_header_gives_the_unit()
    {
        var reading = Own.Read("Freelancer pay:\n\n| Role | Hourly rate | Monthly income |\n|---|---|---|\n| Copywriter | $30 | $2,400 |\n| Tester | $12 | $900 |");
        Assert.Equal(["30 USD hour exact", "2400 USD month exact", "12 USD hour exact", "900 USD month exact"], reading.Claims.Select(Written));
    }

    [Fact]
    public void Counts_are_read_with_the_amount()
    {
        var claim = Assert.Single(Own.Read("In my first 3 months I completed 120 tasks in 40 hours on Clickworker and earned $310.").Claims);
        Assert.Equal((120m, 40m, 3m), (claim.Tasks, claim.Hours, claim.PeriodMonths));
    }

    internal static string Written(Claim c) => string.Create(CultureInfo.InvariantCulture,
        $"{Amount(c.AmountMin)}{(c.AmountMax != c.AmountMin ? "-" + Amount(c.AmountMax) : "")} {c.Currency} {Term.Of(c.Unit)} {Term.Of(c.Bound)}");

    private static string Amount(decimal amount) => amount.ToString("0.####", CultureInfo.InvariantCulture);
}
