using Analytics.Models.Hourly;
using Analytics.Models.Money;
using Analytics.Models.Platforms;
using Xunit;

namespace Analytics.Models.Tests.Platforms;

public sealed class CatalogueWordsTests
{
    [Fact]
    public void Every_word_of_a_figure_has_its_Indonesian() =>
        Assert.Empty(Used().Where(english => string.IsNullOrWhiteSpace(CatalogueWords.Indonesian(english))));

    [Fact]
    public void No_translation_is_of_words_that_nothing_uses()
    {
        var used = Used().ToHashSet();
        Assert.DoesNotContain(CatalogueWords.Read("words.csv", Embedded.Text("catalogue/words.csv")), w => !used.Contains(w.English));
    }

    [Fact]
    public void Words_of_a_page_are_left_as_they_are() => Assert.Null(CatalogueWords.Indonesian("words that are in no list"));

    private static IEnumerable<string> Used() => Catalogue.Load().Figures
        .SelectMany(f => new[] { f.Note, f.TaskNote, f.ExperienceNote, f.Region, f.Pool, f.Source.Part })
        .Concat(ExchangeRates.Shipped().Currencies.Select(c => ExchangeRates.Shipped().Find(c, DateOnly.MaxValue)?.Source))
        .Concat(["European Central Bank, monthly mean of reference rates", UnpaidTime.Microtasks.Source, UnpaidTime.Freelance.Source])
        .OfType<string>().Distinct();
}
