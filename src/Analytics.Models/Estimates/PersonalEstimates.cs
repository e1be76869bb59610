using Analytics.Models.Evidence;
using Analytics.Models.Platforms;
using Analytics.Models.Rollups;

namespace Analytics.Models.Estimates;

/// <summary>
/// What the model says of persons, for every combination of words near which contributors enough have reported: kind of work with platform, with country and
/// with experience, each pair by itself. Values in, values out.
/// </summary>
internal static class PersonalEstimates
{
    /// <summary>The estimates of <paramref name="model"/> for the newest year of <paramref name="reports"/>, in the order of their words.</summary>
    public static IReadOnlyList<PersonalEstimate> Of(PayModel model, PayMeasure measure, IReadOnlyList<PayRow> reports)
    {
        var year = reports.Max(r => r.Year) ?? "";
        return [.. from work in reports.GroupBy(r => r.TaskType, StringComparer.Ordinal)
            where IsEnough(work)
            let task = Term.Find<TaskType>(Told(work.Key))
            where task is not null
            orderby task
            from platform in Words(work, PayFactor.Platform)
            from experience in Words(work, PayFactor.Experience)
            from country in Words(work, PayFactor.Country)
            select Person(model, measure, task.Value, new()
            {
                Hourly = 1,
                TaskType = work.Key,
                Platform = platform,
                Experience = experience,
                Country = country,
                Method = Term.Of(EvidenceTier.C),
                Year = year,
            })];
    }

    private static PersonalEstimate Person(PayModel model, PayMeasure measure, TaskType task, PayRow person)
    {
        var pay = model.Predict(person);
        return new(measure, task, Told(person.Platform), Term.Find<ExperienceBand>(Told(person.Experience)), Told(person.Country), pay.Median)
        {
            Low = pay.Low,
            High = pay.High,
        };
    }

    // None, which is "not told", before the words that contributors enough told of this work.
    private static List<string> Words(IEnumerable<PayRow> work, PayFactor factor) =>
        ["", .. work.GroupBy(r => r[factor], StringComparer.Ordinal).Where(g => g.Key.Length > 0 && IsEnough(g)).Select(g => g.Key).Order(StringComparer.Ordinal)];

    private static bool IsEnough(IEnumerable<PayRow> rows) => Evaluator.Contributors(rows) >= CellEstimator.LeastModelled;

    private static string? Told(string word) => word.Length > 0 ? word : null;
}
