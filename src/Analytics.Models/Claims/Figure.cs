using Analytics.Models.Money;

namespace Analytics.Models.Claims;

/// <summary>An amount of money in a block, before anything is known of what it is for.</summary>
internal sealed record Figure
{
    public required BlockView View { get; init; }

    /// <summary>First token of the amount, its currency included.</summary>
    public required int First { get; init; }

    /// <summary>The token after the amount and after what belongs to it: "+", "or more".</summary>
    public required int End { get; init; }

    public required decimal Min { get; init; }

    public required decimal Max { get; init; }

    public required string Currency { get; init; }

    public Bound Bound { get; init; }

    /// <summary>Whether the number stands without any currency ("4 ribu per survey").</summary>
    public bool IsBare { get; init; }

    public int Sentence => View.SentenceOf(First);

    public SentenceSpan Span => View.Sentences[Sentence];

    /// <summary>The amount's unit; null where neither the words around it nor its neighbours tell.</summary>
    public PayUnit? Unit { get; set; }

    /// <summary>The token where the words that speak of this amount begin: its sentence's first, or the one after the amount before it.</summary>
    public int From { get; set; }

    /// <summary>Whether the unit stands with the amount itself.</summary>
    public bool UnitIsNear { get; set; }

    /// <summary>The token after the unit where that follows the amount; otherwise <see cref="End"/>.</summary>
    public int UnitEnd { get; set; }
}
