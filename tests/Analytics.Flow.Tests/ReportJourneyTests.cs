using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Analytics.Models;
using Analytics.Models.Evidence;
using Analytics.Models.Hourly;
using Analytics.Models.Money;
using Analytics.Models.Observations;
using Analytics.Models.Platforms;
using Analytics.Models.Reports;
using Analytics.Tests.Storage;
using Microsoft.Playwright;
using Xunit;

namespace Analytics.Flow.Tests;

/// <summary>A worker on a phone: report, receipt, correction, taking back, and a deletion receipt that <c>openssl</c> verifies.</summary>
public sealed class ReportJourneyTests(PublishedSite published, PostgresFixture postgres)
{
    private const int MostSeen = 12;
    private static readonly TimeSpan NoFaster = TimeSpan.FromSeconds(3);

    [Theory]
    [InlineData("en", true)]
    [InlineData("id", true)]
    [InlineData("en", false)]
    [InlineData("id", false)]
    public async Task A_worker_reports_corrects_and_takes_back(string language, bool script)
    {
        var site = await published.ReadyAsync(postgres);
        var page = await site.NewPageAsync(360, script: script);
        var (hourly, allIn) = language == "en" ? ("$4.10", "$2.73") : ("$4,10", "$2,73");
        await page.GotoAsync(new Uri(site.Address, $"/{language}/").ToString());
        var since = Stopwatch.StartNew();
        await page.Locator($"nav.menu a[href='/{language}/report']").ClickAsync();
        Assert.InRange(await page.Locator("input:visible, select:visible, textarea:visible").CountAsync(), 5, MostSeen);
        await FillAsync(page, "41");
        if (script)
            await Assertions.Expect(page.Locator("[data-live]")).ToContainTextAsync($"{hourly}");
        await AssertFitsAsync(page);
        // Nobody reads and fills in a form faster than this; the site holds what comes sooner.
        await Task.Delay(NoFaster);
        await SubmitAsync(page);
        Assert.InRange(since.Elapsed.TotalSeconds, 0, 60);

        // The receipt: what it comes to, the key, and what becomes of it.
        Assert.Matches($"/{language}/receipt/[0-9A-Z-]{{34}}[?]sent=", page.Url);
        var receipt = page.Url.Split('?')[0];
        var key = receipt.Split('/')[^1];
        var said = await page.InnerTextAsync("main");
        Assert.All([hourly, allIn, key], part => Assert.Contains(part, said, StringComparison.Ordinal));
        await AssertFitsAsync(page);
        Assert.Equal(script, await page.Locator("[data-keep]").IsVisibleAsync());
        if (script)
        {
            Assert.Null(await page.EvaluateAsync<string?>("localStorage.getItem('perjam-key')"));
            await page.CheckAsync("[data-keep] input");
            await page.GotoAsync(new Uri(site.Address, $"/{language}/report").ToString());
            Assert.Equal(key, await page.InputValueAsync("[name=key]"));
        }

        // Correct: the form is filled in as it was.
        await page.GotoAsync(receipt);
        Assert.DoesNotContain(key, await page.InnerTextAsync("main"), StringComparison.Ordinal);
        await page.Locator("main li a[href*='/report/']").ClickAsync();
        Assert.Equal("41", await page.InputValueAsync("[name=amount]"));
        Assert.Equal("Amazon Mechanical Turk", await page.InputValueAsync("[name=platform]"));
        await page.FillAsync("[name=amount]", "82");
        await SubmitAsync(page);
        Assert.Contains(language == "en" ? "$8.20" : "$8,20", await page.InnerTextAsync("main"), StringComparison.Ordinal);

        // Take back.
        await page.Locator("main li a[href*='/withdraw/']").ClickAsync();
        await page.Locator("main form button[type=submit]").ClickAsync();
        var saved = await page.RunAndWaitForDownloadAsync(() => page.Locator("a[download='removed.json']").ClickAsync());
        var hash = Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(await File.ReadAllBytesAsync(await saved.PathAsync())));
        Assert.Contains($"SHA-256 of what was removed: {hash}", await page.Locator("pre.cite-line").First.InnerTextAsync(), StringComparison.Ordinal);
        await AssertFitsAsync(page);
        await AssertVerifiedAsync(page);
        Assert.Equal(404, (await page.GotoAsync(receipt))!.Status);
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task What_the_browser_works_out_is_what_the_site_does()
    {
        var site = await published.ReadyAsync(postgres);
        var page = await site.NewPageAsync(360);
        await page.GotoAsync(new Uri(site.Address, "/en/report").ToString());
        var method = new HourlyMethod(ExchangeRates.Shipped());
        var rules = new AcceptanceRules(ExchangeRates.Shipped());
        foreach (var task in new[] { TaskType.Survey, TaskType.Coding, TaskType.RideDelivery })
        {
            foreach (var (pay, hours, minutes, unpaid, costs, unit) in Cases())
            {
                var paid = unit == PayUnit.Hour ? 1 : hours + minutes / 60;
                var report = new Report
                {
                    Id = "x",
                    Contributor = "x",
                    Kind = FigureKind.SelfReport,
                    Platform = "mturk",
                    TaskType = task,
                    Month = new(2026, 10, 1),
                    Currency = "USD",
                    Unit = unit,
                    Pay = pay,
                    Costs = costs,
                    PaidHours = paid,
                    UnpaidHours = unpaid is { } share ? paid * share / 60 : null,
                    Simulated = false,
                    ReceivedAt = new(2026, 11, 1, 0, 0, 0, TimeSpan.Zero),
                };
                var rate = method.Apply(rules.Accept(report));
                string?[] values = [Term.Of(task), Text(pay), unit == PayUnit.Hour ? "" : Text(hours), unit == PayUnit.Hour ? "" : Text(minutes), Text(unpaid), Text(costs), Term.Of(unit)];
                var said = await page.EvaluateAsync<string>(
                    """
                    values => {
                      const form = document.querySelector("form[data-report]");
                      ["task", "amount", "hours", "minutes", "unpaid", "costs", "unit"].forEach((name, i) => { form.elements[name].value = values[i]; });
                      form.dispatchEvent(new Event("input"));
                      return document.querySelector("[data-live]").textContent;
                    }
                    """, values);
                var shown = Regex.Matches(said, @"(−?)\$(\d(?:[\d.,]*\d)?)").Select(m => decimal.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture) * (m.Groups[1].Length > 0 ? -1 : 1)).ToList();
                Assert.Equal(new[] { rate.PaidOnly?.Typical, rate.AllIn?.Typical }.OfType<decimal>().Select(v => Math.Round(v, 2, MidpointRounding.AwayFromZero)), shown);
                Assert.Equal(rate.AllInImputed, said.Contains("studies", StringComparison.Ordinal));
            }
        }

        await page.Context.CloseAsync();
    }

    private static IEnumerable<(decimal Pay, decimal Hours, decimal Minutes, decimal? Unpaid, decimal? Costs, PayUnit Unit)> Cases()
    {
        foreach (var pay in new[] { 41m, 12.5m, 300m })
        {
            foreach (var unpaid in new decimal?[] { null, 0, 15, 120 })
            {
                foreach (var costs in new decimal?[] { null, 7.25m })
                {
                    yield return (pay, 10, 0, unpaid, costs, PayUnit.Total);
                    yield return (pay, 2, 45, unpaid, costs, PayUnit.Day);
                    yield return (pay, 0, 0, unpaid, costs, PayUnit.Hour);
                }
            }
        }
    }

    private static string Text(decimal? value) => value?.ToString("0.##", CultureInfo.InvariantCulture) ?? "";

    private static async Task FillAsync(IPage page, string amount)
    {
        await page.FillAsync("[name=platform]", "MTurk");
        await page.SelectOptionAsync("[name=task]", "survey");
        await page.FillAsync("[name=amount]", amount);
        await page.SelectOptionAsync("[name=currency]", "USD");
        await page.FillAsync("[name=hours]", "10");
        await page.SelectOptionAsync("[name=unpaid]", "30");
        await page.SelectOptionAsync("[name=country]", "ID");
    }

    private static Task SubmitAsync(IPage page) => page.Locator("form.report button[type=submit]").ClickAsync();

    private static async Task AssertFitsAsync(IPage page) => Assert.InRange(await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), 0, 360);

    /// <summary>Saves the files that the page offers and gives them to <c>openssl</c> as the page says.</summary>
    private static async Task AssertVerifiedAsync(IPage page)
    {
        using var folder = new TestFolder();
        Directory.CreateDirectory(folder.Path);
        foreach (var file in new[] { ".txt", ".sig", ".pem" })
        {
            var address = await page.GetAttributeAsync($"a[href$='{file}']", "href");
            var answer = await page.Context.APIRequest.GetAsync(new Uri(new Uri(page.Url), address).ToString());
            await File.WriteAllBytesAsync(Path.Combine(folder.Path, Path.GetFileName(address!)), await answer.BodyAsync());
        }

        var command = (await page.Locator("pre.cite-line").Last.InnerTextAsync()).Trim().Split(' ');
        using var openssl = Process.Start(new ProcessStartInfo(command[0], command[1..]) { WorkingDirectory = folder.Path, RedirectStandardOutput = true, RedirectStandardError = true })!;
        await openssl.WaitForExitAsync();
        Assert.Equal((0, "Verified OK"), (openssl.ExitCode, (await openssl.StandardOutput.ReadToEndAsync()).Trim()));
        var verb = await RunningProgram.RunAsync(Checkout.IngestProgram, new Dictionary<string, string>(),
            "receipt", "verify", Path.Combine(folder.Path, "deletion-receipt.txt"), "--key", Directory.GetFiles(folder.Path, "*.pem")[0]);
        Assert.True(verb.Code == 0, verb.Notes);
        await File.AppendAllTextAsync(Path.Combine(folder.Path, "deletion-receipt.txt"), "x");
        Assert.Equal(1, (await RunningProgram.RunAsync(Checkout.IngestProgram, new Dictionary<string, string>(),
            "receipt", "verify", Path.Combine(folder.Path, "deletion-receipt.txt"), "--key", Directory.GetFiles(folder.Path, "*.pem")[0])).Code);
    }
}
