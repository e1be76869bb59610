namespace Analytics.Models.Rollups;

/// <summary>How much paid work the contributors of a cell got: hours on paid tasks a month, each contributor's mean over the months told of.</summary>
/// <param name="Contributors">Distinct contributors who told of their hours.</param>
/// <param name="ToldUnpaid">Of those, how many told of unpaid time as well.</param>
/// <param name="UnpaidShare">The median of their shares of unpaid time in all time, 0 to 1; null where none told.</param>
public sealed record WorkHours(Cell Cell, int Contributors, double P25, double Median, double P75, int ToldUnpaid, double? UnpaidShare)
{
    /// <summary>The groupings that it is worked out for.</summary>
    public static IReadOnlyList<Dimensions> Groupings { get; } =
        [Dimensions.None, Dimensions.Platform, Dimensions.TaskType, Dimensions.Platform | Dimensions.TaskType];

    /// <summary>The cell's written key.</summary>
    public string Key => Cell.ToString();
}
