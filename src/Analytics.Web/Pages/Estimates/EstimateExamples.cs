using Analytics.Models.Platforms;

namespace Analytics.Web.Pages.Estimates;

/// <summary>Choices to begin from, of those that readers come with.</summary>
internal static class EstimateExamples
{
    public static IReadOnlyList<EstimateChoice> All { get; } =
    [
        new() { Task = TaskType.Survey, Country = "ID" },
        new() { Task = TaskType.ImageVideoLabelling, Country = "ID", Experience = ExperienceBand.NoneYet },
        new() { Task = TaskType.AiTrainingExpert, Expertise = Expertise.Law },
        new() { Task = TaskType.RideDelivery, Platform = "gojek", Country = "ID" },
        new() { Task = TaskType.Survey, Platform = "prolific", Country = "US" },
    ];
}
