using Analytics.Tests.Storage;
using Microsoft.Playwright;
using Xunit;

namespace Analytics.Flow.Tests;

/// <summary>A worker with a list on a phone: upload, what was understood, sending, receipt.</summary>
public sealed class ImportJourneyTests(PublishedSite published, PostgresFixture postgres)
{
    [Theory]
    [InlineData("en", true, 101)]
    [InlineData("id", true, 102)]
    [InlineData("en", false, 103)]
    [InlineData("id", false, 104)]
    public async Task A_worker_sends_the_sums_of_a_file(string language, bool script, int number)
    {
        var site = await published.ReadyAsync(postgres);
        var page = await site.NewPageAsync(360, script: script);
        await page.SetExtraHTTPHeadersAsync(new Dictionary<string, string> { ["X-Forwarded-For"] = $"10.68.{number}.7" });
        await page.GotoAsync(new Uri(site.Address, $"/{language}/report").ToString());
        await page.Locator($"main a[href='/{language}/report/import']").ClickAsync();
        await AssertFitsAsync(page);

        // A file that is no list: what is wrong, and nothing is kept.
        await SendFileAsync(page, new() { Name = "x.csv", MimeType = "text/csv", Buffer = "colour,size\nred,1\n"u8.ToArray() });
        await Assertions.Expect(page.Locator("#file-fault")).ToBeVisibleAsync();
        await AssertFitsAsync(page);

        // The preview: two sums, the line that could not be read, and none of the titles.
        await SendFileAsync(page, ReachedPage.TrackerFile(number));
        var preview = await page.InnerTextAsync("main");
        var (march, april) = language == "en" ? ($"{number + 8}.50\u00a0USD", "12\u00a0USD") : ($"{number + 8},50\u00a0USD", "12\u00a0USD");
        Assert.All([march, april, language == "en" ? "Line 5, column 1" : "Baris 5, kolom 1"], words => Assert.Contains(words, preview, StringComparison.Ordinal));
        Assert.DoesNotContain("secret", await page.ContentAsync(), StringComparison.Ordinal);
        Assert.Equal(4, await page.Locator("table.lines tbody tr").CountAsync());
        await AssertFitsAsync(page);

        // The receipt shows the key, once.
        await page.Locator("form.import button[type=submit]").ClickAsync();
        Assert.Matches($"/{language}/receipt/[0-9A-Z-]{{34}}[?]sent=file$", page.Url);
        var receipt = page.Url.Split('?')[0];
        Assert.Equal(receipt.Split('/')[^1], (await page.InnerTextAsync(".own-key")).Trim());
        Assert.Equal(2, await page.Locator("main ol.log > li").CountAsync());
        Assert.Equal(script, await page.Locator("[data-tools]").IsVisibleAsync());
        await AssertFitsAsync(page);
        await page.GotoAsync(receipt);
        Assert.Equal((0, 2), (await page.Locator(".own-key").CountAsync(), await page.Locator("main ol.log > li").CountAsync()));

        // The same file counts once.
        await page.GotoAsync(new Uri(site.Address, $"/{language}/report/import").ToString());
        await SendFileAsync(page, ReachedPage.TrackerFile(number));
        await Assertions.Expect(page.Locator("#file-fault")).ToBeVisibleAsync();
        Assert.Equal(0, await page.Locator("[name=sums]").CountAsync());
        await page.Context.CloseAsync();
    }

    private static async Task SendFileAsync(IPage page, FilePayload file)
    {
        await page.SetInputFilesAsync("[name=file]", file);
        await page.Locator("form.import button[type=submit]").ClickAsync();
    }

    private static async Task AssertFitsAsync(IPage page) => Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 0, 360);
}
