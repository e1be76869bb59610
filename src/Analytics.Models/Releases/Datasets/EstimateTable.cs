using Analytics.Models.Platforms;
using Analytics.Models.Rollups;

namespace Analytics.Models.Releases.Datasets;

/// <summary>The table <c>estimates</c>: what the model says one person makes, with how often it held.</summary>
internal static class EstimateTable
{
    private sealed record Told(PersonalRow Row, double? Coverage, int? MeasuredOn);

    public static DatasetTable Create() => new DatasetTable<Told>("estimates", ["measure", "task_type", "platform", "experience", "country"], Read)
        .Word<PayMeasure>("measure", e => e.Row.Measure)
        .Word<TaskType>("task_type", e => e.Row.TaskType)
        .Always("platform", e => e.Row.Platform ?? DatasetTables.Every)
        .Word("experience", e => e.Row.Experience, otherwise: DatasetTables.Every)
        .Always("country", e => e.Row.Country ?? DatasetTables.Every)
        .Number("low", e => e.Row.Low, DatasetTables.PerHour, blank: "interval_blank")
        .Number("typical", e => e.Row.Typical, DatasetTables.PerHour)
        .Number("high", e => e.Row.High, DatasetTables.PerHour, blank: "interval_blank")
        .OneOf("interval_blank", BlankReason.All, e => e.Row.Low is null ? BlankReason.NotCalibrated : null)
        .Number("coverage", e => e.Coverage is { } share ? (decimal)share : null)
        .Integer("coverage_reports", e => e.Coverage is null ? null : e.MeasuredOn)
        .Text("from_release", e => e.Row.FromRelease);

    // The coverage is that of the model as a whole, measured on reports that it had not seen.
    private static IEnumerable<Told> Read(Release release)
    {
        var scores = release.ModelCards.ToDictionary(c => c.Measure, c => c.Model?.Evaluation.Score);
        return release.Personal.Select(e => new Told(e, scores.GetValueOrDefault(e.Measure)?.Coverage80, scores.GetValueOrDefault(e.Measure)?.N));
    }
}
