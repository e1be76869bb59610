using Analytics.Models.Claims;
using Analytics.Models.Platforms;
using Analytics.Models.Releases;

namespace Analytics.Web.Pages.Checks;

/// <summary>The work that a claim is of: on a platform, of a kind, or both.</summary>
/// <param name="Platform">Slug; null for all.</param>
/// <param name="Task">Null for all. Whoever says "training AI" and no more may mean the general or the expert sort: as work, the general stands for both.</param>
/// <param name="Country">ISO 3166 two-letter code of where it is done; null for anywhere.</param>
/// <param name="Unplaced">Only figures that name no country.</param>
public sealed record Work(string? Platform, TaskType? Task, string? Country = null, bool Unplaced = false)
{
    /// <summary>
    /// What evidence may be of, the nearest first: the very work, all work on its platform, such work anywhere. Empty where the claim names neither a
    /// platform that we know nor a kind of work.
    /// </summary>
    public static IReadOnlyList<Work> NearTo(Claim claim, Release release)
    {
        var platform = claim.Platform is { } slug ? release.Platform(slug) : null;
        Work?[] all =
        [
            platform is not null && claim.TaskType is not null ? new(platform.Slug, claim.TaskType) : null,
            platform is not null ? new(platform.Slug, null) : null,
            (claim.TaskType ?? OnlyTask(platform)) is { } task ? new(null, task) : null,
        ];
        return [.. all.OfType<Work>()];
    }

    /// <summary>
    /// The same in <paramref name="country"/>, and after each what names no country: pay of another country says nothing of this one. As they are where no country is known.
    /// </summary>
    public static IReadOnlyList<Work> In(IReadOnlyList<Work> near, string? country) =>
        country is null ? near : [.. near.SelectMany(w => new[] { w with { Country = country }, w with { Unplaced = true } })];

    /// <summary>This work by each kind of task that is meant.</summary>
    public IEnumerable<Work> Kinds() => Task == TaskType.AiTrainingGeneral ? [this, this with { Task = TaskType.AiTrainingExpert }] : [this];

    /// <summary>Whether <paramref name="figure"/> is of this work; a figure over several platforms is of each of them.</summary>
    public bool Holds(FigureRow figure) =>
        (Platform is null || figure.Platform == Platform || figure.PooledPlatforms.Contains(Platform)) && (Task is null || Kinds().Any(k => k.Task == figure.TaskType))
        && (Country is null || figure.Country == Country) && !(Unplaced && figure.Country is not null);

    // What is done on a platform, where that is one kind of work.
    private static TaskType? OnlyTask(PlatformRow? platform) => platform?.TaskTypes switch
    {
        [var only] => only,
        { Count: > 0 } all when all.All(t => t is TaskType.AiTrainingGeneral or TaskType.AiTrainingExpert) => TaskType.AiTrainingGeneral,
        _ => null,
    };
}
