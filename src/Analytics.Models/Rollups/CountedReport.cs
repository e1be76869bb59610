using Analytics.Models.Platforms;

namespace Analytics.Models.Rollups;

/// <summary>The published tables whose cells are made of reports.</summary>
public enum ReportTable
{
    PaidOnly,
    AllIn,
    WorkHours,
}

/// <summary>A report that the present rollups are made of.</summary>
/// <param name="CountsAs">Whom it counts as towards k.</param>
/// <param name="Quarter">First day of the quarter worked.</param>
/// <param name="Round">The making of the rollups that counted it first: 1, 2, 3, …</param>
public readonly record struct CountedReport(
    string CountsAs, string? Platform, TaskType? TaskType, ExperienceBand? Experience, string? Country, DateOnly Quarter, int Round);
