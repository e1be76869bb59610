using Analytics.Models.Claims;
using Analytics.Models.Money;
using Analytics.Models.Platforms;
using Xunit;

namespace Analytics.Models.Tests.Claims;

/// <summary>Every lexicon file says only what the grammar understands. A new language is a new file that passes these.</summary>
public sealed class LexiconTests
{
    public static TheoryData<string> Languages => [.. LexiconFiles.Languages().Select(l => l.Language)];

    [Fact]
    public void English_and_Indonesian_are_there() =>
        Assert.Subset(LexiconFiles.Languages().Select(l => l.Language).ToHashSet(), new HashSet<string> { "en", "id" });

    [Theory, MemberData(nameof(Languages))]
    public void Keys_are_words_of_the_grammar(string language)
    {
        var file = File(language);
        var currencies = LexiconFiles.Currencies().Select(c => c.Code).ToHashSet();
        Assert.All(file.Cues.Keys, cue => Assert.NotNull(Term.Find<Cue>(cue)));
        Assert.All(file.Units.Keys.Concat(file.UnitAdverbs.Keys), unit => Assert.NotNull(Term.Find<PayUnit>(unit)));
        Assert.All(file.Tasks.Keys, task => Assert.NotNull(Term.Find<TaskType>(task)));
        Assert.All(file.Currencies.Keys.Concat(file.Cents.Keys), code => Assert.Contains(code, currencies));
        Assert.All(file.Countries.Keys, code => Assert.Matches("^[A-Z]{2}$", code));
        Assert.All(file.AlsoReads, other => Assert.Contains(other, Languages.Select(row => row.Data)));
    }

    [Theory, MemberData(nameof(Languages))]
    public void Phrases_are_lower_case_and_once_in_their_list(string language)
    {
        var file = File(language);
        foreach (var lists in new[] { file.Units, file.UnitAdverbs, file.Tasks, file.Countries, file.Cues, file.Currencies, file.Cents })
        {
            foreach (var (key, phrases) in lists)
            {
                Assert.All(phrases, p => Assert.True(p.Length > 0 && p == p.ToLowerInvariant().Trim(), $"{language}, {key}: '{p}' is not lower case."));
                Assert.True(phrases.Distinct().Count() == phrases.Count, $"{language}, {key}: a phrase stands twice.");
            }
        }
    }

    [Theory, MemberData(nameof(Languages))]
    public void A_language_has_the_cues_without_which_nothing_is_read(string language)
    {
        var file = File(language);
        foreach (var cue in new[] { Cue.Earn, Cue.Pay, Cue.Per, Cue.RangeTo, Cue.AtLeast, Cue.UpTo, Cue.About, Cue.Price, Cue.Company, Cue.Average, Cue.FirstPerson })
            Assert.True(file.Cues.ContainsKey(Term.Of(cue)), $"{language} has no words for {Term.Of(cue)}.");
        Assert.True(file.FunctionWords.Count >= 20, $"{language} needs at least 20 function words to be recognised by.");
    }

    [Fact]
    public void Platforms_beyond_the_catalogue_are_named_once()
    {
        var others = LexiconFiles.OtherPlatforms();
        Assert.Equal(others.Count, others.Select(o => o.Name.ToLowerInvariant()).Distinct().Count());
        Assert.All(others.SelectMany(o => o.TaskTypes), task => Assert.NotNull(Term.Find<TaskType>(task)));
    }

    private static LexiconFile File(string language) => LexiconFiles.Languages().Single(l => l.Language == language);
}
