using Analytics.Models.Claims;
using Analytics.Models.Platforms;

namespace Analytics.Models.Tests.Claims;

/// <summary>A small gazetteer of our own and one reader over it, for all tests of this room.</summary>
internal static class Own
{
    public static readonly IReadOnlyList<GazetteerEntry> Gazetteer =
    [
        new("mturk", "Amazon Mechanical Turk", ["MTurk", "M Turk", "Mechanical Turk", "Turkers"], []),
        new("prolific", "Prolific", ["Prolific Academic"], [TaskType.Survey]),
        new("clickworker", "Clickworker", [], []),
        new("micro1", "micro1", [], [TaskType.AiTrainingExpert]),
        new("outlier", "Outlier", ["Outlier AI"], []),
        new("upwork", "Upwork", [], []),
        new("fiverr", "Fiverr", [], []),
        new("uber", "Uber", ["Uber Eats"], [TaskType.RideDelivery]),
        new("gojek", "Gojek", ["Go-Jek"], [TaskType.RideDelivery]),
        new("grab", "Grab", ["GrabFood"], [TaskType.RideDelivery]),
    ];

    public static readonly ClaimReader Reader = new(Gazetteer);

    public static Reading Read(string text, string? language = "en", string? title = null) =>
        Reader.Read(Article.FromText(text, language, title));
}
