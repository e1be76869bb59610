using System.Net;
using System.Text.Json;

namespace Analytics.Web.Tests.Pages;

/// <summary>The model card of a release without reports.</summary>
public sealed class ModelCardTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Theory]
    [InlineData("/en/methods/model-card", "There is no model yet. It takes reports of about 125 contributors; so far nobody has reported.")]
    [InlineData("/id/methods/model-card", "Belum ada model. Untuk itu perlu laporan dari sekitar 125 pelapor; sejauh ini belum ada yang melapor.")]
    [InlineData("/en/", "This release holds no worker’s report.")]
    [InlineData("/id/", "Rilis ini tidak memuat laporan pekerja.")]
    [InlineData("/en/platforms/mturk", "What is missing: nobody’s report of Amazon Mechanical Turk that could be shown.")]
    [InlineData("/id/platforms/mturk", "Yang kurang: belum ada laporan tentang Amazon Mechanical Turk yang dapat ditampilkan.")]
    public async Task Without_reports_pages_say_what_is_missing(string address, string words) =>
        Assert.Contains(words, SiteFixture.TextOf(await site.PageAsync(address)), StringComparison.Ordinal);

    [Fact]
    public async Task Promises_stand_beside_what_is_paid_with_an_interval_and_a_number()
    {
        var gap = site.Release!.AdvertGaps.First(g => g is { Platform: not null, TaskType: null });
        var page = SiteFixture.TextOf(await site.PageAsync($"/en/platforms/{gap.Platform}"));
        Assert.Contains("What is promised against what is paid", page, StringComparison.Ordinal);
        Assert.Contains(FormattableString.Invariant($"×{gap.Times} {gap.Low} to {gap.High}"), page, StringComparison.Ordinal);
        Assert.Contains("against studies", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "There is no model yet.")]
    [InlineData("id", "Belum ada model.")]
    public async Task The_card_is_json_with_its_sentences(string lang, string words)
    {
        using var card = JsonDocument.Parse(await site.PageAsync($"/methods/model-card.json?lang={lang}"));
        Assert.Equal((lang, site.Release!.Head.Id), (card.RootElement.GetProperty("language").GetString(), card.RootElement.GetProperty("release").GetString()));
        var models = card.RootElement.GetProperty("models");
        Assert.Equal(["paid-only", "all-in"], models.EnumerateArray().Select(m => m.GetProperty("measure").GetString()!));
        Assert.StartsWith(words, models[0].GetProperty("summary")[0].GetString(), StringComparison.Ordinal);
        Assert.Equal("too-few", models[0].GetProperty("card").GetProperty("fate").GetString());
        Assert.Equal(site.Release.AdvertGaps.Count, card.RootElement.GetProperty("advert_gaps").GetArrayLength());
    }

    [Theory]
    [InlineData("/methods/model-card.json?lang=xx", HttpStatusCode.BadRequest, "lang is one of en, id")]
    [InlineData("/methods/model-card.json?release=nosuch", HttpStatusCode.NotFound, "There is no release of that id.")]
    public async Task What_is_not_there_is_answered_with_problem_details(string address, HttpStatusCode status, string words)
    {
        using var answer = await site.Browser().GetAsync(new Uri(address, UriKind.Relative));
        Assert.Equal((status, "application/problem+json"), (answer.StatusCode, answer.Content.Headers.ContentType?.MediaType));
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}

/// <summary>The model card of simulated reports.</summary>
public sealed class SimulatedModelCardTests(DemoSite site) : IClassFixture<DemoSite>
{
    [Theory]
    [InlineData("/en/methods/model-card", "Made on 21 November 2026 from about 2,000 reports of about", "Its range for 80 of 100 persons held for", "AI training, expert: ×")]
    [InlineData("/id/methods/model-card", "Dibuat pada 21 November 2026 dari sekitar 2.000 laporan oleh sekitar", "Rentangnya untuk 80 dari 100 orang cocok untuk", "Pelatihan AI, ahli: ×")]
    public async Task The_card_tells_what_the_model_rests_on_and_how_well_it_holds(string address, params string[] words)
    {
        var page = SiteFixture.TextOf(await site.PageAsync(address));
        Assert.All(words, w => Assert.Contains(w, page, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Its_coverage_is_the_release_s_own_on_every_page_that_shows_reports()
    {
        var coverage = site.Release!.ModelCards[0].Model!.Evaluation.Score.Coverage80!.Value;
        var held = FormattableString.Invariant($"held for {100 * coverage:0} of 100 reports that it had not seen");
        foreach (var address in new[] { "/en/methods/model-card", "/en/platforms/prolific" })
            Assert.Contains(held, SiteFixture.TextOf(await site.PageAsync(address)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_effect_of_the_release_stands_with_its_interval()
    {
        var page = SiteFixture.TextOf(await site.PageAsync("/en/methods/model-card"));
        var effects = site.Release!.ModelCards[0].Model!.Effects;
        Assert.NotEmpty(effects);
        Assert.All(effects, e => Assert.Contains(FormattableString.Invariant($"×{e.Effect.Times} {e.Effect.Low} to {e.Effect.High}"), page, StringComparison.Ordinal));
    }
}
