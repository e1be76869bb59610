using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Web.Pages.Shared;
using Analytics.Web.Releases;

namespace Analytics.Web.Pages.Estimates;

/// <summary>What a month brings: pay per hour times the lower of the hours wished and the hours that people could get.</summary>
/// <param name="Measure">Whose hours: of paid tasks, or all of them.</param>
/// <param name="Wished">Hours a month.</param>
/// <param name="CouldGet">Hours a month that half of those who told got or fewer, in the same measure; null where not known.</param>
/// <param name="Told">The published hours of paid tasks behind it.</param>
public sealed record MonthlyPay(PayMeasure Measure, decimal Wished, decimal? CouldGet, WorkHoursRow? Told)
{
    /// <summary>Hours that the month is counted with.</summary>
    public decimal Hours => CouldGet is { } got && got < Wished ? got : Wished;

    /// <summary>Whether there is less work than wished.</summary>
    public bool IsCapped => Hours < Wished;

    /// <summary>For the hours of <paramref name="choice"/>, counted as <paramref name="measure"/> counts them.</summary>
    public static MonthlyPay Of(ShownRelease release, PayMeasure measure, EstimateChoice choice)
    {
        var told = HoursTold(release, choice.Task, choice.Platform);
        // All hours are the paid ones and, by the median share, the unpaid ones beside them.
        var couldGet = measure == PayMeasure.PaidOnly ? told?.Median
            : told?.UnpaidShare is { } unpaid and < 1 ? told.Median / (1 - unpaid) : null;
        return new(measure, LocalMinimum.MonthlyHours(choice.Hours), couldGet, told);
    }

    // The nearest that is known: the work on the platform, else the work anywhere.
    private static WorkHoursRow? HoursTold(ShownRelease release, TaskType? work, string? platform) =>
        (platform is null ? null : release.HoursOf(new(platform, work, null, null, null))) ?? release.HoursOf(new(null, work, null, null, null));
}
