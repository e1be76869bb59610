using Analytics.Models.Money;
using Analytics.Models.Platforms;

namespace Analytics.Models.Claims;

/// <summary>
/// The arithmetic of one page's own figures (METHOD.md §1): what a stated total and a stated hourly rate say about hours, against
/// the hours the page states. Nothing is corrected by it; it stands beside the claims.
/// </summary>
/// <param name="Total">The claim of a sum.</param>
/// <param name="Rate">The claim of an hourly rate.</param>
/// <param name="Time">The statement of hours a day, week or month.</param>
/// <param name="HoursPerPeriod">Its hours; the middle of a stated range.</param>
/// <param name="Period"><c>day</c>, <c>week</c> or <c>month</c>.</param>
/// <param name="HoursNeeded">Total ÷ rate, in hours.</param>
/// <param name="PeriodsNeeded">Hours needed ÷ hours per period, in periods.</param>
/// <param name="PeriodsAvailable">The most periods that the stated time of earning can hold; a calendar year's where none is stated.</param>
/// <param name="MostExplained">Rate × hours per period × periods available: the most that such work can have brought, in the claims' currency.</param>
/// <param name="Unexplained">What of the total stays unexplained at least, never below 0, in the claims' currency.</param>
public sealed record PlausibilityCheck(
    Claim Total, Claim Rate, Statement Time, decimal HoursPerPeriod, string Period, decimal HoursNeeded, decimal PeriodsNeeded,
    decimal PeriodsAvailable, decimal MostExplained, decimal Unexplained)
{
    /// <summary>Whether the stated hours can bring the stated total.</summary>
    public bool Holds => Unexplained == 0;
}

/// <summary>Makes the checks that a reading allows.</summary>
public static class ClaimPlausibility
{
    private const decimal MostDaysInYear = 366;
    private const decimal MostWeeksInYear = 53;
    private const decimal MonthsInYear = 12;

    /// <summary>
    /// One check for each sum for which the reading has an hourly rate and a working time of the same person (or of nobody named) on
    /// the same platform, in the same currency; the highest rate is taken, so that the doubt is the least.
    /// </summary>
    public static IReadOnlyList<PlausibilityCheck> Check(Reading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        var checks = new List<PlausibilityCheck>();
        foreach (var total in reading.Claims.Where(c => c.Unit == PayUnit.Total && c.AmountMin > 0))
        {
            var rate = reading.Claims.Where(c => c.Unit == PayUnit.Hour && c.AmountMax > 0 && IsSame(c, total)).MaxBy(c => c.AmountMax);
            var time = reading.Statements.FirstOrDefault(s => s.Topic == StatementTopic.WorkingTime && s.PlatformName == total.PlatformName && WorkTime.Parse(s.Value) is not null);
            if (rate is not null && time is not null && WorkTime.Parse(time.Value) is { } hours)
                checks.Add(Check(total, rate, time, hours.Hours, hours.Period));
        }

        return checks;
    }

    private static bool IsSame(Claim rate, Claim total) =>
        rate.Currency == total.Currency && rate.PlatformName == total.PlatformName
        && (rate.Person is null || total.Person is null || rate.Person == total.Person);

    private static PlausibilityCheck Check(Claim total, Claim rate, Statement time, decimal hours, string period)
    {
        var needed = total.AmountMin / rate.AmountMax;
        var available = Available(period, total.PeriodMonths);
        var explained = rate.AmountMax * hours * available;
        return new PlausibilityCheck(
            total, rate, time, hours, period, needed, needed / hours, available, explained, Math.Max(0, total.AmountMin - explained));
    }

    private static decimal Available(string period, decimal? months) => period switch
    {
        "day" => months is { } m ? Math.Ceiling(m * MostDaysInYear / MonthsInYear) : MostDaysInYear,
        "week" => months is { } m ? Math.Ceiling(m * MostWeeksInYear / MonthsInYear) : MostWeeksInYear,
        _ => months ?? MonthsInYear,
    };
}
