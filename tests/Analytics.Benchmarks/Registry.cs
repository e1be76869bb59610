using Analytics.Benchmarks.Measures;

namespace Analytics.Benchmarks;

/// <summary>Every measure there is.</summary>
internal static class Registry
{
    public static readonly IReadOnlyList<Measure> All =
    [
        FreshClone.Measure,
        TwoArticles.Measure,
        WholeFlow.Measure,
        Browser.Measure,
        ProjectRules.Measure,
        BadInput.Measure,
        ClaimsRead.Measure,
        StatementsOnPages.Measure,
        StoryWitnesses.Measure,
        ArticleText.Measure,
        ReadingSpeed.Measure,
        GuardedFetching.Measure,
        HostileInput.Measure,
        EstimatesAgainstPeers.Measure,
        EstimateTruth.Measure,
        EstimateSpeed.Measure,
        EstimateProperties.Measure,
        EstimateProperties.Degenerate,
        ModelCards.Measure,
        EveryPage.Measure,
        Lighthouse.Measure,
        PageSpeed.Measure,
        WorkersJourney.Measure,
        KilledReports.Measure,
        TrackerFiles.Measure,
        RedTeam.Measure,
        ReleasesAudited.Measure,
        NothingPersonal.Measure,
        OperatorsDoor.Measure,
        .. EmbeddedCharts.All,
        .. Datasets.All,
    ];

    /// <summary>All measures of an issue ("2") or one of them ("2.1").</summary>
    public static IReadOnlyList<Measure> Find(string name) =>
        [.. All.Where(measure => measure.Id == name || measure.Id.StartsWith(name + ".", StringComparison.Ordinal))];
}
