namespace Analytics.Models.Rollups;

/// <summary>The dimensions of a cell, to be combined.</summary>
[Flags]
public enum Dimensions
{
    None = 0,
    Platform = 1,
    TaskType = 2,
    Experience = 4,
    Country = 8,
    Quarter = 16,
}

/// <summary>The fixed list of groupings that cells are made for. At most 12: every further one is another table that could be differenced.</summary>
public static class Groupings
{
    public static IReadOnlyList<Dimensions> All { get; } =
    [
        Dimensions.None,
        Dimensions.Platform,
        Dimensions.TaskType,
        Dimensions.Experience,
        Dimensions.Country,
        Dimensions.Platform | Dimensions.TaskType,
        Dimensions.Platform | Dimensions.Experience,
        Dimensions.TaskType | Dimensions.Experience,
        Dimensions.Platform | Dimensions.Country,
        Dimensions.TaskType | Dimensions.Country,
        Dimensions.Platform | Dimensions.Quarter,
        Dimensions.Platform | Dimensions.TaskType | Dimensions.Experience,
    ];

    /// <summary>The coarse groupings that also carry log-bucket histograms (METHOD.md §4).</summary>
    public static IReadOnlyList<Dimensions> WithHistogram { get; } =
        [Dimensions.None, Dimensions.Platform, Dimensions.TaskType, Dimensions.Platform | Dimensions.Quarter];
}
