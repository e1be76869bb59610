using Analytics.Web.Charts;
using Analytics.Web.Embeds;
using Analytics.Web.Http;
using Analytics.Web.Pages.Shared;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.OutputCaching;

namespace Analytics.Web.Pages.Charts;

/// <summary>One chart: drawn, as files, as a table, as a line to cite, and as a snippet to embed.</summary>
[OutputCache(PolicyName = ReleaseCache.Policy)]
public sealed class ShowModel(ChartForms forms) : ReleasePage
{
    public ChartForm Form { get; private set; } = null!;

    /// <summary>The chart; null where the form needs another choice.</summary>
    public Chart? Chart { get; private set; }

    public ChartFigure? Drawn { get; private set; }

    /// <summary>What an editor pastes; null without a chart.</summary>
    internal SnippetShown? Snippet { get; private set; }

    public async Task<IActionResult> OnGetAsync(string form)
    {
        if (forms.Find(form) is not { } found)
            return NotFound();
        Form = found;
        var (chart, refused) = await ChartAnswers.ReadAsync(HttpContext, found, SnippetChoice.Names, Text.Language);
        if (chart is null)
            return Refused((refused as IStatusCodeHttpResult)?.StatusCode ?? StatusCodes.Status400BadRequest);
        if (SnippetChoice.Read(Request.Query, chart.Asked, new Dictionary<string, string>()) is not { } choice)
            return Refused(StatusCodes.Status400BadRequest);
        Chart = chart;
        Drawn = DrawnChart.Draw(chart.Asked, chart.Series, []);
        Snippet = new(SiteAddress.Of(HttpContext), choice, await choice.OfAsync(HttpContext, chart));
        Response.Headers.CacheControl = "no-cache";
        return Page();
    }

    /// <summary>The chart's other forms: word, what it is for, address.</summary>
    public IEnumerable<(string Word, string For, string Href)> Files() =>
    [
        ("SVG", Text["chartPage.svg"], Chart!.File("svg")),
        ("PNG", Text["chartPage.png"], Chart!.File("png", ("size", "1x"))),
        ("PNG 2×", Text["chartPage.png2"], Chart!.File("png")),
        ("PNG 1200 × 630", Text["chartPage.social"], Chart!.File("png", ("size", "social"))),
        ("CSV", Text["chartPage.csv"], Chart!.File("csv")),
        ("JSON", Text["chartPage.json"], Chart!.File("json")),
        ("ZIP", Text["chartPage.zip"], Chart!.File("zip")),
    ];

    /// <summary>The line to cite the chart as it is in this release.</summary>
    public string Cited => ChartFiles.Citation(Chart!, ChartAddress.Frozen(HttpContext, Chart!));

    internal IEnumerable<Select> Choices() => ChartControls.Of(Asked, Form, Request.Query);

    internal IEnumerable<(string Name, string Value)> Kept() => ChartControls.Kept(Asked, Form, Request.Query);

    // The choice can be put right on the page where that is what is wrong with the address.
    private IActionResult Refused(int status)
    {
        Response.Headers.CacheControl = "no-store";
        if (status != StatusCodes.Status400BadRequest)
            return StatusCode(status);
        Response.StatusCode = status;
        return Page();
    }
}
