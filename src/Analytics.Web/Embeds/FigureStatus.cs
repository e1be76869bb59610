using Analytics.Models.Corrections;

namespace Analytics.Web.Embeds;

/// <summary>How a figure of a release stands today.</summary>
public enum FigureStatus
{
    /// <summary>The latest release says the same.</summary>
    Current,

    /// <summary>The latest release says something else of the same cell: another value, range, n or basis.</summary>
    Superseded,

    /// <summary>The latest release has no figure of that cell.</summary>
    Withdrawn,

    /// <summary>A published correction says that it was wrong in that release. That stands before all else, whatever the latest release says.</summary>
    Corrected,
}

/// <summary>How a figure stands, with what that rests on. Values in, values out.</summary>
/// <param name="Corrections">Published cases that touch the figure, the latest first.</param>
public sealed record FigureStanding(FigureStatus Status, IReadOnlyList<PublishedCorrection> Corrections)
{
    /// <param name="shown">The figure of the release that is shown.</param>
    /// <param name="latest">The figure that the latest release has of the same; null where it has none.</param>
    /// <param name="corrections">Those that touch it (<see cref="TouchingCorrections"/>).</param>
    public static FigureStanding Of<T>(T shown, T? latest, IReadOnlyList<PublishedCorrection> corrections) where T : class, IEquatable<T> => new(
        corrections.Count > 0 ? FigureStatus.Corrected
            : latest is null ? FigureStatus.Withdrawn
            : shown.Equals(latest) ? FigureStatus.Current : FigureStatus.Superseded,
        corrections);
}
