using System.Net;
using Analytics.Models;
using Analytics.Web.Text;

namespace Analytics.Web.Tests.Pages;

/// <summary>"What would I earn" over a release with a model of simulated reports.</summary>
public sealed class EstimatePageTests(DemoSite demo, SiteFixture real) : IClassFixture<DemoSite>, IClassFixture<SiteFixture>
{
    [Theory]
    [InlineData("en", "What makes the figure", "What would change it most", "Of 100 such people, 80 make between")]
    [InlineData("id", "Dari mana angkanya", "Apa yang paling mengubahnya", "Dari 100 orang seperti ini, 80 mendapat antara")]
    public async Task It_shows_the_published_row_what_makes_it_and_what_it_rests_on(string language, params string[] parts)
    {
        var row = demo.Release!.Personal.First(p => p is { Platform: null, Experience: null, Country: null, Low: not null });
        var page = SiteFixture.TextOf(await demo.PageAsync($"/{language}/estimate?task={Term.Of(row.TaskType)}&currency=USD"));
        Assert.All(parts, part => Assert.Contains(part, page, StringComparison.Ordinal));
        Assert.Contains(SiteText.Of(SiteLanguage.Find(language)!).Figures.Money(row.Typical, "USD"), page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "What an hour brings, as far as it is known", "What is missing are reports of workers.", "That is not measured in Indonesia")]
    [InlineData("id", "Hasil satu jam, sejauh yang diketahui", "Yang kurang adalah laporan pekerja.", "Itu tidak diukur di Indonesia")]
    public async Task Without_a_model_it_says_what_studies_found_and_what_is_missing(string language, params string[] parts)
    {
        var page = SiteFixture.TextOf(await real.PageAsync($"/{language}/estimate?task=data-entry&country=ID&region=DI%20Yogyakarta&hours=12,5"));
        Assert.All(parts, part => Assert.Contains(part, page, StringComparison.Ordinal));
        // Of pay elsewhere nothing is made that would be worth anything there.
        Assert.DoesNotContain(language == "en" ? "times the minimum wage" : "kali upah minimum", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Offers_are_those_of_the_readers_field()
    {
        var page = await real.PageAsync("/en/estimate?task=ai-training-expert&expertise=law");
        var offers = page[page.IndexOf("id=\"offers\"", StringComparison.Ordinal)..];
        Assert.Contains("HireArt", offers, StringComparison.Ordinal);
        Assert.DoesNotContain("dermatology", offers, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("task=nothing")]
    [InlineData("platform=nothing")]
    [InlineData("experience=long")]
    [InlineData("expertise=magic")]
    [InlineData("country=ZZ")]
    [InlineData("country=ID&region=Atlantis")]
    [InlineData("hours=0")]
    [InlineData("hours=0.0000000001")]
    [InlineData("release=a%00b")]
    [InlineData("hours=-3")]
    [InlineData("hours=101")]
    [InlineData("hours=many")]
    [InlineData("currency=XXX")]
    public async Task A_value_that_is_not_known_is_refused(string query)
    {
        using var answer = await real.Browser().GetAsync(new Uri($"/en/estimate?{query}", UriKind.Relative));
        Assert.Equal(query.StartsWith("release", StringComparison.Ordinal) ? HttpStatusCode.NotFound : HttpStatusCode.BadRequest, answer.StatusCode);
    }

    [Fact]
    public async Task A_province_left_over_from_another_country_is_passed_over() =>
        Assert.DoesNotContain("Jawa Barat", await real.PageAsync("/en/estimate?task=survey&country=US&region=Jawa%20Barat"), StringComparison.Ordinal);

    [Fact]
    public async Task Before_anything_is_chosen_it_offers_examples_that_work()
    {
        var page = await real.PageAsync("/id/estimate");
        var links = System.Text.RegularExpressions.Regex.Matches(page, "href=\"(/id/estimate\\?[^\"]+)\"").Select(m => WebUtility.HtmlDecode(m.Groups[1].Value)).ToList();
        Assert.Equal(5, links.Count);
        foreach (var link in links)
            await real.PageAsync(link);
    }
}
