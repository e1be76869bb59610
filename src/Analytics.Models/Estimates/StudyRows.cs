using System.Globalization;
using Analytics.Models.Evidence;
using Analytics.Models.Rollups;

namespace Analytics.Models.Estimates;

/// <summary>Studies' figures as rows of many workers each, for the model of reports to lean on. Values in, values out.</summary>
internal static class StudyRows
{
    /// <summary>
    /// The rows of <paramref name="studies"/> that may train the model. Figures of one work speak of the same workers: together they weigh as many as the largest of them has. A mean and a
    /// median of the same kind are measured differently, so each has a method of its own.
    /// </summary>
    public static IReadOnlyList<PayRow> Of(IReadOnlyList<StudyFigure> studies, PayMeasure measure) =>
        [.. studies.Where(s => MayTrain(s, measure)).GroupBy(s => s.Source, StringComparer.Ordinal).SelectMany(of => OfWork([.. of], measure))];

    private static bool MayTrain(StudyFigure study, PayMeasure measure) =>
        study.IsMeasured && study.Seen.Kind.TrainsModel() && study.Rate.Of(measure) is { Typical: > 0 } && !(measure == PayMeasure.AllIn && study.Rate.AllInImputed);

    private static IEnumerable<PayRow> OfWork(IReadOnlyList<StudyFigure> figures, PayMeasure measure)
    {
        var share = (double)figures.Max(f => f.Weight) / figures.Sum(f => f.Weight);
        return figures.Select(study => new PayRow
        {
            Hourly = (double)study.Rate.Of(measure)!.Value.Typical,
            Platform = study.Seen.Platform ?? "",
            TaskType = study.Seen.TaskType is { } task ? Term.Of(task) : "",
            Country = study.Seen.Country ?? "",
            Experience = study.Seen.Experience is { } experience ? Term.Of(experience) : "",
            Method = $"{Term.Of(study.Seen.Kind)}/{(study.Seen.Statistic == Statistic.Mean ? "mean" : "median")}",
            Year = study.Seen.Month.Year.ToString(CultureInfo.InvariantCulture),
            Weight = Tiers.Weight(study.Seen.Tier) * share,
            Workers = study.Weight,
        });
    }
}
