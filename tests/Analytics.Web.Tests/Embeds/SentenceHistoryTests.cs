using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Analytics.Models.Corrections;
using Analytics.Models.Releases;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Web.Tests.Embeds;

/// <summary>One sentence over three later releases, a correction and a restart: it stays the same bytes, and status, mark and feed tell the truth at each step.</summary>
public sealed class SentenceHistoryTests(SentenceSite site) : IClassFixture<SentenceSite>
{
    private static readonly XNamespace Atom = "http://www.w3.org/2005/Atom";
    private static readonly DateTimeOffset Now = new(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Status_mark_and_feed_tell_the_truth_at_each_step()
    {
        var first = site.Release!;
        var pages = new[] { "en", "id" }.Select(lang => $"/e/{first.Head.Id}.{lang}.paid-only.prolific.all.all.all.all").ToList();
        var sentences = new List<string>();
        foreach (var page in pages)
            sentences.Add(Words(await site.PageAsync(page)));
        async Task StandsAsync(string status, string? english, string? indonesian, WebApplicationFactory<Program>? other = null)
        {
            foreach (var (i, mark) in new[] { (0, english), (1, indonesian) })
            {
                using var browser = (other ?? site).CreateClient();
                var page = await browser.GetStringAsync(new Uri(pages[i], UriKind.Relative));
                Assert.Equal(sentences[i], Words(page));
                Assert.DoesNotMatch(@"\S<(a|strong) |</(a|strong)>\w", page);
                var marks = Regex.Matches(page, "<p class=\"mark.*?</p>", RegexOptions.Singleline).Select(m => SiteFixture.TextOf(m.Value)).ToList();
                Assert.True(mark is null ? marks.Count == 0 : marks.Count > 0 && marks[0].StartsWith(mark, StringComparison.Ordinal), $"{status}: {string.Join(" | ", marks)}");
                var told = JsonDocument.Parse(await browser.GetStringAsync(new Uri(pages[i] + "/status.json", UriKind.Relative))).RootElement;
                Assert.Equal(status, told.GetProperty("status").GetString());
                Assert.Equal(WebUtility.HtmlDecode(sentences[i]), told.GetProperty("sentence").GetString());
            }
        }

        await StandsAsync("current", null, null);
        Assert.Empty(await FeedAsync());

        // A release that changes another figure leaves this one as it was.
        var second = SentenceSite.With(first, new("trymata", null, null, null, null), c => c with { Typical = 9.5m });
        await PublishAsync(second);
        await StandsAsync("current", null, null);

        await PublishAsync(SentenceSite.With(second, SentenceSite.Prolific, c => c with { Typical = 11, Low = 10, High = 12, Contributors = 75 }));
        var third = site.Release!;
        await StandsAsync("superseded",
            "There is a newer figure. Release 3 of 21 November 2026 has $11 (90% interval $10 to $12;", "Ada angka yang lebih baru. Rilis 3 tanggal 21 November 2026 menyebut $11 (selang 90% $10 sampai $12;");
        await StandsFreshAsync(third);

        await PublishAsync(SentenceSite.With(second, SentenceSite.Prolific, c => new CellRow { Cell = c.Cell, Measure = c.Measure, Blank = "SUPPRESSED_K" }));
        await StandsAsync("withdrawn",
            "This figure is no longer published. In the latest release, 4 of 21 November 2026, it is not shown: fewer than 10 contributors.",
            "Angka ini tidak diterbitkan lagi. Dalam rilis terbaru, 4 tanggal 21 November 2026, angka ini tidak ditampilkan: kurang dari 10 pelapor.");

        // An open case is nobody's business; one that ended without a correction changes nothing.
        var open = await ReceiveAsync("/platforms/prolific");
        await AnswerAsync(await ReceiveAsync("/platforms/prolific"), CorrectionState.Refused, null, null);
        await AnswerAsync(await ReceiveAsync("/platforms/mturk"), CorrectionState.Corrected, first.Head.Id, third.Head.Id);
        await StandsAsync("withdrawn", "This figure is no longer published.", "Angka ini tidak diterbitkan lagi.");
        Assert.Equal(["Error corrected: Amazon Mechanical Turk"], (await FeedAsync()).Select(e => e.Element(Atom + "title")!.Value));

        await AnswerAsync(open, CorrectionState.Corrected, first.Head.Id, third.Head.Id);
        await StandsAsync("corrected", "This figure was wrong and has been corrected. Hours were counted twice. 23 November 2026: wrong since release 1",
            "Angka ini keliru dan sudah dikoreksi. Jam kerja terhitung dua kali. 23 November 2026: keliru sejak rilis 1");
        var entry = (await FeedAsync()).Single(e => e.Element(Atom + "title")!.Value == "Error corrected: Prolific");
        Assert.Equal(("Hours were counted twice.", $"http://localhost/en/corrections#c-{open.Id}"), (entry.Element(Atom + "summary")!.Value, entry.Element(Atom + "link")!.Attribute("href")!.Value));
        // The release that has it right was not corrected.
        await StandsWithdrawnAsync(third);

        // After a restart all is as it was.
        await using var restarted = site.WithWebHostBuilder(_ => { });
        await StandsAsync("corrected", "This figure was wrong and has been corrected.", "Angka ini keliru dan sudah dikoreksi.", restarted);
    }

    private async Task StandsFreshAsync(Release release) => Assert.Equal("current", await StatusAsync(release));

    private async Task StandsWithdrawnAsync(Release release) => Assert.Equal("withdrawn", await StatusAsync(release));

    private async Task<string?> StatusAsync(Release release) => JsonDocument.Parse(
        await site.PageAsync($"/e/{release.Head.Id}.en.paid-only.prolific.all.all.all.all/status.json")).RootElement.GetProperty("status").GetString();

    private async Task PublishAsync(Release release)
    {
        await site.PublishAsync(release);
        site.Clock.Advance(TimeSpan.FromSeconds(2));
    }

    private async Task<Correction> ReceiveAsync(string about)
    {
        var request = Correction.Receive(CorrectionWay.Error, about, "It is wrong.", "en", Now);
        await site.Services.GetRequiredService<CorrectionStore>().ReceiveAsync(request, CancellationToken.None);
        return request;
    }

    private async Task AnswerAsync(Correction request, CorrectionState state, string? since, string? right)
    {
        await site.Services.GetRequiredService<CorrectionStore>().AnswerAsync(
            request.Receipt, new(state, "Hours were counted twice.", "Jam kerja terhitung dua kali.", null, since, right), Now, CancellationToken.None);
        site.Clock.Advance(TimeSpan.FromSeconds(30));
    }

    private async Task<List<XElement>> FeedAsync() => [.. XDocument.Parse(await site.PageAsync("/corrections.xml")).Root!.Elements(Atom + "entry")];

    private static string Words(string page) => Regex.Match(page, "<p id=\"sentence\">(.*?)</p>", RegexOptions.Singleline).Groups[1].Value;
}
