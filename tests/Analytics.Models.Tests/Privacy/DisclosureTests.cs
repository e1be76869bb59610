using Analytics.Models.Privacy;
using Xunit;

namespace Analytics.Models.Tests.Privacy;

public sealed class DisclosureTests
{
    [Theory]
    [InlineData(0.50, 10)]
    [InlineData(0.25, 20)]
    [InlineData(0.75, 20)]
    [InlineData(0.10, 50)]
    [InlineData(0.90, 50)]
    public void A_quantile_needs_five_contributors_beyond_it(double q, int least)
    {
        Assert.True(Disclosure.MayPublish(q, least));
        Assert.False(Disclosure.MayPublish(q, least - 1));
    }

    [Theory]
    [InlineData(10, 10)]
    [InlineData(12, 10)]
    [InlineData(13, 15)]
    [InlineData(1002, 1000)]
    public void A_count_is_published_to_the_nearest_five(int n, int published) => Assert.Equal(published, Disclosure.Count(n));

    [Theory]
    [InlineData(0, "0")]
    [InlineData(0.0123, "0.012")]
    [InlineData(0.99, "0.99")]
    [InlineData(0.995, "1")]
    [InlineData(9.96, "10")]
    [InlineData(3.449, "3.4")]
    [InlineData(12.49, "12")]
    [InlineData(125, "130")]
    [InlineData(1000, "1000")]
    [InlineData(123456, "120000")]
    [InlineData(-3.26, "-3.3")]
    public void A_value_is_published_with_two_significant_digits(double value, string published) =>
        Assert.Equal(decimal.Parse(published, System.Globalization.CultureInfo.InvariantCulture), Disclosure.Value(value));
}
