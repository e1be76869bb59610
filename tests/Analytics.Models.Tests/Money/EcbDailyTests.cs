using Analytics.Models.Money;
using Xunit;

namespace Analytics.Models.Tests.Money;

public sealed class EcbDailyTests
{
    private const string Daily =
        """
        <?xml version="1.0" encoding="UTF-8"?>
        <gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01" xmlns="http://www.ecb.int/vocabulary/2002-08-01/eurofxref">
          <gesmes:subject>Reference rates</gesmes:subject>
          <Cube>
            <Cube time='2026-11-20'>
              <Cube currency='USD' rate='1.25'/>
              <Cube currency='IDR' rate='20000'/>
              <Cube currency='GBP' rate='0.875'/>
            </Cube>
          </Cube>
        </gesmes:Envelope>
        """;

    [Fact]
    public void Rates_per_euro_become_rates_per_dollar()
    {
        var rates = EcbDaily.Read(Daily).ToDictionary(r => r.Currency);
        Assert.Equal(["EUR", "GBP", "IDR"], rates.Keys.Order());
        Assert.Equal(16_000m, rates["IDR"].PerUsd);
        Assert.Equal(0.7m, rates["GBP"].PerUsd);
        Assert.Equal(0.8m, rates["EUR"].PerUsd);
        Assert.All(rates.Values, r => Assert.Equal(new DateOnly(2026, 11, 1), r.Month));
        Assert.EndsWith("2026-11-20", rates["IDR"].Source);
    }

    [Theory]
    [InlineData("</gesmes:Envelope>", "", "is not XML")]
    [InlineData("time='2026-11-20'", "", "no Cube element with a time")]
    [InlineData("time='2026-11-20'", "time='20 Nov'", "'20 Nov' is not a date")]
    [InlineData("currency='USD'", "currency='CHF'", "lack the US dollar")]
    [InlineData("rate='20000'", "rate='many'", "'many' of IDR is not a number above 0")]
    [InlineData("rate='20000'", "rate='0'", "'0' of IDR is not a number above 0")]
    [InlineData("rate='20000'", "", "has no rate")]
    [InlineData("currency='IDR'", "", "has no currency")]
    public void A_broken_file_is_refused_with_the_reason(string good, string bad, string said)
    {
        Assert.Contains(good, Daily);
        Assert.Contains(said, Assert.Throws<FormatException>(() => EcbDaily.Read(Daily.Replace(good, bad))).Message);
    }

    [Fact]
    public void Entities_are_not_expanded()
    {
        var bomb = Daily.Replace("""encoding="UTF-8"?>""", """encoding="UTF-8"?><!DOCTYPE x [<!ENTITY a "aaaa">]>""");
        Assert.Contains("is not XML", Assert.Throws<FormatException>(() => EcbDaily.Read(bomb)).Message);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not xml")]
    [InlineData("<html><body>Not found</body></html>")]
    public void Another_answer_is_refused(string answer) => Assert.Throws<FormatException>(() => EcbDaily.Read(answer));
}
