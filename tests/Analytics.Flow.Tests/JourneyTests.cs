using System.Text.RegularExpressions;
using Analytics.Tests.Storage;
using Microsoft.Playwright;
using Xunit;

namespace Analytics.Flow.Tests;

/// <summary>Whole journeys of readers in real Chromium: without script from the first choice to the evidence, and with it without a reload.</summary>
public sealed class JourneyTests(PublishedSite published, PostgresFixture postgres)
{
    [Theory]
    [InlineData("en")]
    [InlineData("id")]
    public async Task Without_script_a_reader_goes_from_a_question_to_the_evidence_and_to_us(string language)
    {
        var site = await published.ReadyAsync(postgres);
        var page = await site.NewPageAsync(360, script: false);
        await page.GotoAsync(new Uri(site.Address, $"/{language}/").ToString());

        // Compare: two platforms and one kind of work, all in the address.
        await page.Locator("details.picks").Nth(1).Locator("summary").ClickAsync();
        await page.CheckAsync("input[name=platform][value=mturk]");
        await page.CheckAsync("input[name=platform][value=crowdflower]");
        await page.Locator("details.picks").Nth(0).Locator("summary").ClickAsync();
        await page.CheckAsync("input[name=task][value=data-entry]");
        await SubmitAsync(page, "form.choices");
        Assert.Matches("platform=crowdflower&platform=mturk|platform=mturk&platform=crowdflower", page.Url);
        Assert.Equal(["CrowdFlower", "Amazon Mechanical Turk"], (await page.Locator("table.compare tbody th > a").AllInnerTextsAsync()).Distinct());

        // The platform, and from its answer to the figure with its source.
        await page.Locator("table.compare tbody th > a", new() { HasText = "CrowdFlower" }).First.ClickAsync();
        Assert.EndsWith("/platforms/crowdflower", page.Url, StringComparison.Ordinal);
        await page.Locator(".standfirst a[href^='#f-']").First.ClickAsync();
        Assert.True(await page.Locator("article.entry:target .citation a[href^='http']").CountAsync() > 0, "The answer does not lead to a cited figure.");

        // What would I earn.
        await page.Locator($"nav.menu a[href='/{language}/estimate']").ClickAsync();
        await page.SelectOptionAsync("select[name=task]", "ride-delivery");
        await page.SelectOptionAsync("select[name=country]", "ID");
        await page.FillAsync("input[name=hours]", "15");
        await SubmitAsync(page, "form.choices");
        await page.SelectOptionAsync("select[name=region]", "DI Yogyakarta");
        await SubmitAsync(page, "form.choices");
        var answer = await page.InnerTextAsync("#answer");
        Assert.Contains("DI Yogyakarta", answer, StringComparison.Ordinal);
        Assert.Contains(language == "en" ? "65 a month" : "65 jam sebulan", answer, StringComparison.Ordinal);
        Assert.Contains(language == "en" ? "minimum wage in DI Yogyakarta is" : "minimum resmi di DI Yogyakarta", answer, StringComparison.Ordinal);

        // A promise, checked.
        await page.Locator($"nav.menu a[href='/{language}/check']").ClickAsync();
        await page.FillAsync("textarea[name=text]", language == "en" ? "Earn up to $200 an hour training AI on micro1" : "Dapatkan hingga $200 per jam melatih AI di micro1");
        await SubmitAsync(page, "form.paste");
        Assert.Contains("$200", await page.Locator(".claim").First.InnerTextAsync(), StringComparison.Ordinal);

        // A slip in the search, and from the platform to us.
        await page.FillAsync(".masthead input[name=q]", "porlific");
        await SubmitAsync(page, ".masthead form.search");
        await page.Locator("main a[href$='/platforms/prolific']").First.ClickAsync();
        await page.Locator("main a[href*='/corrections?about=']").ClickAsync();
        await page.Locator(".ways a[href*='/report/error']").ClickAsync();
        Assert.EndsWith("/platforms/prolific", await page.InputValueAsync("[name=about]"), StringComparison.Ordinal);
        await page.FillAsync("[name=said]", "The minimum payout is another.");
        await SubmitAsync(page, "form.request");
        Assert.Matches($"/{language}/corrections/[0-9A-Z-]+$", page.Url);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task With_script_a_choice_is_applied_without_a_reload_and_can_be_taken_back()
    {
        var site = await published.ReadyAsync(postgres);
        var page = await site.NewPageAsync(1280);
        await page.GotoAsync(new Uri(site.Address, "/en/").ToString());
        await page.EvaluateAsync("window.notReloaded = true");
        await page.SelectOptionAsync("select[name=kind]", "achieved");
        await Assertions.Expect(page).ToHaveURLAsync(new Regex("[?]kind=achieved"));
        await page.Locator("[data-status]:not(:empty)").WaitForAsync(new() { State = WaitForSelectorState.Attached });
        Assert.True(await page.EvaluateAsync<bool>("window.notReloaded === true"), "The page was loaded anew.");
        var shown = await page.InnerTextAsync("#answer");
        Assert.Contains("micro1", shown, StringComparison.Ordinal);
        Assert.DoesNotContain("CrowdFlower", shown, StringComparison.Ordinal);
        Assert.EndsWith("kind=achieved", await page.GetAttributeAsync("nav.languages a[hreflang=id]", "href"), StringComparison.Ordinal);
        await page.EvaluateAsync("history.back()");
        await Assertions.Expect(page.Locator("#answer")).ToContainTextAsync("CrowdFlower");
        Assert.EndsWith("/en/", page.Url, StringComparison.Ordinal);
        Assert.Equal("", await page.InputValueAsync("select[name=kind]"));
        Assert.True(await page.EvaluateAsync<bool>("window.notReloaded === true"), "Going back loaded the page anew.");

        // A country brings its provinces, and the choice keeps the keyboard where it was.
        await page.GotoAsync(new Uri(site.Address, "/en/estimate?task=survey").ToString());
        await page.EvaluateAsync("window.notReloaded = true");
        await page.FocusAsync("select[name=country]");
        await page.SelectOptionAsync("select[name=country]", "ID");
        await page.Locator("select[name=region]").WaitForAsync();
        Assert.Equal("country", await page.EvaluateAsync<string>("document.activeElement.name"));
        Assert.True(await page.EvaluateAsync<bool>("window.notReloaded === true"), "The page was loaded anew.");
        await page.Context.CloseAsync();
    }

    private static Task SubmitAsync(IPage page, string form) => page.Locator($"{form} button[type=submit]").First.ClickAsync();
}
