using System.Text.Json;
using Analytics.Models.Claims;
using FsCheck;
using FsCheck.Fluent;
using Xunit;

namespace Analytics.Models.Tests.Claims;

/// <summary>What holds for every text, however odd.</summary>
public sealed class ReadingPropertyTests
{
    private static readonly string[] Pieces =
    [
        "$", "Rp", "Rp.", " ", " ", "\n", "\n\n", "5", "10.000", "1,5", "k", "juta", " per ", "hour", "/", "jam", "-", "–", "(", ")", "<a", ">", "&nbsp;", "&",
        "earned ", "I ", "Uber ", "Medium ", "| ", "# ", "- ", "> ", "\\", "**", "a ", "hundred ", "dollars ", "seratus ", "ribu ", "triliun ", "billion ", "999999999999999", "named ", "pays ", "a website called ", "?", ". ", "USD", "€", "¢", "’s ",
        "sampai ", "or about ", "setara ", "[x](", "http://x", "99designs ", "9999999999999999999", "M Turk ", "😀", "\u0000", "İ", "ß", "cents ", "hours ", "3,5 jam ", "each ", "=", "%",
    ];

    private static readonly Gen<string> Texts =
        Gen.Elements(Pieces).ListOf(60).Select(parts => string.Concat(parts));

    [Fact]
    public void Quotes_are_exact_and_amounts_in_order() =>
        Prop.ForAll(Texts.ToArbitrary(), text => Holds(text, null) && Holds(text, "en") && Holds(text, "id")).QuickCheckThrowOnFailure();

    [Fact]
    public void Any_string_is_read() =>
        Prop.ForAll<string>(text => Holds(text ?? "", null)).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData("She pays Rp150.000 untuk")]
    [InlineData("He got $5 for")]
    [InlineData("I earned $1 to $2 to")]
    [InlineData("Rp5 juta per")]
    public void A_text_cut_off_after_its_figure_is_read(string text) => Assert.True(Holds(text, "en") && Holds(text, "id"));

    [Fact]
    public void Reading_again_gives_the_same_line() =>
        Prop.ForAll(Texts.ToArbitrary(), text => Line(text) == Line(text)).QuickCheckThrowOnFailure();

    [Fact]
    public void The_line_is_one_json_object()
    {
        var line = ReadingJson.Write("a\"b", Own.Read("I earned \"$5\"\nper survey on Prolific."));
        Assert.DoesNotContain('\n', line);
        using var json = JsonDocument.Parse(line);
        Assert.Equal("a\"b", json.RootElement.GetProperty("id").GetString());
        var claim = Assert.Single(json.RootElement.GetProperty("claims").EnumerateArray());
        Assert.Equal(
            ["quote", "platform", "task_type", "kind", "amount_min", "amount_max", "bound", "currency", "unit", "tasks", "hours", "period_months", "experience", "country"],
            claim.EnumerateObject().Select(p => p.Name));
        Assert.Equal(("Prolific", "survey", "achieved", 5m), (claim.GetProperty("platform").GetString(), claim.GetProperty("task_type").GetString(),
            claim.GetProperty("kind").GetString(), claim.GetProperty("amount_min").GetDecimal()));
    }

    [Fact]
    public void Past_the_part_of_an_endless_block_that_is_read_the_rest_is_passed_over_and_said()
    {
        var text = string.Concat(Enumerable.Repeat("Nothing to see. ", 4_000)) + "I earned $5 an hour on Uber.";
        var reading = Own.Reader.Read(new Article { Language = "en", Blocks = [new Block(BlockKind.Paragraph, text)] });
        Assert.Empty(reading.Claims);
        var rest = Assert.Single(reading.PassedOver);
        Assert.Equal(PassedOver.TooLong, rest.Reason);
        Assert.Equal(text.Substring(rest.Place.Start, rest.Place.Length), rest.Quote);
    }

    [Fact]
    public void A_reading_that_is_stopped_gives_nothing()
    {
        using var stop = new CancellationTokenSource();
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => Own.Reader.Read(Article.FromText("I earned $5 an hour on Uber.", "en"), stop.Token));
    }

    private static string Line(string text) => ReadingJson.Write("x", Own.Read(text, null));

    private static bool Holds(string text, string? language)
    {
        var article = Article.FromText(text, language);
        var reading = Own.Reader.Read(article);
        return reading.Claims.All(c => IsAt(article, c.Place, c.Quote) && c.AmountMin > 0 && c.AmountMin <= c.AmountMax && c.Sentence.Contains(c.Quote, StringComparison.Ordinal))
            && reading.Statements.All(s => IsAt(article, s.Place, s.Quote))
            && reading.PassedOver.All(p => IsAt(article, p.Place, p.Quote))
            && article.Blocks.All(b => b.Text.Length > 0 && text.Contains(b.Text, StringComparison.Ordinal));
    }

    private static bool IsAt(Article article, Place place, string quote) =>
        quote.Length > 0 && article.Blocks[place.Block].Text.Substring(place.Start, place.Length) == quote;
}
