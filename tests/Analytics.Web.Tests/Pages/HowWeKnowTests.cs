using System.Text.RegularExpressions;
using Analytics.Models;
using Analytics.Models.Corrections;
using Analytics.Models.Evidence;
using Analytics.Models.Sources;
using Analytics.Web.Text;

namespace Analytics.Web.Tests.Pages;

/// <summary>The pages that say what the site rests on.</summary>
public sealed class HowWeKnowTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    [Theory]
    [InlineData("en")]
    [InlineData("id")]
    public async Task The_index_leads_to_every_one_of_them(string lang)
    {
        var index = Regex.Match(await site.PageAsync($"/{lang}/methods"), "<nav class=\"know\".*?</nav>", RegexOptions.Singleline).Value;
        foreach (var page in new[] { "methods/evidence", "methods/coverage", "methods/model-card", "data", "corrections", "methods/funding", "methods/citing", "privacy", "terms" })
            Assert.Contains($"href=\"/{lang}/{page}\"", index, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "{0} figures in this release.", "{0} figure in this release.", "Where it trains the model, it weighs 0.82 of a document seen.")]
    [InlineData("id", "{0} angka dalam rilis ini.", "{0} angka dalam rilis ini.", "Bila ikut melatih model, bobotnya 0,82 dari dokumen yang dilihat sendiri.")]
    public async Task Every_tier_and_kind_stands_with_its_meaning_its_mark_and_its_number(string lang, string many, string one, string weight)
    {
        var page = await site.PageAsync($"/{lang}/methods/evidence");
        var text = SiteText.Of(SiteLanguage.Find(lang)!);
        var figures = site.Release!.Figures;
        string Entry(string id) => Regex.Match(page, $"<div id=\"{id}\">.*?</div>", RegexOptions.Singleline).Value;
        string Counted(int n) => string.Format(System.Globalization.CultureInfo.InvariantCulture, n == 1 ? one : many, text.Figures.Number(n));
        foreach (var tier in Enum.GetValues<EvidenceTier>())
            Assert.Contains(Counted(figures.Count(f => f.Tier == tier)), SiteFixture.TextOf(Entry($"tier-{Term.Of(tier)}")), StringComparison.Ordinal);
        foreach (var kind in Enum.GetValues<FigureKind>())
        {
            var entry = Entry($"kind-{Term.Of(kind)}");
            Assert.Contains("class=\"kind-mark\"", entry, StringComparison.Ordinal);
            Assert.Contains(text.Word(kind), entry, StringComparison.Ordinal);
            Assert.Contains(text[kind.TrainsModel() ? "evidence.trains" : "evidence.never"], entry, StringComparison.Ordinal);
            if (kind is not (FigureKind.SelfReport or FigureKind.TrackerLog or FigureKind.StatutoryMinimum))
                Assert.Contains(Counted(figures.Count(f => f.Kind == kind)), SiteFixture.TextOf(entry), StringComparison.Ordinal);
        }

        Assert.Contains(weight, SiteFixture.TextOf(Entry("tier-c")), StringComparison.Ordinal);
        Assert.DoesNotContain(weight[..12], SiteFixture.TextOf(Entry("tier-e")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("en", "Not measured: There is no model yet.", "fewer than 75 or more than 85 of 100")]
    [InlineData("id", "Belum diukur: Belum ada model.", "kurang dari 75 atau lebih dari 85 dari 100")]
    public async Task Where_no_coverage_was_measured_that_is_said(string lang, params string[] words)
    {
        var page = SiteFixture.TextOf(await site.PageAsync($"/{lang}/methods/coverage"));
        Assert.All(words, w => Assert.Contains(w, page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "{0} days after the case has ended", "kept for {0} days", "a decision within {0} days", "fewer than {0} contributors")]
    [InlineData("id", "{0} hari setelah perkara selesai", "disimpan {0} hari", "keputusan dalam {0} hari", "kurang dari {0} pelapor")]
    public async Task The_privacy_notice_states_the_times_that_the_program_keeps_to(string lang, string ended, string kept, string decided, string few)
    {
        var page = SiteFixture.TextOf(await site.PageAsync($"/{lang}/privacy"));
        void Says(string words, double n) => Assert.Contains(string.Format(System.Globalization.CultureInfo.InvariantCulture, words, n), page, StringComparison.Ordinal);
        Says(ended, CorrectionPromises.PrivateFor.TotalDays);
        Says(kept, SourcePage.KeptFor.TotalDays);
        Says(decided, CorrectionWay.TakeDown.Days());
        Says(few, Models.Privacy.Disclosure.LeastContributors);
        Assert.Contains("27", page, StringComparison.Ordinal);
        Assert.Contains("GDPR", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_link_to_a_platform_carries_a_code_by_which_somebody_would_earn()
    {
        foreach (var platform in site.Release!.Platforms)
        {
            var home = Regex.Match(await site.PageAsync($"/en/platforms/{platform.Slug}"), "href=\"([^\"]+)\" rel=\"external nofollow\"").Groups[1].Value;
            Assert.True(home.Length > 0 && !Regex.IsMatch(home, "[?&;#]|/(ref|r|invite|aff|partner)(/|$)"), $"{platform.Slug}: {home}");
        }
    }

    [Theory]
    [InlineData("en", "release 1 (")]
    [InlineData("id", "rilis 1 (")]
    public async Task Lines_to_cite_name_the_release_and_lead_to_what_they_name(string lang, string release)
    {
        var lines = Regex.Matches(await site.PageAsync($"/{lang}/methods/citing"), "<p class=\"cite-line\">(.*?)</p>", RegexOptions.Singleline).Select(m => SiteFixture.TextOf(m.Groups[1].Value)).ToList();
        Assert.Equal(3, lines.Count);
        foreach (var line in lines)
        {
            Assert.Contains(release + site.Release!.Head.Id, line, StringComparison.Ordinal);
            var address = new Uri(line[line.IndexOf("http://localhost", StringComparison.Ordinal)..]);
            Assert.Contains(site.Release.Head.Id, address.PathAndQuery, StringComparison.Ordinal);
            var cited = await site.PageAsync(address.PathAndQuery);
            if (address.Fragment.Length > 0)
                Assert.Contains($"id=\"{address.Fragment[1..]}\"", cited, StringComparison.Ordinal);
        }
    }
}

/// <summary>Coverage, where there is a model.</summary>
public sealed class MeasuredCoverageTests(DemoSite site) : IClassFixture<DemoSite>
{
    [Theory]
    [InlineData("en", "All reports together", "{0} of 100", "Platforms that the model had never seen")]
    [InlineData("id", "Semua laporan", "{0} dari 100", "Platform yang belum pernah dilihat model")]
    public async Task The_coverage_is_that_of_the_releases_card(string lang, string all, string held, string unseen)
    {
        var evaluation = site.Release!.ModelCards[0].Model!.Evaluation;
        var figures = SiteText.Of(SiteLanguage.Find(lang)!).Figures;
        var page = SiteFixture.TextOf(await site.PageAsync($"/{lang}/methods/coverage"));
        string Held(double? share) => string.Format(System.Globalization.CultureInfo.InvariantCulture, held, figures.Number((decimal)(100 * share!.Value), 0));
        Assert.Contains($"{all} {figures.Number(evaluation.Score.N)} {Held(evaluation.Score.Coverage80)}", page, StringComparison.Ordinal);
        foreach (var group in new[] { evaluation.Groups.MinBy(g => g.Coverage80)!, evaluation.Groups.MaxBy(g => g.Coverage80)! })
            Assert.Contains($"{figures.Number(group.N)} {Held(group.Coverage80)}", page, StringComparison.Ordinal);
        var left = evaluation.LeftOutPlatforms;
        Assert.NotEmpty(left);
        Assert.Contains($"{unseen} {figures.Number(left.Sum(p => p.N))} {Held(left.Sum(p => p.N * p.Coverage80) / left.Sum(p => p.N))}", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_demonstration_is_not_to_be_cited() =>
        Assert.Contains("nothing of it can be cited as pay", await site.PageAsync("/en/methods/citing"), StringComparison.Ordinal);
}
