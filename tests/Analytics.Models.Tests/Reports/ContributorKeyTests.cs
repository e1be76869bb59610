using Analytics.Models.Reports;
using Xunit;

namespace Analytics.Models.Tests.Reports;

public sealed class ContributorKeyTests
{
    [Fact]
    public void A_form_makes_one_key_of_seven_groups_and_another_form_another()
    {
        var (one, other) = (FormToken.Make(), FormToken.Make());
        var key = ContributorKey.Of(one);
        Assert.Matches("^([0-9A-HJKMNP-TV-Z]{4}-){6}[0-9A-HJKMNP-TV-Z]{4}$", key);
        Assert.Equal(key, ContributorKey.Of(FormToken.Find(one.Value)!));
        Assert.NotEqual(key, ContributorKey.Of(other));
        Assert.NotEqual(one.ReportId, other.ReportId);
        Assert.DoesNotContain(one.Value[..4], ContributorKey.Hash(key), StringComparison.OrdinalIgnoreCase);
        // Every letter of the key takes part: forms do not differ in a few places only.
        Assert.Equal(28, Enumerable.Range(0, 34).Where(i => i % 5 != 4).Count(i => Enumerable.Range(0, 40).Select(_ => ContributorKey.Of(FormToken.Make())[i]).Distinct().Count() > 5));
    }

    [Theory]
    [InlineData("7kq2 xd9m 40tb 7kq2 xd9m 40tb 7kq2", "7KQ2-XD9M-40TB-7KQ2-XD9M-40TB-7KQ2")]
    [InlineData("7KQ2XD9M4OTB7KQ2XD9M4OTB7KQI", "7KQ2-XD9M-40TB-7KQ2-XD9M-40TB-7KQ1")]
    [InlineData("7KQ2-XD9M-40TB", null)]
    [InlineData("7KQ2-XD9M-40TB-7KQ2-XD9M-40TB-7KQU", null)]
    [InlineData("", null)]
    [InlineData(null, null)]
    public void A_key_is_found_as_people_type_it(string? typed, string? key) => Assert.Equal(key, ContributorKey.Find(typed));
}
