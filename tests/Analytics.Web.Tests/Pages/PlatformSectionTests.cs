using Analytics.Models.Evidence;
using Analytics.Models.Platforms;
using Analytics.Models.Rollups;
using Analytics.Web.Pages.Platforms;
using Analytics.Web.Releases;
using Analytics.Web.Text;

namespace Analytics.Web.Tests.Pages;

/// <summary>What a platform's page says beside its answer: charts, trend, what reports say of hours, what is unknown.</summary>
public sealed class PlatformSectionTests(SiteFixture real, DemoSite demo) : IClassFixture<SiteFixture>, IClassFixture<DemoSite>
{
    [Theory]
    [InlineData("en", 4, 6, "The median of workers’ reports rose from $4 (Q1 2026) to $6 (Q3 2026).")]
    [InlineData("id", 4, 6, "Median laporan pekerja naik dari $4 (Triwulan 1 2026) menjadi $6 (Triwulan 3 2026).")]
    [InlineData("en", 6, 4, "The median of workers’ reports fell from $6 (Q1 2026) to $4 (Q3 2026).")]
    [InlineData("id", 6, 4, "Median laporan pekerja turun dari $6 (Triwulan 1 2026) menjadi $4 (Triwulan 3 2026).")]
    [InlineData("en", 5, 5, "The median of workers’ reports is the same in Q3 2026 as in Q1 2026: $5.")]
    [InlineData("id", 5, 5, "Median laporan pekerja pada Triwulan 3 2026 sama dengan Triwulan 1 2026: $5.")]
    public void The_trend_goes_from_the_first_quarter_known_to_the_last(string language, double first, double last, string sentence)
    {
        var release = new ShownRelease(SampleRelease.Make(simulated: true, Quarter(1, first), Quarter(2, 50), Quarter(3, last)));
        Assert.Equal(sentence, PlatformCharts.Trend(EstimateSample.Asked(SiteLanguage.Find(language)!, release), release.Release.Platform("prolific")!));
    }

    [Fact]
    public void One_quarter_is_no_trend()
    {
        var release = new ShownRelease(SampleRelease.Make(simulated: true, Quarter(1, 5)));
        Assert.Null(PlatformCharts.Trend(EstimateSample.Asked(SiteLanguage.English, release), release.Release.Platform("prolific")!));
    }

    [Fact]
    public void The_history_is_in_the_order_of_time_and_the_kinds_stay_apart()
    {
        var release = new ShownRelease(real.Release!);
        var series = PlatformCharts.OverTime(EstimateSample.Asked(SiteLanguage.English, release), release.Release.Platform("mturk")!)!;
        Assert.Equal(series.Rows.Select(r => r.Label).Order(StringComparer.Ordinal), series.Rows.Select(r => r.Label));
        Assert.True(series.Rows.Select(r => r.Label).Distinct().Count() >= 5);
        Assert.All(series.Rows, r => Assert.Equal(CoarseKind.Measured, r.Kind.Coarse()));
        Assert.Null(PlatformCharts.OverTime(EstimateSample.Asked(SiteLanguage.English, release), release.Release.Platform("micro1")!));
    }

    [Fact]
    public void By_work_no_figure_stands_twice()
    {
        var release = new ShownRelease(real.Release!);
        var series = PlatformCharts.ByWork(EstimateSample.Asked(SiteLanguage.English, release), release.Release.Platform("mercor")!)!;
        Assert.Equal(series.Rows.Count, series.Rows.Select(r => (r.Label, r.SubLabel, r.Kind, r.Typical, r.Low, r.High)).Distinct().Count());
        Assert.DoesNotContain("All work", series.Rows.Where(r => r.Kind == FigureKind.Advertised).Select(r => r.Label));
        Assert.Null(PlatformCharts.ByWork(EstimateSample.Asked(SiteLanguage.English, release), release.Release.Platform("jakpat")!));
    }

    [Theory]
    [InlineData("en", "Half of those who told of it here spend 25% of their time or more unpaid", "About 60 told of their hours.", "half of them 12 or fewer, a quarter 6 or fewer, a quarter 25 or more.")]
    [InlineData("id", "Separuh dari mereka yang melaporkannya di sini menghabiskan 25% waktunya atau lebih tanpa dibayar", "Sekitar 60 orang melaporkan jam kerjanya.", "separuh mendapat 12 jam atau kurang, seperempat 6 atau kurang, seperempat 25 atau lebih.")]
    public async Task What_reports_say_of_unpaid_time_and_hours_stands_with_its_question(string language, params string[] sentences)
    {
        var page = SiteFixture.TextOf(await demo.PageAsync($"/{language}/platforms/prolific"));
        Assert.All(sentences, sentence => Assert.Contains(sentence, page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("en", "What workers report of their pay", "Rejections and deactivations")]
    [InlineData("id", "Apa yang dilaporkan pekerja tentang upahnya", "Penolakan dan penonaktifan akun")]
    public async Task What_is_unknown_is_listed(string language, string reports, string topic)
    {
        var page = await real.PageAsync($"/{language}/platforms/mturk");
        var list = SiteFixture.TextOf(page[page.IndexOf("id=\"unknown\"", StringComparison.Ordinal)..]);
        Assert.Contains(reports, list, StringComparison.Ordinal);
        Assert.Contains(topic, list, StringComparison.Ordinal);
        // Its payout methods are known.
        Assert.DoesNotContain(SiteText.Of(SiteLanguage.Find(language)!).Word(StatementTopic.PayoutMethod), list, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_topic_answers_one_question() => Assert.Equal(
        Enum.GetValues<StatementTopic>().Order(), Enum.GetValues<FactQuestion>().SelectMany(TopicList.Of).Order());

    private static Rollup Quarter(int quarter, double median) => Rollup.Of(
        new("prolific", null, null, null, new DateOnly(2026, 3 * quarter - 2, 1)), PayMeasure.PaidOnly, 40, 0, new SortedSample([.. Enumerable.Repeat(median, 40)]));
}
