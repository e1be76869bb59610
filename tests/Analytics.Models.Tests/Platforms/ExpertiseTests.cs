using Analytics.Models.Platforms;
using Xunit;

namespace Analytics.Models.Tests.Platforms;

public sealed class ExpertiseTests
{
    [Theory]
    [InlineData("engineering and law expert AI training", Expertise.Law, Expertise.Science)]
    [InlineData("expert AI training, dermatology", Expertise.Medicine)]
    [InlineData("expert AI training, investment banking / legal", Expertise.Law, Expertise.Finance)]
    [InlineData("software engineering (Code QA)", Expertise.Software)]
    [InlineData("expert AI training, poetry", Expertise.Language)]
    [InlineData("STEM, legal, healthcare AI training", Expertise.Law, Expertise.Medicine, Expertise.Science)]
    [InlineData("expert AI training, all")]
    [InlineData("lawn mowing")]
    [InlineData(null)]
    public void A_figures_words_name_its_fields(string? words, params Expertise[] fields) => Assert.Equal(fields, FieldsOfExpertise.Of(words));
}
