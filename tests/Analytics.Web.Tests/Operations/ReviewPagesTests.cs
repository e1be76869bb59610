using System.Net;
using Analytics.Models.Corrections;
using Analytics.Models.Evidence;
using Analytics.Models.Money;
using Analytics.Models.Operations;
using Analytics.Models.Platforms;
using Analytics.Models.Reports;
using Analytics.Web.Text;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Web.Tests.Operations;

/// <summary>The queue of held reports, from the list to the decision.</summary>
public sealed class ReviewPagesTests(DoorSite site) : IClassFixture<DoorSite>
{
    [Theory]
    [InlineData("en", "The same as another report", "$120 in total", "paid time only $6 ", "pay and hours within 2%")]
    [InlineData("id", "Sama dengan laporan lain", "$120", "waktu dibayar saja $6 ", "paling banyak 2%")]
    public async Task A_held_report_shows_why_and_what_stands_beside_it_and_nothing_of_the_worker(string lang, string why, string pay, string hourly, string alike)
    {
        var id = $"shown-{lang}";
        await KeepAsync(Report(id), Report($"twin-{lang}"));
        var browser = await site.InsideAsync();
        var list = SiteFixture.TextOf(await browser.PageAsync($"/{lang}/operations/reports"));
        var html = await browser.PageAsync($"/{lang}/operations/reports/{id}");
        var text = SiteFixture.TextOf(html);
        Assert.All([why, pay], words => Assert.Contains(words, list, StringComparison.Ordinal));
        Assert.All([why, pay, hourly, alike, SiteText.Of(SiteLanguage.Find(lang)!).Word(TaskType.Survey)], words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.DoesNotContain("secret-worker", html + list, StringComparison.Ordinal);
        Assert.DoesNotContain("Jawa", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_platform_that_the_catalogue_has_under_another_name_is_mapped_on_accepting()
    {
        await KeepAsync(Report("mapped") with { Platform = null, PlatformName = "<i>Turk</i>", Hold = HoldReason.UnknownPlatform });
        var browser = await site.InsideAsync();
        var page = await browser.PageAsync("/en/operations/reports/mapped");
        Assert.Contains("&lt;i&gt;Turk&lt;/i&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<i>Turk", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SendAsync("/en/operations/reports/mapped", ("act", "accept"), ("seen", ""), ("platform", "no-such"))).StatusCode);
        using var done = await browser.SendAsync("/en/operations/reports/mapped", ("act", "accept"), ("seen", ""), ("platform", "mturk"));
        Assert.Equal("/en/operations/reports?done=accepted", done.Headers.Location?.ToString());
        Assert.Contains("Accepted. It counts", await browser.PageAsync("/en/operations/reports?done=accepted"), StringComparison.Ordinal);
        Assert.Equal("mturk", await ValueAsync("select platform || coalesce(platform_name, '') from perjam.report where id = 'mapped'"));
        Assert.Contains(await site.ActsAsync(), a => a is { Act: OperatorAct.ReportAccepted, Object: "mapped", Operator: DoorSite.Name });
        Assert.Contains("mapped", await browser.PageAsync("/en/operations/log"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refusal_needs_a_reason_and_comes_back_with_what_was_typed()
    {
        await KeepAsync(Report("refused"));
        var browser = await site.InsideAsync();
        using var faulty = await browser.SendAsync("/en/operations/reports/refused", ("act", "refuse"), ("seen", ""), ("reason", "too <b>"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, faulty.StatusCode);
        Assert.Contains("\ntoo &lt;b&gt;</textarea>", await faulty.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        using var done = await browser.SendAsync("/en/operations/reports/refused", ("act", "refuse"), ("seen", ""), ("reason", "The same month was sent twice."));
        Assert.Equal("/en/operations/reports?done=refused", done.Headers.Location?.ToString());
        Assert.Equal("refused: The same month was sent twice.", await ValueAsync("select review || ': ' || review_reason from perjam.report where id = 'refused'"));
    }

    [Fact]
    public async Task What_its_sender_changed_or_withdrew_meanwhile_is_not_decided()
    {
        await KeepAsync(Report("changed") with { RevisedAt = new(2026, 11, 1, 8, 0, 0, TimeSpan.Zero) });
        var browser = await site.InsideAsync();
        foreach (var (id, seen) in new[] { ("changed", ""), ("never-there", "") })
        {
            using var done = await browser.PostAsync($"/en/operations/reports/{id}", ("act", "accept"), ("seen", seen), (DoorBrowser.Token, DoorBrowser.TokenOf(await browser.PageAsync("/en/operations/reports"))));
            Assert.Equal("/en/operations/reports?done=gone", done.Headers.Location?.ToString());
        }

        Assert.Contains("Nothing was decided", await browser.PageAsync("/en/operations/reports?done=gone"), StringComparison.Ordinal);
        using var right = await browser.SendAsync("/en/operations/reports/changed", ("act", "accept"), ("seen", "2026-11-01T08:00:00.0000000+00:00"));
        Assert.Equal("/en/operations/reports?done=accepted", right.Headers.Location?.ToString());
    }

    [Fact]
    public async Task Open_requests_for_correction_can_be_read()
    {
        await site.Services.GetRequiredService<CorrectionStore>().ReceiveAsync(Correction.Receive(CorrectionWay.Error, "/data", "Line <one>\nline two", "en", site.Clock.GetUtcNow()), CancellationToken.None);
        var browser = await site.InsideAsync();
        var page = await browser.PageAsync("/en/operations/corrections");
        Assert.Contains("<p>Line &lt;one&gt;</p>", page, StringComparison.Ordinal);
        Assert.Contains("1 open request", SiteFixture.TextOf(await browser.PageAsync("/en/operations")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/en/operations/log?before=x", HttpStatusCode.BadRequest)]
    [InlineData("/en/operations/log?before=1", HttpStatusCode.OK)]
    [InlineData("/en/operations/reports/none", HttpStatusCode.SeeOther)]
    [InlineData("/en/operations/none", HttpStatusCode.NotFound)]
    public async Task Odd_addresses_have_their_answer(string address, HttpStatusCode status)
    {
        using var answer = await (await site.InsideAsync()).GetAsync(address);
        Assert.Equal(status, answer.StatusCode);
    }

    private static Report Report(string id) => new()
    {
        Id = id,
        Contributor = "secret-worker",
        Kind = FigureKind.SelfReport,
        Platform = "mturk",
        TaskType = TaskType.Survey,
        Country = "ID",
        Region = "Jawa Barat",
        Month = new(2026, 10, 1),
        Currency = "USD",
        Unit = PayUnit.Total,
        Pay = 120,
        PaidHours = 20,
        UnpaidHours = 10,
        Hold = HoldReason.Duplicate,
        Simulated = false,
        ReceivedAt = new(2026, 11, 20, 23, 30, 0, TimeSpan.Zero),
    };

    private async Task KeepAsync(params Report[] reports) => await new ReportStore(site.Database).AddAsync(reports, CancellationToken.None);

    private async Task<string?> ValueAsync(string sql)
    {
        await using var connection = await site.Database.ConnectAsync(CancellationToken.None);
        await using var query = connection.CreateCommand();
        query.CommandText = sql;
        return (string?)await query.ExecuteScalarAsync();
    }
}
