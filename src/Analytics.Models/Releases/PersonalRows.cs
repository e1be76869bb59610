using Analytics.Models.Estimates;
using Analytics.Models.Privacy;
using Analytics.Models.Rollups;

namespace Analytics.Models.Releases;

/// <summary>Makes what is published of persons' pay and hours: rounded, and nothing of a cell that too few contributors are in.</summary>
internal static class PersonalRows
{
    public static PersonalRow Of(PersonalEstimate estimate) => new(
        estimate.Measure, estimate.TaskType, estimate.Platform, estimate.Experience, estimate.Country,
        Rounded(estimate.Low), Disclosure.Value(estimate.Typical), Rounded(estimate.High));

    /// <summary>Null where the cell may not be published.</summary>
    public static WorkHoursRow? Of(WorkHours hours)
    {
        decimal? Quantile(double q, double value) => Disclosure.MayPublish(q, hours.Contributors) ? Disclosure.Value(value) : null;
        return Quantile(0.5, hours.Median) is not { } median ? null : new(
            hours.Cell, Disclosure.Count(hours.Contributors), Quantile(0.25, hours.P25), median, Quantile(0.75, hours.P75),
            Disclosure.MayPublish(0.5, hours.ToldUnpaid) ? Rounded(hours.UnpaidShare) : null);
    }

    private static decimal? Rounded(double? value) => value is { } known ? Disclosure.Value(known) : null;
}
