using Analytics.Models.Evidence;
using Analytics.Web.Charts;

namespace Analytics.Web.Tests.Charts;

public sealed class KindMarkTests
{
    private static readonly IReadOnlyList<KindMark> Marks = [.. Enum.GetValues<FigureKind>().Select(KindMark.Of)];

    [Fact]
    public void No_two_kinds_share_a_shape() =>
        Assert.Equal(Marks.Count, Marks.Select(mark => (mark.Path, mark.Ink)).Distinct().Count());

    [Fact]
    public void What_was_got_or_measured_is_filled_and_what_is_promised_is_not() =>
        Assert.All(Marks, mark => Assert.Equal(mark.Kind.Coarse() != CoarseKind.Advertised, mark.Ink == MarkInk.Filled));
}
