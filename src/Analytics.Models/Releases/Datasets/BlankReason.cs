using Analytics.Models.Privacy;

namespace Analytics.Models.Releases.Datasets;

/// <summary>The words that stand beside a blank and say why it is one. Those of <see cref="Disclosure"/> and a few that only the tables need.</summary>
public static class BlankReason
{
    /// <summary>No report is of this cell; what is told of it is from studies.</summary>
    public const string NoReports = "NO_REPORTS";

    /// <summary>There are reports, and neither they nor the model support a typical rate.</summary>
    public const string NotEstimated = "NOT_ESTIMATED";

    /// <summary>Too few contributors to measure how wide the interval must be.</summary>
    public const string NotCalibrated = "NOT_CALIBRATED";

    /// <summary>Every reason, in the order in which they are explained.</summary>
    public static IReadOnlyList<string> All { get; } =
    [
        Disclosure.SuppressedK, Disclosure.SuppressedComplement, Disclosure.Unstable, Disclosure.Withdrawn, Disclosure.NotAsked, Disclosure.NotReported, Disclosure.TopCoded,
        NoReports, NotEstimated, NotCalibrated,
    ];
}
