using Analytics.Web.Pages.Shared;
using Analytics.Web.Text;

namespace Analytics.Web.Tests.Pages;

/// <summary>The minimum wage in words against its figures, in both languages.</summary>
public sealed class MinimumWordsTests
{
    [Theory]
    [InlineData("en", "US", "California", null, "The legal minimum wage in California is $16 an hour (as of 2024).")]
    [InlineData("id", "US", "California", null, "Upah minimum resmi di California $16 per jam (keadaan 2024).")]
    // At the month's rate of the rupiah, which the sample has; the law's money stands beside the reader's.
    [InlineData("en", "ID", null, null, "The legal minimum wage differs within Indonesia, from $0.79 (Rp 13,371) an hour in Jawa Barat to $1.96 (Rp 33,057) in DKI Jakarta, as of 2026.")]
    [InlineData("id", "ID", null, null, "Upah minimum resmi di Indonesia berbeda menurut wilayah, dari $0,79 (Rp 13.371) per jam di Jawa Barat sampai $1,96 (Rp 33.057) di DKI Jakarta, keadaan 2026.")]
    [InlineData("id", "ID", "DKI Jakarta", "IDR", "Upah minimum resmi di DKI Jakarta Rp 33.057 per jam (keadaan 2026).")]
    [InlineData("en", "US", null, null, "an hour in places without one of their own to")]
    [InlineData("id", "US", null, null, "per jam di daerah yang tidak punya sendiri sampai")]
    [InlineData("en", "PH", null, null, "an hour (as of 16 March 2019). That is too old to hold today’s pay against.")]
    [InlineData("id", "PH", null, null, "per jam (keadaan 16 Maret 2019). Itu terlalu lama untuk dibandingkan dengan upah sekarang.")]
    public void What_the_law_sets(string language, string country, string? region, string? currency, string said)
    {
        var asked = EstimateSample.Asked(SiteLanguage.Find(language)!, currency: currency);
        Assert.Contains(said, Plain(asked.Known(Yardstick.Of(asked.Release, country, region)!)), StringComparison.Ordinal);
    }

    [Theory]
    // Against $16.
    [InlineData("en", 32, 32, "$32 is above the minimum wage: 2 times as much.")]
    [InlineData("id", 32, 32, "$32 lebih tinggi daripada upah minimum: 2 kali lipatnya.")]
    [InlineData("en", 16.9, 24, "$32 is above the minimum wage: 1.1 to 1.5 times as much.")]
    [InlineData("en", 16.8, 16.8, "$32 is about the minimum wage.")]
    [InlineData("id", 15.2, 16.8, "$32 kira-kira sama dengan upah minimum.")]
    [InlineData("en", 6.4, 6.4, "$32 is below the minimum wage: 0.4 of it.")]
    [InlineData("id", 6.4, 6.4, "$32 lebih rendah daripada upah minimum: hanya 0,4 darinya.")]
    [InlineData("en", 0.8, 8, "$32 is below the minimum wage: 0.05 to 0.5 of it.")]
    [InlineData("en", 8, 32, "$32 is neither wholly above nor wholly below the minimum wage: 0.5 to 2 times as much.")]
    [InlineData("id", 8, 32, "$32 tidak seluruhnya di atas atau di bawah upah minimum: 0,5 sampai 2 kali lipatnya.")]
    public void Pay_beside_it(string language, double low, double high, string sentence)
    {
        var asked = EstimateSample.Asked(SiteLanguage.Find(language)!);
        Assert.Equal(sentence, asked.Against(Yardstick.Of(asked.Release, "US", "California")!, "$32", (decimal)low, (decimal)high));
        Assert.Null(asked.Against(Yardstick.Of(asked.Release, "PH")!, "$32", (decimal)low, (decimal)high));
    }

    [Theory]
    // 40 hours a week are 173 a month.
    [InlineData("en", "DKI Jakarta: Rp {amount} per month, divided by 173 hours.")]
    [InlineData("id", "DKI Jakarta: Rp {amount} per bulan, dibagi 173 jam.")]
    public void How_a_month_became_an_hour(string language, string sentence)
    {
        var asked = EstimateSample.Asked(SiteLanguage.Find(language)!);
        var wage = asked.Release.Release.MinimumWages.Single(w => w is { Region: "DKI Jakarta", Effective.Year: 2026 }).Amount;
        Assert.Equal(sentence.Replace("{amount}", asked.Text.Figures.Number(wage, 0), StringComparison.Ordinal), Plain(asked.Divided(Yardstick.Of(asked.Release, "ID")!)!));
        Assert.Null(asked.Divided(Yardstick.Of(asked.Release, "US", "California")!));
    }

    private static string Plain(string text) => text.Replace('\u00a0', ' ');
}
