using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Analytics.Models.Estimates;
using Analytics.Models.Privacy;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Tests.Storage;
using Microsoft.Playwright;
using Xunit;

namespace Analytics.Flow.Tests;

/// <summary>What pages, release and model card say of the estimates: with no report at all, and with simulated ones.</summary>
public sealed class ModelCardFlowTests(PublishedSite published, SimulatedSite simulated, PostgresFixture postgres)
{
    [Fact]
    public async Task Without_reports_there_are_studies_only_and_what_is_missing_is_said()
    {
        var site = await published.ReadyAsync(postgres);
        var (cells, cards) = await ReleaseAsync(site.Address);
        Assert.All(cells.Where(c => c.Typical is not null), c => Assert.Equal((EstimateBasis.Studies, (int?)null), (c.Basis, c.Contributors)));
        Assert.Contains(cells, c => c.Typical is not null);
        Assert.Equal(2, cards.Count);
        Assert.All(cards, c => Assert.Equal((ModelFate.TooFew, 0, null), (c.Fate, c.Contributors, c.Model)));
        foreach (var (language, missing, noModel) in new[] { ("en", "This release holds no worker’s report.", "There is no model yet."), ("id", "Rilis ini tidak memuat laporan pekerja.", "Belum ada model.") })
        {
            Assert.Contains(missing, await WordsAsync(site.Address, $"/{language}/"), StringComparison.Ordinal);
            Assert.Contains(noModel, await WordsAsync(site.Address, $"/{language}/methods/model-card"), StringComparison.Ordinal);
            Assert.Contains(language == "en" ? "What is missing" : "Yang kurang", await WordsAsync(site.Address, $"/{language}/platforms/mturk"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Simulated_reports_make_a_model_that_says_how_well_it_holds_wherever_its_figures_stand()
    {
        var browser = await published.ReadyAsync(postgres);
        var site = await simulated.ReadyAsync(postgres);
        var (cells, cards) = await ReleaseAsync(site);
        var bases = cells.Where(c => c.Typical is not null).GroupBy(c => c.Basis).ToDictionary(g => g.Key!.Value, g => g.ToList());
        Assert.Equal([EstimateBasis.Direct, EstimateBasis.Modelled], bases.Keys.Order());
        Assert.All(bases[EstimateBasis.Modelled].Concat(bases[EstimateBasis.Direct]), c => Assert.True(c.Contributors >= Disclosure.LeastContributors && c.Low <= c.Typical && c.Typical <= c.High));
        // Counts are rounded to five.
        Assert.All(bases[EstimateBasis.Direct], c => Assert.True(c.Contributors >= CellEstimator.LeastContributors));
        Assert.All(cells.Where(c => c.Blank is not null), c => Assert.Null(c.Typical));
        Assert.All(cards, c => Assert.Equal(ModelFate.Published, c.Fate));
        Assert.All(cards, c => Assert.InRange(c.Model!.Evaluation.Score.Coverage80!.Value, ReportModel.LeastCoverage, ReportModel.MostCoverage));
        Assert.Contains($"held for {Hundredths(cards[0])} of 100 left-out reports", simulated.Answers, StringComparison.Ordinal);

        var platform = bases[EstimateBasis.Modelled].First(c => c is { Measure: PayMeasure.PaidOnly, Cell: { Platform: not null, TaskType: null, Experience: null, Country: null, Quarter: null } }).Cell.Platform;
        foreach (var (language, held, modelled) in new[] { ("en", "held for {0} of 100", "from a model of this and related groups"), ("id", "cocok untuk {0} dari 100", "dari model atas kelompok ini dan yang sejenis") })
        {
            var said = string.Format(CultureInfo.InvariantCulture, held, Hundredths(cards[0]));
            Assert.Contains(said, await WordsAsync(site, $"/{language}/methods/model-card"), StringComparison.Ordinal);
            Assert.Contains(said, await WordsAsync(site, $"/{language}/platforms/{platform}"), StringComparison.Ordinal);
            Assert.Contains(modelled, await WordsAsync(site, $"/{language}/platforms/{platform}"), StringComparison.Ordinal);
            Assert.Contains(modelled, await WordsAsync(site, $"/{language}/"), StringComparison.Ordinal);
            await PageCheck.AssertSoundAsync(browser, new(site, $"/{language}/methods/model-card"), language, "simulated-model-card", 360, ColorScheme.Dark);
            await PageCheck.AssertSoundAsync(browser, new(site, $"/{language}/platforms/{platform}"), language, "simulated-platform", 1280, ColorScheme.Light);
        }
    }

    private static string Hundredths(ModelCard card) => (100 * card.Model!.Evaluation.Score.Coverage80!.Value).ToString("0", CultureInfo.InvariantCulture);

    // By the files that anyone may download, of the release that the card as JSON names.
    private static async Task<(IReadOnlyList<CellRow> Cells, IReadOnlyList<ModelCard> Cards)> ReleaseAsync(Uri site)
    {
        using var client = new HttpClient { BaseAddress = site };
        using var card = JsonDocument.Parse(await client.GetStringAsync(new Uri("/methods/model-card.json", UriKind.Relative)));
        var release = card.RootElement.GetProperty("release").GetString();
        var cards = ReleaseTable.Read<ModelCard>(await client.GetByteArrayAsync(new Uri($"/s/{release}/records/model_card.jsonl", UriKind.Relative)));
        Assert.Equal(cards.Select(c => c.Fate), card.RootElement.GetProperty("models").EnumerateArray().Select(m => Models.Term.Parse<ModelFate>(m.GetProperty("card").GetProperty("fate").GetString()!)));
        return (ReleaseTable.Read<CellRow>(await client.GetByteArrayAsync(new Uri($"/s/{release}/records/cells.jsonl", UriKind.Relative))), cards);
    }

    private static async Task<string> WordsAsync(Uri site, string path)
    {
        using var client = new HttpClient { BaseAddress = site };
        var page = await client.GetStringAsync(new Uri(path, UriKind.Relative));
        return Regex.Replace(WebUtility.HtmlDecode(Regex.Replace(page, "<[^>]+>", " ")), @"\s+", " ");
    }
}
