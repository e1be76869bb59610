using System.Text.Json;
using Analytics.Models.Claims;
using Xunit;

namespace Analytics.Models.Tests.Claims;

/// <summary>What reads a figure that stands off from its unit, its dollar or its sense.</summary>
public sealed class WeighedReadingTests
{
    private static readonly string Sentences = Path.Combine(AppContext.BaseDirectory, "Claims", "own-sentences.jsonl");

    [Theory]
    [InlineData("id", "Dalam satu hari, Wira yang sudah setahun terakhir menjadi driver bisa mendapatkan penghasilan bersih 100-150 ribu.", "day")]
    [InlineData("en", "Tutors on the site earn $14 for each hour-long class.", "task")]
    [InlineData("en", "The median annual income for full-time freelance translators in this country falls somewhere between $40,000 and $43,000.", "year")]
    public void Unit_of_the_frame_wins(string language, string text, string unit) =>
        Assert.Equal(unit, Term.Of(Assert.Single(Own.Read(text, language).Claims).Unit));

    [Theory]
    [InlineData("Canadian Uber drivers earn $22 to $30 an hour before costs.", "CAD")]
    [InlineData("Uber drivers in Sydney earn $22 to $30 an hour before costs.", "AUD")]
    [InlineData("Uber drivers in Chicago earn $22 to $30 an hour before costs.", "USD")]
    public void Bare_dollar_is_the_workers(string text, string currency) =>
        Assert.Equal(currency, Assert.Single(Own.Read(text, "en").Claims).Currency);

    [Theory]
    [InlineData("en", "She showed me her earnings on Upwork and I wanted to give it a try.")]
    [InlineData("id", "Penghasilan penulis dihitung per halaman A4 dengan spasi $1.5$ dan huruf ukuran 12.")]
    [InlineData("id", "Kreator itu memiliki penghasilan dari 28 juta followers.")]
    public void No_money_is_read(string language, string text)
    {
        var reading = Own.Read(text, language);
        Assert.Empty(reading.Claims);
        Assert.Empty(reading.PassedOver);
    }

    [Fact]
    public void Own_sentences_are_read_as_labelled()
    {
        var (right, all) = (0, 0);
        foreach (var line in File.ReadLines(Sentences))
        {
            using var document = JsonDocument.Parse(line);
            var text = document.RootElement;
            var labelled = text.GetProperty("claims").EnumerateArray().Select(c => c.GetProperty("amount_min").GetDecimal()).Order();
            all++;
            right += Own.Read(text.GetProperty("text").GetString()!, text.GetProperty("language").GetString()).Claims.Select(c => c.AmountMin).Order().SequenceEqual(labelled) ? 1 : 0;
        }

        Assert.True(all > 100, "the file of own sentences is not beside the tests");
        Assert.True(right >= 0.9 * all, $"{right} of {all} sentences are read as labelled");
    }
}
