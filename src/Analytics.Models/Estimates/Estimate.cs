using Analytics.Models.Rollups;

namespace Analytics.Models.Estimates;

/// <summary>What an estimate rests on.</summary>
public enum EstimateBasis
{
    /// <summary>Reports of this very cell, enough of them (METHOD.md §2: n_eff ≥ 30 and CV ≤ 20 %).</summary>
    Direct,

    /// <summary>Reports of this cell and its relatives, through the model.</summary>
    Modelled,

    /// <summary>Surveys and studies; no reports.</summary>
    Studies,
}

/// <summary>The typical rate of a cell, with its interval. USD an hour, before tax.</summary>
public sealed record Estimate
{
    public required Cell Cell { get; init; }

    /// <summary>The cell's written key.</summary>
    public string Key => Cell.ToString();

    public required PayMeasure Measure { get; init; }

    public required EstimateBasis Basis { get; init; }

    /// <summary>Median pay.</summary>
    public required decimal Typical { get; init; }

    /// <summary>Lower end of the interval: of the median, 90 %, for <see cref="EstimateBasis.Direct"/>; the lowest study's figure for <see cref="EstimateBasis.Studies"/>.</summary>
    public required decimal Low { get; init; }

    /// <summary>Upper end, as <see cref="Low"/>.</summary>
    public required decimal High { get; init; }

    /// <summary>Contributors behind it; for studies the workers they had, those of several figures of one work once.</summary>
    public required int Workers { get; init; }

    /// <summary>Whether any all-in pay behind it was worked out with assumed unpaid time.</summary>
    public bool Imputed { get; init; }

    /// <summary>Observations it was made from, for studies; empty for reports.</summary>
    public IReadOnlyList<string> ObservationIds { get; init; } = [];

    public string MethodVersion { get; init; } = CellEstimator.Version;

    /// <summary>Seed of the random numbers used; 0 where none are.</summary>
    public int Seed { get; init; }

    /// <summary>Hash of all that the estimates of this run were made from.</summary>
    public string InputHash { get; init; } = "";
}
