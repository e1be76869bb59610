using System.Globalization;
using Analytics.Models.Reports;

namespace Analytics.Models.Observations;

/// <summary>What is known of a report's neighbours when the rules look at it.</summary>
/// <param name="Usual">What the like has paid: the work's own cell, else that of its kind of work, else all; null where nothing tells.</param>
/// <param name="SameWorker">Whether there is an earlier report of the same contributor, platform, kind of work and month.</param>
/// <param name="SameFigures">Whether somebody else sent the very same figures before, neither with a key.</param>
/// <param name="InBurst">Whether it is part of a burst (<see cref="Bursts"/>).</param>
public sealed record Surroundings(UsualPay? Usual, bool SameWorker, bool SameFigures, bool InBurst);

/// <summary>Says when a person must look at a report before it counts. Nothing is deleted. Values in, values out.</summary>
public static class HoldRules
{
    /// <summary>Digits that pay and hours must show together for it to be no accident that two reports have the same: "$15 an hour" is said by many, "$137.50 for 11 hours" is not.</summary>
    public const int TellingDigits = 5;

    /// <summary>Why a person must look at <paramref name="report"/>; null where none must.</summary>
    public static HoldReason? Look(Report report, Arrival seen, Surroundings around)
    {
        if (report.Platform is null)
            return HoldReason.UnknownPlatform;
        if (around.SameWorker || (around.SameFigures && IsTelling(report)))
            return HoldReason.Duplicate;
        if (seen.Hourly is { } hourly && around.Usual?.IsFar(hourly) == true)
            return HoldReason.Outlier;
        return around.InBurst ? HoldReason.Burst : null;
    }

    /// <summary>Whether two reports hardly have the same figures by accident.</summary>
    public static bool IsTelling(Report report) =>
        new[] { report.Pay, report.Bonus, report.Costs, report.PaidHours, report.UnpaidHours, report.Tasks }.Sum(Digits) >= TellingDigits;

    // Those between the first and the last that is not 0: 1,200 has two, 137.50 four.
    private static int Digits(decimal? value) => value is null
        ? 0
        : Math.Abs(value.Value).ToString("G29", CultureInfo.InvariantCulture).Replace(".", "", StringComparison.Ordinal).Trim('0').Length;
}
