using Analytics.Models.Platforms;

namespace Analytics.Models.Rollups;

/// <summary>Which of the two hourly numbers.</summary>
public enum PayMeasure
{
    PaidOnly,
    AllIn,
}

/// <summary>One value or "all" (null) of each dimension.</summary>
/// <param name="Platform">Catalogue slug.</param>
/// <param name="Quarter">First day of a calendar quarter.</param>
public readonly record struct Cell(
    string? Platform, TaskType? TaskType, ExperienceBand? Experience, string? Country, DateOnly? Quarter)
{
    /// <summary>The written key: the five dimensions joined by '/', '*' for all.</summary>
    public override string ToString() => string.Join('/',
        Platform ?? "*",
        TaskType is { } t ? Term.Of(t) : "*",
        Experience is { } e ? Term.Of(e) : "*",
        Country ?? "*",
        Quarter is { } q ? string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{q.Year}Q{(q.Month + 2) / 3}") : "*");
}
