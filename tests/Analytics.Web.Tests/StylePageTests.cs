using Analytics.Models.Evidence;
using Analytics.Web.Charts;
using Analytics.Web.Pages.Shared;
using Analytics.Web.Tests.Charts;
using Analytics.Web.Tests.Pages;
using Analytics.Web.Text;
using Microsoft.AspNetCore.Html;

namespace Analytics.Web.Tests;

/// <summary>
/// Sets every part of the look on one page, in both languages, and writes it to <c>artifacts/style</c> to be looked at (serve that
/// folder beside wwwroot). The test holds that all parts can be drawn together and that the page holds no leftover key or place.
/// </summary>
public sealed class StylePageTests(SiteFixture site) : IClassFixture<SiteFixture>
{
    private static readonly DateOnly Seen = new(2025, 5, 5);

    [Theory]
    [InlineData("en")]
    [InlineData("id")]
    public async Task Every_part_stands_on_one_page(string code)
    {
        var text = SiteText.Of(SiteLanguage.Find(code)!);
        using var browser = site.Browser();
        var missing = await browser.GetAsync(new Uri($"/{code}/none", UriKind.Relative), TestContext.Current.CancellationToken);
        var frame = await missing.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        var (header, main) = (frame.IndexOf("<header", StringComparison.Ordinal), frame.IndexOf("<main", StringComparison.Ordinal));
        var page = frame[..header]
            + $"""<aside class="simulated"><strong>{text["site.simulated"]}</strong> <span>{text["site.simulatedDetail"]}</span></aside>"""
            + frame[header..(frame.IndexOf('>', main) + 1)]
            + await BodyAsync(text)
            + frame[frame.IndexOf("</main>", StringComparison.Ordinal)..];

        var folder = Path.Combine(Repository.Root, "artifacts", "style");
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, $"{code}.html"), page, TestContext.Current.CancellationToken);
        Assert.DoesNotContain("{", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
    }

    private async Task<string> BodyAsync(SiteText text) => string.Concat(
        $"""<div class="lead"><p class="kicker">{text["site.name"]}</p><h1>{text["site.tagline"]}</h1><p class="standfirst">{text["site.footer"]}</p></div>""",
        await site.PartAsync("_Notice", new Notice(text["site.beforeTax"], text["chart.upTo"])),
        Form(text),
        await site.PartAsync("_Chart", Chart(text)),
        $"<h2>{text.Word(TaskType)}</h2><div class=\"figures\">",
        await site.PartAsync("_Figure", Card(text, "Amazon Mechanical Turk", "$2.83", FigureKind.StudyStatistic) with { Href = "#", Note = text.Word(Models.Evidence.PayBasis.AllIn) }),
        await site.PartAsync("_Figure", Card(text, "micro1", "$200", FigureKind.WorkerCase)),
        await site.PartAsync("_Figure", Card(text, "Outlier", null, FigureKind.Advertised)),
        "</div>",
        await TableAsync(text),
        $"<h2>{text["quote.source"]}</h2>",
        await site.PartAsync("_Quote", Quote(text) with { Kind = new KindBadge(text, FigureKind.UpTo, EvidenceTier.E) }),
        await site.PartAsync("_Quote", Quote(text) with { Address = null, Seen = null }),
        $"<h2>{text.Word(Models.Platforms.StatementTopic.PayoutMethod)}</h2>",
        await site.PartAsync("_Facts", Facts(text)),
        await site.PartAsync("_Empty", new EmptyState(text["chart.empty"], text["error.text.400"], "#", text["error.back"])));

    private const Models.Platforms.TaskType TaskType = Models.Platforms.TaskType.AiTrainingExpert;

    private static ChartFigure Chart(SiteText text)
    {
        var words = new ChartWords(text, "USD");
        IHtmlContent Draw(int width) => new HtmlString(SvgChart.Write(Samples.Mixed.Place(new ChartSize(width), words), ChartLook.Page));
        return new ChartFigure(text, Draw(1040), Draw(360), [("PNG", "#png"), ("SVG", "#svg"), ("CSV", "#csv")]);
    }

    private async Task<string> TableAsync(SiteText text)
    {
        var heads = string.Concat(
            await site.PartAsync("_SortHeader", new SortHeader(text, "Platform", "#a", null)),
            await site.PartAsync("_SortHeader", new SortHeader(text, text["figure.perHour"], "#b", "descending", Numeric: true)),
            $"<th scope=\"col\">{text["figure.kind"]}</th><th scope=\"col\">{text["figure.age"]}</th>");
        var rows = new List<string>();
        foreach (var row in Samples.Mixed.Rows)
        {
            rows.Add($"""
                <tr><th scope="row"><a href="#x">{row.Label}</a></th><td class="number" data-label="{text["figure.perHour"]}">{new ChartWords(text, "USD").Value(row)}</td>
                <td data-label="{text["figure.kind"]}"><span>{await site.PartAsync("_Kind", new KindBadge(text, row.Kind, row.Tier))}</span></td><td data-label="{text["figure.age"]}">{row.Age}</td></tr>
                """);
        }

        return $"<div class=\"table\"><table class=\"stack\"><thead><tr>{heads}</tr></thead><tbody>{string.Concat(rows)}</tbody></table></div>";
    }

    private static string Form(SiteText text) => $"""
        <form class="filter" method="get"><label>{text["figure.kind"]}<select name="kind"><option>{text["form.all"]}</option></select></label>
        <label>{text["nav.compare"]}<select name="task"><option>{text["form.all"]}</option></select></label><button>{text["form.apply"]}</button></form>
        """;

    private static FigureCard Card(SiteText text, string label, string? value, FigureKind kind) =>
        new(text, label, value, text["figure.perHour"], kind, EvidenceTier.D, text.Count("figure.reports", 1205), text.Figures.Age(Seen, Seen.AddYears(3)));

    private static EvidenceQuote Quote(SiteText text) =>
        new(text, "Experts earn up to $150 per hour for reviewing answers.", "en", "A page that we made up", new Uri("https://example.org/pay"), Seen);

    private static FactList Facts(SiteText text) => new(text,
    [
        new Fact(text.Word(Models.Platforms.StatementTopic.MinimumPayout), text.Figures.Money(5396761, "IDR")) { Source = "example.org", Address = new Uri("https://example.org"), Seen = Seen },
        new Fact(text.Word(Models.Platforms.StatementTopic.Fee), null),
    ]);
}
