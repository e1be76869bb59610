namespace Analytics.Models.Evidence;

/// <summary>What sort of statement a figure is. Two kinds are never drawn as one mark.</summary>
public enum FigureKind
{
    /// <summary>A worker told us what they earned.</summary>
    SelfReport,

    /// <summary>A worker's log or export file.</summary>
    TrackerLog,

    /// <summary>One worker or a named group, as told by the press or another page. Shown, never trained on: the press picks extremes.</summary>
    WorkerCase,

    /// <summary>A statistic of a survey: many workers asked.</summary>
    SurveyStatistic,

    /// <summary>A statistic computed from observed work.</summary>
    StudyStatistic,

    /// <summary>A statistic that a platform states of itself.</summary>
    PlatformStatistic,

    /// <summary>What a platform, its agents or an article promises.</summary>
    Advertised,

    /// <summary>The upper end of a promise, alone.</summary>
    UpTo,

    /// <summary>Pay offered in a job or task posting.</summary>
    Listing,

    /// <summary>What a freelancer asks, whether or not anyone pays it.</summary>
    AskedRate,

    /// <summary>The least that a platform lets a buyer pay.</summary>
    PlatformFloor,

    /// <summary>A legal minimum; a yardstick, not gig pay.</summary>
    StatutoryMinimum,
}

/// <summary>The kinds of figure in three, for reading at a glance.</summary>
public enum CoarseKind
{
    /// <summary>Somebody got it: worker case, self-report, tracker log.</summary>
    Achieved,

    /// <summary>Measured over many workers: survey or study.</summary>
    Measured,

    /// <summary>Promised, offered, asked or set.</summary>
    Advertised,
}

/// <summary>How the kinds of figure relate to one another.</summary>
public static class FigureKinds
{
    /// <summary>The coarse kind that <paramref name="kind"/> belongs to.</summary>
    public static CoarseKind Coarse(this FigureKind kind) => kind switch
    {
        FigureKind.SelfReport or FigureKind.TrackerLog or FigureKind.WorkerCase => CoarseKind.Achieved,
        FigureKind.SurveyStatistic or FigureKind.StudyStatistic => CoarseKind.Measured,
        _ => CoarseKind.Advertised,
    };

    /// <summary>Whether figures of this kind may train the model of pay.</summary>
    public static bool TrainsModel(this FigureKind kind) => kind
        is FigureKind.SelfReport or FigureKind.TrackerLog or FigureKind.SurveyStatistic or FigureKind.StudyStatistic;
}
