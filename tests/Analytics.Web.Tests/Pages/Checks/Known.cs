using Analytics.Models.Claims;
using Analytics.Models.Estimates;
using Analytics.Models.Evidence;
using Analytics.Models.Hourly;
using Analytics.Models.Money;
using Analytics.Models.Observations;
using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Web.Pages.Checks;
using Analytics.Web.Pages.Shared;
using Analytics.Web.Releases;
using Analytics.Web.Text;

namespace Analytics.Web.Tests.Pages.Checks;

/// <summary>Small releases that hold just what a check is to be held against, and what is said of it.</summary>
internal static class Known
{
    public static readonly DateOnly Today = new(2026, 11, 22);

    private static readonly PastedReader Reader = new();

    /// <summary>A release of some figures, reports and advert gaps.</summary>
    public static ShownRelease Release(IReadOnlyList<FigureRow>? figures = null, IReadOnlyList<CellRow>? cells = null, IReadOnlyList<AdvertGap>? gaps = null) => new(new()
    {
        Head = new("known", 1, new(2026, 11, 21, 0, 0, 0, TimeSpan.Zero), Simulated: false),
        Platforms =
        [
            new("prolific", "Prolific", [], "https://www.prolific.com/", "survey", [TaskType.Survey, TaskType.Other], null),
            new("outlier", "Outlier", [], "https://outlier.ai/", "ai-training", [TaskType.AiTrainingGeneral, TaskType.AiTrainingExpert], null),
        ],
        Reports = [],
        ReportQuarters = [],
        Figures = figures ?? [],
        Claims = [],
        Statements = [],
        Cells = cells ?? [],
        Personal = [],
        WorkHours = [],
        Checks = [],
        AdvertGaps = gaps ?? [],
        ModelCards = [],
        ExchangeRates = [new(new(2026, 10, 1), "IDR", 16_000, "ECB")],
        MinimumWages =
        [
            new("US", null, 7.25m, "USD", PayUnit.Hour, null, new(2024, 7, 1), "Wage table", "https://example.org/wages"),
            new("ID", "DKI Jakarta", 5_546_667, "IDR", PayUnit.Month, 40, new(2026, 1, 1), "Wage list", null),
            new("ID", "Jawa Barat", 2_773_333, "IDR", PayUnit.Month, 40, new(2026, 1, 1), "Wage list", null),
            new("ID", "Jawa Barat", 1_000_000, "IDR", PayUnit.Month, 40, new(2025, 1, 1), "Wage list", null),
        ],
    });

    /// <summary>A figure of pay for paid time; a range where <paramref name="high"/> is given.</summary>
    public static FigureRow Figure(string id, FigureKind kind, decimal usd, string? platform = "prolific", TaskType? task = null, decimal? high = null) => new()
    {
        Id = id,
        Origin = OriginKind.Figure,
        Kind = kind,
        Tier = EvidenceTier.C,
        Statistic = high is null ? Statistic.Single : Statistic.Range,
        Basis = PayBasis.PaidOnly,
        Platform = platform,
        TaskType = task,
        Month = new(2024, 1, 1),
        Bound = Bound.Exact,
        Currency = "USD",
        Unit = PayUnit.Hour,
        PaidOnly = new(usd, (usd + (high ?? usd)) / 2, high ?? usd),
        Witnesses = [new(null, $"Study {id}", null, null, null, null, null, null, null)],
    };

    /// <summary>Published reports.</summary>
    public static CellRow Reports(string? platform, TaskType? task = null, string? country = null, params decimal?[] quantiles) => new()
    {
        Cell = new(platform, task, null, country, null),
        Measure = PayMeasure.PaidOnly,
        Contributors = 60,
        P10 = quantiles[0],
        P25 = quantiles[1],
        Median = quantiles[2],
        P75 = quantiles[3],
        P90 = quantiles[4],
    };

    public static Asked Asked(ShownRelease release, string language) =>
        new(SiteText.Of(SiteLanguage.Find(language)!), release, ShownCurrency.Dollar, Today, Frozen: false);

    /// <summary>The check of the one claim of <paramref name="text"/>.</summary>
    public static ClaimCheck Check(ShownRelease release, string text) =>
        Assert.Single(PastedCheck.Of(release, Reader.Read(PastedText.Find(text)!), Today).Claims);

    /// <summary>All sentences of the verdict on the one claim of <paramref name="text"/>, with plain spaces.</summary>
    public static IReadOnlyList<string> Verdict(ShownRelease release, string language, string text) =>
        [.. Asked(release, language).Verdict(Check(release, text)).Select(s => s.Replace('\u00a0', ' '))];

    /// <summary>The table under that verdict, a line each: "what: an hour (from lowest to highest) | from", with plain spaces.</summary>
    public static IReadOnlyList<string> Lines(ShownRelease release, string language, string text) =>
        [.. Asked(release, language).Lines(Check(release, text)).Select(l => $"{l.What}: {l.Hourly ?? "?"}{(l.Ends is { } ends ? $" ({ends})" : "")} | {l.From}".Replace('\u00a0', ' '))];
}
