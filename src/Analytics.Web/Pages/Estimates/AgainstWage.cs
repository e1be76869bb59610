using Analytics.Web.Pages.Shared;

namespace Analytics.Web.Pages.Estimates;

/// <summary>Pay held against the legal minimum of where the reader lives (<c>_Against</c>).</summary>
/// <param name="Minimum">Null where none is known.</param>
public sealed record AgainstWage(Asked Asked, Yardstick? Minimum, string Sentence)
{
    /// <summary>The minimum, and the pay beside it; null where no country was told.</summary>
    /// <param name="hourlyUsd">The pay.</param>
    public static AgainstWage? Of(Asked asked, EstimateChoice choice, decimal hourlyUsd)
    {
        if (choice.Country is not { } country)
            return null;
        if (Yardstick.Of(asked.Release, country, choice.Region) is not { } minimum)
            return new(asked, null, asked.Text.Fill("minimum.unknown", ("country", asked.CountryInSentence(country)!)));
        string?[] said =
        [
            asked.Known(minimum),
            asked.Against(minimum, asked.Text["estimate.wagePay"], hourlyUsd, hourlyUsd),
            minimum.Differs ? asked.Text["estimate.wageChoose"] : null,
            asked.Text["estimate.wageWork"],
        ];
        return new(asked, minimum, string.Join(" ", said.OfType<string>()));
    }
}
