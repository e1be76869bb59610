using System.Globalization;
using Analytics.Models;
using Analytics.Models.Claims;
using Analytics.Web.Pages.Checks;

namespace Analytics.Web.Tests.Pages.Checks;

public sealed class PastedReaderTests
{
    private static readonly PastedReader Reader = new();

    [Theory]
    [InlineData("earn up to $200 an hour training AI", "up-to 200 USD hour up-to - ai-training-general")]
    [InlineData("Earn up to $200 an hour training AI on micro1.", "up-to 200 USD hour up-to micro1 ai-training-general")]
    [InlineData("Lawyers earn $90-$130/hr on Mercor in the United States.", "advertised 90–130 USD hour exact mercor other")]
    [InlineData("Get paid $5 per survey on Swagbucks", "advertised 5 USD task exact swagbucks survey")]
    [InlineData("I earned $1,200 for 60 hours of work on Upwork.", "worker-case 1200 USD total exact upwork -")]
    [InlineData("A student in Indonesia earned $3 an hour on Clickworker", "worker-case 3 USD hour exact clickworker -")]
    [InlineData("Make $50k a year as a freelance writer", "advertised 50000 USD year exact - writing")]
    [InlineData("penghasilan hingga Rp 5 juta per bulan dari Outlier", "up-to 5000000 IDR month up-to outlier -")]
    [InlineData("Driver Gojek di Jakarta bisa dapat Rp 300 ribu per hari.", "advertised 300000 IDR day exact gojek ride-delivery")]
    [InlineData("Dapatkan $1.500 seminggu dengan bekerja 40 jam di Upwork", "advertised 1500 USD week exact upwork -")]
    [InlineData("bayaran 0,05 dolar per kata untuk penerjemah di Gengo", "advertised 0.05 USD word exact gengo translation")]
    [InlineData("$200/jam melatih AI", "advertised 200 USD hour exact - ai-training-general")]
    [InlineData("Pekerja menerima lebih dari $600 untuk lebih dari 2.500 tugas di MTurk", "advertised 600 USD total at-least mturk -")]
    public void A_sentence_is_read_in_the_language_of_its_words(string text, string claim) =>
        Assert.Equal(claim, Written(Assert.Single(Read(text).Reading.Claims)));

    [Theory]
    [InlineData("$200 an hour", "advertised 200 USD hour exact - -")]
    [InlineData("Rp 50.000 per jam", "advertised 50000 IDR hour exact - -")]
    [InlineData("$15/hr", "advertised 15 USD hour exact - -")]
    [InlineData("hingga $200 per jam", "up-to 200 USD hour up-to - -")]
    [InlineData("Penghasilan hingga $200 per jam", "up-to 200 USD hour up-to - -")]
    [InlineData("Dibayar sampai $200 per jam", "up-to 200 USD hour up-to - -")]
    [InlineData("Penghasilan s/d $200 per jam", "up-to 200 USD hour up-to - -")]
    [InlineData("Penghasilan mencapai $200 per jam", "up-to 200 USD hour up-to - -")]
    [InlineData("300rb per hari", "advertised 300000 IDR day exact - -")]
    [InlineData("50rb/jam", "advertised 50000 IDR hour exact - -")]
    [InlineData("1,5jt per minggu", "advertised 1500000 IDR week exact - -")]
    [InlineData("penghasilan 1,5jt per minggu", "advertised 1500000 IDR week exact - -")]
    public void A_bare_amount_is_taken_for_pay(string text, string claim) => Assert.Equal(claim, Written(Assert.Single(Read(text).Reading.Claims)));

    [Fact]
    public void That_an_amount_is_taken_for_pay_is_told()
    {
        Assert.True(Read("$200 an hour").Assumed);
        Assert.False(Read("earn $200 an hour").Assumed);
    }

    [Theory]
    [InlineData("Our course costs $49. The company raised $10 million.")]
    [InlineData("Minimum wage in the US is $7.25 an hour")]
    [InlineData("Hello world")]
    [InlineData("1234567890")]
    [InlineData("$")]
    public void What_is_no_pay_is_not_made_pay(string text)
    {
        var read = Read(text);
        Assert.Empty(read.Reading.Claims);
        Assert.False(read.Assumed);
    }

    [Fact]
    public void Several_claims_of_a_text_stand_in_its_order() =>
        Assert.Equal([600m, 15m], Read("I made $600 for 2,500 tasks on MTurk and $15 an hour on Prolific.").Reading.Claims.Select(c => c.AmountMax));

    public static TheoryData<string, string> Hostile()
    {
        var texts = new TheoryData<string, string>();
        void Add(string name, string part) => texts.Add(name, string.Concat(Enumerable.Repeat(part, 1_000 / part.Length)));
        Add("digits", "9");
        Add("currency signs", "$");
        Add("amounts", "$1 ");
        Add("amounts an hour", "$1/hr ");
        Add("amounts that are pay", "earn $1 ");
        Add("ranges", "1-");
        Add("ranges of dollars", "$1-");
        Add("multipliers", "k");
        Add("points", "1.");
        Add("commas", ",");
        Add("brackets", "(");
        Add("tags", "<a>");
        Add("rupiah", "Rp1 juta ");
        Add("per", "per ");
        Add("platforms", "MTurk Prolific ");
        Add("headings", "# $1\n");
        Add("list items", "- $1\n");
        Add("table rows", "|$1|$2|\n");
        Add("bold lines", "**$1**\n");
        Add("sentences", "$1. ");
        Add("hours", "2 hours a day ");
        Add("combining marks", "$\u0301");
        Add("emoji", "😀");
        Add("new lines", "\n1");
        return texts;
    }

    [Theory, MemberData(nameof(Hostile))]
    public async Task No_thousand_characters_hang_the_reader(string name, string text)
    {
        // A regular expression that backtracks takes minutes on these; the longest here takes 41 ms.
        var reading = Task.Run(() => Read(text), TestContext.Current.CancellationToken);
        Assert.True(await Task.WhenAny(reading, Task.Delay(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken)) == reading, $"The reader hangs on {name}.");
    }

    private static PastedReading Read(string text) => PastedText.Find(text) is { } pasted ? Reader.Read(pasted) : new(new([], [], []), false);

    private static string Written(Claim claim)
    {
        string Number(decimal number) => number.ToString("0.##", CultureInfo.InvariantCulture);
        var amount = claim.AmountMin < claim.AmountMax ? $"{Number(claim.AmountMin)}–{Number(claim.AmountMax)}" : Number(claim.AmountMax);
        return $"{Term.Of(claim.Kind)} {amount} {claim.Currency} {Term.Of(claim.Unit)} {Term.Of(claim.Bound)} {claim.Platform ?? "-"} {(claim.TaskType is { } task ? Term.Of(task) : "-")}";
    }
}
