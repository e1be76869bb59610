using System.Globalization;
using System.Xml.Linq;
using Analytics.Models.Evidence;
using Analytics.Web.Charts;

namespace Analytics.Web.Tests.Charts;

public sealed class SvgChartTests
{
    private static readonly XNamespace Svg = "http://www.w3.org/2000/svg";

    public static TheoryData<string> Pictures => ["mixed-wide", "mixed-narrow", "mixed-narrow-id", "empty", "one-point", "simulated"];

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Pictures_are_as_they_were_looked_at(string name) =>
        Snapshot.Matches(name, "svg", SvgChart.Write(Plan(name), ChartLook.Auto));

    [Theory]
    [MemberData(nameof(Pictures))]
    public void A_drawing_is_well_formed_and_explains_itself(string name)
    {
        var plan = Plan(name);
        var root = XDocument.Parse(SvgChart.Write(plan, ChartLook.Light)).Root!;
        Assert.Equal(Svg + "svg", root.Name);
        Assert.Equal(plan.Title, root.Element(Svg + "title")!.Value);
        Assert.Equal(plan.Description, root.Element(Svg + "desc")!.Value);
        var ids = root.Attribute("aria-labelledby")!.Value.Split(' ');
        Assert.Equal(ids, root.Elements().Select(element => element.Attribute("id")?.Value).OfType<string>());
        Assert.Equal(plan.Texts.Select(text => text.Text).Order(), root.Descendants(Svg + "text").Select(text => text.Value).Order());
    }

    [Theory]
    [InlineData(ChartLook.Light)]
    [InlineData(ChartLook.Dark)]
    public void A_file_for_pictures_has_every_colour_resolved(ChartLook look)
    {
        var svg = SvgChart.Write(Plan("mixed-wide"), look);
        Assert.DoesNotContain("var(", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("<style", svg, StringComparison.Ordinal);
        var theme = look == ChartLook.Dark ? ChartTheme.Dark : ChartTheme.Light;
        Assert.Contains($"fill=\"{theme[ChartColour.Paper]}\"", svg, StringComparison.Ordinal);
        Assert.Contains(theme[ChartColour.Advertised], svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Within_a_page_there_is_no_style_that_its_policy_forbids()
    {
        var svg = SvgChart.Write(Plan("mixed-wide"), ChartLook.Page);
        Assert.DoesNotContain("<style", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("<rect", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_follows_the_preference_for_dark()
    {
        var svg = SvgChart.Write(Plan("mixed-wide"), ChartLook.Auto);
        Assert.Contains("@media (prefers-color-scheme:dark){", svg, StringComparison.Ordinal);
        Assert.Contains($".f-ink{{fill:{ChartTheme.Dark[ChartColour.Ink]}}}", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Markup_in_a_label_stays_text()
    {
        const string label = "<script>alert(1)</script>";
        var root = XDocument.Parse(SvgChart.Write(Samples.Series(Samples.Plain(4) with { Label = label }).Place(), ChartLook.Auto)).Root!;
        Assert.Empty(root.Descendants(Svg + "script"));
        Assert.Contains(root.Descendants(Svg + "text"), text => text.Value == label);
    }

    [Fact]
    public void The_machine_s_culture_changes_nothing()
    {
        var expected = SvgChart.Write(Plan("mixed-wide"), ChartLook.Light);
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new CultureInfo("de-DE");
        try
        {
            Assert.Equal(expected, SvgChart.Write(Plan("mixed-wide"), ChartLook.Light));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Each_kind_in_a_chart_is_drawn_with_its_own_mark()
    {
        var root = XDocument.Parse(SvgChart.Write(Plan("mixed-wide"), ChartLook.Light)).Root!;
        var drawn = root.Descendants(Svg + "path").Select(path => path.Attribute("d")!.Value).ToHashSet();
        foreach (var kind in Samples.Mixed.Rows.Select(row => row.Kind).Distinct())
            Assert.Contains(KindMark.Of(kind).Path, drawn);
        Assert.DoesNotContain(KindMark.Of(FigureKind.Listing).Path, drawn);
    }

    private static ChartPlan Plan(string name) => name switch
    {
        "mixed-wide" => Samples.Mixed.Place(960, margin: 20),
        "mixed-narrow" => Samples.Mixed.Place(360, margin: 12),
        "mixed-narrow-id" => Samples.Mixed.Place(new ChartSize(360, 12), Samples.Indonesian),
        "empty" => Samples.Series().Place(640, margin: 20),
        "one-point" => Samples.Series(Samples.Plain(3.76)).Place(640, PayScale.Linear, 20),
        "simulated" => (Samples.Mixed with { Warning = "Simulated data. Nobody earned these figures." }).Place(760, margin: 20),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such picture."),
    };
}
