using Xunit;
using Analytics.Models.Claims;

namespace Analytics.Models.Tests.Claims;

/// <summary>Money on pages about gig work that no worker got. The sentences are our own.</summary>
public sealed class NotPayTests
{
    [Theory]
    [InlineData("en", "Upwork reported revenue of $618 million for the year.", PassedOver.CompanyMoney)]
    [InlineData("en", "The labeling startup raised $75M in a Series B round.", PassedOver.CompanyMoney)]
    [InlineData("en", "Uber agreed to a settlement of $20 million with its drivers.", PassedOver.CompanyMoney)]
    [InlineData("en", "The company is valued at $10 billion.", PassedOver.CompanyMoney)]
    [InlineData("en", "The freelancing course costs $49.", PassedOver.Price)]
    [InlineData("en", "Freelancer Plus is a subscription of $14.99 per month.", PassedOver.Price)]
    [InlineData("en", "Fiverr charges buyers a service fee of $2.", PassedOver.Price)]
    [InlineData("en", "I spent $60 on fuel and insurance.", PassedOver.Price)]
    [InlineData("en", "Gigs start at $5 for buyers.", PassedOver.Price)]
    [InlineData("en", "The minimum payout on Clickworker is $5.", PassedOver.NotForWork)]
    [InlineData("en", "You get a sign-up bonus of $10.", PassedOver.NotForWork)]
    [InlineData("en", "Each referral brings a $25 bonus.", PassedOver.NotForWork)]
    [InlineData("en", "The winner of the design contest takes a prize of $500.", PassedOver.NotForWork)]
    [InlineData("en", "You should charge at least $30 an hour.", PassedOver.Hypothetical)]
    [InlineData("en", "My goal is $5,000 a month.", PassedOver.Hypothetical)]
    [InlineData("en", "Suppose you do 20 tasks at $0.50 per task.", PassedOver.Hypothetical)]
    [InlineData("en", "The federal minimum wage is $7.25 an hour.", PassedOver.Wage)]
    [InlineData("en", "Full-time employees there have salaries of $85,000 a year.", PassedOver.Wage)]
    [InlineData("id", "Perusahaan itu meraih pendanaan Rp500 miliar.", PassedOver.CompanyMoney)]
    [InlineData("id", "Biaya pendaftaran kursus ini Rp150.000.", PassedOver.Price)]
    [InlineData("id", "Saya membeli kuota Rp50.000 untuk bekerja.", PassedOver.Price)]
    [InlineData("id", "Minimal penarikan saldo adalah Rp50.000.", PassedOver.NotForWork)]
    [InlineData("id", "Ajak teman dan dapatkan bonus referral Rp20.000.", PassedOver.NotForWork)]
    [InlineData("id", "Hadiah juara lomba desain itu Rp5.000.000.", PassedOver.NotForWork)]
    [InlineData("id", "Misalkan Anda mengantar 20 paket dengan komisi Rp2.000 per paket.", PassedOver.Hypothetical)]
    [InlineData("id", "Upah minimum di kota itu Rp4.900.000 per bulan.", PassedOver.Wage)]
    [InlineData("id", "Karyawan tetap menerima gaji pokok Rp6.000.000 per bulan.", PassedOver.Wage)]
    public void Is_passed_over_with_its_reason(string language, string sentence, PassedOver reason)
    {
        var reading = Own.Read(sentence, language);
        Assert.Empty(reading.Claims);
        Assert.Equal(reason, Assert.Single(reading.PassedOver).Reason);
    }

    [Theory]
    [InlineData("en", "You earn only a few cents per task.")]
    [InlineData("en", "Some made hundreds of dollars on Fiverr.")]
    [InlineData("id", "Kamu bisa dapat jutaan rupiah dari aplikasi ini.")]
    [InlineData("id", "Laporan itu memperkirakan 80 juta lapangan kerja baru.")]
    [InlineData("id", "Blog itu punya 7 ribu pengunjung.")]
    [InlineData("en", "I earned $0 on that site.")]
    [InlineData("en", "It took 12 hours and 300 tasks on MTurk.")]
    public void Without_a_figure_of_money_nothing_is_claimed(string language, string sentence) =>
        Assert.Empty(Own.Read(sentence, language).Claims);

    [Fact]
    public void Rows_under_a_simulation_are_worked_examples()
    {
        var reading = Own.Read("Berikut simulasi penghasilan kurir:\n\n- Komisi per paket: Rp2.000\n- Total sehari: 50 paket x Rp2.000 = Rp100.000\n", "id");
        Assert.Empty(reading.Claims);
        Assert.All(reading.PassedOver, p => Assert.Equal(PassedOver.Hypothetical, p.Reason));
    }
}
