using Analytics.Models.Evidence;
using Analytics.Models.Money;
using Analytics.Models.Platforms;

namespace Analytics.Models.Claims;

/// <summary>Makes claims of the job offers in a page's metadata (schema.org <c>JobPosting</c>).</summary>
internal static class OfferReader
{
    /// <summary>
    /// One claim for each offer with pay. Monthly and yearly pay is an employee's salary and no claim, unless the employer is a
    /// platform that we know or the page speaks of gig work.
    /// </summary>
    public static List<Claim> Claims(ArticleView article, PlatformTable platforms)
    {
        var claims = new List<Claim>();
        foreach (var offer in article.Article.Offers)
        {
            if (Unit(offer.Unit) is not { } unit || offer.Currency is not { Length: 3 } currency || (offer.AmountMin ?? offer.AmountMax) is not > 0)
                continue;
            var employer = offer.Employer is null ? null : platforms.Called(offer.Employer);
            if (unit is PayUnit.Month or PayUnit.Year && employer is null && !article.Blocks.Any(b => b.Says(Cue.GigWork)))
                continue;
            claims.Add(Claim(offer, unit, currency.ToUpperInvariant(), employer, article));
        }

        return claims;
    }

    /// <summary>Whether a claim of the text says the offer's pay again.</summary>
    public static bool IsSame(Claim offer, Claim told) =>
        (offer.AmountMin, offer.AmountMax, offer.Currency, offer.Unit) == (told.AmountMin, told.AmountMax, told.Currency, told.Unit);

    private static Claim Claim(JobOffer offer, PayUnit unit, string currency, KnownPlatform? employer, ArticleView article)
    {
        var (low, high) = (offer.AmountMin ?? offer.AmountMax!.Value, offer.AmountMax ?? offer.AmountMin!.Value);
        var task = article.TaskIn(offer.Title) ?? (employer?.TaskTypes is [var only] ? only : null);
        return new Claim
        {
            Quote = offer.Quote,
            Sentence = offer.Quote,
            Place = new Place(-1, 0, offer.Quote.Length),
            Kind = FigureKind.Listing,
            Tier = EvidenceTier.E,
            AmountMin = Math.Min(low, high),
            AmountMax = Math.Max(low, high),
            Bound = offer.AmountMin is null ? Bound.UpTo : offer.AmountMax is null ? Bound.AtLeast : Bound.Exact,
            Currency = currency,
            Unit = unit,
            Platform = employer?.Slug,
            PlatformName = employer?.Name ?? offer.Employer,
            PlatformRule = offer.Employer is null ? null : "offer",
            TaskType = task,
            TaskRule = task is null ? null : "offer",
            Country = offer.Countries is [{ Length: 2 } country] ? country : null,
        };
    }

    private static PayUnit? Unit(string? text) => text?.ToUpperInvariant() switch
    {
        "HOUR" or "HOURLY" or "HR" => PayUnit.Hour,
        "DAY" or "DAILY" => PayUnit.Day,
        "WEEK" or "WEEKLY" => PayUnit.Week,
        "MONTH" or "MONTHLY" => PayUnit.Month,
        "YEAR" or "YEARLY" or "ANNUAL" => PayUnit.Year,
        _ => null,
    };
}
