using Analytics.Models.Claims;
using Analytics.Models.Platforms;
using Xunit;

namespace Analytics.Models.Tests.Claims;

/// <summary>What pages say of a platform beside pay. The sentences are our own.</summary>
public sealed class StatementTests
{
    [Theory]
    [InlineData("en", "On Prolific she works about 2.5 hours every night.", StatementTopic.WorkingTime, "2.5 h/day")]
    [InlineData("en", "He drives for Uber 20 to 25 hours a week.", StatementTopic.WorkingTime, "20-25 h/week")]
    [InlineData("id", "Ia bekerja untuk micro1 sekitar 3,5 jam setiap malam.", StatementTopic.WorkingTime, "3.5 h/day")]
    [InlineData("en", "I have completed 1,200 tasks on MTurk.", StatementTopic.TasksDone, "1200 tasks")]
    [InlineData("id", "Saya sudah menyelesaikan 300 tugas di Clickworker.", StatementTopic.TasksDone, "300 tugas")]
    [InlineData("id", "Di MTurk ia sudah merampungkan 1.750 tugas.", StatementTopic.TasksDone, "1750 tasks")]
    [InlineData("en", "You may cash out on Prolific once your balance is at least £7.", StatementTopic.MinimumPayout, "7 GBP")]
    [InlineData("id", "Di M Turk tugasnya meliputi survei dan transkripsi, dikutip dari kanal YouTube Kak Sari.", StatementTopic.WorkContent, null)]
    [InlineData("en", "Clickworker pays by bank transfer.", StatementTopic.PayoutMethod, "bank")]
    [InlineData("id", "Di M Turk, pembayaran diterima dalam bentuk kartu hadiah.", StatementTopic.PayoutMethod, "gift-card")]
    [InlineData("en", "The minimum payout on Clickworker is $5.", StatementTopic.MinimumPayout, "5 USD")]
    [InlineData("en", "Upwork takes a cut of 10% from freelancers.", StatementTopic.Fee, "10 %")]
    [InlineData("en", "To join Prolific you must be at least 18 years old.", StatementTopic.WhoMayJoin, "18+")]
    [InlineData("id", "micro1 merekrut perawat, hakim, dan ahli kimia.", StatementTopic.WhoMayJoin, null)]
    [InlineData("en", "On MTurk a high approval rate unlocks better paying HITs.", StatementTopic.Qualification, null)]
    [InlineData("id", "Di M Turk, pengguna baru hanya mendapat tugas dengan bayaran rendah.", StatementTopic.Newcomers, null)]
    [InlineData("en", "New applicants to Outlier AI are put on a waitlist.", StatementTopic.Availability, "waitlist")]
    [InlineData("id", "Pendaftaran ditutup untuk mitra baru Gojek.", StatementTopic.Availability, "closed")]
    [InlineData("en", "Fiverr payments are processed within 14 days.", StatementTopic.DaysToPayment, "14 days")]
    [InlineData("en", "My work on MTurk was rejected twice.", StatementTopic.RejectionOrDeactivation, "rejection")]
    [InlineData("id", "Akun driver Grab itu dinonaktifkan.", StatementTopic.RejectionOrDeactivation, "deactivation")]
    public void Is_read_with_its_value(string language, string sentence, StatementTopic topic, string? value)
    {
        var statement = Assert.Single(Own.Read(sentence, language).Statements, s => s.Topic == topic);
        Assert.Equal(value?.Replace("tugas", "tasks", StringComparison.Ordinal), statement.Value);
        Assert.Equal(sentence, statement.Quote);
        Assert.NotNull(statement.Platform);
    }

    [Fact]
    public void The_items_under_the_work_involves_are_what_it_consists_of()
    {
        var reading = Own.Read("Outlier pays for training. The work involves:\n\n- Writing prompts\n- Ranking answers\n\nThat is all.");
        Assert.Equal(["- Writing prompts", "- Ranking answers"], reading.Statements.Where(s => s.Topic == StatementTopic.WorkContent).Select(s => s.Quote));
    }

    [Fact]
    public void A_payout_is_limited_to_the_country_it_names()
    {
        var reading = Own.Read("MTurk workers in India receive their payments by bank transfer.");
        var statement = Assert.Single(reading.Statements, s => s.Topic == StatementTopic.PayoutMethod);
        Assert.Equal(("bank", "IN", "mturk"), (statement.Value, Assert.Single(statement.Countries), statement.Platform));
    }

    [Theory]
    [InlineData("en", "On Prolific there is no fee for cashing out.", StatementTopic.Fee, "0")]
    [InlineData("en", "Payments on Outlier AI are made every Tuesday.", StatementTopic.DaysToPayment, "every week")]
    [InlineData("id", "Di Clickworker honor cair dalam 3 sampai 5 hari kerja.", StatementTopic.DaysToPayment, "3-5 days")]
    [InlineData("id", "Mitra Gojek harus berusia 18 tahun ke atas.", StatementTopic.WhoMayJoin, "18+")]
    [InlineData("id", "Gojek memotong 20 persen dari setiap perjalanan.", StatementTopic.Fee, "20 %")]
    [InlineData("en", "MTurk workers get paid by bank transfer, PayPal or an Amazon gift card.", StatementTopic.PayoutMethod, "bank paypal gift-card")]
    public void Has_its_value_in_one_statement(string language, string sentence, StatementTopic topic, string value) =>
        Assert.Equal(value, Assert.Single(Own.Read(sentence, language).Statements, s => s.Topic == topic).Value);

    [Fact]
    public void Two_platforms_in_one_sentence_have_each_their_own()
    {
        var said = Own.Read("On Prolific money comes by PayPal, while Clickworker sends bank transfers.").Statements.Where(s => s.Topic == StatementTopic.PayoutMethod);
        Assert.Equal([("prolific", "paypal"), ("clickworker", "bank")], said.Select(s => (s.Platform!, s.Value!)));
    }

    [Fact]
    public void An_amount_for_one_way_of_paying_is_of_that_way_and_no_pay_claim()
    {
        var reading = Own.Read("On Upwork you can withdraw from $1 by PayPal. Upwork charges $0.99 for a withdrawal to a bank account.");
        var fee = Assert.Single(reading.Statements, s => s.Topic == StatementTopic.Fee);
        Assert.Equal(("0.99 USD", "bank"), (fee.Value, fee.Method));
        Assert.DoesNotContain(reading.Claims, c => c.AmountMin == 0.99m);
    }

    [Fact]
    public void What_is_said_again_in_the_same_words_is_one_statement() =>
        Assert.Single(Own.Read("Prolific pays through PayPal.\n\nYes.\n\nProlific pays through PayPal.").Statements);

    [Fact]
    public void Without_a_platform_nothing_is_stated() =>
        Assert.Empty(Own.Read("We work 8 hours a day and are paid by bank transfer.").Statements);

    [Theory]
    [InlineData("en", "Is Prolific still accepting applications?")]
    [InlineData("id", "Baca juga: Pendaftaran ditutup untuk mitra baru Gojek.")]
    [InlineData("id", "Di Gojek ingin langsung dibayar!")]
    [InlineData("en", "On Uber the living wage would be above the threshold of £12 an hour.")]
    [InlineData("en", "MTurk tasks are generally between $.02 and $6.")]
    public void Questions_and_pointers_to_other_articles_state_nothing(string language, string text) =>
        Assert.Empty(Own.Read(text, language).Statements);
}
