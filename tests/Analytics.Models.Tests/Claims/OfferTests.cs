using Analytics.Models.Claims;
using Analytics.Models.Evidence;
using Analytics.Models.Money;
using Analytics.Models.Platforms;
using Xunit;

namespace Analytics.Models.Tests.Claims;

/// <summary>Job offers in a page's metadata.</summary>
public sealed class OfferTests
{
    private static readonly JobOffer Offer = new("Physics expert for AI training", "Outlier", 30, 45, "USD", "HOUR", null, ["PH"], "Physics expert: 30-45 USD an hour");

    [Fact]
    public void An_offer_is_a_listing_with_the_offer_s_quote()
    {
        var claim = Assert.Single(Read(Offer).Claims);
        Assert.Equal((FigureKind.Listing, EvidenceTier.E, 30m, 45m, PayUnit.Hour, "outlier", "PH"),
            (claim.Kind, claim.Tier, claim.AmountMin, claim.AmountMax, claim.Unit, claim.Platform, claim.Country));
        Assert.Equal((Offer.Quote, new Place(-1, 0, Offer.Quote.Length)), (claim.Quote, claim.Place));
        Assert.Equal(TaskType.AiTrainingExpert, claim.TaskType);
    }

    [Fact]
    public void The_same_pay_in_the_text_is_no_second_claim()
    {
        var reading = Read(Offer, "We pay $30 to $45 an hour.");
        Assert.Equal(-1, Assert.Single(reading.Claims).Place.Block);
        Assert.Contains(reading.PassedOver, p => p.Reason == PassedOver.Repeated);
    }

    [Fact]
    public void A_salary_of_an_employer_that_is_no_platform_is_no_claim() =>
        Assert.Empty(Read(Offer with { Employer = "Bricks & Sons", Unit = "YEAR" }).Claims);

    [Theory]
    [InlineData(null, 45, Bound.UpTo)]
    [InlineData(30, null, Bound.AtLeast)]
    public void An_open_end_is_a_bound(int? low, int? high, Bound bound) =>
        Assert.Equal(bound, Assert.Single(Read(Offer with { AmountMin = low, AmountMax = high }).Claims).Bound);

    private static Reading Read(JobOffer offer, string text = "Join us.") =>
        Own.Reader.Read(Article.FromText(text, "en") with { Offers = [offer] });
}
