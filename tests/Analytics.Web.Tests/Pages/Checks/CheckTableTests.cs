using Analytics.Models.Evidence;
using Analytics.Models.Hourly;
using Analytics.Web.Releases;

namespace Analytics.Web.Tests.Pages.Checks;

/// <summary>The table under a verdict against the figures that it is made from, in both languages.</summary>
public sealed class CheckTableTests
{
    private static readonly ShownRelease Some = Known.Release(
        [
            Known.Figure("a", FigureKind.StudyStatistic, 3), Known.Figure("b", FigureKind.StudyStatistic, 5), Known.Figure("c", FigureKind.StudyStatistic, 4.5m),
            Known.Figure("d", FigureKind.PlatformStatistic, 22), Known.Figure("e", FigureKind.Listing, 10, high: 30),
            Known.Figure("f", FigureKind.UpTo, 12), Known.Figure("g", FigureKind.UpTo, 12),
        ],
        [Known.Reports("prolific", null, null, 5, 10, 20, 30, 40)]);

    [Theory]
    [InlineData("en", "Earn up to $40 an hour on Prolific",
        "The claim: up to $40 | Advertised “up to”",
        "Median of what workers report: $20 | work on Prolific, about 60 reports",
        "Middle of 3 study figures: $4.50 ($3 to $5) | work on Prolific",
        "1 figure that a platform gives of itself: $22 | work on Prolific",
        "Middle of 2 “up to” adverts: $12 | work on Prolific",
        "1 listing: $10 to $30 | work on Prolific")]
    [InlineData("id", "Dibayar hingga $40 per jam di Prolific",
        "Pernyataan ini: hingga $40 | Diiklankan “hingga”",
        "Median laporan pekerja: $20 | pekerjaan di Prolific, sekitar 60 laporan",
        "Nilai tengah 3 angka studi: $4,50 ($3 sampai $5) | pekerjaan di Prolific",
        "1 angka dari platform tentang dirinya sendiri: $22 | pekerjaan di Prolific",
        "Nilai tengah 2 iklan “hingga”: $12 | pekerjaan di Prolific",
        "1 lowongan: $10 sampai $30 | pekerjaan di Prolific")]
    public void Every_kind_of_figure_has_its_line(string language, string text, params string[] lines) => Assert.Equal(lines, Known.Lines(Some, language, text));

    [Theory]
    [InlineData("en", "Earn $200 a day on Prolific",
        "The claim: ? | the hours are not stated",
        "Median of what workers report: ? | Reports of work on Prolific are shown once at least 10 people have sent one.",
        "Studies and surveys: ? | This release has none of pay per hour for work on Prolific.",
        "1 advert: $9 | work on Prolific")]
    [InlineData("id", "Penghasilan $200 per hari dari Prolific",
        "Pernyataan ini: ? | lama kerjanya tidak disebut",
        "Median laporan pekerja: ? | Laporan tentang pekerjaan di Prolific baru ditampilkan setelah sedikitnya 10 orang melapor.",
        "Studi dan survei: ? | Rilis ini tidak memuat upah per jam untuk pekerjaan di Prolific.",
        "1 iklan: $9 | pekerjaan di Prolific")]
    public void What_is_not_known_has_its_line_too(string language, string text, params string[] lines) =>
        Assert.Equal(lines, Known.Lines(Known.Release([Known.Figure("a", FigureKind.Advertised, 9)]), language, text));

    [Theory]
    [InlineData("en", "Earn $20 an hour on Prolific", "1 study figure: $3 | work on Prolific. That counts all time, paid and unpaid.")]
    [InlineData("id", "Dibayar $20 per jam di Prolific", "1 angka studi: $3 | pekerjaan di Prolific. Angka itu menghitung semua waktu, dibayar maupun tidak.")]
    public void That_unpaid_time_is_counted_is_said(string language, string text, string line)
    {
        var all = Known.Figure("a", FigureKind.StudyStatistic, 3) with { PaidOnly = null, PaidOnlyGap = HourlyGap.PaidTimeNotKnown, AllIn = RateRange.Of(3) };
        Assert.Equal(line, Known.Lines(Known.Release([all]), language, text)[^1]);
    }

    [Theory]
    [InlineData("en", "Earn $20 an hour in Indonesia on Prolific", "Studies and surveys: ? | This release has none of pay per hour for work on Prolific (Indonesia).")]
    [InlineData("id", "Dibayar $20 per jam di Indonesia dari Prolific", "Studi dan survei: ? | Rilis ini tidak memuat upah per jam untuk pekerjaan di Prolific di Indonesia.")]
    public void What_is_known_of_another_country_only_is_missing_of_this_one(string language, string text, string line) =>
        Assert.Contains(line, Known.Lines(Known.Release([Known.Figure("a", FigureKind.StudyStatistic, 9) with { Country = "US" }]), language, text));

    [Fact]
    public void A_claim_of_no_known_work_stands_alone() => Assert.Equal(["The claim: $200 | Advertised"], Known.Lines(Some, "en", "$200 an hour"));
}
