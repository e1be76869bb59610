using System.Xml.Linq;
using Analytics.Web.Charts;
using Analytics.Web.Charts.Forms;
using Analytics.Web.Tests.Pages;
using Analytics.Web.Text;

namespace Analytics.Web.Tests.Charts.Forms;

/// <summary>The forms as pictures that were looked at, and what holds of every one of them as a file.</summary>
public sealed class FormPictureTests
{
    private const int Wide = 760;
    private const int Narrow = 360;

    public static TheoryData<string> Pictures => [.. new[] { "countries", "gap", "distribution", "experience", "history", "figure" }.SelectMany(form => new[] { $"{form}-wide", $"{form}-narrow-id" }), "experience-modelled", "history-long", "distribution-studies"];

    [Theory]
    [MemberData(nameof(Pictures))]
    public void Pictures_are_as_they_were_looked_at(string name) =>
        Snapshot.Matches(name, "svg", SvgChart.Write(Plan(name), ChartLook.Auto));

    [Theory]
    [MemberData(nameof(Pictures))]
    public void A_drawing_is_well_formed_and_told_in_words(string name)
    {
        var root = XDocument.Parse(SvgChart.Write(Plan(name), ChartLook.Dark)).Root!;
        XNamespace svg = "http://www.w3.org/2000/svg";
        Assert.True(root.Element(svg + "desc")!.Value.Length > root.Element(svg + "title")!.Value.Length + 20);
    }

    private static ChartPlan Plan(string name)
    {
        var narrow = name.Contains("-narrow", StringComparison.Ordinal);
        return Chart(name, narrow).Place(new ChartSize(narrow ? Narrow : Wide, narrow ? 12 : 20));
    }

    private static Chart Chart(string name, bool narrow)
    {
        var asked = narrow ? FormSample.Asked(FormSample.Demo, SiteLanguage.Indonesian, "IDR") : FormSample.Asked(FormSample.Demo);
        return name.Split("-wide")[0].Split("-narrow")[0] switch
        {
            "countries" => FormSample.Chart(new CountriesForm(), asked, "task", "survey"),
            "gap" => FormSample.Chart(new GapForm(), asked),
            "distribution" => FormSample.Chart(new DistributionForm(), asked, "platform", "prolific"),
            "distribution-studies" => FormSample.Chart(new DistributionForm(), FormSample.Asked(FormSample.Real), "platform", "mturk"),
            "experience" => FormSample.Chart(new ExperienceForm(), asked, "task", "survey", "platform", "prolific"),
            "experience-modelled" => FormSample.Chart(new ExperienceForm(), FormSample.Asked(EstimateSample.Release), "task", "survey"),
            "history" => FormSample.Chart(new HistoryForm(HistoryFormTests.Of(8, 8, 9)), asked with { Release = HistoryFormTests.Last() }, "platform", "prolific"),
            "history-long" => FormSample.Chart(new HistoryForm(HistoryFormTests.Of([.. Enumerable.Range(1, 30).Select(i => 6 + (i * 7 % 11 / 4m))])), FormSample.Asked(HistoryFormTests.Last(31)), "platform", "prolific"),
            "figure" => FormSample.Chart(new FigureForm(), asked, "platform", "prolific"),
            _ => throw new ArgumentOutOfRangeException(nameof(name), name, "No such picture."),
        };
    }
}
