using Analytics.Models.Evidence;
using Analytics.Web.Charts;
using Analytics.Web.Text;

namespace Analytics.Web.Tests.Charts;

/// <summary>Charts to test with. The figures are made up.</summary>
internal static class Samples
{
    public static readonly ChartWords English = new(SiteText.Of(SiteLanguage.English), "USD");
    public static readonly ChartWords Indonesian = new(SiteText.Of(SiteLanguage.Indonesian), "IDR");

    /// <summary>One platform with several kinds, others with one; ranges, open ends, a middle half.</summary>
    public static IntervalSeries Mixed { get; } = Series(
        Row("Amazon Mechanical Turk", FigureKind.StudyStatistic, EvidenceTier.C, 2.83, "n = 40,903 tasks", "8 years old") with { Low = 0.6, High = 9.1, MiddleLow = 1.6, MiddleHigh = 4.9, SubLabel = "Observed work, all hours" },
        Row("Amazon Mechanical Turk", FigureKind.SurveyStatistic, EvidenceTier.C, 3.31, "n = 3,500 workers", "8 years old"),
        Row("Amazon Mechanical Turk", FigureKind.WorkerCase, EvidenceTier.D, 6, "1 worker", "2 years old") with { Open = OpenEnd.AtLeast },
        Row("Prolific", FigureKind.SelfReport, EvidenceTier.C, 9.4, "n = 120 reports", "5 months old") with { Low = 4.2, High = 16.5, MiddleLow = 7, MiddleHigh = 12 },
        Row("Prolific", FigureKind.PlatformFloor, EvidenceTier.E, 8, "n not stated", "1 month old"),
        Row("micro1", FigureKind.WorkerCase, EvidenceTier.D, 200, "1 worker", "3 months old") with { SubLabel = "AI training, expert" },
        Row("micro1", FigureKind.UpTo, EvidenceTier.E, 150, "n not stated", "3 months old") with { Open = OpenEnd.UpTo },
        Row("Outlier", FigureKind.Advertised, EvidenceTier.E, null, "n not stated", "7 months old") with { Low = 15, High = 50 },
        Row("Upwork", FigureKind.AskedRate, EvidenceTier.C, 24, "n = 6,200 profiles", "3 years old") with { MiddleLow = 12, MiddleHigh = 40 },
        Row("Gojek", FigureKind.TrackerLog, EvidenceTier.B, 1.9, "n = 35 logs", "2 months old") with { Low = 1.1, High = 3 });

    public static IntervalSeries Series(params IntervalRow[] rows) => new(
        "pay-by-platform",
        "What an hour pays, platform by platform",
        "Studies put an hour of microtasks near $3; single workers and adverts for expert AI training speak of $150 and more.",
        "US dollars per hour, before tax",
        "Source: sentences, studies and reports listed with each platform.",
        "PerJam, release 2026-11-21.1 · CC BY 4.0",
        rows);

    public static IntervalRow Row(string label, FigureKind kind, EvidenceTier tier, double? typical, string count, string age) =>
        new(label, kind, tier, count, age) { Typical = typical };

    public static IntervalRow Plain(double typical) => Row("Platform", FigureKind.SelfReport, EvidenceTier.C, typical, "n = 10", "1 year old");

    public static ChartPlan Place(this IntervalSeries series, int width = 960, PayScale scale = PayScale.Log, int margin = 0) =>
        (series with { Scale = scale }).Place(new ChartSize(width, margin), English);
}
