using System.Text.RegularExpressions;
using Analytics.Models.Corrections;
using Analytics.Models.Storage;
using Analytics.Web.Tests.Embeds;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace Analytics.Web.Tests.Charts;

/// <summary>A frozen chart over three later releases, a correction and a restart: every file stays the same bytes, while the live one goes on.</summary>
public sealed class FrozenChartTests(SentenceSite site) : IClassFixture<SentenceSite>
{
    private static int asked;

    private static readonly string[] Files =
    [
        "svg?{0}", "svg?{0}&lang=id&theme=dark&width=360", "png?{0}", "png?{0}&size=social&theme=dark", "png?{0}&size=1x&currency=IDR&lang=id", "csv?{0}&lang=id", "json?{0}&currency=IDR", "zip?{0}",
    ];

    [Fact]
    public async Task Files_stay_the_same_bytes_whatever_comes_after()
    {
        var first = site.Release!;
        var frozen = EveryForm.Charts.SelectMany(chart => Files.Select(file => Address(chart, string.Format(System.Globalization.CultureInfo.InvariantCulture, file, $"release={first.Head.Id}")))).ToList();
        var live = Address("interval", "csv?");
        var (before, liveBefore) = (await HashesAsync(site, frozen), await HashesAsync(site, [live]));

        var (embed, newer, corrected) = ($"/embed/interval?platform=prolific&release={first.Head.Id}", "There are newer figures than these.", "A correction concerns figures of this chart.");
        Assert.Equal("", await MarksAsync(site, embed));
        var figure = await FigureAsync(site, embed);

        await PublishAsync(SentenceSite.With(first, SentenceSite.Prolific, c => c with { Typical = 11, Low = 10, High = 12, Contributors = 75 }));
        Assert.StartsWith(newer, await MarksAsync(site, embed), StringComparison.Ordinal);
        Assert.Equal(before, await HashesAsync(site, frozen));
        Assert.NotEqual(liveBefore, await HashesAsync(site, [live]));
        await PublishAsync(SentenceSite.With(first, SentenceSite.Prolific, c => new() { Cell = c.Cell, Measure = c.Measure, Blank = "SUPPRESSED_K" }));
        await PublishAsync(first with { Figures = [.. first.Figures.Skip(1)] });
        Assert.Equal(before, await HashesAsync(site, frozen));

        await CorrectAsync(first.Head.Id, site.Release!.Head.Id);
        Assert.Equal(before, await HashesAsync(site, frozen));
        await using var restarted = site.WithWebHostBuilder(_ => { });
        Assert.Equal(before, await HashesAsync(restarted, frozen));
        var marks = await MarksAsync(restarted, embed);
        Assert.StartsWith(corrected, marks, StringComparison.Ordinal);
        Assert.Contains(newer, marks, StringComparison.Ordinal);
        Assert.Equal(figure, await FigureAsync(restarted, embed));
        // The chart of the release that has it right is not marked, nor one of other platforms.
        Assert.Equal("", await MarksAsync(restarted, $"/embed/interval?platform=prolific&release={site.Release!.Head.Id}"));
        Assert.DoesNotContain(corrected, await MarksAsync(restarted, $"/embed/interval?platform=mturk&release={first.Head.Id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_frozen_file_may_be_kept_for_ever_and_a_live_one_for_minutes()
    {
        using var browser = site.Browser();
        using var frozen = await browser.GetAsync(new Uri($"/charts/interval.svg?release={site.Release!.Head.Id}", UriKind.Relative), TestContext.Current.CancellationToken);
        var kept = frozen.Headers.CacheControl!;
        Assert.True(kept is { Public: true, MaxAge.TotalDays: 365 } && kept.Extensions.Any(e => e.Name == "immutable"), kept.ToString());
        using var live = await browser.GetAsync(new Uri("/charts/interval.svg", UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal(TimeSpan.FromMinutes(5), live.Headers.CacheControl!.MaxAge);
        using var again = new HttpRequestMessage(HttpMethod.Get, "/charts/interval.svg");
        again.Headers.IfNoneMatch.Add(live.Headers.ETag!);
        using var same = await browser.SendAsync(again, TestContext.Current.CancellationToken);
        Assert.Equal(System.Net.HttpStatusCode.NotModified, same.StatusCode);
    }

    private static async Task<string> MarksAsync(WebApplicationFactory<Program> site, string embed) => string.Join(' ',
        Regex.Matches(await PageAsync(site, embed), "<p class=\"mark\">(.*?)</p>", RegexOptions.Singleline).Select(m => SiteFixture.TextOf(m.Value)));

    private static async Task<string> FigureAsync(WebApplicationFactory<Program> site, string embed) => Regex.Match(await PageAsync(site, embed), "<figure>.*</figure>", RegexOptions.Singleline).Value;

    // An address of its own each time: what is kept is told by another test.
    private static async Task<string> PageAsync(WebApplicationFactory<Program> site, string embed)
    {
        using var browser = site.CreateClient();
        return await browser.GetStringAsync(new Uri($"{embed}&childId=n{Interlocked.Increment(ref asked)}", UriKind.Relative));
    }

    private static string Address(string chart, string file)
    {
        var (form, query) = chart.Split('?') is [var name, var choice] ? (name, "&" + choice) : (chart, "");
        return $"/charts/{form}.{file}{query}";
    }

    private static async Task<IReadOnlyDictionary<string, string>> HashesAsync(WebApplicationFactory<Program> site, IReadOnlyList<string> addresses)
    {
        using var browser = site.CreateClient();
        var hashes = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var address in addresses)
        {
            using var answer = await browser.GetAsync(new Uri(address, UriKind.Relative));
            var content = await answer.Content.ReadAsByteArrayAsync();
            Assert.True(answer.IsSuccessStatusCode, $"{address} answered {answer.StatusCode}: {System.Text.Encoding.UTF8.GetString(content)}");
            hashes[address] = Key.OfContent(content);
        }

        return hashes;
    }

    private async Task PublishAsync(Analytics.Models.Releases.Release release)
    {
        await site.PublishAsync(release);
        site.Clock.Advance(TimeSpan.FromSeconds(3));
    }

    private async Task CorrectAsync(string since, string right)
    {
        var now = new DateTimeOffset(2026, 11, 23, 10, 0, 0, TimeSpan.Zero);
        var store = site.Services.GetRequiredService<CorrectionStore>();
        var request = Correction.Receive(CorrectionWay.Error, "/platforms/prolific", "It is wrong.", "en", now);
        await store.ReceiveAsync(request, CancellationToken.None);
        await store.AnswerAsync(request.Receipt, new(CorrectionState.Corrected, "Hours were counted twice.", "Jam kerja terhitung dua kali.", null, since, right), now, CancellationToken.None);
        site.Clock.Advance(TimeSpan.FromMinutes(1));
    }
}
