using Analytics.Models.Estimates;
using Analytics.Models.Evidence;
using Analytics.Models.Hourly;
using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Analytics.Web.Pages.Checks;

namespace Analytics.Web.Tests.Pages.Checks;

/// <summary>Every sentence of a verdict against the figures it is written from, in both languages: numbers, direction, units, plural.</summary>
public sealed class VerdictTests
{
    private const string TwentyEnglish = "Earn $20 an hour on Prolific";
    private const string TwentyIndonesian = "Dibayar $20 per jam di Prolific";

    [Theory]
    [InlineData("en", new double[] { 5 }, "There is only 1 study figure for work on Prolific: $5, lower than $20 an hour.")]
    [InlineData("en", new double[] { 25 }, "There is only 1 study figure for work on Prolific: $25, higher than $20 an hour.")]
    [InlineData("en", new double[] { 20 }, "There is only 1 study figure for work on Prolific, and it is the same: $20 an hour.")]
    [InlineData("en", new double[] { 19.996 }, "There is only 1 study figure for work on Prolific, and it is the same: $20 an hour.")]
    [InlineData("en", new double[] { 5, 7 }, "Of the 2 study figures for work on Prolific, both are lower than $20 an hour; the higher is $7.")]
    [InlineData("en", new double[] { 50, 25 }, "Of the 2 study figures for work on Prolific, both are higher than $20 an hour; the lower is $25.")]
    [InlineData("en", new double[] { 5, 43, 3, 4 }, "Of the 4 study figures for work on Prolific, 3 are lower than $20 and 1 is higher than $20; they run from $3 to $43 an hour, with $4.50 in the middle.")]
    [InlineData("en", new double[] { 5, 6, 7 }, "Of the 3 study figures for work on Prolific, all are lower than $20 an hour; the highest is $7.")]
    [InlineData("en", new double[] { 30, 26, 27 }, "Of the 3 study figures for work on Prolific, all are higher than $20 an hour; the lowest is $26.")]
    [InlineData("en", new double[] { 20, 20, 7, 40, 50 }, "Of the 5 study figures for work on Prolific, 1 is lower than $20, 2 are $20 or span it and 2 are higher than $20; they run from $7 to $50 an hour, with $20 in the middle.")]
    [InlineData("id", new double[] { 5 }, "Hanya ada 1 angka studi untuk pekerjaan di Prolific: $5, lebih rendah daripada $20 per jam.")]
    [InlineData("id", new double[] { 25.5 }, "Hanya ada 1 angka studi untuk pekerjaan di Prolific: $25,50, lebih tinggi daripada $20 per jam.")]
    [InlineData("id", new double[] { 5, 7 }, "Dari 2 angka studi untuk pekerjaan di Prolific, keduanya lebih rendah daripada $20 per jam; yang lebih tinggi $7.")]
    [InlineData("id", new double[] { 5, 43, 3, 4 }, "Dari 4 angka studi untuk pekerjaan di Prolific, 3 lebih rendah daripada $20 dan 1 lebih tinggi daripada $20; semuanya dari $3 sampai $43 per jam, dengan $4,50 di tengah.")]
    [InlineData("id", new double[] { 30, 26, 27 }, "Dari 3 angka studi untuk pekerjaan di Prolific, semuanya lebih tinggi daripada $20 per jam; yang terendah $26.")]
    public void Studies_are_counted_below_at_and_above(string language, double[] studies, string sentence)
    {
        var release = Known.Release([.. studies.Select((usd, i) => Known.Figure($"s{i}", FigureKind.StudyStatistic, (decimal)usd))]);
        Assert.Equal(sentence, Known.Verdict(release, language, language == "en" ? TwentyEnglish : TwentyIndonesian)[0]);
    }

    [Theory]
    [InlineData("en", "Of the 4 study figures for work on Prolific, 1 is lower than $15, 2 lie in that range or reach into it and 1 is higher than $25; they run from $10 to $30 an hour, with $19 in the middle.")]
    [InlineData("id", "Dari 4 angka studi untuk pekerjaan di Prolific, 1 lebih rendah daripada $15, 2 ada di dalam rentang itu atau beririsan dengannya dan 1 lebih tinggi daripada $25; semuanya dari $10 sampai $30 per jam, dengan $19 di tengah.")]
    public void A_range_is_held_against_by_both_of_its_ends(string language, string sentence)
    {
        var release = Known.Release(
        [
            Known.Figure("a", FigureKind.StudyStatistic, 10), Known.Figure("b", FigureKind.StudyStatistic, 20), Known.Figure("c", FigureKind.StudyStatistic, 12, high: 24), Known.Figure("d", FigureKind.StudyStatistic, 30),
        ]);
        Assert.Equal(sentence, Known.Verdict(release, language, "Earn $15 to $25 an hour on Prolific")[0]);
    }

    [Theory]
    [InlineData("en", FigureKind.SurveyStatistic, "There is only 1 survey figure for work on Prolific: $10 to $30, which overlaps with $20 an hour.")]
    [InlineData("id", FigureKind.StudyStatistic, "Hanya ada 1 angka studi untuk pekerjaan di Prolific: $10 sampai $30, yang beririsan dengan $20 per jam.")]
    public void A_figure_that_is_a_range_is_never_called_the_same(string language, FigureKind kind, string sentence) => Assert.Equal(sentence,
        Known.Verdict(Known.Release([Known.Figure("a", kind, 10, high: 30)]), language, language == "en" ? TwentyEnglish : TwentyIndonesian)[0]);

    [Theory]
    [InlineData("en", 99, "$99 an hour is above what nine in ten reported ($40) for work on Prolific (about 60 reports).")]
    [InlineData("en", 35, "$35 an hour is above what three in four reported ($30) and below what one in ten reported ($40) for work on Prolific (about 60 reports).")]
    [InlineData("en", 20, "$20 an hour is above what one in four reported ($10) and below what one in four reported ($30) for work on Prolific (about 60 reports).")]
    [InlineData("en", 7, "$7 an hour is above what one in ten reported ($5) and below what three in four reported ($10) for work on Prolific (about 60 reports).")]
    [InlineData("en", 2, "$2 an hour is below what nine in ten reported ($5) for work on Prolific (about 60 reports).")]
    [InlineData("id", 99, "$99 per jam lebih tinggi daripada yang dilaporkan sembilan dari sepuluh pelapor ($40) untuk pekerjaan di Prolific (sekitar 60 laporan).")]
    [InlineData("id", 25, "$25 per jam lebih tinggi daripada yang dilaporkan separuh pelapor ($20) dan lebih rendah daripada yang dilaporkan satu dari empat pelapor ($30) untuk pekerjaan di Prolific (sekitar 60 laporan).")]
    [InlineData("id", 2, "$2 per jam lebih rendah daripada yang dilaporkan sembilan dari sepuluh pelapor ($5) untuk pekerjaan di Prolific (sekitar 60 laporan).")]
    public void Reports_are_told_by_their_published_quantiles(string language, int usd, string sentence)
    {
        var release = Known.Release(cells: [Known.Reports("prolific", null, null, 5, 10, 20, 30, 40)]);
        Assert.Equal(sentence, Known.Verdict(release, language, $"Earn ${usd} an hour on Prolific")[0]);
    }

    [Theory]
    [InlineData(99, "$99 an hour is above what half reported ($20) for work on Prolific (about 60 reports).")]
    [InlineData(20, "$20 an hour is the middle of what was reported ($20) for work on Prolific (about 60 reports).")]
    [InlineData(3, "$3 an hour is below what half reported ($20) for work on Prolific (about 60 reports).")]
    public void A_quantile_that_may_not_be_published_is_not_spoken_of(int usd, string sentence)
    {
        var release = Known.Release(cells: [Known.Reports("prolific", null, null, null, null, 20, null, null)]);
        Assert.Equal(sentence, Known.Verdict(release, "en", $"Earn ${usd} an hour on Prolific")[0]);
    }

    [Fact]
    public void Reports_of_a_suppressed_group_say_nothing()
    {
        var blank = Known.Reports("prolific", null, null, 5, 10, 20, 30, 40) with { Contributors = null, Blank = "SUPPRESSED_K" };
        var said = Known.Verdict(Known.Release(cells: [blank]), "en", TwentyEnglish);
        Assert.Equal("Whether this is usual cannot be said: this release has no report, study or survey of pay per hour for work on Prolific.", Assert.Single(said));
    }

    [Fact]
    public void Reports_of_the_country_stand_before_those_of_all()
    {
        var release = Known.Release(cells: [Known.Reports("prolific", null, null, 5, 10, 20, 30, 40), Known.Reports("prolific", null, "ID", 1, 2, 3, 4, 5)]);
        Assert.Equal("$20 an hour is above what nine in ten reported ($5) for work on Prolific (Indonesia) (about 60 reports).", Known.Verdict(release, "en", "Earn $20 an hour in Indonesia on Prolific")[0]);
        Assert.Equal("$20 per jam lebih tinggi daripada yang dilaporkan sembilan dari sepuluh pelapor ($5) untuk pekerjaan di Prolific di Indonesia (sekitar 60 laporan).",
            Known.Verdict(release, "id", "Dibayar $20 per jam di Indonesia dari Prolific")[0]);
    }

    [Fact]
    public void Training_ai_may_be_either_sort_of_it_and_reports_name_theirs()
    {
        var release = Known.Release(
            [Known.Figure("a", FigureKind.SurveyStatistic, 15, null, TaskType.AiTrainingGeneral), Known.Figure("b", FigureKind.SurveyStatistic, 60, null, TaskType.AiTrainingExpert), Known.Figure("c", FigureKind.SurveyStatistic, 1, null, TaskType.Survey)],
            [Known.Reports(null, TaskType.AiTrainingGeneral, null, 5, 10, 20, 30, 40), Known.Reports(null, TaskType.AiTrainingExpert, null, 50, 100, 200, 300, 400)]);
        const string Claim = "earn up to $200 an hour training AI";
        Assert.Equal("$200 an hour is above what nine in ten reported ($40) for this kind of work (AI training, general) (about 60 reports).", Assert.Single(Known.Verdict(release, "en", Claim)));
        Assert.Equal(
        [
            "Median of what workers report: $20 | this kind of work (AI training, general), about 60 reports",
            "Median of what workers report: $200 | this kind of work (AI training, expert), about 60 reports",
            "Middle of 2 survey figures: $37.50 ($15 to $60) | this kind of work (AI training, general or expert)",
        ], Known.Lines(release, "en", Claim).Skip(1));
    }

    [Fact]
    public void The_nearest_work_with_evidence_is_taken_for_each_kind_and_named()
    {
        var release = Known.Release([Known.Figure("a", FigureKind.StudyStatistic, 15, null, TaskType.AiTrainingGeneral), Known.Figure("b", FigureKind.Listing, 60, "outlier")]);
        Assert.Equal("There is only 1 study figure for this kind of work (AI training, general or expert): $15, lower than $90 an hour.", Known.Verdict(release, "en", "Earn $90 an hour on Outlier")[0]);
        Assert.Equal(["1 study figure: $15 | this kind of work (AI training, general or expert)", "1 listing: $60 | work on Outlier"], Known.Lines(release, "en", "Earn $90 an hour on Outlier").TakeLast(2));
    }

    [Fact]
    public void Pay_over_all_time_is_used_where_nothing_else_is_known_and_said()
    {
        var all = Known.Figure("a", FigureKind.StudyStatistic, 3) with { PaidOnly = null, PaidOnlyGap = HourlyGap.PaidTimeNotKnown, AllIn = RateRange.Of(3) };
        Assert.Equal("There is only 1 study figure for work on Prolific: $3, lower than $20 an hour. That counts all time, paid and unpaid.", Known.Verdict(Known.Release([all]), "en", TwentyEnglish)[0]);
        Assert.EndsWith("lebih rendah daripada $20 per jam. Angka itu menghitung semua waktu, dibayar maupun tidak.", Known.Verdict(Known.Release([all]), "id", TwentyIndonesian)[0], StringComparison.Ordinal);
        var both = Known.Release([all, Known.Figure("b", FigureKind.StudyStatistic, 5)]);
        Assert.Equal("There is only 1 study figure for work on Prolific: $5, lower than $20 an hour.", Known.Verdict(both, "en", TwentyEnglish)[0]);
    }

    [Theory]
    [InlineData("en", "Earn Rp 4.8 million a month on Prolific", "This is stated per month and cannot be put as pay per hour: the hours are not stated.",
        "At $4 an hour, the middle of what studies found, $300 is about 75 hours of work per month.")]
    [InlineData("id", "Penghasilan Rp 4,8 juta per bulan dari Prolific", "Jumlah ini disebut per bulan dan tidak bisa dijadikan upah per jam: lama kerjanya tidak disebut.",
        "Dengan $4 per jam, nilai tengah yang ditemukan studi, $300 berarti sekitar 75 jam kerja per bulan.")]
    public void Pay_for_a_month_is_told_in_hours_at_known_pay(string language, string text, params string[] sentences)
    {
        var release = Known.Release([Known.Figure("a", FigureKind.StudyStatistic, 3), Known.Figure("b", FigureKind.StudyStatistic, 5)]);
        Assert.Equal(sentences, Known.Verdict(release, language, text));
    }

    [Theory]
    [InlineData("en", "Earn $200 a day on Prolific", "At $4 an hour, the middle of what surveys found, $200 is about 50 hours of work per day.", "There are at most 24 hours per day.")]
    [InlineData("id", "Penghasilan $200 per hari dari Prolific", "Dengan $4 per jam, nilai tengah yang ditemukan survei, $200 berarti sekitar 50 jam kerja per hari.", "Padahal paling banyak hanya ada 24 jam per hari.")]
    public void More_hours_than_there_are_is_said(string language, string text, string needed, string most)
    {
        var said = Known.Verdict(Known.Release([Known.Figure("a", FigureKind.SurveyStatistic, 4)]), language, text);
        Assert.Equal([needed, most], said.Skip(1).Take(2));
    }

    [Theory]
    [InlineData("en", 20.0, 6, "Promises of this sort (Advertised, Prolific · All work) run at ×2.5 the typical pay for an hour, with a 90 % interval of 1.2 to 4 (6 promises, against studies).")]
    [InlineData("en", 20.0, 1, "Promises of this sort (Advertised, Prolific · All work) run at ×2.5 the typical pay for an hour, with a 90 % interval of 1.2 to 4 (1 promise, against studies).")]
    [InlineData("id", 20.0, 6, "Janji semacam ini (Diiklankan, Prolific · Semua pekerjaan) besarnya ×2,5 upah yang lazim untuk satu jam, dengan selang 90 % 1,2 sampai 4 (6 janji, terhadap studi).")]
    public void The_advert_gap_of_such_promises_is_told(string language, double usd, int adverts, string sentence)
    {
        var gap = new AdvertGap { Platform = "prolific", TaskType = null, Kind = FigureKind.Advertised, Adverts = adverts, AgainstReports = 0, Times = 2.5, Low = 1.2, High = 4 };
        var release = Known.Release(gaps: [gap, gap with { Kind = FigureKind.Listing, Times = 9 }, gap with { Platform = null, Times = 7 }]);
        Assert.Contains(sentence, Known.Verdict(release, language, $"Earn ${usd} an hour on Prolific"));
        Assert.DoesNotContain(Known.Verdict(release, language, $"I earned ${usd} an hour on Prolific last week"), s => s.Contains('×'));
    }

    [Fact]
    public void A_claim_of_no_work_that_is_known_is_held_against_nothing()
    {
        var release = Known.Release([Known.Figure("a", FigureKind.StudyStatistic, 3)]);
        Assert.StartsWith("The text names neither a platform nor a kind of work that we know", Assert.Single(Known.Verdict(release, "en", "$200 an hour")), StringComparison.Ordinal);
        Assert.StartsWith("Teks itu tidak menyebut platform atau jenis pekerjaan", Assert.Single(Known.Verdict(release, "id", "$200 per jam")), StringComparison.Ordinal);
        Assert.Empty(Known.Check(release, "$200 an hour").Standings);
    }

    [Theory]
    [InlineData("en", "Work 20 hours a week and earn $800 per week on Outlier", 40, "With the 20 hours a week it names, that is $40 an hour.")]
    [InlineData("en", "Earn $3,100 a month working 2 hours a day on Outlier", 50, "With the 2 hours a day it names, that is $50 an hour where all 31 days are worked, and more where fewer are.")]
    [InlineData("id", "Earn $3,100 a month working 2 hours a day on Outlier", 50, "Dengan 2 jam sehari seperti yang disebut, itu berarti $50 per jam bila bekerja 31 hari penuh, dan lebih bila harinya lebih sedikit.")]
    public void Hours_that_the_text_names_make_it_pay_per_hour(string language, string text, int usd, string sentence)
    {
        var release = Known.Release([Known.Figure("a", FigureKind.Listing, 20, "outlier")]);
        var check = Known.Check(release, text);
        Assert.Equal(new HourlyPay(usd, usd), check.Pay);
        Assert.Equal(sentence, Known.Asked(release, language).ByHours(check));
    }

    [Theory]
    [InlineData("en", "Earn $14.50 an hour in the United States on Prolific", "$14.50 is above the minimum wage: 2 times as much.", "Legal minimum wage: $7.25 | United States, as of 1 July 2024")]
    [InlineData("en", "Earn $5.80 an hour in the United States on Prolific", "$5.80 is below the minimum wage: 0.8 of it.", "Legal minimum wage: $7.25 | United States, as of 1 July 2024")]
    [InlineData("en", "Earn $1.50 an hour in Indonesia on Prolific", "$1.50 is neither wholly above nor wholly below the minimum wage: 0.75 to 1.5 times as much.",
        "Legal minimum wage: $1 to $2 | Indonesia, from the lowest region to the highest, as of 2026")]
    [InlineData("id", "Dibayar $20 per jam di Indonesia dari Prolific", "$20 lebih tinggi daripada upah minimum: 10 sampai 20 kali lipatnya.",
        "Upah minimum resmi: $1 sampai $2 | Indonesia, dari wilayah terendah sampai tertinggi, keadaan 2026")]
    public void The_legal_minimum_of_the_country_named_stands_beside_it(string language, string text, string sentence, string line)
    {
        Assert.Equal(sentence, Known.Verdict(Known.Release(), language, text)[^1]);
        Assert.Equal(line, Known.Lines(Known.Release(), language, text)[^1]);
    }

    [Fact]
    public void A_claim_is_no_evidence_for_itself()
    {
        FigureRow[] figures = [Known.Figure("self", FigureKind.Advertised, 20), Known.Figure("other", FigureKind.Advertised, 30)];
        Assert.Equal(["other"], Assert.Single(Standing.Of(Known.Release(figures), [new("prolific", null)], new(20, 20), "self")).Figures.Select(f => f.Id));
    }

    [Fact]
    public void A_figure_over_several_platforms_is_of_each_of_them()
    {
        var pooled = Known.Figure("pool", FigureKind.SurveyStatistic, 5, null) with { Pool = "Five platforms", PooledPlatforms = ["prolific", "mturk"] };
        Assert.Single(Standing.Of(Known.Release([pooled]), [new("prolific", null)], new(20, 20)));
        Assert.Empty(Standing.Of(Known.Release([pooled]), [new("outlier", null)], new(20, 20)));
        // It is not said to be the platform's own, and gives way to one that is.
        var own = Known.Figure("own", FigureKind.SurveyStatistic, 7, "prolific");
        Assert.True(Standing.Of(Known.Release([pooled]), [new("prolific", null)], new(20, 20)).Single().IsPooled);
        var standing = Standing.Of(Known.Release([pooled, own]), [new("prolific", null)], new(20, 20)).Single();
        Assert.False(standing.IsPooled);
        Assert.Equal(["own"], standing.Figures.Select(f => f.Id));
    }
}
