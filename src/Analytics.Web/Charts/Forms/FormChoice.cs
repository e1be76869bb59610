using Analytics.Models;
using Analytics.Models.Platforms;
using Analytics.Models.Releases;
using Analytics.Models.Rollups;
using Analytics.Web.Pages.Shared;

namespace Analytics.Web.Charts.Forms;

/// <summary>What most forms let a reader choose: one value or all of each.</summary>
internal sealed record FormChoice(PlatformRow? Platform, TaskType? Task, ExperienceBand? Experience, string? Country, PayMeasure Measure)
{
    /// <summary>Reads those of <paramref name="names"/> that the query holds; a value that is not known is a fault.</summary>
    public static FormChoice Read(ChartQuery query, IReadOnlyList<string> names) => new(
        names.Contains("platform") ? ReadPlatform(query) : null,
        names.Contains("task") ? Chosen.Term<TaskType>(query.Query, "task", query.Faults) : null,
        names.Contains("experience") ? Chosen.Term<ExperienceBand>(query.Query, "experience", query.Faults) : null,
        names.Contains("country") ? Chosen.Country(query.Query, query.Faults) : null,
        names.Contains("measure") ? Chosen.Term<PayMeasure>(query.Query, "measure", query.Faults) ?? PayMeasure.PaidOnly : PayMeasure.PaidOnly);

    /// <summary>Faults a choice that a form cannot do without.</summary>
    public static void NeedTask(ChartQuery query, FormChoice choice)
    {
        if (choice.Task is null && !query.Faults.ContainsKey("task"))
            query.Faults["task"] = $"task is needed; it is one of {string.Join(", ", Enum.GetValues<TaskType>().Select(Term.Of))}.";
    }

    /// <inheritdoc cref="NeedTask"/>
    public static void NeedPlatform(ChartQuery query, FormChoice choice)
    {
        if (choice.Platform is null && !query.Faults.ContainsKey("platform"))
            query.Faults["platform"] = "platform is needed; it is the last part of a platform page's address, such as prolific.";
    }

    public (string Name, string? Value)[] ToFilter() =>
    [
        ("platform", Platform?.Slug),
        ("task", Task is { } task ? Term.Of(task) : null),
        ("experience", Experience is { } band ? Term.Of(band) : null),
        ("country", Country),
        ("measure", Measure == PayMeasure.PaidOnly ? null : Term.Of(Measure)),
    ];

    private static PlatformRow? ReadPlatform(ChartQuery query)
    {
        var slugs = Chosen.Platforms(query.Query, query.Asked.Release.Release, query.Faults);
        if (slugs.Count > 1)
            query.Faults["platform"] = "platform may stand once; this chart is of one platform or of all.";
        return slugs.Count == 1 ? query.Asked.Release.Release.Platform(slugs[0]) : null;
    }
}
