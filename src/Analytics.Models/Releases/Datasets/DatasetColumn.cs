namespace Analytics.Models.Releases.Datasets;

/// <summary>What the values of a column are; a missing value is null in each.</summary>
public enum ColumnType
{
    /// <summary><see cref="string"/>.</summary>
    Text,

    /// <summary><see cref="int"/>.</summary>
    Integer,

    /// <summary><see cref="decimal"/>; in Parquet a double.</summary>
    Number,

    /// <summary><see cref="bool"/>.</summary>
    Boolean,

    /// <summary><see cref="DateOnly"/>.</summary>
    Date,
}

/// <summary>A column of a published table. What it means is told by the codebook.</summary>
/// <param name="Name">snake_case; a name never changes its meaning.</param>
/// <param name="Unit">Unit of its numbers: <c>USD/h</c>; null where they have none.</param>
/// <param name="Words">The words that it may hold; empty where any text may stand.</param>
public sealed record DatasetColumn(string Name, ColumnType Type, string? Unit, IReadOnlyList<string> Words)
{
    /// <summary>Whether every row has a value.</summary>
    public bool Required { get; init; }

    /// <summary>The column that says why this one is blank; null where a blank needs no reason.</summary>
    public string? BlankColumn { get; init; }

    /// <summary>Whether several <see cref="Words"/> or names stand in one value, "; " between them.</summary>
    public bool List { get; init; }
}
