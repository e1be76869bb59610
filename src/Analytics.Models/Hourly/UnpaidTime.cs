using Analytics.Models.Observations;
using Analytics.Models.Platforms;

namespace Analytics.Models.Hourly;

/// <summary>What studies found of unpaid time, for the kinds of work that they studied (METHOD.md §1).</summary>
public static class UnpaidTime
{
    /// <summary>ILO 2018: 20 unpaid minutes for each paid hour of microtasks, so 60/80; Toxtli, Suri and Savage 2021 measured 0.753.</summary>
    public static readonly StudiedShare Microtasks = new(0.75m, "ILO 2018, 20 unpaid minutes per paid hour; Toxtli, Suri & Savage 2021 (arXiv 2110.00169) 0.753");

    /// <summary>ILO 2018: 23 unpaid minutes for each paid hour of freelance work, so 60/83, rounded.</summary>
    public static readonly StudiedShare Freelance = new(0.72m, "ILO 2018, 23 unpaid minutes per paid hour of freelance work");

    /// <summary>Standard deviation of the unpaid share (mean 0.25), carried into intervals.</summary>
    public const decimal ShareDeviation = 0.1m;

    /// <summary>The factor for this observation's kind of work, or null where no study supports one.</summary>
    public static StudiedShare? ShareFor(Observation seen) =>
        seen.TaskType is { } task ? ShareFor(task) : ShareFor(Catalogue.Load().Find(seen.Platform ?? "")?.Group);

    /// <summary>The factor for a kind of work, or null where no study supports one.</summary>
    public static StudiedShare? ShareFor(TaskType task) => task switch
    {
        TaskType.Survey or TaskType.DataEntry or TaskType.ContentModeration or TaskType.ImageVideoLabelling => Microtasks,
        TaskType.Coding or TaskType.Writing or TaskType.Translation or TaskType.Design => Freelance,
        _ => null,
    };

    // Where the work is not named, the sort of platform tells.
    private static StudiedShare? ShareFor(PlatformGroup? group) => group switch
    {
        PlatformGroup.Microtask or PlatformGroup.Survey => Microtasks,
        PlatformGroup.Freelance => Freelance,
        _ => null,
    };
}

/// <summary>All-in pay as a factor of paid-only pay, with the study it rests on.</summary>
public sealed record StudiedShare(decimal Factor, string Source);
