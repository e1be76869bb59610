using System.Text.Json.Serialization;

namespace Analytics.Models.Estimates;

/// <summary>How well a group's left-out pay was predicted.</summary>
public sealed record GroupScore(string Factor, string Value, int N, int Contributors, double? Coverage80, double? LogWidth80);

/// <summary>A simpler way to predict, and by how much its sum of pinball losses is above the model's: with the middle 95 in a hundred of a paired bootstrap over contributors.</summary>
public sealed record BaselineScore(string Name, Score Score, double? Above, double? AboveLow, double? AboveHigh);

/// <summary>Pay of a platform predicted by a model that saw none of it.</summary>
public sealed record LeftOutPlatform(string Platform, int N, int Contributors, double? Coverage80, double Mdape);

/// <summary>What was predicted of a row by a model that saw nothing of its fold; USD.</summary>
public sealed record FoldPrediction(int Row, int Fold, PayPrediction Predicted);

/// <summary>A model's figures on pay that it did not see (METHOD.md §3).</summary>
public sealed record Evaluation
{
    public required Score Score { get; init; }

    /// <summary>Distinct contributors; rows without one count each.</summary>
    public required int Contributors { get; init; }

    public required IReadOnlyList<GroupScore> Groups { get; init; }

    public required IReadOnlyList<BaselineScore> Baselines { get; init; }

    /// <summary>The model that was published before, on the same pay; null where there is none.</summary>
    public BaselineScore? Last { get; init; }

    public required IReadOnlyList<LeftOutPlatform> LeftOutPlatforms { get; init; }

    /// <summary>Of every row; never kept.</summary>
    [JsonIgnore]
    public IReadOnlyList<FoldPrediction> Predictions { get; init; } = [];
}
