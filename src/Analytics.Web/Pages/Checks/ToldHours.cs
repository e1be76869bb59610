using Analytics.Models.Claims;
using Analytics.Models.Money;

namespace Analytics.Web.Pages.Checks;

/// <summary>The working time that a text names, against what its pay is for.</summary>
/// <param name="Hours">Hours a <paramref name="Period"/>.</param>
/// <param name="Period"><c>day</c>, <c>week</c> or <c>month</c>.</param>
/// <param name="Most">The most hours that the pay can be for.</param>
/// <param name="Days">Days in the unit of pay, where all of them are taken for worked; null where hours and pay are of the same period.</param>
public sealed record ToldHours(decimal Hours, string Period, decimal Most, int? Days)
{
    /// <summary>Hours in a day, week, month or year at the most; null for what is no stretch of time.</summary>
    public static decimal? In(PayUnit unit) => DaysIn(unit) * 24;

    /// <summary>The working time of <paramref name="claim"/>; null where its paragraph names none, or its pay is for no stretch of time.</summary>
    public static ToldHours? Of(Claim claim, IEnumerable<Statement> statements)
    {
        var time = statements.Where(s => s.Topic == Models.Platforms.StatementTopic.WorkingTime && s.Place.Block == claim.Place.Block)
            .Select(s => WorkTime.Parse(s.Value)).FirstOrDefault(t => t is not null);
        if (claim.Hours is not null || time is not var (hours, period) || DaysIn(claim.Unit) is not { } days)
            return null;
        return (claim.Unit, period) switch
        {
            (PayUnit.Day, "day") or (PayUnit.Week, "week") or (PayUnit.Month, "month") => new(hours, period, hours, null),
            (_, "day") => new(hours, period, hours * days, days),
            (PayUnit.Month or PayUnit.Year, "week") => new(hours, period, hours * days / 7, days),
            (PayUnit.Year, "month") => new(hours, period, hours * 12, days),
            _ => null,
        };
    }

    private static int? DaysIn(PayUnit unit) => unit switch
    {
        PayUnit.Day => 1,
        PayUnit.Week => 7,
        PayUnit.Month => 31,
        PayUnit.Year => 366,
        _ => null,
    };
}
