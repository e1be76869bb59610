using Analytics.Models.Rollups;

namespace Analytics.Models.Estimates;

/// <summary>What the effect of a word is.</summary>
/// <param name="Contributors">Who told the word, or the one that it is held against: the fewer.</param>
public sealed record CardEffect(PayEffect Effect, int Contributors);

/// <summary>What must be known of the model of one measure before it is believed (Mitchell et al., Model Cards for Model Reporting, FAT* 2019).</summary>
public sealed record ModelCard
{
    public required PayMeasure Measure { get; init; }

    /// <summary>What became of the model fitted last; where it is not <see cref="ModelFate.Published"/>, the figures are of the one before, if there is one.</summary>
    public required ModelFate Fate { get; init; }

    /// <summary>Contributors among the accepted reports now.</summary>
    public required int Contributors { get; init; }

    /// <summary>Studies' figures that the model leans on now.</summary>
    public required int Studies { get; init; }

    /// <summary>The model in use: null where there is none.</summary>
    public UsedModel? Model { get; init; }

    /// <summary>The figures of the model fitted last where it was turned away.</summary>
    public Evaluation? TurnedAway { get; init; }
}

/// <summary>A model in use.</summary>
/// <param name="Fitted">The day (UTC).</param>
/// <param name="Evaluation">On the reports of that day; kept without the single predictions.</param>
public sealed record UsedModel(string MethodVersion, int Seed, DateOnly Fitted, Evaluation Evaluation, IReadOnlyList<CardEffect> Effects);
