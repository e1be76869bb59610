using System.Text;
using Analytics.Web.Charts;

namespace Analytics.Web.Tests.Charts;

public sealed class SvgRasterTests
{
    [Theory]
    [InlineData("WWWWWWWWWW")]
    [InlineData("llllllllll")]
    [InlineData("Amazon Mechanical Turk $3.76")]
    [InlineData("Łódź Šibenik Ağrı")]
    public void Text_is_drawn_in_the_shipped_fonts_and_as_wide_as_measured(string text)
    {
        foreach (var style in new[] { TextStyle.Title, TextStyle.Label, TextStyle.Sentence })
        {
            // Letters end a little inside their advance; kerning takes up to 3 % off.
            var (first, last) = Draw(text, style).InkedColumns();
            Assert.InRange(last - first, (style.Width(text) * 0.95) - 4, style.Width(text) + 2);
        }
    }

    [Fact]
    public void A_letter_is_no_box()
    {
        var (o, i) = (Draw("o", TextStyle.Title), Draw("i", TextStyle.Title));
        Assert.True(Ink(o) > Ink(i));
        Assert.True(Ink(i) > 0);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    public void A_chart_becomes_a_picture_of_its_size_and_colours(int scale)
    {
        var plan = Samples.Mixed.Place(760, margin: 20);
        var svg = SvgChart.Write(plan, ChartLook.Dark);
        var picture = Picture.Read(SvgRaster.ToPng(Encoding.UTF8.GetBytes(svg), plan.Width.Value, plan.Height.Value, scale));
        Assert.Equal((760 * scale, (int)plan.Height.Value * scale), (picture.Width, picture.Height));
        Assert.Equal(ChartTheme.Dark[ChartColour.Paper], picture.At(1, 1));
        var mark = plan.Figures[5].Marks[0];
        Assert.Equal(ChartTheme.Dark[ChartColour.Achieved], picture.At((int)(mark.X.Value * scale), (int)(mark.Y.Value * scale)));
    }

    [Fact]
    public void A_broken_drawing_is_refused_with_the_reason()
    {
        var error = Assert.Throws<RasterException>(() => SvgRaster.ToPng("<svg"u8, 10, 10, 1));
        Assert.StartsWith("The drawing could not be turned into a picture: ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, 10)]
    [InlineData(10, 9000)]
    public void A_picture_without_measure_is_refused(int width, int height) =>
        Assert.Throws<RasterException>(() => SvgRaster.ToPng("<svg/>"u8, width, height, 1));

    private static Picture Draw(string text, TextStyle style)
    {
        var svg = $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="460" height="40"><rect width="460" height="40" fill="#ffffff"/>
            <text x="10" y="28" font-family="{style.Family}" font-size="{style.Size}" font-weight="{style.Weight}">{text}</text></svg>
            """;
        return Picture.Read(SvgRaster.ToPng(Encoding.UTF8.GetBytes(svg), 460, 40, 1));
    }

    private static int Ink(Picture picture) =>
        Enumerable.Range(0, picture.Width).Sum(x => Enumerable.Range(0, picture.Height).Count(y => picture.At(x, y) != picture.At(0, 0)));
}
