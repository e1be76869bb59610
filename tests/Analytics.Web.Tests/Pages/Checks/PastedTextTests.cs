using Analytics.Web.Pages.Checks;

namespace Analytics.Web.Tests.Pages.Checks;

public sealed class PastedTextTests
{
    [Theory]
    [InlineData(null, null)]
    [InlineData("", null)]
    [InlineData(" \r\n\t ", null)]
    [InlineData("\u200b\u202e\ufeff\0", null)]
    [InlineData("  $20\u00a0an hour ", "$20\u00a0an hour")]
    [InlineData("a\r\nb\rc", "a\nb\nc")]
    [InlineData("$\u202e02\u202c an\0 hour\u001b[31m", "$02 an hour[31m")]
    [InlineData("\u2066$20\u2069\tan \u200bhour", "$20 an hour")]
    [InlineData("<b>$20</b> an hour 😀", "<b>$20</b> an hour 😀")]
    public void What_cannot_be_seen_is_left_out(string? given, string? text) => Assert.Equal(text, PastedText.Find(given)?.Text);

    [Fact]
    public void Half_a_character_becomes_a_mark_for_it() => Assert.Equal("\ufffd$20", PastedText.Find("\ud800$20")!.Text);

    [Theory]
    [InlineData(1_000, false)]
    [InlineData(1_001, true)]
    public void A_text_has_a_longest_length(int length, bool tooLong) => Assert.Equal(tooLong, PastedText.Find(new string('x', length))!.IsTooLong);

    [Theory]
    [InlineData("https://example.org/a", true)]
    [InlineData("HTTP://EXAMPLE.org", true)]
    [InlineData("see https://example.org/a", false)]
    [InlineData("https://example.org/a says $20", false)]
    [InlineData("ftp://example.org/a", false)]
    public void One_word_that_begins_like_a_web_address_is_one(string text, bool isAddress) => Assert.Equal(isAddress, PastedText.Find(text)!.IsAddress);
}
