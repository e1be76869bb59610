using Analytics.Web.Search;

namespace Analytics.Web.Tests.Search;

public sealed class SlipTests
{
    [Theory]
    [InlineData("", "", 0)]
    [InlineData("turk", "turk", 0)]
    [InlineData("turk", "trk", 1)]
    [InlineData("turk", "tuurk", 1)]
    [InlineData("turk", "tark", 1)]
    [InlineData("turk", "utrk", 1)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ca", "abc", 3)]
    [InlineData("grab", "", 4)]
    public void Slips_are_counted_either_way_round(string one, string other, int slips)
    {
        Assert.Equal(slips, Slip.Distance(one, other));
        Assert.Equal(slips, Slip.Distance(other, one));
    }

    [Theory]
    [InlineData("rev", "rew", false)]
    [InlineData("grsb", "grab", true)]
    [InlineData("prolifics", "prolific", true)]
    [InlineData("mtruks", "mturk", false)]
    [InlineData("porlifci", "prolific", true)]
    [InlineData("porlifcis", "prolific", false)]
    public void Short_words_allow_fewer(string asked, string known, bool meant) => Assert.Equal(meant, Slip.Of(asked, known));
}
