using Analytics.Models.Evidence;
using Analytics.Web.Pages.Platforms;
using Analytics.Web.Tests.Pages.Checks;

namespace Analytics.Web.Tests.Pages;

/// <summary>Sentences of the answer against figures made for them.</summary>
public sealed class PlatformAnswerTests
{
    [Theory]
    [InlineData("en", new[] { FigureKind.PlatformStatistic }, "What an hour on Prolific pays has not been measured by anybody else; by its own count it is $22.")]
    [InlineData("id", new[] { FigureKind.PlatformStatistic }, "Berapa upah satu jam di Prolific belum pernah diukur pihak lain; menurut hitungan Prolific sendiri $22.")]
    [InlineData("en", new[] { FigureKind.StudyStatistic, FigureKind.PlatformStatistic }, "An hour of paid time on Prolific pays $21", "What is left once unpaid time", "By its own count, Prolific pays $22 an hour.")]
    [InlineData("id", new[] { FigureKind.StudyStatistic, FigureKind.PlatformStatistic }, "Satu jam berbayar di Prolific menghasilkan $21", "Berapa yang tersisa", "Menurut hitungannya sendiri, Prolific membayar $22 per jam.")]
    // A promise stands beside it, and is told as one.
    [InlineData("en", new[] { FigureKind.Advertised, FigureKind.PlatformStatistic }, "What an hour on Prolific pays has not been measured by anybody else; by its own count it is $22.", "Promised or offered: $21 an hour (Advertised).")]
    [InlineData("id", new[] { FigureKind.Advertised, FigureKind.PlatformStatistic }, "Berapa upah satu jam di Prolific belum pernah diukur pihak lain; menurut hitungan Prolific sendiri $22.", "Yang dijanjikan atau ditawarkan: $21 per jam (Diiklankan).")]
    public void What_a_platform_counted_itself_is_told_as_that(string language, FigureKind[] kinds, params string[] beginnings)
    {
        var release = Known.Release([.. kinds.Index().Select(k => Known.Figure($"f{k.Index}", k.Item, k.Item == FigureKind.PlatformStatistic ? 22 : 21))]);
        var said = PlatformAnswer.Sentences(Known.Asked(release, language), release.Release.Platform("prolific")!).Select(s => s.Words).ToList();
        Assert.Equal(beginnings.Length, said.Count);
        Assert.All(beginnings.Zip(said), pair => Assert.StartsWith(pair.First, pair.Second, StringComparison.Ordinal));
    }
}
